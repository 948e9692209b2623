import { type StoreFault, StoreUnavailableError } from '../kernel/store-unavailable.ts';

/** The one place that says which errors of an engine mean that the database cannot be used now. */

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const sqliteFaults: ReadonlyMap<number, StoreFault> = new Map([
  [3, 'READ_ONLY'], // SQLITE_PERM
  [5, 'LOCKED'], // SQLITE_BUSY
  [6, 'LOCKED'], // SQLITE_LOCKED
  [7, 'BROKEN'], // SQLITE_NOMEM
  [8, 'READ_ONLY'], // SQLITE_READONLY
  [10, 'BROKEN'], // SQLITE_IOERR
  [11, 'BROKEN'], // SQLITE_CORRUPT
  [13, 'FULL'], // SQLITE_FULL
  [14, 'BROKEN'], // SQLITE_CANTOPEN
  [15, 'LOCKED'], // SQLITE_PROTOCOL: the log's locks could not be taken
  [26, 'BROKEN'], // SQLITE_NOTADB
]);

/** Codes of PostgreSQL (its manual, appendix A); a class where the code itself is not listed. */
const postgresFaults: ReadonlyMap<string, StoreFault> = new Map([
  ['08', 'UNREACHABLE'], // connection exceptions
  ['25006', 'READ_ONLY'], // read-only transaction: a standby, or a server in recovery
  ['25P03', 'TIMEOUT'], // idle in transaction
  ['28', 'UNREACHABLE'], // the user or the password is not accepted any more
  ['3D000', 'UNREACHABLE'], // the database is gone
  ['40001', 'LOCKED'], // given up after every retry
  ['40P01', 'LOCKED'],
  ['53', 'BROKEN'], // out of memory and other resources
  ['53100', 'FULL'],
  ['53300', 'NO_CONNECTION'],
  ['53400', 'NO_CONNECTION'],
  ['55P03', 'LOCKED'], // lock_timeout
  ['57014', 'TIMEOUT'], // statement_timeout
  ['57P01', 'UNREACHABLE'], // shutdown
  ['57P02', 'UNREACHABLE'], // crash
  ['57P03', 'UNREACHABLE'], // starting, or recovering
  ['57P05', 'UNREACHABLE'], // idle session
  ['58', 'BROKEN'], // its files
  ['XX001', 'BROKEN'], // a page is corrupt
  ['XX002', 'BROKEN'],
]);

/**
 * Messages of `pg` and of the store that have no code. Matched whole: an error of another part may contain the same
 * words.
 */
const spokenFaults: ReadonlyMap<string, StoreFault> = new Map([
  ['Connection terminated', 'UNREACHABLE'],
  ['Connection terminated unexpectedly', 'UNREACHABLE'],
  ['Connection terminated due to connection timeout', 'UNREACHABLE'],
  ['Client has encountered a connection error and is not queryable', 'UNREACHABLE'],
  ['Client was closed and is not queryable', 'UNREACHABLE'],
  ['timeout exceeded when trying to connect', 'NO_CONNECTION'],
  ['timeout expired', 'UNREACHABLE'],
  ['Query read timeout', 'TIMEOUT'],
]);

/** Once it was connected, or before its address was found. */
const networkCodes = /^(?:ECONN(?:RESET|ABORTED)|EPIPE|ETIMEDOUT|E(?:HOST|NET)(?:UNREACH|DOWN)|ENOTFOUND|EAI_\w+)$/;

export function storeFaultOf(error: unknown): StoreFault | null {
  if (!(error instanceof Error)) return null;
  const { code = '', errcode, syscall } = error as Partial<Record<'code' | 'errcode' | 'syscall', unknown>>;
  // An extended result code holds the primary one in its low byte.
  if (code === 'ERR_SQLITE_ERROR') return sqliteFaults.get(Number(errcode) & 0xff) ?? null;
  // `DatabaseError` of the driver of PostgreSQL, by its two fields: the driver is loaded on PostgreSQL alone.
  if (error.name === 'error' && 'length' in error) {
    const given = String(code);
    return postgresFaults.get(given) ?? postgresFaults.get(given.slice(0, 2)) ?? null;
  }
  // A socket of a server on this machine is a file, and gone with it (ENOENT).
  if (syscall === 'connect' || networkCodes.test(String(code))) return 'UNREACHABLE';
  // Node gives the failures of several addresses of one host as one error.
  if (error instanceof AggregateError) return error.errors.map(storeFaultOf).find((fault) => fault !== null) ?? null;
  return spokenFaults.get(error.message) ?? null;
}

/** The typed error where the database cannot be used; any other error as it is. */
export function asStoreError(error: unknown, { isOutcomeUnknown = false } = {}): unknown {
  const fault = storeFaultOf(error);
  return fault === null ? error : new StoreUnavailableError(fault, { cause: error, isOutcomeUnknown });
}

/** SQLite refuses a busy lock at once, and the caller tries again. */
export const isLocked = (error: unknown): boolean => storeFaultOf(error) === 'LOCKED';
