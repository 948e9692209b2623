import { useParams } from '@tanstack/react-router';
import { useMay } from '../../api/me.tsx';
import { useRunModeOf } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useSome } from '../../api/whole-list.ts';
import { JournalEntryDocument, type JournalEntryQuery } from '../../generated/operations.ts';
import { NotShown } from '../../parts/not-shown.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Facts, Panel } from '../../parts/panel.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { CopyLong } from '../../parts/values/copy.tsx';
import { Money } from '../../parts/values/money.tsx';
import { PaymentStatus, Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './books.module.css';
import { entryTexts } from './entry-texts.ts';
import { ReverseDialog } from './reverse-dialog.tsx';
import { texts } from './texts.ts';

type Entry = Extract<NonNullable<JournalEntryQuery['node']>, { readonly lines: unknown }>;

export function EntryPage() {
  const said = useTexts(entryTexts);
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const asked = useAsk(JournalEntryDocument, { id });
  const { node } = asked.data ?? {};
  const entry = node?.__typename === 'JournalEntry' ? node : null;
  useRunModeOf(entry?.effectiveRunMode);
  if (entry) return <Shown entry={entry} />;
  return <NotShown {...said} isFramed asked={asked} lines={8} list={['/books', said.toBooks]} />;
}

function Shown({ entry }: { readonly entry: Entry }) {
  const said = useTexts(entryTexts);
  const { kinds, provisional } = useTexts(texts);
  const { id, kind, journalCode, number, idSociete, date } = entry;
  const isReversed = entry.reversedBy !== null;
  const mayBook = useMay('book');
  // Its payment would be cancelled with it.
  const isHidden = kind === 'RECORDED' && !mayBook;
  return (
    <>
      <p className={`${styles.back} no-print`}>
        <To to="/books" search={{ societe: idSociete, from: date, to: date }}>
          ← {said.toBooks}
        </To>
      </p>
      <PageHead
        title={`${said.title} ${journalCode} ${number ?? provisional}`}
        beside={
          <>
            <Status tone={number === null ? 'wait' : 'good'}>{kinds[kind]}</Status>
            {isReversed && <Status tone="ended">{said.isReversed}</Status>}
          </>
        }
        lead={entry.label}
        actions={isHidden ? undefined : <ReverseDialog id={id} reason={isReversed ? said.whyNotReverse : null} />}
      />
      <Lines entry={entry} />
      <EntryFacts entry={entry} />
    </>
  );
}

function Lines({ entry: { lines } }: { readonly entry: Entry }) {
  const said = useTexts(entryTexts);
  const words = useTexts(texts);
  const money = (cents: number) => cents !== 0 && <Money cents={cents} />;
  const columns: readonly Column<Entry['lines'][number]>[] = [
    { id: 'account', head: words.account, narrow: 'title', cell: ({ account }) => account },
    { id: 'label', head: words.accountLabel, narrow: 'sub', cell: ({ accountLabel }) => accountLabel },
    { id: 'auxiliary', head: words.auxiliary, cell: ({ auxiliary }) => auxiliary },
    {
      ...{ id: 'debit', head: words.debit, narrow: 'end', align: 'end', isNamed: true },
      cell: ({ debit }) => money(debit.cents),
    },
    {
      ...{ id: 'credit', head: words.credit, narrow: 'end', align: 'end', isNamed: true },
      cell: ({ credit }) => money(credit.cents),
    },
  ];
  return (
    <ListPanel
      title={said.lines}
      list={useSome(lines)}
      columns={columns}
      idOf={({ account, auxiliary, debit, credit }) => `${account} ${auxiliary} ${debit.cents} ${credit.cents}`}
      empty={null}
    />
  );
}

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const said = useTexts(entryTexts);
  const words = useTexts(texts);
  const { payment, reverses, reversedBy, hash, postedAt } = entry;
  return (
    <Panel>
      <Facts
        of={[
          [words.societe, `${entry.idSociete} · ${entry.effectiveRunMode}`],
          [words.journal, `${entry.journalCode} ${entry.journalLabel}`],
          [said.exercise, entry.exercise],
          [words.date, <When key="date" at={entry.date} />],
          [words.piece, entry.pieceReference],
          [said.pieceDate, <When key="piece" at={entry.pieceDate} />],
          [said.postedAt, postedAt && <When key="posted" at={postedAt} style="exact" />],
          [
            words.payment,
            payment && (
              <span key="payment">
                <To to={`/payments/${payment.id}`}>{payment.reference}</To> <PaymentStatus status={payment.status} />
              </span>
            ),
          ],
          [said.reverses, reverses && <EntryLink key="reverses" id={reverses} />],
          [said.reversedBy, reversedBy && <EntryLink key="reversedBy" id={reversedBy} />],
          [said.reason, entry.reason],
          [said.operator, entry.operatorPerson?.name ?? entry.operator],
          [said.hash, hash && <CopyLong key="hash" text={hash} what={said.theHash} />],
        ]}
      />
    </Panel>
  );
}

function EntryLink({ id }: { readonly id: string }) {
  return <To to={`/books/${id}`}>{id}</To>;
}
