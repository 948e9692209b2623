import { describe, expect, it } from 'vitest';
import { startOfParisDay } from '../../../src/kernel/sepa/target-calendar.ts';
import { CancelPaymentDocument, RefundPaymentDocument, SettleOperationDocument } from '../../generated/graphql.ts';
import { night, paidAtBank } from '../../support/at-bank.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault, startBeside, startGateway, type TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { exampleAttempt, examplePayment, initiate } from '../../support/store/examples.ts';

/** How much a client may give back in a day: also where two ask at once, at different gateways. */

const ceiling = 3000;
const client = (name: string, refundCeilingCents?: number) =>
  clientNamed(name, refundCeilingCents === undefined ? {} : { refundCeilingCents });
let count = 0;
const clients = [client('unlimited'), ...Array.from({ length: 16 }, (_, number) => client(`shop-${number}`, ceiling))];

describe('the beginning of a day in Paris', () => {
  it.each([
    ['2026-01-15T23:30:00Z', '2026-01-15T23:00:00Z'],
    ['2026-07-15T22:30:00Z', '2026-07-15T22:00:00Z'],
    ['2026-07-15T21:59:59Z', '2026-07-14T22:00:00Z'],
    // Clocks go forward, and back, at one o'clock UTC.
    ['2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z'],
    ['2026-03-29T22:00:00Z', '2026-03-29T22:00:00Z'],
    ['2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z'],
    ['2026-10-25T23:00:00Z', '2026-10-25T23:00:00Z'],
  ])('of %s is %s', (moment, start) => {
    expect(new Date(startOfParisDay(Date.parse(moment))).toISOString()).toBe(start.replace('Z', '.000Z'));
  });
});

