import { hash } from 'node:crypto';
import type { Services, Transaction } from '../ports.ts';
import { TooManySignInsError } from './password.ts';

/**
 * Slows down guesses at passwords and codes, on all gateways together. A guess is counted before it is checked, so that
 * many at once are not more than one after the other. Passkeys and the provider's sign-in are never blocked.
 */

type Rule = {
  /** So many failures cost nothing. */
  readonly free: number;
  /** Then each costs twice as long as the one before, from this to the longest. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** Failures count no more after so long without another. */
  readonly forgottenMs: number;
};

const rules = {
  login: { free: 5, firstMs: 60_000, longestMs: 3_600_000, forgottenMs: 86_400_000 },
  person: { free: 5, firstMs: 60_000, longestMs: 3_600_000, forgottenMs: 86_400_000 },
  // An office shares its address.
  network: { free: 50, firstMs: 60_000, longestMs: 900_000, forgottenMs: 900_000 },
} as const satisfies Readonly<Record<string, Rule>>;

/** No rule looks further back. */
const longestMs = 86_400_000;

export type Guessed = { readonly kind: keyof typeof rules; readonly name: string };

/** No login is stored as it was typed: it may be a password in the wrong field. */
const keyOf = ({ kind, name }: Guessed): string => `${kind} ${hash('sha256', name.toLowerCase())}`;

/** Two transactions so do not wait for each other, and a blocked network adds no row for a login. */
const inOrder = (guessed: readonly Guessed[]): readonly Guessed[] =>
  guessed.toSorted((one, other) => other.kind.localeCompare(one.kind));

/** Null where the guess may be checked; else how long to wait, in milliseconds. The guess was not counted then. */
export function countGuess(
  { store, clock }: Services,
  guessed: readonly Guessed[],
  at = clock(),
): Promise<number | null> {
  return store.transact(async (transaction) => {
    await transaction.removeUsedUp({ now: at, guessesAt: at - longestMs });
    const found = [];
    for (const one of inOrder(guessed)) {
      const rule = rules[one.kind];
      const before = await transaction.lockGuesses(keyOf(one), at);
      const failures = at - before.at > rule.forgottenMs ? 0 : before.failures;
      if (before.blockedUntil > at) return before.blockedUntil - at;
      found.push({ rule, guessed: before.guessed, failures: failures + 1 });
    }
    for (const { rule, guessed: name, failures } of found) {
      const over = failures - rule.free;
      const blockedUntil = over < 0 ? 0 : at + Math.min(rule.longestMs, rule.firstMs * 2 ** Math.min(over, 20));
      await transaction.saveGuesses({ guessed: name, failures, blockedUntil, at });
    }
    return null;
  });
}

/** The guess was right: in the transaction that uses it. */
export const forgetGuesses = (transaction: Transaction, guessed: Guessed): Promise<void> =>
  transaction.removeGuesses(keyOf(guessed));

/**
 * Takes a right guess off the count that many people share, so that their sign-ins do not block each other. What was
 * wrong before it stays. It was let through, so that a wait came by it, or by a wrong one since: that stays as well.
 */
export async function takeBackGuess(transaction: Transaction, guessed: Guessed, countedAt: number): Promise<void> {
  const { failures, ...before } = await transaction.lockGuesses(keyOf(guessed), countedAt);
  const left = failures - 1;
  if (left < 1) return transaction.removeGuesses(before.guessed);
  const stays = before.at > countedAt && left >= rules[guessed.kind].free;
  return transaction.saveGuesses({ ...before, failures: left, blockedUntil: stays ? before.blockedUntil : 0 });
}

/**
 * Checks what was counted. Where the machine is too busy to look at it, it costs nothing.
 * @throws TooManySignInsError, and what `check` throws
 */
export async function checkCounted<Result>(
  { store }: Pick<Services, 'store'>,
  { guessed, countedAt }: { readonly guessed: readonly Guessed[]; readonly countedAt: number },
  check: () => Promise<Result>,
): Promise<Result> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof TooManySignInsError)
      await store.transact(async (transaction) => {
        for (const one of inOrder(guessed)) await takeBackGuess(transaction, one, countedAt);
      });
    throw error;
  }
}
