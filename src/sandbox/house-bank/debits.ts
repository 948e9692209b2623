import type { DatabaseSync } from 'node:sqlite';
import { count, type Row, word, wordOrNull } from '../rows.ts';
import type { Day } from './calendar.ts';

/** `ACCEPTED` waits for its day; `SETTLED` may still come back. */
export type DebitStatus = 'ACCEPTED' | 'REJECTED' | 'SETTLED' | 'RETURNED' | 'REFUNDED';

/** How a settled debit will come back. */
export type ComingBack = {
  readonly kind: 'RETURNED' | 'REFUNDED';
  readonly reason: string;
  readonly on: Day;
  readonly feeCents: number;
};

/** A debit that was accepted, or refused on its own. */
export type HeldDebit = {
  readonly id: number;
  readonly messageId: string;
  /** `pain.008.001.08` */
  readonly messageName: string;
  readonly blockId: string;
  readonly inOneSum: boolean;
  readonly scheme: string;
  readonly sequence: string;
  readonly account: string;
  readonly creditor: string;
  readonly ics: string;
  readonly endToEndId: string;
  readonly instructionId: string;
  readonly rum: string;
  readonly debtor: string;
  readonly debtorAccount: string;
  readonly amountCents: number;
  readonly text: string;
  readonly reference: string;
  readonly dueOn: Day;
  readonly status: DebitStatus;
  readonly reason: string | null;
  readonly changedOn: Day;
  readonly comesBack: ComingBack | null;
};

export type DebitState = {
  insertDebit(debit: Omit<HeldDebit, 'id'>): void;
  changeDebit(id: number, change: Pick<HeldDebit, 'status' | 'reason' | 'changedOn' | 'comesBack'>): void;
  /** Accepted and due, in the order in which they came. */
  debitsDue(day: Day): readonly HeldDebit[];
  /** Settled, and to come back on this day or before. */
  debitsToComeBack(day: Day): readonly HeldDebit[];
  /** Newest first. */
  recentDebits(limit: number): readonly HeldDebit[];
  hasBlock(blockId: string): boolean;
  hasDebit(endToEndId: string): boolean;
  isMandateSpent(ics: string, rum: string): boolean;
};

/** Queried values have their own columns; the rest is JSON. */
export const debitSchema = `
  CREATE TABLE debit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, block_id TEXT NOT NULL, end_to_end_id TEXT NOT NULL, ics TEXT NOT NULL,
    rum TEXT NOT NULL, sequence TEXT NOT NULL, due_on TEXT NOT NULL, status TEXT NOT NULL, reason TEXT,
    changed_on TEXT NOT NULL, comes_back TEXT, comes_back_on TEXT, content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX debit_block ON debit (block_id);
  CREATE INDEX debit_end_to_end ON debit (end_to_end_id);
  CREATE INDEX debit_mandate ON debit (ics, rum);
  CREATE INDEX debit_due ON debit (status, due_on);
`;

export function debits(database: DatabaseSync): DebitState {
  const insert = database.prepare('INSERT INTO debit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const change = database.prepare(
    'UPDATE debit SET status = ?, reason = ?, changed_on = ?, comes_back = ?, comes_back_on = ? WHERE id = ?',
  );
  const due = database.prepare("SELECT * FROM debit WHERE status = 'ACCEPTED' AND due_on <= ? ORDER BY id");
  const back = database.prepare("SELECT * FROM debit WHERE status = 'SETTLED' AND comes_back_on <= ? ORDER BY id");
  const recent = database.prepare('SELECT * FROM debit ORDER BY id DESC LIMIT ?');
  const ofBlock = database.prepare('SELECT 1 FROM debit WHERE block_id = ? LIMIT 1');
  const ofId = database.prepare('SELECT 1 FROM debit WHERE end_to_end_id = ? LIMIT 1');
  const spent = database.prepare(`
    SELECT 1 FROM debit WHERE ics = ? AND rum = ? AND sequence IN ('OOFF', 'FNAL')
      AND status IN ('ACCEPTED', 'SETTLED', 'REFUNDED') LIMIT 1
  `);
  const plan = ({ comesBack }: Pick<HeldDebit, 'comesBack'>) =>
    comesBack === null ? [null, null] : [JSON.stringify(comesBack), comesBack.on];
  return {
    insertDebit: (it) => {
      const { status, reason, changedOn, comesBack: _comesBack, ...content } = it;
      const ids = [it.blockId, it.endToEndId, it.ics, it.rum, it.sequence, it.dueOn];
      insert.run(...ids, status, reason, changedOn, ...plan(it), JSON.stringify(content));
    },
    changeDebit: (id, it) => void change.run(it.status, it.reason, it.changedOn, ...plan(it), id),
    debitsDue: (day) => due.all(day).map(debitOf),
    debitsToComeBack: (day) => back.all(day).map(debitOf),
    recentDebits: (limit) => recent.all(limit).map(debitOf),
    hasBlock: (blockId) => ofBlock.get(blockId) !== undefined,
    hasDebit: (endToEndId) => ofId.get(endToEndId) !== undefined,
    isMandateSpent: (ics, rum) => spent.get(ics, rum) !== undefined,
  };
}

function debitOf(row: Row): HeldDebit {
  const comesBack = wordOrNull(row, 'comes_back');
  return {
    ...JSON.parse(word(row, 'content')),
    id: count(row, 'id'),
    status: word(row, 'status') as DebitStatus,
    reason: wordOrNull(row, 'reason'),
    changedOn: word(row, 'changed_on'),
    comesBack: comesBack === null ? null : JSON.parse(comesBack),
  };
}
