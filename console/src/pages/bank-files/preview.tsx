import { useSome } from '../../api/whole-list.ts';
import type { BankFileEntryOutcome } from '../../generated/operations.ts';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { countText } from '../../parts/values/count.ts';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './bank-files.module.css';
import { useEntryColumns } from './entry-columns.tsx';
import { fileTexts } from './file-texts.ts';
import { outcomeTones } from './outcomes.ts';
import type { CheckedEntry, FileCheck } from './send-file.ts';
import { texts } from './texts.ts';

/** The outcome that each entry would have. What a person has to look at comes first. */
export function Preview({ check }: { readonly check: FileCheck }) {
  const said = useTexts(fileTexts);
  const { language } = useLanguage();
  const number = (count: number): string => countText(count, language);
  const columns = useColumns();
  const list = useSome(check.entries.toSorted((one, other) => rank(one) - rank(other)));
  if (check.refusal !== null)
    return (
      <div role="alert">
        <p>
          <Status tone="bad">{said.refused}</Status>
        </p>
        <p>
          {said.refusedText} {check.refusal}
        </p>
      </div>
    );
  return (
    <>
      <Counts counts={check.counts} />
      {check.tried < check.steps && (
        <p className={styles.note}>{said.partly(number(check.tried), number(check.steps))}</p>
      )}
      <div className={styles.preview}>
        <Table
          label={said.looking}
          {...{ list, columns }}
          idOf={({ place }) => String(place)}
          empty={<EmptyState title={said.noEntries} />}
        />
      </div>
    </>
  );
}

const rank = ({ outcome, exception }: CheckedEntry): number =>
  outcome === 'EXCEPTION' || exception !== null ? 0 : outcome === 'APPLIED' ? 1 : 2;

function useColumns(): readonly Column<CheckedEntry>[] {
  const said = useTexts(fileTexts);
  const { reasons } = useTexts(texts);
  const kindNames = useTexts(exceptionKinds);
  const { outcome, amount, payment, booked } = useEntryColumns<CheckedEntry>(({ amountCents, direction }) => ({
    cents: amountCents,
    isCredit: direction !== 'DEBIT',
  }));
  return [
    outcome,
    amount,
    { id: 'counterparty', head: said.counterparty, narrow: 'sub', cell: ({ counterparty }) => counterparty },
    payment,
    {
      ...{ id: 'why', head: said.why, narrow: 'sub' },
      cell: ({ exception, rule, reason }) => {
        if (exception !== null) return kindNames[exception];
        return rule === null ? reasons[reason] : said.rule(rule);
      },
    },
    booked,
  ];
}

type CountsProps = { readonly counts: FileCheck['counts'] };
type Count = {
  readonly name: BankFileEntryOutcome;
  readonly number: string;
  readonly text: string;
  readonly tone: Tone;
};

/** How many of each, in words: all that are there, and always the first two. */
export function useCounts(): (counts: FileCheck['counts']) => readonly Count[] {
  const { counted } = useTexts(texts);
  const { language } = useLanguage();
  return (counts) =>
    (
      [
        ['APPLIED', counts.applied],
        ['EXCEPTION', counts.exceptions],
        ['RULED', counts.ruled],
        ['REPEATED', counts.repeated],
        ['IGNORED', counts.ignored],
      ] as const
    )
      .filter(([name, count]) => count > 0 || name === 'APPLIED' || name === 'EXCEPTION')
      .map(([name, count]) => ({
        ...{ name, number: countText(count, language), text: counted[name](count) },
        tone: count === 0 ? 'ended' : outcomeTones[name],
      }));
}

export function Counts({ counts }: CountsProps) {
  const all = useCounts()(counts);
  return (
    <ul className={styles.counts}>
      {all.map(({ name, number, text, tone }) => (
        <li key={name}>
          <strong>{number}</strong>
          <Status tone={tone}>{text}</Status>
        </li>
      ))}
    </ul>
  );
}
