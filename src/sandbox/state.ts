import assert from 'node:assert/strict';
import type { DatabaseSync } from 'node:sqlite';
import type { BankName, Means, Session, SessionState, Transaction } from './bank.ts';
import { type FaultState, faultSchema, faults } from './faults.ts';
import { openDatabase } from './open-database.ts';
import { type OperationState, operationSchema, operations } from './operations.ts';
import { atomically, count, type Row, word } from './rows.ts';

/** The result of a server-to-server message. The message itself is not kept: it may hold an account number. */
export type Delivery = {
  readonly delivered: boolean;
  readonly httpStatus: number | null;
  /** Why there was no answer, null where there was one. */
  readonly failure: string | null;
  /** The beginning of the answer's body, as the banks' back offices show it. */
  readonly answer: string;
  readonly durationMs: number;
};

export type ListedTransaction = Transaction & { readonly delivery: Delivery | null };

/** A message with what it was about. */
export type SentMessage = Delivery & {
  readonly bank: BankName;
  readonly number: string;
  readonly reference: string;
  readonly at: number;
};

export type State = OperationState &
  FaultState & {
    insertSession(session: Session): void;
    session(bank: BankName, id: string): Session | null;
    /** False, and nothing is written, where the session is in another state than `from`. */
    moveSession(id: string, change: { from: SessionState; to: SessionState; means: Means | null }): boolean;
    /** Ends a try: session and transaction change together, or not at all where another request was first. */
    settleSession(settling: {
      session: Session;
      to: SessionState;
      transaction: Transaction;
      referencePaysOnce: boolean;
    }): 'SETTLED' | 'TOO_LATE' | 'ALREADY_PAID';
    isPaid(bank: BankName, shop: string, reference: string): boolean;
    lastTransactionOf(sessionId: string): Transaction | null;
    transaction(bank: BankName, number: string): Transaction | null;
    /** Every try under a reference, oldest first. */
    transactionsOf(bank: BankName, shop: string, reference: string): readonly Transaction[];
    /** False where the shop has used the id on that UTC day (`YYYYMMDD`). */
    claimTransactionId(shop: string, day: string, id: string): boolean;
    /** Counts up from `first`, never the same number twice. */
    nextNumber(counter: string, first: number): number;
    /** `digest` is that of the message: SHA-256, in hex, over its method, a blank, its query, a line feed and its body. */
    insertDelivery(of: { bank: BankName; number: string; digest: string }, delivery: Delivery, at: number): void;
    recentSessions(limit: number): readonly Session[];
    recentTransactions(limit: number): readonly ListedTransaction[];
    /** The messages that were sent, the newest first. */
    recentDeliveries(limit: number): readonly SentMessage[];
    close(): void;
  };

const firstSchema = `
  CREATE TABLE session (
    id TEXT PRIMARY KEY, bank TEXT NOT NULL, shop TEXT NOT NULL, shop_name TEXT NOT NULL, reference TEXT NOT NULL,
    amount_cents INTEGER NOT NULL, language TEXT NOT NULL, fields TEXT NOT NULL, state TEXT NOT NULL, means TEXT,
    created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX session_reference ON session (bank, shop, reference);
  CREATE TABLE bank_transaction (
    position INTEGER PRIMARY KEY AUTOINCREMENT, bank TEXT NOT NULL, number TEXT NOT NULL,
    session_id TEXT NOT NULL REFERENCES session (id), shop TEXT NOT NULL, reference TEXT NOT NULL,
    amount_cents INTEGER NOT NULL, operation TEXT NOT NULL, status TEXT NOT NULL, code TEXT NOT NULL,
    brand TEXT NOT NULL, means TEXT NOT NULL, details TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (bank, number)
  ) STRICT;
  CREATE INDEX bank_transaction_session ON bank_transaction (session_id);
  CREATE TABLE delivery (
    position INTEGER PRIMARY KEY AUTOINCREMENT, bank TEXT NOT NULL, number TEXT NOT NULL, delivered INTEGER NOT NULL,
    http_status INTEGER, failure TEXT, answer TEXT NOT NULL, duration_ms INTEGER NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX delivery_transaction ON delivery (bank, number);
  CREATE TABLE used_transaction_id (
    shop TEXT NOT NULL, day TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (shop, day, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
`;
const schemas: readonly string[] = [
  firstSchema,
  operationSchema + faultSchema,
  "ALTER TABLE delivery ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
];

