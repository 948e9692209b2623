import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type BankName, bankNames, type Message } from './bank.ts';
import { atomically, recordsIn } from './database.ts';

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
export type HeldMessage = Message & {
  readonly id: number;
  readonly reference: string;
  /** It goes out after the next notification of its reference, if that comes before `dueAt`. */
  readonly waits: boolean;
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
  holdMessage(held: Omit<HeldMessage, 'id'>): HeldMessage;
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
  const scripts = recordsIn<Fault>(database, 'fault', { flags: ['lasting'] });
  const about = scripts.all('WHERE reference IS NULL OR reference = ? ORDER BY id');
  const remove = database.prepare('DELETE FROM fault WHERE ?1 IS NULL OR id = ?1');
  const held = recordsIn<HeldMessage>(database, 'held_message', { flags: ['waits'] });
  const release = database.prepare('DELETE FROM held_message WHERE id = ?');
  return {
    insertFault: scripts.insert,
    faults: scripts.all('ORDER BY id'),
    deleteFaults: (id) => void remove.run(id),
    takeFaults: ({ bank, reference, operation, kinds, limit }) =>
      atomically(database, () => {
        const struck = about(reference)
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
    holdMessage: held.insert,
    heldMessages: held.all('ORDER BY id'),
    waitingMessages: held.all('WHERE bank = ? AND reference = ? AND waits = 1 ORDER BY id'),
    releaseMessage: (id) => release.run(id).changes === 1,
  };
}
