import { isRefusal } from '../../api/refusals.ts';
import { useRunModeToAsk } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { DirectDebitCalendarDocument, type DirectDebitCalendarQuery } from '../../generated/operations.ts';
import { useToday } from '../../parts/hooks/use-today.ts';
import { Panel } from '../../parts/panel.tsx';
import { EmptyState, Pending } from '../../parts/states.tsx';
import { Money } from '../../parts/values/money.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When, whenText } from '../../parts/values/when.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './debits.module.css';
import { texts } from './texts.ts';
import { Wizard } from './wizard.tsx';

type Result = DirectDebitCalendarQuery['directDebitCalendar'];
type Day = Extract<Result, { __typename: 'DirectDebitCalendar' }>['days'][number];

/** What waits for a file, by due date, a panel for each société. */
export function Calendar({ societes }: { readonly societes: readonly string[] }) {
  return societes.map((idSociete) => (
    <OfSociete key={idSociete} idSociete={idSociete} isOnly={societes.length === 1} />
  ));
}

function OfSociete({ idSociete, isOnly }: { readonly idSociete: string; readonly isOnly: boolean }) {
  const said = useTexts(texts);
  const runMode = useRunModeToAsk();
  const asked = useAsk(DirectDebitCalendarDocument, { idSociete, runMode });
  const result = asked.data?.directDebitCalendar;
  const isRefused = result !== undefined && isRefusal(result);
  const days = result?.__typename === 'DirectDebitCalendar' ? result.days : [];
  // With several sociétés, only those that have something to say.
  if (!isOnly && result !== undefined && days.length === 0) return null;
  return (
    <Panel title={`${said.calendar} · ${said.societe} ${idSociete}`} isFlush>
      <Pending asked={asked} lines={3} />
      {isRefused && <EmptyState title={said.noContract} text={said.noContractText} />}
      {result !== undefined && !isRefused && days.length === 0 && (
        <EmptyState title={said.nothingDue} text={said.nothingDueText} />
      )}
      {days.length > 0 && <Days {...{ idSociete, days }} />}
    </Panel>
  );
}

function Days({ idSociete, days }: { readonly idSociete: string; readonly days: readonly Day[] }) {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  const today = useToday();
  return (
    <ul className={styles.days}>
      {days.map((day) => (
        <li key={`${day.dueDate} ${day.scheme}`}>
          <div>
            <strong>
              <When at={day.dueDate} />
            </strong>
            <p className={styles.soft}>{words.scheme[day.scheme]}</p>
          </div>
          <div>
            <Window day={day} />
          </div>
          <p className={styles.amount}>
            <strong>
              <Money cents={day.total.cents} />
            </strong>
            <span className={styles.soft}>{said.count(day.debits)}</span>
          </p>
          <Wizard
            {...{ idSociete, cutOff: day.dueDate, scheme: day.scheme }}
            reason={day.fileFrom > today ? said.soon : null}
          />
        </li>
      ))}
    </ul>
  );
}

/** From when until when the bank takes the file. */
function Window({ day: { fileFrom, fileUntil } }: { readonly day: Day }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const today = useToday();
  const isLate = fileUntil < today;
  const tone = isLate ? 'alert' : fileFrom > today ? 'ended' : 'wait';
  return (
    <>
      <Status tone={tone}>{isLate ? said.late : fileFrom > today ? said.soon : said.now}</Status>
      <p className={styles.soft}>
        {said.file} {said.fileSpan(whenText(fileFrom, language, 'day'), whenText(fileUntil, language, 'day'))}
      </p>
    </>
  );
}
