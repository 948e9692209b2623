import { describe, expect, it } from 'vitest';
import { ReviewPaymentDocument } from '../../../generated/graphql.ts';
import { inReview, paidAtBank } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { dataOf, operationsOn } from '../../../support/payments/operations.ts';
import { bankSays } from '../../../support/scellius-messages.ts';

const notCollected = { vads_trans_status: 'CAPTURE_FAILED', vads_url_check_src: 'BATCH' };

/** A card was authorised, the payment is paid, and the bank could not collect the money. */

describe.each(drawnDatabases())('a paid payment whose money did not come, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const { refund } = operationsOn(gateway);
  const start = () => paidAtBank(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
  const decide = async (id: string, status: 'RETURNED' | 'FAILED' | 'PAID' | 'CANCELLED') =>
    dataOf(await gateway.send(ReviewPaymentDocument, { input: { id, status } })).reviewPayment;
  const refused = { code: 'OPERATION_NOT_POSSIBLE', path: ['status'] };
  const entriesOf = async (id: string) => {
    const entries = await gateway.store.journalEntriesOf(id);
    return entries.map(({ kind, lines }) => [
      kind,
      ...lines.map(({ account, debitCents, creditCents }) => [account, debitCents - creditCents]),
    ]);
  };

  it('is returned by a person, and the books take the whole amount back', async () => {
    const initiation = await start();
    const { id } = initiation.payment;
    await bankSays(gateway, initiation, notCollected);
    for (const status of ['FAILED', 'CANCELLED', 'PAID'] as const) {
      expect(await decide(id, status)).toMatchObject(refused);
    }
    expect(await decide(id, 'RETURNED')).toMatchObject({ payment: { status: 'RETURNED' } });
    const [came, went] = await entriesOf(id);
    expect(came?.[0]).toBe('CARD_PAID');
    const mirror = came?.slice(1).map((line) => [line[0], -Number(line[1])]);
    expect(went).toEqual(['RETURNED', ...(mirror ?? []).toReversed()]);
    const { version } = (await gateway.store.paymentById(id)) ?? {};
    expect(await decide(id, 'RETURNED')).toMatchObject({ payment: { status: 'RETURNED' } });
    await bankSays(gateway, initiation, notCollected);
    expect((await gateway.store.paymentById(id))?.version).toBe(version);
    expect(await entriesOf(id)).toHaveLength(2);
    expect(await refund({ id })).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    expect(await (await gateway.get(new URL(initiation.payment.paymentUrl ?? '').pathname)).text()).toContain(
      'Paiement rejeté',
    );
  });

  it('is not returned by a person where the bank said no such thing', async () => {
    const { id } = (await start()).payment;
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    const reviewed = (await inReview(gateway, { paymentTarget: 'LABANQUEPOSTALE' })).payment;
    await decide(reviewed.id, 'PAID');
    expect(await decide(reviewed.id, 'RETURNED')).toMatchObject(refused);
  });

  it('is not returned by a person where another transaction has paid it since', async () => {
    const initiation = await start();
    const { id } = initiation.payment;
    await bankSays(gateway, initiation, notCollected);
    await bankSays(gateway, initiation, { vads_trans_uuid: 'e'.repeat(32) });
    expect((await gateway.store.eventsOf(id, 0, 100)).at(-1)).toMatchObject({ data: { reason: 'paid twice' } });
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
  });
});
