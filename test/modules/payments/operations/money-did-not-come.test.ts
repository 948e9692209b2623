import { describe, expect, it } from 'vitest';
import { RefreshPaymentDocument, ReviewPaymentDocument } from '../../../generated/graphql.ts';
import { inReview, paidAtBank } from '../../../support/at-bank.ts';
import { asClient, clientNamed } from '../../../support/clients/client-named.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startBeside, startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { dataOf, operationsOn } from '../../../support/payments/operations.ts';
import { bankSays } from '../../../support/scellius-messages.ts';

const notCollected = { vads_trans_status: 'CAPTURE_FAILED', vads_url_check_src: 'BATCH' };
const collected = { ...notCollected, vads_trans_status: 'CAPTURED' };
const [didNotCome, cameAfterAll] = [
  'the bank says that this money did not come',
  'the bank says that this money came after all',
];
const clients = [clientNamed('held', { changesToApprove: new Set(['REVIEW_PAYMENT']) })];

/** A card was authorised, the payment is paid, and the bank could not collect the money, or did so later. */

describe.each(drawnDatabases())('a paid payment whose money did not come, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const withApproval = openForGroup(() => startBeside(gateway, { config: { clients } }));
  const { refund, night } = operationsOn(gateway);
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
    expect((await gateway.store.eventsOf(id, 0, 100)).at(-1)).toMatchObject({ data: { reason: cameAfterAll } });
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
  });

  const alertsOf = (id: string) =>
    gateway.logs.filter(({ level, payment }) => level === 50 && payment === id).map(({ reason }) => reason);
  const accountsOf = async (id: string) => {
    const sums = new Map<unknown, number>();
    for (const [, ...lines] of await entriesOf(id)) {
      for (const [account, cents] of lines as [string, number][]) sums.set(account, (sums.get(account) ?? 0) + cents);
    }
    return Object.fromEntries(sums);
  };
  /** The bank took the money back, and a person decided so. */
  const returned = async () => {
    const initiation = await start();
    const before = await accountsOf(initiation.payment.id);
    await bankSays(gateway, initiation, notCollected);
    await decide(initiation.payment.id, 'RETURNED');
    return { initiation, id: initiation.payment.id, before };
  };

  it('is paid again by a person where the money came after all, and the books have it again', async () => {
    const { initiation, id, before } = await returned();
    for (const source of ['BATCH', 'RETRY']) {
      await bankSays(gateway, initiation, { ...collected, vads_url_check_src: source });
    }
    expect((await gateway.store.paymentById(id))?.status).toBe('RETURNED');
    expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll]);
    for (const status of ['FAILED', 'CANCELLED'] as const) expect(await decide(id, status)).toMatchObject(refused);
    const input = { input: { id, status: 'PAID' } } as const;
    const asked = dataOf(await withApproval.send(ReviewPaymentDocument, input, asClient('held'))).reviewPayment;
    expect(asked).toMatchObject({ code: 'APPROVAL_REQUIRED' });
    expect(await decide(id, 'PAID')).toMatchObject({ payment: { status: 'PAID' } });
    expect(await accountsOf(id)).toEqual(before);
    expect(Object.values(before).filter((cents) => Math.abs(Number(cents)) === 1250)).toHaveLength(2);
    const { version } = (await gateway.store.paymentById(id)) ?? {};
    for (const said of [collected, notCollected]) await bankSays(gateway, initiation, said);
    expect((await gateway.store.paymentById(id))?.version).toBe(version);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    await night();
    await refund({ id });
    expect((await gateway.store.paymentById(id))?.status).toBe('REFUNDED');
  });

  it('takes a second person also where all of it was refunded', async () => {
    const initiation = await start();
    const { id } = initiation.payment;
    await night();
    await refund({ id });
    await bankSays(gateway, initiation, notCollected);
    await decide(id, 'RETURNED');
    await bankSays(gateway, initiation, { ...collected, vads_url_check_src: 'RETRY' });
    const answers = { PAID: { code: 'APPROVAL_REQUIRED' }, REFUNDED: refused } as const;
    for (const status of ['REFUNDED', 'PAID'] as const) {
      const input = { input: { id, status } };
      const asked = dataOf(await withApproval.send(ReviewPaymentDocument, input, asClient('held'))).reviewPayment;
      expect(asked).toMatchObject(answers[status]);
    }
    expect((await gateway.store.paymentById(id))?.status).toBe('RETURNED');
  });

  it('stays returned where a message repeats what it said before, until the bank answers', async () => {
    const { initiation, id } = await returned();
    expect(await decide(id, 'PAID')).toMatchObject(refused);
    await bankSays(gateway, initiation, { vads_url_check_src: 'RETRY' });
    expect([alertsOf(id), await decide(id, 'PAID')]).toMatchObject([[didNotCome], refused]);
    await gateway.send(RefreshPaymentDocument, { id });
    expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll]);
  });

  it('is not returned by a person where its money came after all', async () => {
    const initiation = await start();
    const { id } = initiation.payment;
    for (const said of [notCollected, collected, collected]) await bankSays(gateway, initiation, said);
    expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    expect(await entriesOf(id)).toHaveLength(1);
  });
});
