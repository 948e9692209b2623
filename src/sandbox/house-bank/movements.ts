import type { DatabaseSync } from 'node:sqlite';
import { numberIn, recordsIn } from '../database.ts';
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

type AccountDay = { readonly account: string; readonly day: Day };

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
  const { insert, all } = recordsIn<Omit<Movement, 'code'> & { code: string }>(database, 'movement', {
    json: ['details'],
  });
  const ofDay = all('WHERE account = ? AND day = ? ORDER BY position');
  const before = database.prepare(`
    SELECT sum(CASE direction WHEN 'CRDT' THEN amount_cents ELSE -amount_cents END)
    FROM movement WHERE account = ? AND day < ?
  `);
  const days = database.prepare('SELECT DISTINCT account, day FROM movement ORDER BY day, account');
  return {
    insertMovement: (movement) => void insert({ ...movement, code: movement.code.join('/') }),
    movementsOf: (account, day) =>
      ofDay(account, day).map(({ code, ...movement }) => {
        const [family = '', subFamily = ''] = code.split('/');
        return { ...movement, code: [family, subFamily] };
      }),
    balanceBefore: (account, day) => numberIn(before.get(account, day)),
    balanceOf: (account) => numberIn(before.get(account, afterAllDays)),
    accountDays: () => days.all() as AccountDay[],
  };
}
