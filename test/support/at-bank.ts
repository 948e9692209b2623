import type { InitiatePaymentInput } from '../generated/graphql.ts';
import { scriptFault, type TestGateway } from './gateway.ts';
import { type Initiated, initiated } from './requests.ts';

/** What the customer's browser does at the simulators, without a browser. */

const cards = {
  PAYBOX: { card_number: '1111222233334444', expiry: '12/99', security_code: '123' },
  LABANQUEPOSTALE: { card_number: '4970100000000007', expiry: '12/99', security_code: '123' },
};

const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  redirect: 'manual',
});

type Action = 'pay' | 'refuse' | 'try-again';

/**
 * Posts the signed form, then pays by card, or presses other buttons one after the other. Notifications have been
 * answered when this resolves.
 * @returns the address of the bank's page, for `pressAtBank`
 */
export async function payAtBank({ payment }: Initiated, ...actions: readonly Action[]): Promise<string> {
  if (payment.nextAction?.__typename !== 'RedirectAction') throw new Error('no form');
  const fields = Object.fromEntries(payment.nextAction.fields.map(({ name, value }) => [name, value]));
  const opened = await fetch(payment.nextAction.url, form(fields));
  const session = new URL(opened.headers.get('Location') ?? '', payment.nextAction.url);
  await pressAtBank({ payment }, session, ...(actions.length === 0 ? (['pay'] as const) : actions));
  return session.href;
}

/** A payment that its customer paid. */
export async function paidAtBank(
  gateway: TestGateway,
  change?: Partial<InitiatePaymentInput>,
  headers?: Record<string, string>,
): Promise<Initiated> {
  const initiation = await initiated(gateway, change, headers);
  await payAtBank(initiation);
  return initiation;
}

/** A payment in review: the bank's message names another amount. */
export async function inReview(
  gateway: TestGateway,
  change?: Partial<InitiatePaymentInput>,
  headers?: Record<string, string>,
): Promise<Initiated> {
  const initiation = await initiated(gateway, change, headers);
  await scriptFault(gateway, { kind: 'WRONG_AMOUNT', reference: `${initiation.payment.reference}-1` });
  await payAtBank(initiation);
  return initiation;
}

/** The bank's night, in which it remits what was paid. */
export const night = (gateway: Pick<TestGateway, 'get'>): Promise<Response> =>
  gateway.get('/sandbox/night', { method: 'POST' });

/** More buttons, on a page that is open. */
export async function pressAtBank(
  { payment }: Pick<Initiated, 'payment'>,
  session: string | URL,
  ...actions: readonly Action[]
): Promise<void> {
  for (const action of actions) {
    await fetch(session, form({ action, ...cards[payment.paymentTarget as 'PAYBOX'] }));
  }
}

/** A refund in the back office of the bank, as the gateway records it from a message. */
export const refundedAtBank = ({ store, now }: TestGateway, paymentId: string, amountCents: number): Promise<void> =>
  store.transact(async (transaction) => {
    const [attempt] = await transaction.attemptsOf(paymentId);
    await transaction.insertOperation({
      ...{ id: `ope_${paymentId.slice(4)}`, paymentId, attemptId: attempt?.id ?? '', kind: 'REFUND', amountCents },
      ...{ givesBack: true, status: 'DONE', origin: 'BANK', client: null, bankTransaction: null, bankCode: null },
      ...{ reason: null, asks: 0, nextAskAt: null, notShownAt: null, createdAt: now(), updatedAt: now() },
    });
  });