describe.each(drawnDatabases())('a refund ceiling on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open, config: { clients } }));
  const other = openForGroup(() => startBeside(gateway, { config: { clients } }));

  const paid = async (name: string): Promise<string> => {
    return (await paidAtBank(gateway, {}, asClient(name))).payment.id;
  };
  const refund = async (
    at: TestGateway,
    name: string,
    input: { id: string; amount?: number; idempotencyKey?: string },
  ) => {
    const { data } = await at.send(RefundPaymentDocument, { input }, asClient(name));
    return (data as { refundPayment: { __typename: string; message?: string } }).refundPayment;
  };
  const done = { __typename: 'RefundPaymentSuccess', refund: { status: 'DONE' } };
  const overBy = (left: string, asked: string) => ({
    __typename: 'NotAllowedError',
    message: `This client may give back 30.00 EUR a day (refundCeilingCents), and ${left} EUR of it are left today: ${asked} EUR are too much.`,
  });
  const newShop = () => `shop-${count++}`;

  it('is reached to the cent, and changes nothing where it is passed', async () => {
    const shop = newShop();
    const ids = [await paid(shop), await paid(shop), await paid(shop)] as const;
    await night(gateway);
    expect(await refund(gateway, shop, { id: ids[0] })).toMatchObject(done);
    expect(await refund(gateway, shop, { id: ids[1] })).toMatchObject(done);
    expect(await refund(gateway, shop, { id: ids[2], amount: 501 })).toMatchObject(overBy('5.00', '5.01'));
    expect((await gateway.store.operationsOf(ids[2])).length).toBe(0);
    // The operator reads it in the log, by the name of the client.
    const lines = gateway.logs.filter(({ payment, client: named }) => payment === ids[2] && named === shop);
    expect(lines).toMatchObject([{ level: 40, amountCents: 501, leftCents: 500 }]);
    expect(await refund(gateway, shop, { id: ids[2], amount: 500 })).toMatchObject(done);
    expect(await refund(gateway, shop, { id: ids[2], amount: 1 })).toMatchObject(overBy('0.00', '0.01'));
    expect(await refund(gateway, 'unlimited', { id: ids[2], amount: 1 })).toMatchObject(done);
  });

  it('begins anew with each day of Paris', async () => {
    const shop = newShop();
    const ids = [await paid(shop), await paid(shop), await paid(shop)] as const;
    await night(gateway);
    for (const id of [ids[0], ids[1]]) expect(await refund(gateway, shop, { id })).toMatchObject(done);
    const since = startOfParisDay(gateway.now());
    const query = { client: shop, runMode: 'TEST' as const };
    expect(await gateway.store.givenBackBy({ ...query, since })).toBe(2500);
    expect(await gateway.store.givenBackBy({ ...query, since: since + 90_000_000 })).toBe(0);
    expect(await gateway.store.givenBackBy({ ...query, runMode: 'LIVE', since })).toBe(0);
    gateway.advance(90_000_000);
    expect(await refund(gateway, shop, { id: ids[2] })).toMatchObject(done);
    gateway.advance(-90_000_000);
  });

  it('counts what is in doubt, and no more what a bank surely did not do', async () => {
    const shop = newShop();
    const ids = [await paid(shop), await paid(shop), await paid(shop)] as const;
    await night(gateway);
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'PAYBOX', moment: 'BEFORE' });
    expect(await refund(gateway, shop, { id: ids[0], idempotencyKey: ids[0] })).toMatchObject({
      __typename: 'OutcomeUnknownError',
    });
    expect(await refund(gateway, shop, { id: ids[1] })).toMatchObject(done);
    expect(await refund(gateway, shop, { id: ids[2] })).toMatchObject(overBy('5.00', '12.50'));
    // The bank is asked twice, and says twice that it did nothing.
    for (const ms of [60_000, 180_000]) await gateway.pass(ms);
    gateway.advance(-240_000);
    expect((await gateway.store.operationsOf(ids[0])).map(({ status }) => status)).toEqual(['FAILED']);
    expect(await refund(gateway, shop, { id: ids[2] })).toMatchObject(done);
    // The first, sent again under its key, counts like a new one.
    expect(await refund(gateway, shop, { id: ids[0], idempotencyKey: ids[0] })).toMatchObject(overBy('5.00', '12.50'));
    expect((await gateway.store.operationsOf(ids[0])).map(({ status }) => status)).toEqual(['FAILED']);
  });

  it.each(['REFUND', 'CANCEL'] as const)('counts a %s in doubt until another says it was never done', async (kind) => {
    const shop = newShop();
    const ids = [await paid(shop), await paid(shop), await paid(shop)] as const;
    if (kind === 'REFUND') await night(gateway);
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: kind, bank: 'PAYBOX', moment: 'AFTER' });
    if (kind === 'REFUND') await refund(gateway, shop, { id: ids[0] });
    else await gateway.send(CancelPaymentDocument, { input: { id: ids[0] } }, asClient(shop));
    const [doubted] = await gateway.store.operationsOf(ids[0]);
    expect(doubted?.status).toBe('UNKNOWN');
    const settle = async (name: string) =>
      (
        await gateway.send(
          SettleOperationDocument,
          { input: { id: doubted?.id ?? '', outcome: 'NOT_DONE' } },
          asClient(name),
        )
      ).data?.settleOperation;
    expect(await settle(shop)).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringMatching(/another person/) });
    if (kind === 'CANCEL') await night(gateway);
    expect(await refund(gateway, shop, { id: ids[1] })).toMatchObject(done);
    expect(await refund(gateway, shop, { id: ids[2] })).toMatchObject(overBy('5.00', '12.50'));
    expect(await settle('unlimited')).toMatchObject({ __typename: 'SettleOperationSuccess' });
    expect(await refund(gateway, shop, { id: ids[2] })).toMatchObject(done);
  });

  it('counts the cancellation of what was paid: it gives back as well', async () => {
    const shop = newShop();
    const ids = [await paid(shop), await paid(shop), await paid(shop)] as const;
    const cancel = async (id: string) =>
      (await gateway.send(CancelPaymentDocument, { input: { id } }, asClient(shop))).data?.cancelPayment;
    for (const id of [ids[0], ids[1]]) {
      expect(await cancel(id)).toMatchObject({ __typename: 'CancelPaymentSuccess', operation: { status: 'DONE' } });
    }
    expect(await cancel(ids[2])).toMatchObject(overBy('5.00', '12.50'));
    const waiting = (await initiated(gateway, {}, asClient(shop))).payment.id;
    expect(await cancel(waiting)).toMatchObject({ __typename: 'CancelPaymentSuccess', operation: null });
  });

  it('holds where many ask at once, at two gateways', async () => {
    const shop = newShop();
    const ids: string[] = [];
    for (let number = 0; number < 6; number++) ids.push(await paid(shop));
    await night(gateway);
    const answers = await Promise.all(ids.map((id, at) => refund(at % 2 ? gateway : other, shop, { id })));
    const types = answers.map(({ __typename }) => __typename);
    expect(types.toSorted()).toEqual([
      ...Array<string>(4).fill('NotAllowedError'),
      ...Array<string>(2).fill('RefundPaymentSuccess'),
    ]);
    const since = startOfParisDay(gateway.now());
    expect(await gateway.store.givenBackBy({ client: shop, runMode: 'TEST', since })).toBe(2500);
  });

  it('counts what a gateway of before recorded: a refund, and no cancellation', async () => {
    const shop = newShop();
    for (const kind of ['REFUND', 'CANCEL'] as const) {
      const payment = await initiate(gateway.store, examplePayment({ client: shop, effectiveRunMode: 'TEST' }));
      const attempt = exampleAttempt(payment, { number: 2, reference: `${payment.reference}-2` });
      const at = gateway.now();
      await gateway.store.transact(async (transaction) => {
        await transaction.insertAttempt(attempt, payment.paymentTarget);
        await transaction.insertOperation({
          ...{ id: `ope_${payment.id.slice(4)}`, paymentId: payment.id, attemptId: attempt.id, kind, amountCents: 700 },
          ...{ givesBack: null, status: 'DONE', origin: 'CALLER', client: shop, bankTransaction: null },
          ...{ bankCode: null, reason: null, asks: 0, nextAskAt: null, notShownAt: null, createdAt: at, updatedAt: at },
        });
      });
    }
    const since = startOfParisDay(gateway.now());
    expect(await gateway.store.givenBackBy({ client: shop, runMode: 'TEST', since })).toBe(700);
  });
});
