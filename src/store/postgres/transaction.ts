import type { PoolClient } from 'pg';
import type { Connection, Statement } from '../connection.ts';
import { postgresConnection } from './connection.ts';
import { insertTogether } from './insert-together.ts';

export type PostgresTransaction = Connection & {
  /** Whether the server has answered BEGIN: before that, nothing can have happened. */
  readonly hasBegun: () => boolean;
  /** @throws the server's first refusal; then the transaction is rolled back */
  readonly commit: () => Promise<void>;
  /** Ends a unit that failed with `error`. Answers the cause: the server's first refusal, if there was one. */
  readonly rollback: (error: unknown) => Promise<unknown>;
  /** Whether the connection can be used again. */
  readonly isSound: () => boolean;
};

/** So that a transaction of ten thousand inserts neither fills the memory nor leaves the event loop no turn. */
const sentAheadAtMost = 100;

const noRows = { rows: [], changes: 1 } as const;

/**
 * A transaction that awaits as few statements as possible. BEGIN goes with the first read, a plain insert is sent
 * without waiting, and COMMIT follows. The server runs statements in the order of sending. After a refusal it runs
 * nothing more, COMMIT included, and the transaction fails with the first refusal. The client's connection must have
 * `pipeline` on.
 */
export function beginTransaction(client: PoolClient): PostgresTransaction {
  const { execute } = postgresConnection(client);
  let hasBegun = false;
  let isOver = false;
  let isSound = true;
  let refusal: { readonly error: unknown } | null = null;
  const noteRefusal = (error: unknown): void => {
    refusal ??= { error };
  };
  const begun = client.query('BEGIN ISOLATION LEVEL READ COMMITTED').then(() => {
    hasBegun = true;
  }, noteRefusal);
  const sentAhead: Promise<void>[] = [];
  const throwRefusal = (): void => {
    if (refusal) throw refusal.error;
  };
  /** A statement that was sent before the failed one may have failed first. */
  const firstRefusal = async (error: unknown): Promise<unknown> => {
    await Promise.all(sentAhead);
    return refusal ? refusal.error : error;
  };
  const sendAhead = async (statement: Statement): Promise<void> => {
    sentAhead.push(execute(statement).then(() => undefined, noteRefusal));
    if (sentAhead.length < sentAheadAtMost) return;
    await Promise.all(sentAhead.splice(0));
    throwRefusal();
  };
  const executeInOrder: Connection['execute'] = async (statement) => {
    // If only BEGIN were refused, a later write would be committed on its own.
    if (!statement.isRead) await begun;
    throwRefusal();
    if (statement.isPlainInsert) {
      await sendAhead(statement);
      return noRows;
    }
    try {
      return await execute(statement);
    } catch (error) {
      throw await firstRefusal(error);
    }
  };
  return {
    execute: executeInOrder,
    insertTogether: (rows, isFresh) => insertTogether(executeInOrder, rows, isFresh),
    commit: async () => {
      const ending = client.query('COMMIT').then(({ command }) => {
        isOver = true;
        if (command !== 'COMMIT') throw new Error('PostgreSQL rolled the transaction back');
      });
      await Promise.all([begun, ...sentAhead, ending.catch(() => undefined)]);
      throwRefusal();
      await ending;
    },
    rollback: async (error) => {
      if (!isOver) {
        await client.query('ROLLBACK').catch(() => {
          isSound = false;
        });
      }
      return firstRefusal(error);
    },
    hasBegun: () => hasBegun,
    isSound: () => isSound,
  };
}
