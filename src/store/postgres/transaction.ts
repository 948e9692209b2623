import type { PoolClient } from 'pg';
import type { Connection, Statement } from '../connection.ts';
import { postgresConnection } from './connection.ts';

export type PostgresTransaction = Connection & {
  /** Whether the server has answered BEGIN: before that, nothing can have happened. */
  readonly hasBegun: () => boolean;
  /** @throws what the server refused first, and then nothing of the transaction is kept */
  readonly commit: () => Promise<void>;
  /** Ends what failed with `error`. Answers what it failed over: what the server refused, if it refused anything. */
  readonly rollback: (error: unknown) => Promise<unknown>;
  /** Whether the connection can be used again. */
  readonly isSound: () => boolean;
};

/** So that a transaction of ten thousand inserts neither fills the memory nor leaves the event loop no turn. */
const sentAheadAtMost = 100;

const noRows = { rows: [], changes: 1 } as const;

/**
 * A transaction whose statements wait for each other no more than they have to: BEGIN goes with what is read first, a
 * plain insert is sent and not waited for, and COMMIT goes behind it. The server does all in the order in which it was
 * sent, and once it has refused something it does nothing more, COMMIT included: what it refused first is what the
 * transaction fails with. The client's connection has to have `pipeline` on.
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
  /** What was sent ahead of the statement that failed with `error` may have failed before it. */
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
  return {
    execute: async (statement) => {
      // Were BEGIN refused alone, what is written behind it would be kept by itself.
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
    },
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
