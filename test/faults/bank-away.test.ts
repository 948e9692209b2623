import { describe, expect, it } from 'vitest';
import { RefreshPaymentDocument, RefundPaymentDocument } from '../generated/graphql.ts';
import { night, paidAtBank, payAtBank } from '../support/at-bank.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { advance, ownClock } from '../support/faults/own-clock.ts';
import { openSimulator } from '../support/faults/story.ts';
import type { BankName } from '../support/faults/units.ts';
import { scriptFault, startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { type Initiated, initiated } from '../support/requests.ts';
import { eventLogProblems } from '../support/store/event-log.ts';

/**
 * A bank is away for so long that the gateway leaves it alone, tries it with one call, and works with it again. Nothing
 * in doubt is lost or done twice, and nothing is refused that needs no bank. A refusal says until when.
 */

const minuteMs = 60_000;
/** The usual ones. The breaker goes by the machine's clock, which the test moves. */
const failures = 5;
const restMs = 30_000;

const worlds = drawnDatabases().flatMap((database) =>
  (['PAYBOX', 'LABANQUEPOSTALE'] as const).map((bank) => ({ bank: bank as BankName, database, name: database.name })),
);

describe.each(worlds)('a bank that is away: $bank on $name', ({ bank, database }) => {
  openForGroup(ownClock);
  const gateway = openForGroup(() => startGateway({ open: database.open, environment: { LOG_LEVEL: 'silent' } }));

  const fault = async (operation: 'REFUND' | 'INQUIRY') => {
    const cut = { kind: 'CUT_CONNECTION', bank, operation, moment: 'AFTER', lasting: true };
    expect((await scriptFault(gateway, cut)).status).toBe(201);
  };
  const isBack = () => gateway.get('/sandbox/faults', { method: 'DELETE' });
  const paid = (): Promise<Initiated> => paidAtBank(gateway, { paymentTarget: bank });
  const refund = async ({ payment: { id } }: Initiated) => {
    const { data, errors } = await gateway.send(RefundPaymentDocument, { input: { id, idempotencyKey: `back ${id}` } });
    expect(errors).toBeUndefined();
    return data?.refundPayment;
  };
  const refresh = async ({ payment: { id } }: Initiated) => {
    const { data, errors } = await gateway.send(RefreshPaymentDocument, { id });
    expect(errors).toBeUndefined();
    return data?.refreshPayment;
  };
  const operationsOf = async ({ payment: { id } }: Initiated) =>
    (await gateway.store.operationsOf(id)).map(({ status }) => status);
  const statusOf = async ({ payment: { id } }: Initiated) => (await gateway.store.paymentById(id))?.status;
  const pass = async (...minutes: readonly number[]) => {
    for (const some of minutes) await gateway.pass(some * minuteMs);
  };
  /** How often the bank was called, by what became of it. */
  const calls = async () => {
    const text = await (await gateway.get('/metrics')).text();
    const count = (outcome: string) => {
      const line = new RegExp(`^reglement_bank_call_duration_seconds_count\\{.*outcome="${outcome}".*\\} (\\d+)$`, 'm');
      return Number(line.exec(text)?.[1] ?? 0);
    };
    return { lost: count('lost'), answered: count('answered') };
  };
  const unavailable = {
    __typename: 'ProviderUnavailableError',
    code: 'PROVIDER_UNAVAILABLE',
    retryAdvice: 'RETRY_SAME_KEY',
    retryAfterSeconds: 30,
  };

  it('is left alone, tried with one call, left alone again, and worked with when it is back', async () => {
    const doubtful = [await paid(), await paid()];
    const waiting = [await paid(), await paid(), await paid()];
    const untold = await initiated(gateway, { paymentTarget: bank });
    await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${untold.payment.reference}-1` });
    await payAtBank(untold);
    await night(gateway);

    // It does what it is asked for, and its answers are lost; then it says nothing at all.
    await fault('REFUND');
    const unknown = { __typename: 'OutcomeUnknownError', retryAdvice: 'CHECK_STATUS_FIRST' };
    for (const initiation of doubtful) expect(await refund(initiation)).toMatchObject(unknown);
    await fault('INQUIRY');
    for (let count = 0; count < failures; count++) expect(await refresh(untold)).toMatchObject(unavailable);

    // Open: a caller that needs the bank gets an error at once, without a call; nothing else is refused.
    const open = await calls();
    for (const initiation of waiting) expect(await refund(initiation)).toMatchObject(unavailable);
    expect(await refresh(untold)).toMatchObject(unavailable);
    expect(await refund(doubtful[0] as Initiated)).toMatchObject({ __typename: 'OutcomeUnknownError' });
    const meanwhile = await paid();
    expect(await statusOf(meanwhile)).toBe('PAID');
    await pass(1, 16);
    expect(await calls()).toEqual(open);
    expect(await Promise.all(doubtful.map(operationsOf))).toEqual([['UNKNOWN'], ['UNKNOWN']]);
    expect(await Promise.all(waiting.map(operationsOf))).toEqual([['FAILED'], ['FAILED'], ['FAILED']]);
    expect(await statusOf(untold)).toBe('REQUIRES_ACTION');

    // Half open: one call goes through, and it fails.
    advance(restMs - 1);
    expect(await refresh(untold)).toMatchObject(unavailable);
    expect(await calls()).toEqual(open);
    advance(1);
    for (let count = 0; count < 3; count++) expect(await refresh(untold)).toMatchObject(unavailable);
    expect(await calls()).toEqual({ ...open, lost: open.lost + 1 });

    // The bank is back; until its rest is over it is left alone still.
    await isBack();
    expect(await refund(waiting[0] as Initiated)).toMatchObject(unavailable);
    expect(await calls()).toEqual({ ...open, lost: open.lost + 1 });
    advance(restMs);
    const refunded = { __typename: 'RefundPaymentSuccess', payment: { status: 'REFUNDED' } };
    for (const initiation of waiting) expect(await refund(initiation)).toMatchObject(refunded);
    await pass(2, 11, 31, 121);
    expect(await statusOf(untold)).toBe('PAID');
    expect(await Promise.all(doubtful.map(operationsOf))).toEqual([['DONE'], ['DONE']]);
    expect(await Promise.all(doubtful.map(statusOf))).toEqual(['REFUNDED', 'REFUNDED']);
    expect(await statusOf(meanwhile)).toBe('PAID');

    const simulator = openSimulator(`${gateway.folder}/sandbox`);
    const done = ({ payment }: Initiated) => simulator.doneFor(bank, [`${payment.reference}-1`]);
    const once = { payments: 1, cancels: 0 };
    for (const one of [...doubtful, ...waiting]) expect(done(one)).toEqual({ ...once, refundedCents: 1250 });
    for (const one of [untold, meanwhile]) expect(done(one)).toEqual({ ...once, refundedCents: 0 });
    simulator.close();
    expect(await eventLogProblems(gateway.store)).toEqual([]);
  });
});
