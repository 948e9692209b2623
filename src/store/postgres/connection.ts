import pg, { DatabaseError, type Pool, type PoolClient, type PoolConfig, type QueryConfig, type QueryResult } from 'pg';
import type { Connection, Outcome, Statement } from '../connection.ts';
import { gatewayName } from '../migrate.ts';
import { insertTogether } from './insert-together.ts';

/** Warnings for the operator: a pino logger has this shape. */
export type StoreLogger = { readonly warn: (details: object, message: string) => void };

const int8 = 20;

/** Limits for each gateway's connections, so that one query or one forgotten transaction cannot delay the others. */
export const defaultConnectionLimits = {
  connections: 16,
  connectTimeoutSeconds: 5,
  statementTimeoutSeconds: 10,
  lockTimeoutSeconds: 5,
  idleInTransactionTimeoutSeconds: 10,
};
export type ConnectionLimits = Readonly<typeof defaultConnectionLimits>;

/**
 * The first rows of a list are in memory or on an SSD. By default PostgreSQL assumes a rotating disk: one indexed row
 * costs as much as four consecutive ones. It would then read back through all payments until it has enough of the
 * requested société, or through the whole table if those are older. No query runs long enough to be worth compiling.
 */
const plannerOptions = '-c random_page_cost=1.1 -c jit=off';

export function poolConfig(connectionString: string, limits: ConnectionLimits = defaultConnectionLimits): PoolConfig {
  return {
    connectionString,
    application_name: gatewayName,
    max: limits.connections,
    connectionTimeoutMillis: limits.connectTimeoutSeconds * 1000,
    idleTimeoutMillis: 60_000,
    // Statements that need not wait for each other do not: see beginTransaction.
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: plannerOptions,
    statement_timeout: limits.statementTimeoutSeconds * 1000,
    lock_timeout: limits.lockTimeoutSeconds * 1000,
    idle_in_transaction_session_timeout: limits.idleInTransactionTimeoutSeconds * 1000,
    // The client's own time-out, for a server that vanished: longer than the server's.
    query_timeout: limits.statementTimeoutSeconds * 1000 + 5_000,
    types: { getTypeParser: (oid, format) => (oid === int8 ? safeInteger : pg.types.getTypeParser(oid, format)) },
  };
}

/**
 * A pool that survives lost connections. The pool itself handles the error of a connection only while it is idle. A
 * connection that is lost at handover, or between two statements, would have no listener and end the process. The user
 * of that connection gets the error from its next statement.
 */
export function openPool(config: PoolConfig, onIdleLoss: (error: Error) => void = () => undefined): Pool {
  const pool = new pg.Pool(config);
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', onIdleLoss);
  return pool;
}

/** PostgreSQL's 64-bit integers come as text. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('PostgreSQL holds an integer beyond 2^53');
  return value;
}

/** Statements on a client of the pool, or on whichever client the pool has free. */
export function postgresConnection(client: Pick<Pool | PoolClient, 'query'>): Connection {
  const execute = async <Row>(statement: Statement): Promise<Outcome<Row>> => {
    // PostgreSQL cannot keep a NUL in a text, and refuses to compare with one: nothing is equal to it.
    if (statement.isRead && statement.parameters.some(hasNul)) return { rows: [], changes: 0 };
    const { name, sql: text } = statement;
    const values = [...statement.parameters];
    const query: QueryConfig = name === null ? { text, values } : { name, text, values };
    const result: QueryResult = await client.query(query).catch(withoutValues);
    return { rows: result.rows as Row[], changes: result.command === 'SELECT' ? 0 : (result.rowCount ?? 0) };
  };
  return { execute, insertTogether: (rows, isFresh) => insertTogether(execute, rows, isFresh) };
}

/** PostgreSQL adds the refused row to its errors, with the customer's e-mail: not for a log. */
function withoutValues(error: unknown): never {
  if (error instanceof DatabaseError) {
    error.detail = undefined;
    error.where = undefined;
  }
  throw error;
}

const hasNul = (value: unknown): boolean => typeof value === 'string' && value.includes('\0');
