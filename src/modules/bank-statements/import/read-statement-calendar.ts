import { type Caller, holds, runModesOf } from '../../../kernel/caller.ts';
import { InvalidInputError } from '../../../kernel/errors.ts';
import { problemsOfPeriod } from '../../../kernel/given-values.ts';
import { addDays, type CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { OwnAccount } from '../bank-import.ts';
import type { Services } from '../ports.ts';
import { type StatementDay, statementDays } from '../statement-calendar.ts';
import { mayWorkFor } from './bank-rights.ts';
import { ownAccounts } from './check-bank-file.ts';

export type StatementCalendar = {
  readonly account: OwnAccount;
  readonly days: readonly StatementDay[];
  readonly lastDay: CalendarDate | null;
};

export type CalendarQuery = {
  readonly runMode: EffectiveRunMode;
  readonly idSociete: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
};

/** Of one answer. */
export const longestCalendarDays = 366;

/** A statement covers no more days than these, and the one before a gap is looked for within them. */
const reachDays = 40;

/**
 * The statements of each account that the caller may work for.
 * @throws InvalidInputError
 */
export async function readStatementCalendars(
  { store, societes, settings }: Pick<Services, 'store' | 'societes' | 'settings'>,
  caller: Caller,
  { runMode, idSociete, from, to }: CalendarQuery,
): Promise<readonly StatementCalendar[]> {
  const [problem, ...others] = problemsOfPeriod({ from, to }, longestCalendarDays);
  if (problem) throw new InvalidInputError([problem, ...others]);
  if (!holds(caller, 'bankFiles') || !runModesOf({ settings }, caller).includes(runMode)) return [];
  const calendars: StatementCalendar[] = [];
  for (const account of ownAccounts(societes).values()) {
    if (account?.runMode !== runMode || (idSociete !== null && !account.societes.includes(idSociete))) continue;
    if (!account.societes.every((one) => mayWorkFor(caller, one))) continue;
    const { iban } = account;
    const [statements, ends] = await Promise.all([
      store.statementBalances(iban, addDays(from, -reachDays), addDays(to, reachDays)),
      store.statementEnds(iban),
    ]);
    // No statement of it is missing: none comes any more.
    if (account.isFormer && (ends?.lastDay ?? '') < from) continue;
    const days = statementDays({ from, to }, statements, ends?.firstDay ?? null);
    calendars.push({ account, days, lastDay: ends?.lastDay ?? null });
  }
  return calendars;
}
