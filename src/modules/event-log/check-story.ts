import { hashOfEvent } from '../payments/event-hash.ts';
import type { EventLogRow, LoggedEvent } from './event-log.ts';
import type { EventLogProblem } from './event-log-problem.ts';

type Report = (problem: EventLogProblem) => void;

/** Takes a payment's rows in order; `end` when there are no more of it. */
export type StoryCheck = { readonly take: (row: EventLogRow) => void; readonly end: () => void };

/** Checks one payment's story: every hash and link, no gap, and that the payment agrees with its story. */
export function createStoryCheck(first: EventLogRow, report: Report): StoryCheck {
  const { paymentId } = first;
  let row = first;
  let last: LoggedEvent | null = null;
  let recordedCents: number | null = null;
  const refunds = new Map<string, number>();
  const problem = (kind: EventLogProblem['kind'], sequence: number | null, detail: string): void =>
    report({ kind, paymentId, sequence, anchor: null, detail });

  const take = (next: EventLogRow): void => {
    row = next;
    const { event } = next;
    if (event === null) return;
    const expected = (last?.sequence ?? 0) + 1;
    if (event.sequence !== expected) problem('EVENT_MISSING', expected, `the next event there is ${event.sequence}`);
    else if (event.previousHash !== (last?.hash ?? null)) {
      problem('LINK_BROKEN', event.sequence, 'its previous hash is not the hash of the event before it');
    }
    const data = dataOf(event);
    const { hash, previousHash } = event;
    if (data === null || hashOfEvent(previousHash, { ...event, data }) !== hash) {
      problem('EVENT_CHANGED', event.sequence, `${event.type} ${event.status} does not have the hash ${hash}`);
    }
    if (data !== null) {
      if (event.sequence === 1 && typeof data.amountCents === 'number') recordedCents = data.amountCents;
      noteRefund(refunds, event, data);
    }
    last = event;
  };

  const end = (): void => {
    const sequence = last?.sequence ?? 0;
    if (row.version > sequence) {
      problem('EVENT_MISSING', sequence + 1, `the payment is at version ${row.version}, its story ends at ${sequence}`);
    } else if (row.version < sequence) {
      problem('EVENT_CHANGED', sequence, `the payment is at version ${row.version}, its story ends at ${sequence}`);
    } else if (last && last.status !== row.status) {
      problem('STATUS_CHANGED', sequence, `the payment is ${row.status}, its last event says ${last.status}`);
    }
    if (recordedCents !== null && recordedCents !== row.amountCents) {
      problem('AMOUNT_CHANGED', 1, `the payment has ${row.amountCents} cents, ${recordedCents} were recorded`);
    }
    const refunded = [...refunds.values()].reduce((sum, cents) => sum + cents, 0);
    if (refunded > row.amountCents) {
      problem('REFUNDED_TOO_MUCH', null, `${refunded} cents were given back of ${row.amountCents}`);
    }
  };
  return { take, end };
}

type StoredData = Readonly<Record<string, unknown>>;

function dataOf({ data }: LoggedEvent): StoredData | null {
  try {
    const parsed: unknown = JSON.parse(data);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as StoredData) : null;
  } catch {
    return null;
  }
}

/** The refunds, each operation once. */
function noteRefund(refunds: Map<string, number>, { type }: LoggedEvent, { operation, amountCents }: StoredData): void {
  if (type !== 'REFUND_DONE' || typeof operation !== 'string' || typeof amountCents !== 'number') return;
  refunds.set(operation, amountCents);
}