/** The stored state of the card platforms' simulators. */
export function openState(folder: string): State {
  const database = openDatabase(folder, 'sandbox.sqlite', schemas);
  return {
    ...sessions(database),
    ...transactions(database),
    ...numbers(database),
    ...operations(database),
    ...faults(database),
    close: () => database.close(),
  };
}

function sessions(
  database: DatabaseSync,
): Pick<State, 'insertSession' | 'session' | 'moveSession' | 'settleSession' | 'isPaid' | 'recentSessions'> {
  const insert = database.prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM session WHERE bank = ? AND id = ?');
  const move = database.prepare('UPDATE session SET state = ?, means = ? WHERE id = ? AND state = ?');
  const paid = database.prepare(
    "SELECT 1 FROM session WHERE bank = ? AND shop = ? AND reference = ? AND state = 'PAID' LIMIT 1",
  );
  const recent = database.prepare('SELECT * FROM session ORDER BY created_at DESC, rowid DESC LIMIT ?');
  const insertTransaction = database.prepare(`
    INSERT INTO bank_transaction
      (bank, number, session_id, shop, reference, amount_cents, operation, status, code, brand, means, details, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  `);
  const isPaid: State['isPaid'] = (bank, shop, reference) => paid.get(bank, shop, reference) !== undefined;
  return {
    isPaid,
    insertSession: (it) => {
      const means = it.means === null ? null : JSON.stringify(it.means);
      const order = [it.shop, it.shopName, it.reference, it.amountCents, it.language, JSON.stringify(it.fields)];
      insert.run(it.id, it.bank, ...order, it.state, means, it.createdAt, it.expiresAt);
    },
    session: (bank, id) => {
      const row = select.get(bank, id);
      return row === undefined ? null : sessionOf(row);
    },
    moveSession: (id, { from, to, means }) =>
      move.run(to, means === null ? null : JSON.stringify(means), id, from).changes === 1,
    settleSession: ({ session, to, transaction: it, referencePaysOnce }) =>
      atomically(database, () => {
        if (referencePaysOnce && isPaid(session.bank, session.shop, session.reference)) return 'ALREADY_PAID';
        if (move.run(to, null, session.id, session.state).changes !== 1) return 'TOO_LATE';
        const order = [it.sessionId, it.shop, it.reference, it.amountCents, it.operation];
        const answer = [it.status, it.code, it.brand, it.means, JSON.stringify(it.details), it.at];
        insertTransaction.run(it.bank, it.number, ...order, ...answer);
        return 'SETTLED';
      }),
    recentSessions: (limit) => recent.all(limit).map(sessionOf),
  };
}

function transactions(
  database: DatabaseSync,
): Pick<
  State,
  'lastTransactionOf' | 'transaction' | 'transactionsOf' | 'recentTransactions' | 'recentDeliveries' | 'insertDelivery'
