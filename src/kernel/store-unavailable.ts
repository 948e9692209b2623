import { closedSet, type NameOf } from './closed-set.ts';
import type { RetryAdvice } from './vocabulary.ts';

export const storeFault = closedSet('StoreFault', 'Why the database cannot be used now.', {
  UNREACHABLE: 'the database does not answer',
  TIMEOUT: 'the database did not answer in time',
  FULL: 'the disk of the database is full',
  READ_ONLY: 'the database takes no writes',
  LOCKED: 'another process holds a lock in the database',
  NO_CONNECTION: 'the database has no connection left',
  BROKEN: 'the database cannot read or write its files',
  MOVED: 'the file of the database was moved or removed',
});
export type StoreFault = NameOf<typeof storeFault>;

/** When it is worth asking again: an outage of the database is rarely over sooner. */
export const storeRestSeconds = 5;

/**
 * The database cannot be used now. Every door answers 503, and the next request may succeed. `CHECK_STATUS_FIRST`: the
 * answer to a commit was lost, so the work may have been done. Otherwise nothing was done.
 */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  readonly fault: StoreFault;
  readonly retryAdvice: Extract<RetryAdvice, 'RETRY_SAME_KEY' | 'CHECK_STATUS_FIRST'>;
  readonly retryAfterSeconds = storeRestSeconds;

  constructor(fault: StoreFault, { cause, isOutcomeUnknown }: { cause: unknown; isOutcomeUnknown: boolean }) {
    const said = cause instanceof Error && cause.message !== '' ? `: ${cause.message}` : '';
    super(`${storeFault.descriptions[fault]}${said}`, { cause });
    this.fault = fault;
    this.retryAdvice = isOutcomeUnknown ? 'CHECK_STATUS_FIRST' : 'RETRY_SAME_KEY';
  }
}

/** For a caller. The database's own message goes only to the log. */
export const unavailableTexts: Readonly<Record<StoreUnavailableError['retryAdvice'], string>> = {
  RETRY_SAME_KEY: 'The database is not available. Nothing was changed: ask again later, with the same idempotency key.',
  CHECK_STATUS_FIRST:
    'The database is not available, and it is not known what was done. Look at the status before you ask again.',
};

/** The members of an error in JSON, at the doors that have no form of their own. */
export const unavailableMembers = ({ retryAdvice }: Pick<StoreUnavailableError, 'retryAdvice'>) => ({
  code: 'DATABASE_UNAVAILABLE',
  message: unavailableTexts[retryAdvice],
  retryAdvice,
});

/** Without the message of an error, which may hold personal data: where it came from, or why the database fails. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const { name, stack } = error;
  if (error instanceof StoreUnavailableError) return `${name}: ${storeFault.descriptions[error.fault]}`;
  return `${name}: ${stack?.match(/^ +at .*$/m)?.[0].trim() ?? ''}`;
}
