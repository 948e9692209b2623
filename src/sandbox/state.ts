import type { DatabaseSync } from 'node:sqlite';
import type { BankName, Means, Session, SessionState, Transaction } from './bank.ts';
import { atomically, numberIn, openDatabase, recordsIn } from './database.ts';
import { type FaultState, faultSchema, faults } from './faults.ts';
import { type OperationState, operationSchema, operations } from './operations.ts';

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
  const all = recordsIn<Session>(database, 'session', { json: ['fields', 'means'] });
  const transactions = recordsIn<Transaction>(database, 'bank_transaction', { json: ['details'] });
  const move = database.prepare('UPDATE session SET state = ?, means = ? WHERE id = ? AND state = ?');
  const paid = all.one("WHERE bank = ? AND shop = ? AND reference = ? AND state = 'PAID' LIMIT 1");
  const isPaid: State['isPaid'] = (bank, shop, reference) => paid(bank, shop, reference) !== null;
  return {
    isPaid,
    insertSession: (session) => void all.insert(session),
    session: all.one('WHERE bank = ? AND id = ?'),
    moveSession: (id, { from, to, means }) =>
      move.run(to, means === null ? null : JSON.stringify(means), id, from).changes === 1,
    settleSession: ({ session, to, transaction, referencePaysOnce }) =>
      atomically(database, () => {
        if (referencePaysOnce && isPaid(session.bank, session.shop, session.reference)) return 'ALREADY_PAID';
        if (move.run(to, null, session.id, session.state).changes !== 1) return 'TOO_LATE';
        transactions.insert({ ...transaction, operation: 'DEBIT' });
        return 'SETTLED';
      }),
    recentSessions: all.all('ORDER BY created_at DESC, rowid DESC LIMIT ?'),
  };
}

function transactions(
  database: DatabaseSync,
): Pick<
  State,
  'lastTransactionOf' | 'transaction' | 'transactionsOf' | 'recentTransactions' | 'recentDeliveries' | 'insertDelivery'
> {
  const all = recordsIn<Transaction>(database, 'bank_transaction', { json: ['details'] });
  const deliveries = recordsIn<Omit<SentMessage, 'reference'>>(database, 'delivery', { flags: ['delivered'] });
  const transaction = all.one('WHERE bank = ? AND number = ?');
  const recent = all.all('ORDER BY position DESC LIMIT ?');
  const lastDelivery = deliveries.one('WHERE bank = ? AND number = ? ORDER BY position DESC LIMIT 1');
  const sent = deliveries.all('ORDER BY position DESC LIMIT ?');
  return {
    lastTransactionOf: all.one('WHERE session_id = ? ORDER BY position DESC LIMIT 1'),
    transaction,
    transactionsOf: all.all('WHERE bank = ? AND shop = ? AND reference = ? ORDER BY position'),
    recentTransactions: (limit) => recent(limit).map((it) => ({ ...it, delivery: lastDelivery(it.bank, it.number) })),
    recentDeliveries: (limit) =>
      sent(limit).map((it) => ({ ...it, reference: transaction(it.bank, it.number)?.reference ?? '' })),
    insertDelivery: (of, delivery, at) =>
      void deliveries.insert({ ...of, ...delivery, durationMs: Math.round(delivery.durationMs), at }),
  };
}

function numbers(database: DatabaseSync): Pick<State, 'claimTransactionId' | 'nextNumber'> {
  const claim = database.prepare('INSERT OR IGNORE INTO used_transaction_id VALUES (?, ?, ?)');
  const next = database.prepare(`
    INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
  `);
  return {
    claimTransactionId: (shop, day, id) => claim.run(shop, day, id).changes === 1,
    nextNumber: (counter, first) => numberIn(next.get(counter, first)),
  };
}
