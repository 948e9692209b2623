import { stateOfAccounts, toneOfStatements, useStatementCalendar } from '../../parts/business/statement-calendar.ts';
import { To } from '../../parts/to.tsx';
import { Status } from '../../parts/values/status.tsx';
import { useTexts } from '../../texts/language.tsx';
import { statementWords } from '../../texts/statements.ts';
import styles from './overview.module.css';

/** Whether a statement is missing, for who may see the files of the bank. It leads to their calendar. */
export function Statements() {
  const said = useTexts(statementWords);
  const { accounts } = useStatementCalendar();
  if (accounts.length === 0) return null;
  const state = stateOfAccounts(accounts);
  return (
    <p className={styles.statements}>
      <To to="/bank-files">
        <Status tone={toneOfStatements[state]}>{said[state]}</Status>
      </To>
    </p>
  );
}
