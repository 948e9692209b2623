import type { DatabaseSync } from 'node:sqlite';
import type { BankName, Transaction } from './bank.ts';
import { atomically, numberIn, recordsIn } from './database.ts';
import { parisDay } from './paris-time.ts';

/** An operation on a payment that a shop asked for, server to server. */
export type Operation = {
  readonly bank: BankName;
  /** The operation's own number at the bank: NUMTRANS, uuid. */
  readonly number: string;
  /** The number of the payment's transaction. */
  readonly original: string;
  readonly kind: 'CAPTURE' | 'CANCEL' | 'REFUND';
  readonly amountCents: number;
  readonly at: number;
};

/** A payment's transaction with all that was done to it since. */
export type History = {
  readonly transaction: Transaction;
  readonly operations: readonly Operation[];
  readonly refundedCents: number;
  /** The amount that was captured, or will be in the night: less than the authorised one after a partial capture. */
  readonly capturedCents: number;
  /** Whether the night has passed that takes the money. */
  readonly isCollected: boolean;
};

export type OperationState = {
  /** Everything in it is written together, or nothing. */
  atomically<Result>(work: () => Result): Result;
  /** Records the operation and, where it changes it, the transaction's status. */
  insertOperation(operation: Operation, statusAfter: string): void;
  operationsOf(bank: BankName, original: string): readonly Operation[];
  recentOperations(limit: number): readonly Operation[];
  /** Runs the nightly collection of the captures before `at`. */
  recordNight(at: number): void;
  /** 0 where there was none. */
  lastNight(): number;
};

export const operationSchema = `
  CREATE TABLE operation (
    position INTEGER PRIMARY KEY AUTOINCREMENT, bank TEXT NOT NULL, number TEXT NOT NULL, original TEXT NOT NULL,
    kind TEXT NOT NULL, amount_cents INTEGER NOT NULL, at INTEGER NOT NULL, UNIQUE (bank, number),
    FOREIGN KEY (bank, original) REFERENCES bank_transaction (bank, number)
  ) STRICT;
  CREATE INDEX operation_original ON operation (bank, original);
  CREATE INDEX bank_transaction_reference ON bank_transaction (bank, shop, reference);
`;

const nightCounter = 'night';

export function operations(database: DatabaseSync): OperationState {
  const all = recordsIn<Operation>(database, 'operation');
  const update = database.prepare('UPDATE bank_transaction SET status = ? WHERE bank = ? AND number = ?');
  const setNight = database.prepare('INSERT OR REPLACE INTO counter VALUES (?, ?)');
  const night = database.prepare('SELECT value FROM counter WHERE name = ?');
  return {
    atomically: (work) => atomically(database, work),
    insertOperation: (operation, statusAfter) =>
      atomically(database, () => {
        all.insert(operation);
        update.run(statusAfter, operation.bank, operation.original);
      }),
    operationsOf: all.all('WHERE bank = ? AND original = ? ORDER BY position'),
    recentOperations: all.all('ORDER BY position DESC LIMIT ?'),
    recordNight: (at) => void setNight.run(nightCounter, at),
    lastNight: () => numberIn(night.get(nightCounter)),
  };
}

/** `delayMs` is the capture's own delay, beyond the first night. */
export function historyOf(
  state: Pick<OperationState, 'operationsOf' | 'lastNight'>,
  transaction: Transaction,
  { now, delayMs = 0 }: { readonly now: number; readonly delayMs?: number },
): History {
  const operations = state.operationsOf(transaction.bank, transaction.number);
  const capture = operations.find(({ kind }) => kind === 'CAPTURE');
  const capturedAt = Math.max(transaction.at + delayMs, capture?.at ?? 0);
  return {
    transaction,
    operations,
    refundedCents: operations
      .filter(({ kind }) => kind === 'REFUND')
      .reduce((sum, { amountCents }) => sum + amountCents, 0),
    capturedCents: capture?.amountCents ?? transaction.amountCents,
    isCollected: state.lastNight() >= capturedAt || parisDay(capturedAt) < parisDay(now),
  };
}