> {
  const last = database.prepare('SELECT * FROM bank_transaction WHERE session_id = ? ORDER BY position DESC LIMIT 1');
  const select = database.prepare('SELECT * FROM bank_transaction WHERE bank = ? AND number = ?');
  const tries = database.prepare(
    'SELECT * FROM bank_transaction WHERE bank = ? AND shop = ? AND reference = ? ORDER BY position',
  );
  const recent = database.prepare(`
    SELECT t.*, d.delivered, d.http_status, d.failure, d.answer, d.duration_ms FROM bank_transaction t
    LEFT JOIN delivery d ON d.position =
      (SELECT max(position) FROM delivery WHERE bank = t.bank AND number = t.number)
    ORDER BY t.position DESC LIMIT ?
  `);
  const sent = database.prepare(`
    SELECT d.*, t.reference FROM delivery d LEFT JOIN bank_transaction t ON t.bank = d.bank AND t.number = d.number
    ORDER BY d.position DESC LIMIT ?
  `);
  const insertDelivery = database.prepare(`
    INSERT INTO delivery (bank, number, delivered, http_status, failure, answer, duration_ms, at, digest)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  `);
  return {
    lastTransactionOf: (sessionId) => {
      const row = last.get(sessionId);
      return row === undefined ? null : transactionOf(row);
    },
    transaction: (bank, number) => {
      const row = select.get(bank, number);
      return row === undefined ? null : transactionOf(row);
    },
    transactionsOf: (bank, shop, reference) => tries.all(bank, shop, reference).map(transactionOf),
    recentTransactions: (limit) =>
      recent.all(limit).map((row) => ({ ...transactionOf(row), delivery: deliveryOf(row) })),
    recentDeliveries: (limit) => sent.all(limit).map(sentMessageOf),
    insertDelivery: ({ bank, number, digest }, it, at) => {
      const answer = [it.httpStatus, it.failure, it.answer, Math.round(it.durationMs)];
      insertDelivery.run(bank, number, it.delivered ? 1 : 0, ...answer, at, digest);
    },
  };
}

function numbers(database: DatabaseSync): Pick<State, 'claimTransactionId' | 'nextNumber'> {
  const claim = database.prepare('INSERT OR IGNORE INTO used_transaction_id VALUES (?, ?, ?)');
  const next = database.prepare(`
    INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
  `);
  return {
    claimTransactionId: (shop, day, id) => claim.run(shop, day, id).changes === 1,
    nextNumber: (counter, first) => {
      const value = next.get(counter, first)?.value;
      assert(typeof value === 'number', 'a counter counts');
      return value;
    },
  };
}

function sessionOf(row: Row): Session {
  return {
    id: word(row, 'id'),
    bank: word(row, 'bank') as BankName,
    shop: word(row, 'shop'),
    shopName: word(row, 'shop_name'),
    reference: word(row, 'reference'),
    amountCents: count(row, 'amount_cents'),
    language: word(row, 'language') as Session['language'],
    fields: JSON.parse(word(row, 'fields')),
    state: word(row, 'state') as SessionState,
    means: row.means === null ? null : JSON.parse(word(row, 'means')),
    createdAt: count(row, 'created_at'),
    expiresAt: count(row, 'expires_at'),
  };
}

function transactionOf(row: Row): Transaction {
  return {
    bank: word(row, 'bank') as BankName,
    number: word(row, 'number'),
    sessionId: word(row, 'session_id'),
    shop: word(row, 'shop'),
    reference: word(row, 'reference'),
    amountCents: count(row, 'amount_cents'),
    operation: word(row, 'operation') as Transaction['operation'],
    status: word(row, 'status'),
    code: word(row, 'code'),
    brand: word(row, 'brand'),
    means: word(row, 'means'),
    details: JSON.parse(word(row, 'details')),
    at: count(row, 'at'),
  };
}

function sentMessageOf(row: Row): SentMessage {
  const delivery = deliveryOf(row);
  assert(delivery, 'what was sent has a result');
  const about = { bank: word(row, 'bank') as BankName, number: word(row, 'number'), at: count(row, 'at') };
  return { ...delivery, ...about, reference: row.reference === null ? '' : word(row, 'reference') };
}

function deliveryOf(row: Row): Delivery | null {
  if (row.delivered === null) return null;
  return {
    delivered: row.delivered === 1,
    httpStatus: row.http_status === null ? null : count(row, 'http_status'),
    failure: row.failure === null ? null : word(row, 'failure'),
    answer: word(row, 'answer'),
    durationMs: count(row, 'duration_ms'),
  };
}
