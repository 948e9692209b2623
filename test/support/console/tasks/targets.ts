/**
 * The twenty tasks of the back office, who has them, and what each may take of a trained person.
 * A press is a click, or a key that does something: Enter, Space, a letter. An entry is one field filled or one text
 * pasted. Between them the keyboard moves by Tab, arrows, `J` and `K`: a person makes two such steps a second, all in all.
 */

export type Target = {
  /** Accounting, sales, treasury, approver, developer, operator, auditor. */
  readonly who: string;
  readonly presses: number;
  readonly entries: number;
  readonly seconds: number;
};

export const targets = {
  'find a payment by any fragment in one box': { who: 'S', presses: 2, entries: 1, seconds: 5 },
  'read what happened and comes next': { who: 'S', presses: 0, entries: 0, seconds: 5 },
  'refund all or a part': { who: 'A', presses: 3, entries: 1, seconds: 15 },
  // Two clicks, a reason, and a passkey, whose button is the third.
  'approve or refuse a refund': { who: 'V', presses: 3, entries: 1, seconds: 20 },
  // `J`, `A` and Enter, ten times.
  'clear ten exceptions that have a suggestion': { who: 'A', presses: 30, entries: 0, seconds: 180 },
  'assign money without a suggestion': { who: 'A', presses: 4, entries: 1, seconds: 30 },
  'import a statement after a dry run': { who: 'T', presses: 2, entries: 1, seconds: 15 },
  'see that no statement is missing': { who: 'T', presses: 1, entries: 0, seconds: 15 },
  'make, download and hand over a debit file': { who: 'T', presses: 5, entries: 0, seconds: 60 },
  'see what a batch brought and what came back': { who: 'T', presses: 1, entries: 0, seconds: 15 },
  'make a mandate and print its form': { who: 'A', presses: 7, entries: 3, seconds: 60 },
  'sign, amend, suspend or revoke a mandate': { who: 'A', presses: 3, entries: 1, seconds: 30 },
  'copy RF and IBAN of an awaited or late transfer': { who: 'A', presses: 1, entries: 0, seconds: 30 },
  // `N`, six fields, and Enter; two of the fields are filled already. A pointer enters each field by a click.
  'record a cheque, and the next': { who: 'A', presses: 6, entries: 6, seconds: 20 },
  'bring balance, suspense and FEC of the month': { who: 'A R', presses: 4, entries: 0, seconds: 60 },
  'undo an entry': { who: 'A', presses: 3, entries: 1, seconds: 30 },
  'see why a webhook did not arrive, and replay it': { who: 'D', presses: 2, entries: 0, seconds: 30 },
  'read what the bank sent, as it came': { who: 'D S', presses: 1, entries: 0, seconds: 30 },
  'learn what an old URL does, and its GraphQL twin': { who: 'D', presses: 1, entries: 1, seconds: 5 },
  'see that all is well, who did something, and prove the ledger': { who: 'O R', presses: 2, entries: 0, seconds: 30 },
} as const satisfies Readonly<Record<string, Target>>;

export type TaskName = keyof typeof targets;
