import { useMay } from '../../api/me.tsx';
import { useRunMode } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { StatementCalendarDocument, type StatementCalendarQuery } from '../../generated/operations.ts';
import type { statementWords } from '../../texts/statements.ts';
import { useToday } from '../hooks/use-today.ts';
import { daysBefore } from '../lists/paris-days.ts';
import type { Tone } from '../values/status.tsx';

type Calendar = Extract<StatementCalendarQuery['statementCalendar'], { readonly __typename: 'StatementCalendars' }>;
export type StatementAccount = Calendar['accounts'][number];

const shownDays = 35;

/** The statements of the last five weeks, account by account: none for who may not see the files of the bank. */
export function useStatementCalendar() {
  const to = useToday();
  const enabled = useMay('bankFiles');
  const days = { runMode: useRunMode(), from: daysBefore(to, shownDays - 1), to };
  const asked = useAsk(StatementCalendarDocument, days, { enabled });
  const calendar = asked.data?.statementCalendar;
  const accounts = calendar?.__typename === 'StatementCalendars' ? calendar.accounts : [];
  return { ...asked, accounts, isAwaited: enabled && !asked.isFetched };
}

type State = keyof (typeof statementWords)['fr'];

export const toneOfStatements: Readonly<Record<State, Tone>> = { unbroken: 'good', broken: 'alert', none: 'wait' };

export const stateOfAccount = ({ lastDay, isUnbroken }: StatementAccount): State =>
  lastDay === null ? 'none' : isUnbroken ? 'unbroken' : 'broken';

/** One word for several accounts: the worst of those that have statements. */
export function stateOfAccounts(accounts: readonly StatementAccount[]): State {
  const states = new Set(accounts.map(stateOfAccount));
  return states.has('broken') ? 'broken' : states.has('unbroken') ? 'unbroken' : 'none';
}
