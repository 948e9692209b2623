import { filledIn } from '../routes/requests.ts';

/** The posted forms of the page, in the words of the interface. */
type Body = Parameters<typeof filledIn>[0];

export function scriptOfForm(body: Body): Record<string, unknown> {
  const { amount, fee, afterDays, lasting, ...rest } = filledIn(body);
  return {
    ...rest,
    lasting: lasting === 'on',
    ...(amount !== undefined && { amountCents: centsOfTyped(amount) }),
    ...(fee !== undefined && { feeCents: centsOfTyped(fee) }),
    ...(afterDays !== undefined && { afterDays: Number(afterDays) }),
  };
}

export function transferOfForm(body: Body): Record<string, unknown> {
  const { amount, instant, payerAccount, ...rest } = filledIn(body);
  return {
    ...rest,
    amountCents: centsOfTyped(amount),
    instant: instant === 'on',
    ...(payerAccount !== undefined && { payerAccount: String(payerAccount).replaceAll(/\s/g, '').toUpperCase() }),
  };
}

/** One document has a button of its own; without, it is everything that is new. */
export function deliveryOfForm(body: Body): Record<string, unknown> {
  const { document, ...rest } = filledIn(body);
  return { ...rest, ...(document !== undefined && { documents: [document] }) };
}

/** `1 234,50` → 123450. An invalid amount stays as typed, and is refused. */
function centsOfTyped(typed: unknown): unknown {
  const [, euros, cents = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(String(typed ?? '').replaceAll(/\s/g, '')) ?? [];
  return euros === undefined ? typed : Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}
