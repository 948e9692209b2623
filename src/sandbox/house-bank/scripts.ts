import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { atomically, recordsIn } from '../database.ts';

/** Scripts for a debit. Without one, the bank accepts it and settles it on its day. */
export const scriptKinds = ['REJECT', 'REJECT_ON_DUE_DATE', 'RETURN', 'REFUND'] as const;
export type ScriptKind = (typeof scriptKinds)[number];

/** How much of a file a rejection takes with it. */
export const rejectionScopes = ['DEBIT', 'BLOCK', 'FILE'] as const;

const usualReason: Readonly<Record<ScriptKind, string>> = {
  REJECT: 'AC01',
  REJECT_ON_DUE_DATE: 'MS02',
  RETURN: 'AM04',
  REFUND: 'MD06',
};

export const debitScript = z
  .strictObject({
    kind: z.enum(scriptKinds),
    scope: z.enum(rejectionScopes).default('DEBIT'),
    /** Any code: the lists of ISO grow every quarter. */
    reason: z
      .string()
      .regex(/^[A-Z0-9]{1,4}$/)
      .optional(),
    /** Null: any. A debit has to fit all that are given. */
    iban: z.string().min(1).max(34).nullable().default(null),
    rum: z.string().min(1).max(35).nullable().default(null),
    endToEndId: z.string().min(1).max(35).nullable().default(null),
    amountCents: z.int().positive().nullable().default(null),
    /** Banking days from the settlement to a return or a refund. Null: as the scheme has it. */
    afterDays: z.int().min(0).max(300).nullable().default(null),
    /** The bank's fee for a return. */
    feeCents: z.int().min(0).max(100_000).default(0),
    /** False: it strikes one debit. */
    lasting: z.boolean().default(false),
  })
  .refine(({ kind, scope }) => scope === 'DEBIT' || kind === 'REJECT', {
    path: ['scope'],
    message: 'only REJECT takes a block or a file with it',
  })
  .transform((script) => ({ ...script, reason: script.reason ?? usualReason[script.kind] }));

export type Script = z.infer<typeof debitScript> & { readonly id: number };

type Struck = {
  readonly iban: string;
  readonly rum: string;
  readonly endToEndId: string;
  readonly amountCents: number;
  readonly kinds: readonly ScriptKind[];
};

export type ScriptState = {
  insertScript(script: Omit<Script, 'id'>): Script;
  scripts(): readonly Script[];
  /** Null: all of them. */
  deleteScripts(id: number | null): void;
  /** The oldest that strikes the debit; one that strikes once is used up by it. */
  takeScript(struck: Struck): Script | null;
};

export const scriptSchema = `
  CREATE TABLE script (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, scope TEXT NOT NULL, reason TEXT NOT NULL, iban TEXT,
    rum TEXT, end_to_end_id TEXT, amount_cents INTEGER, after_days INTEGER, fee_cents INTEGER NOT NULL,
    lasting INTEGER NOT NULL
  ) STRICT;
`;

export function scripts(database: DatabaseSync): ScriptState {
  const { insert, all } = recordsIn<Script>(database, 'script', { flags: ['lasting'] });
  const remove = database.prepare('DELETE FROM script WHERE ?1 IS NULL OR id = ?1');
  const fitting = all(`
    WHERE (iban IS NULL OR iban = ?) AND (rum IS NULL OR rum = ?)
      AND (end_to_end_id IS NULL OR end_to_end_id = ?) AND (amount_cents IS NULL OR amount_cents = ?) ORDER BY id
  `);
  return {
    insertScript: insert,
    scripts: all('ORDER BY id'),
    deleteScripts: (id) => void remove.run(id),
    takeScript: ({ iban, rum, endToEndId, amountCents, kinds }) =>
      atomically(database, () => {
        const found = fitting(iban, rum, endToEndId, amountCents);
        const script = found.find(({ kind }) => kinds.includes(kind)) ?? null;
        if (script !== null && !script.lasting) remove.run(script.id);
        return script;
      }),
  };
}
