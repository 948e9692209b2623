import { dayMs, hourMs, minuteMs } from '../../kernel/durations.ts';
import { type IdentifierKind, lastIdAt } from '../../kernel/identifiers.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type { ClockReads, ClockWrites } from '../payments/inquiry/clock-walk.ts';

/**
 * The ages at which a copy is compared with what was recorded. A worker copies what is settled and never returns. It
 * misses what is committed later: a process stood still between the id and the commit, a commit waited for a standby,
 * or a clock is late.
 */
export const lookAgainAgesMs: readonly number[] = [10 * minuteMs, dayMs + hourMs];

/** Each look covers at least a minute, so that it writes its cursor once a minute. */
const leastMs = minuteMs;

export type LookAgainServices = {
  readonly store: Pick<ClockReads, 'cursor'> & Transacting<Pick<ClockWrites, 'moveCursor'>>;
  readonly clock: () => number;
  readonly keepsLease: () => Promise<boolean>;
};

/** A copy of items that are walked by their ids. */
export type Copied = {
  /** Names the cursors. */
  readonly name: string;
  readonly kind: IdentifierKind;
  /** The last id of the next batch after `from`, up to `until`; null where there is none. */
  readonly lastOf: (from: string, until: string) => Promise<string | null>;
  /** Copies what is missing of these ids. False where another process was first. */
  readonly complete: (from: string, until: string) => Promise<boolean>;
};

/** @param copiedUntil what comes after this id is not copied yet */
export async function lookAgain(
  { store, clock, keepsLease }: LookAgainServices,
  copiedUntil: string,
  { name, kind, lastOf, complete }: Copied,
): Promise<void> {
  for (const ageMs of lookAgainAgesMs) {
    const cursor = `look again: ${name} ${ageMs}`;
    const idAt = (after: number) => lastIdAt(kind, clock() - ageMs - after);
    const due = idAt(0);
    const until = due < copiedUntil ? due : copiedUntil;
    const stored = (await store.cursor(cursor)) ?? '';
    // A clock was ahead: what came before that place was not looked at.
    let from = stored > due ? idAt(ageMs) : stored;
    if (from > idAt(leastMs)) continue;
    for (;;) {
      const last = await lastOf(from, until);
      if (last === null) break;
      if (!(await complete(from, last))) return;
      await store.transact((transaction) => transaction.moveCursor(cursor, last));
      from = last;
      if (!(await keepsLease())) return;
    }
  }
}
