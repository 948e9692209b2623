import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type BankName, bankNames, type Message } from './bank.ts';
import { atomically, count, type Row, word, wordOrNull } from './rows.ts';

/** Faults of a simulator's notifications to a shop. */
export const notificationFaults = [
  'LOSE_NOTIFICATION',
  'DELAY_NOTIFICATION',
  'REPEAT_NOTIFICATION',
  'REORDER_NOTIFICATION',
  'TAMPER_NOTIFICATION',
  'FORGE_NOTIFICATION',
  'WRONG_AMOUNT',
] as const;
/** Faults of a simulator's answers, server to server. */
export const answerFaults = ['TIME_OUT', 'CUT_CONNECTION', 'ANSWER_500', 'ANSWER_HTML', 'HALF_BODY'] as const;

export const askedOperations = ['CAPTURE', 'CANCEL', 'REFUND', 'INQUIRY'] as const;
export type AskedOperation = (typeof askedOperations)[number];

export type NotificationFault = (typeof notificationFaults)[number];

export const faultScript = z.strictObject({
  kind: z.enum([...notificationFaults, ...answerFaults]),
  /** Null: both banks. */
  bank: z.enum(bankNames).nullable().default(null),
  /** PBX_CMD, vads_order_id. Null: every payment. */
  reference: z.string().min(1).max(250).nullable().default(null),
  /** For answers: the operation that it strikes. Null: every one. */
  operation: z.enum(askedOperations).nullable().default(null),
  /** For answers: before or after the bank does what was asked. */
  moment: z.enum(['BEFORE', 'AFTER']).default('AFTER'),
  /** False: it strikes once. */
  lasting: z.boolean().default(false),
  /** How late a delayed notification is, how long a reordered one waits for another, how long a time-out keeps silent. */
  delayMs: z.int().min(0).max(86_400_000).default(30_000),
});

export type Fault = z.infer<typeof faultScript> & { readonly id: number };

/** A notification that was not sent yet. */
export type HeldMessage = {
  readonly id: number;
  readonly message: Message;
  readonly reference: string;
  readonly dueAt: number;
};

export type FaultState = {
  insertFault(fault: Omit<Fault, 'id'>): Fault;
  faults(): readonly Fault[];
  /** Null: all of them. */
  deleteFaults(id: number | null): void;
  /** Those that strike now, oldest first; the ones that strike once are used up by it. `limit` at most. */
  takeFaults(struck: {
    bank: BankName;
    reference: string | null;
    operation: AskedOperation | null;
    kinds: readonly Fault['kind'][];
    limit: number;
  }): readonly Fault[];
  /** `waits`: it goes out after the next notification of its reference, if that comes before `dueAt`. */
  holdMessage(held: Omit<HeldMessage, 'id'> & { readonly waits: boolean }): HeldMessage;
  heldMessages(): readonly HeldMessage[];
  waitingMessages(bank: BankName, reference: string): readonly HeldMessage[];
  /** False where another caller has it. */
  releaseMessage(id: number): boolean;
};

export const faultSchema = `
  CREATE TABLE fault (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, bank TEXT, reference TEXT, operation TEXT,
    moment TEXT NOT NULL, lasting INTEGER NOT NULL, delay_ms INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE held_message (
    id INTEGER PRIMARY KEY AUTOINCREMENT, bank TEXT NOT NULL, number TEXT NOT NULL, reference TEXT NOT NULL,
    method TEXT NOT NULL, url TEXT NOT NULL, body TEXT, waits INTEGER NOT NULL, due_at INTEGER NOT NULL
  ) STRICT;
`;

export function faults(database: DatabaseSync): FaultState {
  return { ...scripts(database), ...heldMessages(database) };
}

function scripts(database: DatabaseSync): Pick<FaultState, 'insertFault' | 'faults' | 'deleteFaults' | 'takeFaults'> {
  const insert = database.prepare(`
    INSERT INTO fault (kind, bank, reference, operation, moment, lasting, delay_ms) VALUES (?, ?, ?, ?, ?, ?, ?)
    RETURNING id
  `);
  const all = database.prepare('SELECT * FROM fault ORDER BY id');
  const about = database.prepare('SELECT * FROM fault WHERE reference IS NULL OR reference = ? ORDER BY id');
  const remove = database.prepare('DELETE FROM fault WHERE id = ?');
  const clear = database.prepare('DELETE FROM fault');
  return {
    insertFault: (fault) => {
      const { kind, bank, reference, operation, moment, lasting, delayMs } = fault;
      const row = insert.get(kind, bank, reference, operation, moment, lasting ? 1 : 0, delayMs);
      return { ...fault, id: Number(row?.id) };
    },
    faults: () => all.all().map(faultOf),
    deleteFaults: (id) => void (id === null ? clear.run() : remove.run(id)),
    takeFaults: ({ bank, reference, operation, kinds, limit }) =>
      atomically(database, () => {
        const struck = about
          .all(reference)
          .map(faultOf)
          .filter(
            (fault) =>
              kinds.includes(fault.kind) &&
              (fault.bank === null || fault.bank === bank) &&
              (fault.operation === null || fault.operation === operation),
          )
          .slice(0, limit);
        for (const { id, lasting } of struck) if (!lasting) remove.run(id);
        return struck;
      }),
  };
}

function faultOf(row: Row): Fault {
  return {
    id: count(row, 'id'),
    kind: word(row, 'kind') as Fault['kind'],
    bank: wordOrNull(row, 'bank') as Fault['bank'],
    reference: wordOrNull(row, 'reference'),
    operation: wordOrNull(row, 'operation') as Fault['operation'],
    moment: word(row, 'moment') as Fault['moment'],
    lasting: row.lasting === 1,
    delayMs: count(row, 'delay_ms'),
  };
}

function heldMessages(
  database: DatabaseSync,
): Pick<FaultState, 'holdMessage' | 'heldMessages' | 'waitingMessages' | 'releaseMessage'> {
  const insert = database.prepare(`
    INSERT INTO held_message (bank, number, reference, method, url, body, waits, due_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
  `);
  const all = database.prepare('SELECT * FROM held_message ORDER BY id');
  const waiting = database.prepare(
    'SELECT * FROM held_message WHERE bank = ? AND reference = ? AND waits = 1 ORDER BY id',
  );
  const remove = database.prepare('DELETE FROM held_message WHERE id = ?');
  return {
    holdMessage: ({ message, reference, waits, dueAt }) => {
      const { bank, transaction, method, url, body } = message;
      const row = insert.get(bank, transaction, reference, method, url, body, waits ? 1 : 0, dueAt);
      return { id: Number(row?.id), message, reference, dueAt };
    },
    heldMessages: () => all.all().map(heldOf),
    waitingMessages: (bank, reference) => waiting.all(bank, reference).map(heldOf),
    releaseMessage: (id) => remove.run(id).changes === 1,
  };
}

function heldOf(row: Row): HeldMessage {
  return {
    id: count(row, 'id'),
    message: {
      bank: word(row, 'bank') as BankName,
      transaction: word(row, 'number'),
      method: word(row, 'method') as Message['method'],
      url: word(row, 'url'),
      body: wordOrNull(row, 'body'),
    },
    reference: word(row, 'reference'),
    dueAt: count(row, 'due_at'),
  };
}
