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

/** Each look covers as much time as its age, a minute at most, so that it seldom writes its cursor. */
const coveredMs = (ageMs: number): number => Math.min(ageMs, minuteMs);

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
  /** An age before the others, for a copy that takes what is not settled yet. */
  readonly soonMs?: number;
  /** The last id of the next batch after `from`, up to `until`; null where there is none. */
  readonly lastOf: (from: string, until: string) => Promise<string | null>;
  /** Copies what is missing of these ids. False where another process was first. */
  readonly complete: (from: string, until: string) => Promise<boolean>;
};

/** @param copiedUntil what comes after this id is not copied yet */
export async function lookAgain(
  { store, clock, keepsLease }: LookAgainServices,
  copiedUntil: string,
  { name, kind, soonMs, lastOf, complete }: Copied,
): Promise<void> {
  for (const ageMs of [...(soonMs === undefined ? [] : [soonMs]), ...lookAgainAgesMs]) {
    const cursor = `look again: ${name} ${ageMs}`;
    const idAt = (after: number) => lastIdAt(kind, clock() - ageMs - after);
    const due = idAt(0);
    const until = due < copiedUntil ? due : copiedUntil;
    const stored = (await store.cursor(cursor)) ?? '';
    // The cursor is in the future, because a clock was ahead. Look at the last span again.
    let from = stored > due ? idAt(ageMs) : stored;
    if (from > idAt(coveredMs(ageMs))) continue;
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
