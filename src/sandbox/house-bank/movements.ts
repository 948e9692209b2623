import type { DatabaseSync } from 'node:sqlite';
import { count, type Row, word, wordOrNull } from '../rows.ts';
import type { Day } from './calendar.ts';

/** One payment within a movement of money. */
export type MovementDetail = {
  readonly amountCents: number;
  readonly endToEndId: string;
  readonly instructionId: string | null;
  readonly rum: string | null;
  /** Who paid, or was debited. */
  readonly party: string;
  readonly partyAccount: string | null;
  readonly structured: string | null;
  readonly texts: readonly string[];
  /** Why it came back. */
  readonly reason: string | null;
};

/** One line of an account. */
export type Movement = {
  /** The bank's own reference (AcctSvcrRef), the same in each of its files. */
  readonly reference: string;
  readonly account: string;
  readonly day: Day;
  readonly direction: 'CRDT' | 'DBIT';
  readonly amountCents: number;
  /** The fee that the bank keeps of the amount. */
  readonly feeCents: number;
  /** Family and sub-family of ISO 20022 within `PMNT`. */
  readonly code: readonly [string, string];
  /** The block of debits that is credited in one sum. */
  readonly blockId: string | null;
  readonly details: readonly MovementDetail[];
};

export type AccountDay = { readonly account: string; readonly day: Day; readonly movements: number };

export type MovementState = {
  insertMovement(movement: Movement): void;
  /** In the order in which they were booked. */
  movementsOf(account: string, day: Day): readonly Movement[];
  /** In cents, before the day's first movement. */
  balanceBefore(account: string, day: Day): number;
  /** In cents, after the last movement. */
  balanceOf(account: string): number;
  /** The days on which an account moved, oldest first. */
  accountDays(): readonly AccountDay[];
};

export const movementSchema = `
  CREATE TABLE movement (
    position INTEGER PRIMARY KEY AUTOINCREMENT, reference TEXT NOT NULL UNIQUE, account TEXT NOT NULL,
    day TEXT NOT NULL, direction TEXT NOT NULL, amount_cents INTEGER NOT NULL, fee_cents INTEGER NOT NULL,
    code TEXT NOT NULL, block_id TEXT, details TEXT NOT NULL
  ) STRICT;
  CREATE INDEX movement_day ON movement (account, day);
`;

/** Sorts after every day. */
const afterAllDays = 'Z';

export function movements(database: DatabaseSync): MovementState {
  const insert = database.prepare('INSERT INTO movement VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const ofDay = database.prepare('SELECT * FROM movement WHERE account = ? AND day = ? ORDER BY position');
  const before = database.prepare(`
    SELECT coalesce(sum(CASE direction WHEN 'CRDT' THEN amount_cents ELSE -amount_cents END), 0) AS cents
    FROM movement WHERE account = ? AND day < ?
  `);
  const days = database.prepare(
    'SELECT account, day, count(*) AS movements FROM movement GROUP BY account, day ORDER BY day, account',
  );
  return {
    insertMovement: (it) => {
      const money = [it.direction, it.amountCents, it.feeCents, it.code.join('/'), it.blockId];
      insert.run(it.reference, it.account, it.day, ...money, JSON.stringify(it.details));
    },
    movementsOf: (account, day) => ofDay.all(account, day).map(movementOf),
    balanceBefore: (account, day) => count(before.get(account, day) ?? {}, 'cents'),
    balanceOf: (account) => count(before.get(account, afterAllDays) ?? {}, 'cents'),
    accountDays: () =>
      days.all().map((row) => ({
        account: word(row, 'account'),
        day: word(row, 'day'),
        movements: count(row, 'movements'),
      })),
  };
}

function movementOf(row: Row): Movement {
  const [family = '', subFamily = ''] = word(row, 'code').split('/');
  return {
    reference: word(row, 'reference'),
    account: word(row, 'account'),
    day: word(row, 'day'),
    direction: word(row, 'direction') as Movement['direction'],
    amountCents: count(row, 'amount_cents'),
    feeCents: count(row, 'fee_cents'),
    code: [family, subFamily],
    blockId: wordOrNull(row, 'block_id'),
    details: JSON.parse(word(row, 'details')),
  };
}
