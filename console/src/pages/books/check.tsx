import { orThrow } from '../../api/refusals.ts';
import { useAsk } from '../../api/use-ask.ts';
import { wholeList } from '../../api/whole-list.ts';
import { BankReconciliationDocument, type BankReconciliationQuery } from '../../generated/operations.ts';
import { Awaited, EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './books.module.css';
import type { Books } from './search.ts';
import { texts } from './texts.ts';

type Answer = Extract<BankReconciliationQuery['bankReconciliation'], { readonly days: unknown }>;
type Day = Answer['days'][number];
type Line = Day['lines'][number] & { readonly id: string; readonly day: string };

const linesOf = ({ days }: Answer): readonly Line[] =>
  days.flatMap(({ day, lines }) => lines.map((line, place) => ({ ...line, day, id: `${day} ${place}` })));

/** The bank account against the books, day by day, and the lines that explain a difference. */
export function Check({ books }: { readonly books: Books }) {
  const said = useTexts(texts);
  const asked = useAsk(BankReconciliationDocument, books, { keepsRows: true });
  const [dayColumns, lineColumns] = [useDayColumns(), useLineColumns()];
  const days = wholeList(asked, ({ bankReconciliation }) => orThrow(bankReconciliation).days);
  const found = asked.isPlaceholderData ? undefined : asked.data?.bankReconciliation;
  const answer = found?.__typename === 'BankReconciliation' ? found : null;
  return (
    <>
      {asked.isLoading && <Awaited />}
      {answer && answer.days.length > 0 && (
        <p className={styles.note}>
          <Verdict days={answer.days} /> <span className={styles.soft}>{said.ofAccount(answer.maskedIban)}</span>
        </p>
      )}
      <ListPanel
        {...{ label: said.views.check, list: days, columns: dayColumns }}
        idOf={({ day }) => day}
        empty={<EmptyState title={said.noDays} text={said.noDaysText} />}
      />
      {answer && answer.days.length > 0 && (
        <ListPanel
          {...{ title: said.lines, columns: lineColumns }}
          list={wholeList(asked, () => linesOf(answer))}
          idOf={({ id }) => id}
          empty={<EmptyState title={said.noLines} />}
        />
      )}
    </>
  );
}

/** What makes the balances of a day no proof: money may lie between them and those of the day before. */
const unprovingOf = ({ lines }: Day): Line['kind'] | undefined =>
  lines.find(({ kind }) => kind === 'STATEMENT_MISSING' || kind === 'STATEMENTS_DISAGREE')?.kind;

function Verdict({ days }: { readonly days: readonly Day[] }) {
  const said = useTexts(texts);
  const differing = days.filter(({ difference }) => difference.cents !== 0).length;
  if (differing > 0)
    return (
      <Status isNote tone="alert">
        {said.someDiffer(differing)}
      </Status>
    );
  if (days.some(unprovingOf))
    return (
      <Status isNote tone="alert">
        {said.unproven}
      </Status>
    );
  return (
    <Status isNote tone="good">
      {said.allAgree}
    </Status>
  );
}

function useDayColumns(): readonly Column<Day>[] {
  const said = useTexts(texts);
  const money = (cents: number | undefined) => cents !== undefined && <Money cents={cents} />;
  return [
    { id: 'day', head: said.day, narrow: 'title', cell: ({ day }) => <When at={day} /> },
    { id: 'opening', head: said.opening, align: 'end', cell: ({ opening }) => money(opening?.cents) },
    { id: 'booked', head: said.booked, align: 'end', cell: ({ booked }) => money(booked.cents) },
    { id: 'notBooked', head: said.notBooked, align: 'end', cell: ({ notBooked }) => money(notBooked.cents) },
    {
      ...{ id: 'closing', head: said.closing, narrow: 'end', align: 'end' },
      cell: ({ closing }) => money(closing?.cents),
    },
    {
      ...{ id: 'difference', head: said.difference, narrow: 'sub', align: 'end' },
      cell: (day) => <Agreement day={day} />,
    },
  ];
}

function Agreement({ day }: { readonly day: Day }) {
  const said = useTexts(texts);
  const { cents } = day.difference;
  const unproving = unprovingOf(day);
  if (cents !== 0) {
    return (
      <Status tone="alert">
        {said.difference} <Money cents={cents} />
      </Status>
    );
  }
  if (unproving)
    return (
      <Status isNote tone="alert">
        {said.lineKinds[unproving]}
      </Status>
    );
  return <Status tone="good">{said.agrees}</Status>;
}

function useLineColumns(): readonly Column<Line>[] {
  const said = useTexts(texts);
  return [
    {
      ...{ id: 'kind', head: said.kind, narrow: 'title' },
      cell: ({ kind, journalEntry }) =>
        journalEntry === null ? said.lineKinds[kind] : <To to={`/books/${journalEntry}`}>{said.lineKinds[kind]}</To>,
    },
    { id: 'day', head: said.day, narrow: 'sub', cell: ({ day }) => <When at={day} /> },
    { id: 'who', head: said.counterparty, narrow: 'sub', cell: ({ counterparty }) => counterparty },
    { id: 'text', head: said.remittance, cell: ({ text }) => text },
    { id: 'reference', head: said.reference, cell: ({ reference }) => reference },
    { id: 'rule', head: said.rule, cell: ({ rule }) => rule },
    {
      ...{ id: 'amount', head: said.amount, narrow: 'end', align: 'end' },
      cell: ({ amount }) => <Money cents={amount.cents} />,
    },
  ];
}
