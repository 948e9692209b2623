import { describe, expect, it } from 'vitest';
import { dueStart } from '../../../src/modules/payments/inquiry/clock-walk.ts';
import { CancelPaymentDocument, MayStillBePaidDocument, PaymentDocument } from '../../generated/graphql.ts';
import { paidAtBank, payAtBank } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { pressButtons } from '../../support/pages/pay-link.ts';
import { type Initiated, initiated, legacyPath } from '../../support/requests.ts';
import { changeFacts } from '../../support/store/example-facts.ts';
import { ask } from '../../support/store/examples.ts';

/** What the clock does: silent payments are asked about, unpaid ones end, and nothing waits for ever. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

describe.each(drawnDatabases())('the resolver on $name', ({ open }) => {
  const gateway = openForGroup(() =>
    startGateway({
      open,
      // The rest of a bank that is away goes by the machine's clock.
      bankCallLimits: { breaker: { failures: 5, restMs: 500 } },
    }),
  );

  const fault = (script: object) => scriptFault(gateway, script);
  const noFaults = () => gateway.get('/sandbox/faults', { method: 'DELETE' });
  const statusOf = async ({ payment }: Initiated) => (await gateway.store.paymentById(payment.id))?.status;
  /** The bank has the payment, and its message was lost. */
  const silent = async (paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE', change: object = {}) => {
    const initiation = await initiated(gateway, { paymentTarget, ...change });
    await fault({ kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
    await payAtBank(initiation);
    return initiation;
  };

  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('asks %s about a payment without a message', async (target) => {
    const initiation = await silent(target);
    await gateway.pass(5 * minuteMs);
    expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
    await gateway.pass(15 * minuteMs);
    expect(await statusOf(initiation)).toBe('PAID');
  });

  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)(
    'finds at %s the money of a customer who was refused and tried again on its page, and whose message was lost',
    async (paymentTarget) => {
      const initiation = await initiated(gateway, { paymentTarget });
      const session = await payAtBank(initiation, 'refuse');
      expect(await statusOf(initiation)).toBe('REFUSED');
      await fault({ kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
      await pressButtons(session, initiation.payment.paymentTarget, 'try-again', 'pay');
      await gateway.pass(20 * minuteMs);
      expect(await statusOf(initiation)).toBe('PAID');
    },
  );

  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)(
    'finds at %s the money of a customer who paid as the payment was given up, and whose message was lost',
    async (paymentTarget) => {
      const initiation = await initiated(gateway, { paymentTarget });
      const { data } = await gateway.send(CancelPaymentDocument, { input: { id: initiation.payment.id } });
      expect(data?.cancelPayment).toMatchObject({ payment: { status: 'CANCELLED' } });
      await fault({ kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
      await payAtBank(initiation);
      await gateway.pass(20 * minuteMs);
      expect(await statusOf(initiation)).toBe('PAID');
    },
  );

  it('asks and confirms also where a payment that is to end cannot be read', async () => {
    const broken = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' });
    const initiation = await silent('LABANQUEPOSTALE');
    const setPayment = (set: string) =>
      ask(gateway.databaseUrl, `update payments set ${set} where id = '${broken.payment.id}'`);
    await setPayment(`payer = '{"name":', expires_at = ${gateway.now()}`);
    await gateway.pass(12 * minuteMs);
    expect(await statusOf(initiation)).toBe('PAID');
    expect(gateway.logs).toContainEqual(
      expect.objectContaining({ level: 50, subject: broken.payment.id, fault: 'SyntaxError' }),
    );
    await setPayment('payer = null');
    await gateway.pass(minuteMs);
    expect(await statusOf(broken)).toBe('EXPIRED');
  });

  it('tells nothing again of a refusal that is known', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'PAYBOX' });
    await payAtBank(initiation, 'refuse');
    const { length } = await gateway.store.eventsOf(initiation.payment.id, 0, 100);
    for (const hours of [1, 1, 6, 25]) await gateway.pass(hours * hourMs);
    expect(await gateway.store.eventsOf(initiation.payment.id, 0, 100)).toHaveLength(length);
  });

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s, a question whose answer was lost', (bank) => {
    const first = bank === 'PAYBOX' ? 16 : 11;

    it.each(['CUT_CONNECTION', 'ANSWER_500', 'ANSWER_HTML', 'HALF_BODY'])(
      'by %s is put again after a minute, however many are answered after it',
      async (kind) => {
        const initiation = await silent(bank);
        const others = [await silent(bank), await silent(bank)];
        await fault({ kind, bank, operation: 'INQUIRY', reference: `${initiation.payment.reference}-1` });
        await gateway.pass(first * minuteMs + 1000);
        expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
        expect(await Promise.all(others.map(statusOf))).toEqual(['PAID', 'PAID']);
        await gateway.pass(30_000);
        expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
        await gateway.pass(31_000);
        expect(await statusOf(initiation)).toBe('PAID');
      },
    );

    it('again and again is put again ever later, half an hour apart at most, and no more after a day', async () => {
      const initiation = await silent(bank);
      const reference = `${initiation.payment.reference}-1`;
      await fault({ kind: 'ANSWER_HTML', bank, operation: 'INQUIRY', reference, lasting: true });
      await gateway.pass(first * minuteMs + 1000);
      const pauses: number[] = [];
      for (;;) {
        const all = { now: Number.MAX_SAFE_INTEGER, behind: dueStart, limit: 100 };
        const lost = (await gateway.store.inquiriesToRepeat(all))
          .map(({ read }) => read())
          .find(({ attempt }) => attempt.reference === reference);
        if (!lost) throw new Error('the question is not open any more');
        // It rests until the last age.
        if (lost.since > gateway.now()) break;
        pauses.push(Math.round((lost.nextAskAt - gateway.now()) / minuteMs));
        await gateway.pass(Math.max(0, lost.nextAskAt - gateway.now()));
      }
      expect(pauses.slice(0, 8)).toEqual([1, 1, 2, 4, 8, 16, 30, 30]);
      expect(Math.max(...pauses)).toBe(30);
      const inAll = pauses.reduce((sum, pause) => sum + pause, 0);
      expect(inAll).toBeGreaterThanOrEqual(24 * 60);
      expect(inAll).toBeLessThanOrEqual(24 * 60 + 30);
      const { data } = await gateway.send(MayStillBePaidDocument, { id: initiation.payment.id });
      expect(data?.payment).toEqual({ status: 'EXPIRED', mayStillBePaid: true });
      await noFaults();
      // The last age asks once more.
      await gateway.pass(hourMs);
      expect(await statusOf(initiation)).toBe('PAID');
    });
  });

  it('waits for a bank that is away, and asks about everything when it is back', async () => {
    const initiations: Initiated[] = [];
    for (let count = 0; count < 5; count++) initiations.push(await silent('LABANQUEPOSTALE'));
    await fault({ kind: 'ANSWER_500', bank: 'LABANQUEPOSTALE', operation: 'INQUIRY', lasting: true });
    await gateway.pass(20 * minuteMs);
    await gateway.pass(10 * minuteMs);
    expect(await Promise.all(initiations.map(statusOf))).toEqual(Array(5).fill('REQUIRES_ACTION'));
    await noFaults();
    // The circuit breaker lets a first call through after a while.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect
      .poll(
        async () => {
          await gateway.pass(minuteMs / 2);
          return Promise.all(initiations.map(statusOf));
        },
        { interval: 200 },
      )
      .toEqual(Array(5).fill('PAID'));
  });

  it("ends an unpaid payment by the clock alone, and still accepts the bank's message", async () => {
    const initiation = await silent('PAYBOX');
    await fault({ kind: 'ANSWER_500', bank: 'PAYBOX', operation: 'INQUIRY', lasting: true });
    await gateway.pass(24 * hourMs + minuteMs);
    expect(await statusOf(initiation)).toBe('EXPIRED');
    await noFaults();
    await expect
      .poll(
        async () => {
          await gateway.pass(hourMs + minuteMs);
          return statusOf(initiation);
        },
        { interval: 200 },
      )
      .toBe('PAID');
  });

  it('ends a transfer that was not made', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' });
    await gateway.pass(29 * dayMs);
    expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
    await gateway.pass(2 * dayMs);
    expect(await statusOf(initiation)).toBe('EXPIRED');
    expect((await gateway.store.eventsOf(initiation.payment.id, 0, 10)).at(-1)?.data).toMatchObject({ cause: 'CLOCK' });
  });

  it('ends an authorisation that was not captured', async () => {
    const initiation = await paidAtBank(gateway, { paymentTarget: 'PAYBOX', capture: 'LATER' });
    expect(await statusOf(initiation)).toBe('AUTHORIZED');
    await gateway.pass(6 * dayMs);
    expect(await statusOf(initiation)).toBe('AUTHORIZED');
    await gateway.pass(dayMs + minuteMs);
    expect(await statusOf(initiation)).toBe('EXPIRED');
  });

  it('lets go of an authorisation that ended, so that the attempt that is paid is the one', async () => {
    const path = legacyPath({ paymentTarget: 'PAYBOX', idCommande: 'held' }, '.json');
    const { payment_id: id } = (await (await gateway.get(path)).json()) as { payment_id: string };
    const first = await gateway.store.lastAttemptOf(id);
    await gateway.store.transact(async (transaction) => {
      const payment = await transaction.paymentById(id);
      await transaction.updateAttempt(first?.id ?? '', { status: 'AUTHORIZED', bankTransaction: '4711' });
      const change = { status: 'AUTHORIZED', expiresAt: gateway.now() + dayMs, updatedAt: gateway.now() } as const;
      await transaction.updatePayment(id, payment?.version ?? 0, change);
      const event = { id: `evt_${id}`, paymentId: id, type: 'STATUS_CHANGED', status: 'AUTHORIZED', at: 1 } as const;
      await transaction.appendEvent(
        { ...event, data: { from: 'REQUIRES_ACTION', ...changeFacts.BANK_NEWS } },
        (payment?.version ?? 0) + 1,
      );
    });
    await fault({ kind: 'ANSWER_500', bank: 'PAYBOX', operation: 'INQUIRY', lasting: true });
    await gateway.pass(2 * dayMs + minuteMs);
    await noFaults();
    // No attempt is opened before the bank has answered what it was asked last.
    await gateway.pass(31 * minuteMs);
    await gateway.get(path);
    const { data } = await gateway.send(PaymentDocument, { id });
    expect(data?.payment).toMatchObject({
      status: 'REQUIRES_ACTION',
      attempts: [{ status: 'EXPIRED' }, { status: 'OPEN' }],
    });
  });

  it('calls a person where the bank does not decide for a week, once', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', paymentType: 'DIRECT_SEPA' });
    const card = await silent('LABANQUEPOSTALE');
    await gateway.store.transact(async (transaction) => {
      for (const { payment } of [initiation, card]) {
        const attempt = await transaction.lastAttemptOf(payment.id);
        await transaction.updateAttempt(attempt?.id ?? '', { status: 'PENDING' });
        const found = await transaction.paymentById(payment.id);
        await transaction.updatePayment(payment.id, found?.version ?? 0, {
          status: 'PENDING',
          updatedAt: gateway.now(),
        });
        await transaction.appendEvent(
          {
            id: `evt_${payment.id}`,
            paymentId: payment.id,
            type: 'STATUS_CHANGED',
            status: 'PENDING',
            at: 1,
            data: { from: 'REQUIRES_ACTION', ...changeFacts.BANK_NEWS },
          },
          (found?.version ?? 0) + 1,
        );
      }
    });
    await fault({ kind: 'ANSWER_500', bank: 'LABANQUEPOSTALE', operation: 'INQUIRY', lasting: true });
    await gateway.pass(6 * dayMs);
    expect(await statusOf(card)).toBe('PENDING');
    for (let days = 0; days < 3; days++) await gateway.pass(dayMs);
    expect(await statusOf(card)).toBe('NEEDS_REVIEW');
    const events = await gateway.store.eventsOf(card.payment.id, 0, 100);
    expect(events.filter(({ type }) => type === 'REVIEW_NEEDED')).toHaveLength(1);
    // A direct debit is decided by the bank's statement.
    expect(await statusOf(initiation)).toBe('PENDING');
    for (let days = 0; days < 40; days += 5) await gateway.pass(5 * dayMs);
    // The bank has a day to answer the last question.
    await gateway.pass(dayMs);
    expect(await statusOf(initiation)).toBe('NEEDS_REVIEW');
    await noFaults();
  });

  it('writes nothing for what has ended well', async () => {
    const initiation = await paidAtBank(gateway);
    const before = await gateway.store.paymentById(initiation.payment.id);
    for (const ms of [20 * minuteMs, hourMs, 6 * hourMs, dayMs, 8 * dayMs]) await gateway.pass(ms);
    expect(await gateway.store.paymentById(initiation.payment.id)).toEqual(before);
  });

  it('ends all that has run out in one round, however much that is', async () => {
    const transfer = { paymentTarget: 'MILLIET', paymentType: 'SEPA' } as const;
    const initiations = await Promise.all(
      Array.from({ length: 130 }, (_, index) => initiated(gateway, { ...transfer, idCommande: `many-${index}` })),
    );
    await gateway.pass(31 * dayMs);
    expect(new Set(await Promise.all(initiations.map(statusOf)))).toEqual(new Set(['EXPIRED']));
  });
});

it('asks about its very first payment after a pause of days, too', async () => {
  await using gateway = await startGateway();
  await gateway.runWorkers('resolver');
  const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
  await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
  await payAtBank(initiation);
  await gateway.pass(4 * dayMs);
  expect((await gateway.store.paymentById(initiation.payment.id))?.status).toBe('PAID');
});
