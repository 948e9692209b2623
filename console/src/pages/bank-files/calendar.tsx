import {
  type StatementAccount,
  stateOfAccount,
  toneOfStatements,
  useStatementCalendar,
} from '../../parts/business/statement-calendar.ts';
import { Panel } from '../../parts/panel.tsx';
import { Pending } from '../../parts/states.tsx';
import { Status } from '../../parts/values/status.tsx';
import { whenText } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { statementWords } from '../../texts/statements.ts';
import styles from './bank-files.module.css';
import { texts } from './texts.ts';

type Day = StatementAccount['days'][number];

/** Whether a statement is missing, account by account, in one look. */
export function StatementsCalendar() {
  const said = useTexts(texts);
  const asked = useStatementCalendar();
  const { data, accounts } = asked;
  return (
    <Panel title={said.calendar}>
      <Pending asked={asked} lines={3} />
      {data && accounts.length === 0 && <p className={styles.soft}>{said.noAccounts}</p>}
      {accounts.map((account) => (
        <AccountDays key={`${account.maskedIban} ${account.societes.join()}`} account={account} />
      ))}
      {accounts.length > 0 && <Legend accounts={accounts} />}
    </Panel>
  );
}

function AccountDays({ account }: { readonly account: StatementAccount }) {
  const said = useTexts(texts);
  const states = useTexts(statementWords);
  const { maskedIban, societes, lastDay, days } = account;
  const state = stateOfAccount(account);
  return (
    <div className={styles.account}>
      <p className={styles.accountHead}>
        <strong>{said.ofSocietes(societes.join(', '))}</strong>
        <span className={styles.soft}>{maskedIban}</span>
        <Status tone={toneOfStatements[state]}>{states[state]}</Status>
        {lastDay !== null && <Until day={lastDay} />}
      </p>
      <ol className={styles.days}>
        {days.map((day) => (
          <OneDay key={day.day} day={day} />
        ))}
      </ol>
    </div>
  );
}

function Until({ day }: { readonly day: string }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  return <span className={styles.soft}>{said.until(whenText(day, language, 'day'))}</span>;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** A day has a sign of its own; its colour is never the only one. */
function OneDay({ day: { day, state, statements } }: { readonly day: Day }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const isGap = statements.some(({ follows }) => follows === false);
  const numbers = statements.flatMap(({ number }) => number ?? []).join(', ');
  const text = [
    whenText(day, language, 'day'),
    `${said.days[state]}${numbers === '' ? '' : ` ${numbers}`}`,
    ...(isGap ? [said.gapBefore] : []),
  ].join(', ');
  return (
    <li
      className={`${styles.day} ${styles[isGap ? 'MISSING' : state]} ${isWeekend(day) ? styles.weekend : ''}`}
      title={text}
    >
      <span aria-hidden="true">{signs[isGap ? 'MISSING' : state]}</span>
      <span className="visually-hidden">{text}</span>
      <span className={styles.number} aria-hidden="true">
        {Number(day.slice(8))}
      </span>
    </li>
  );
}

const signs: Readonly<Record<Day['state'], string>> = {
  STATEMENT: '✓',
  NOTHING_MOVED: '–',
  MISSING: '!',
  UNPROVEN: '?',
  NOT_YET: '·',
  BEFORE_FIRST: '·',
};

function Legend({ accounts }: { readonly accounts: readonly StatementAccount[] }) {
  const said = useTexts(texts);
  const there = new Set(accounts.flatMap(({ days }) => days.map(({ state }) => state)));
  const states = (Object.keys(signs) as Day['state'][]).filter((state) => there.has(state));
  return (
    <ul className={styles.legend} aria-label={said.legend}>
      {states.map((state) => (
        <li key={state}>
          <span className={`${styles.sign} ${styles[state]}`} aria-hidden="true">
            {signs[state]}
          </span>
          {said.days[state]}
        </li>
      ))}
    </ul>
  );
}
