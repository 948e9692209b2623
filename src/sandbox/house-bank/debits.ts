import type { DatabaseSync } from 'node:sqlite';
import { recordsIn } from '../database.ts';
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
  const { insert, all, one } = recordsIn<HeldDebit & { content: object }>(database, 'debit', {
    json: ['content', 'comesBack'],
  });
  const change = database.prepare(
    'UPDATE debit SET status = ?, reason = ?, changed_on = ?, comes_back = ?, comes_back_on = ? WHERE id = ?',
  );
  const whole = ({ content, ...columns }: HeldDebit & { content: object }): HeldDebit => ({ ...content, ...columns });
  const due = all("WHERE status = 'ACCEPTED' AND due_on <= ? ORDER BY id");
  const back = all("WHERE status = 'SETTLED' AND comes_back_on <= ? ORDER BY id");
  const recent = all('ORDER BY id DESC LIMIT ?');
  const ofBlock = one('WHERE block_id = ? LIMIT 1');
  const ofId = one('WHERE end_to_end_id = ? LIMIT 1');
  const spent = one(`
    WHERE ics = ? AND rum = ? AND sequence IN ('OOFF', 'FNAL') AND status IN ('ACCEPTED', 'SETTLED', 'REFUNDED') LIMIT 1
  `);
  return {
    insertDebit: (debit) => {
      const { status: _status, reason: _reason, changedOn: _changedOn, comesBack, ...content } = debit;
      insert({ ...debit, comesBackOn: comesBack?.on, content });
    },
    changeDebit: (id, { status, reason, changedOn, comesBack }) => {
      const plan = comesBack === null ? [null, null] : [JSON.stringify(comesBack), comesBack.on];
      change.run(status, reason, changedOn, ...plan, id);
    },
    debitsDue: (day) => due(day).map(whole),
    debitsToComeBack: (day) => back(day).map(whole),
    recentDebits: (limit) => recent(limit).map(whole),
    hasBlock: (blockId) => ofBlock(blockId) !== null,
    hasDebit: (endToEndId) => ofId(endToEndId) !== null,
    isMandateSpent: (ics, rum) => spent(ics, rum) !== null,
  };
}
