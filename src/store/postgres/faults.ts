import { setTimeout } from 'node:timers/promises';
import { DatabaseError } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import { storeFaultOf } from '../store-faults.ts';

/** The meaning of PostgreSQL's errors. The codes are those of its manual, appendix A. */

/** Two transactions each waited for the other, or could not be put in an order: the database asks for another try. */
const conflictCodes = new Set(['40001', '40P01']);
const isConflict = (error: unknown): boolean => error instanceof DatabaseError && conflictCodes.has(error.code ?? '');

/** There is no connection, or it broke; the database itself may be well, or back in a moment. */
export function isConnectionFault(error: unknown): boolean {
  const fault = storeFaultOf(error);
  return fault === 'UNREACHABLE' || fault === 'NO_CONNECTION';
}

/** After COMMIT was sent, the connection broke or timed out before the server answered. */
export const isAnswerLost = (error: unknown): boolean =>
  isConnectionFault(error) || (error instanceof Error && error.message === 'Query read timeout');

/** A standby, or a connection from the time when the server was one: it stays so however long it is used. */
const readOnlyTransaction = '25006';

/**
 * Whether a connection is given up after a refusal: another one may reach a server that takes writes. PgBouncer keeps the
 * name of a statement that the server refused to prepare, and refuses to take it again.
 */
export const isSpoiltBy = (error: unknown, { isPooled }: { readonly isPooled: boolean }): boolean =>
  isPooled || isAnswerLost(error) || (error instanceof DatabaseError && error.code === readOnlyTransaction);

const waitsMs = [50, 200, 500];

/**
 * Repeats, after a pause, a call that failed for want of a connection. `isHarmless` decides from the progress whether
 * it had changed anything.
 */
export async function untilConnected<T>(run: () => Promise<T>, isHarmless = (): boolean => true): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await run();
    } catch (error) {
      if (!isConnectionFault(error) || !isHarmless()) throw error;
      await setTimeout(waitMs);
    }
  }
  return run();
}

const retries = 3;

/** Runs again what the database gave up over a conflict with another transaction. */
export async function untilSerialised<T>(run: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await run();
    } catch (error) {
      if (!isConflict(error) || failures === retries) throw error;
      await setTimeout(10 * 2 ** failures);
    }
  }
}

const adviceOn: Readonly<Record<string, string>> = {
  '3D000': ' Create it, empty and with the encoding UTF8.',
  '28P01': ' Is the password in DATABASE_URL right?',
  '42501': ' Are the tables of another user, who gave this one no rights?',
  '28000': ' May this user connect from here (pg_hba.conf)?',
};

/** The message for an operator whose gateway does not start. Of DATABASE_URL it holds only the database's name. */
export function problemOf(error: Error): DatabaseProblem {
  const advice = 'code' in error ? adviceOn[String(error.code)] : undefined;
  return new DatabaseProblem(
    isConnectionFault(error) && advice === undefined ? 'UNREACHABLE' : 'UNUSABLE',
    `The PostgreSQL server of DATABASE_URL cannot be used: ${reasonOf(error)}.${advice ?? ''}`,
    { cause: error },
  );
}

/** Node gives several failed addresses as one error without a message. */
const reasonOf = (error: NodeJS.ErrnoException): string => error.message || error.code || error.name;
