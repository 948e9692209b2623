import { useAddress } from '../../api/address.ts';
import { useMe } from '../../api/me.tsx';
import { useRunMode } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { AccountingExercisesDocument } from '../../generated/operations.ts';
import { Exports } from '../../parts/business/exports.tsx';
import { Button } from '../../parts/button.tsx';
import { useToday } from '../../parts/hooks/use-today.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Tabs } from '../../parts/lists/tabs.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Awaited, EmptyState } from '../../parts/states.tsx';
import { whenText } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Balance } from './balance.tsx';
import { Check } from './check.tsx';
import { Journal } from './journal.tsx';
import { PeriodBar } from './period-bar.tsx';
import {
  type Books,
  type BooksSearch,
  balanceFile,
  fecFile,
  journalFile,
  kept,
  periodOf,
  reads,
  suspenseFile,
} from './search.ts';
import { Suspense } from './suspense.tsx';
import { texts } from './texts.ts';
import { type View, views } from './views.ts';

export function BooksPage() {
  const said = useTexts(texts);
  const { usableSocietes } = useMe();
  const runMode = useRunMode();
  const [search, change] = useAddress(reads);
  const [first] = usableSocietes;
  const idSociete = usableSocietes.find((id) => id === search.societe) ?? first;
  const today = useToday();
  if (idSociete === undefined)
    return (
      <>
        <PageHead title={said.title} />
        <Panel>
          <EmptyState title={said.noSociete} text={said.noSocieteText} />
        </Panel>
      </>
    );
  const books: Books = { idSociete, runMode, ...periodOf(search, today) };
  const view = search.view ?? 'journal';
  return (
    <>
      <Head {...{ books, search, view }} />
      <Tabs label={said.parts} name="view" names={views} texts={said.views} chosen={view} keep={kept} />
      <PeriodBar books={books} hasPeriod={view !== 'suspense'} onChange={change} />
      {view === 'journal' && <Journal {...{ books, search }} onChange={change} />}
      {view === 'balance' && <Balance books={books} />}
      {view === 'suspense' && <Suspense books={books} />}
      {view === 'check' && <Check books={books} />}
    </>
  );
}

type HeadProps = { readonly books: Books; readonly search: BooksSearch; readonly view: View };

function Head({ books, search, view }: HeadProps) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { idSociete, runMode, from, to } = books;
  const [first, last] = [whenText(from, language, 'day'), whenText(to, language, 'day')];
  return (
    <PageHead
      title={said.title}
      lead={view === 'suspense' ? said.leadNow(idSociete, runMode) : said.lead(idSociete, first, last, runMode)}
      actions={
        <>
          {view === 'journal' && <JournalFiles {...{ books, search }} />}
          {view === 'balance' && (
            <>
              <Button onPress={() => print()}>{said.print}</Button>
              <Exports href={balanceFile(books, language)} />
            </>
          )}
          {view === 'suspense' && <Exports href={suspenseFile(books, language)} hasNames />}
        </>
      }
    />
  );
}

function JournalFiles({ books, search }: Omit<HeadProps, 'view'>) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { idSociete, runMode } = books;
  const of = { idSociete, runMode };
  const { data, isFetched, isPlaceholderData } = useAsk(AccountingExercisesDocument, of, { keepsRows: true });
  const found = isPlaceholderData ? undefined : data?.accountingExercises;
  const exercises = found?.__typename === 'AccountingExercises' ? found.exercises : [];
  return (
    <>
      {/* Not of another société: the field that chooses it keeps the focus. */}
      {!data && !isFetched && <Awaited />}
      <Exports href={journalFile(books, search, language)} hasNames />
      {exercises.map((exercise) => {
        const href = fecFile(books, exercise);
        return href === null ? null : (
          <LinkButton key={exercise.year} isDownload href={href}>
            {said.fec(exercise.year)}
          </LinkButton>
        );
      })}
    </>
  );
}
