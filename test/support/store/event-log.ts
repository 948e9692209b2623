import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Store } from '../../../src/app/store.ts';
import { anchorEventLog } from '../../../src/modules/event-log/anchor-event-log.ts';
import { settlingMs } from '../../../src/modules/event-log/chain.ts';
import type { EventLogProblem } from '../../../src/modules/event-log/event-log-problem.ts';
import { type VerifyRequest, verifyEventLog } from '../../../src/modules/event-log/verify-event-log.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { changeFacts } from './example-facts.ts';
import { ask, at, exampleEvent, initiate, type OpenedStore } from './examples.ts';

export const always = async (): Promise<boolean> => true;
/** Everything that was written by now has settled. */
export const later = (): number => Date.now() + settlingMs + 1;

/** The report of a verification, and every problem that it found. */
export async function verifyWhole(store: Store, request: Partial<VerifyRequest> = {}) {
  const problems: EventLogProblem[] = [];
  const listening = { report: (problem: EventLogProblem) => void problems.push(problem), progress: () => undefined };
  const report = await verifyEventLog(store, { paymentId: null, since: null, noted: [], ...request }, listening);
  return { problems, report };
}

export const eventLogProblems = async (store: Store): Promise<readonly EventLogProblem[]> =>
  (await verifyWhole(store)).problems;

/** An event log in this store, with the steps that tests take on it. */
export function eventLogOn(opened: OpenedStore) {
  /** What is written afterwards gets ids of a later millisecond. */
  const anchor = async (clock: () => number = later) => {
    const result = await anchorEventLog({ store: opened.store, clock }, always);
    await setTimeout(3);
    return result;
  };
  const sql = (text: string) => ask(opened.databaseUrl, text);

  async function verify(request: Partial<VerifyRequest> = {}) {
    const { problems, report } = await verifyWhole(opened.store, request);
    expect(report.problems).toBe(problems.length);
    const named = problems.map(({ kind, paymentId, sequence, anchor: number }) => [kind, paymentId, sequence, number]);
    return { ...report, found: named };
  }

  /** What a change of a payment writes. */
  async function change({ id, version }: Payment, status: Payment['status']): Promise<Payment> {
    const changed = await opened.store.transact(async (transaction) => {
      await transaction.updatePayment(id, version, { status, updatedAt: at });
      const payment = await transaction.paymentById(id);
      if (!payment) throw new Error('no payment');
      await transaction.appendEvent(
        exampleEvent(payment, { type: 'STATUS_CHANGED', data: { from: 'PENDING', ...changeFacts.BANK_NEWS } }),
        version + 1,
      );
      return payment;
    });
    return changed;
  }

  /** Three payments: the middle one was paid and refunded. All is anchored in two anchors. */
  async function anchoredPayments() {
    const first = await initiate(opened.store);
    const paid = await change(await initiate(opened.store), 'PAID');
    await anchor();
    const refunded = await change(paid, 'REFUNDED');
    const third = await initiate(opened.store);
    await anchor();
    expect(await verify()).toMatchObject({ payments: 3, events: 5, anchors: 2, unanchored: 0, found: [] });
    return { first, refunded, third };
  }

  return { anchor, sql, verify, change, anchoredPayments };
}
