import { useState } from 'react';
import { writeAddress } from '../../api/address.ts';
import { orThrow } from '../../api/refusals.ts';
import { useList } from '../../api/use-ask.ts';
import { JournalEntriesDocument, type JournalEntriesQuery } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Chips, chipsOf } from '../../parts/chips.tsx';
import { EmptyState, NoMatch } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './books.module.css';
import { Filters } from './filters.tsx';
import { type Books, type BooksSearch, filterOf } from './search.ts';
import { texts } from './texts.ts';

type Row = Extract<JournalEntriesQuery['journalEntries'], { readonly edges: unknown }>['edges'][number]['node'];

type Props = {
  readonly books: Books;
  readonly search: BooksSearch;
  readonly onChange: (changes: BooksSearch) => void;
};

const none: BooksSearch = { account: undefined, number: undefined, kind: undefined, payment: undefined };

/** The entries of the period, narrowed by account, number, kind or payment. */
export function Journal({ books, search, onChange }: Props) {
  const said = useTexts(texts);
  const [isOpen, setOpen] = useState(false);
  const { idSociete, runMode } = books;
  const filter = filterOf(search, books);
  const asked = { idSociete, runMode, filter, first: 50 };
  const list = useList(JournalEntriesDocument, asked, ({ journalEntries }) => orThrow(journalEntries));
  const { account, number, kind, payment } = search;
  const given = { account, number, kind: kind && said.kinds[kind], payment };
  const chips = chipsOf(given, said, onChange);
  const apply = (chosen: BooksSearch): void => {
    onChange({ ...none, ...chosen });
    setOpen(false);
  };
  return (
    <>
      <div className={styles.bar}>
        <Button isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {said.filter}
        </Button>
        <Chips label={said.filters} chips={chips} removeText={said.removeFilter} />
      </div>
      {isOpen && <Filters key={writeAddress({ account, number, kind, payment })} search={search} onApply={apply} />}
      <ListPanel
        label={said.views.journal}
        list={list}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={
          chips.length > 0 ? (
            <NoMatch {...said} onShowAll={() => apply({})} />
          ) : (
            <EmptyState title={said.noEntries} text={said.noEntriesText} />
          )
        }
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  return [
    { id: 'date', head: said.date, narrow: 'sub', cell: ({ date }) => <When at={date} /> },
    {
      ...{ id: 'label', head: said.label, narrow: 'title' },
      cell: ({ id, label }) => (
        <To to={`/books/${id}`}>
          <span className={styles.label}>{label}</span>
        </To>
      ),
    },
    {
      ...{ id: 'kind', head: said.kind, narrow: 'sub' },
      cell: ({ kind }) => <span className={styles.kind}>{said.kinds[kind]}</span>,
    },
    {
      ...{ id: 'number', head: said.journal, narrow: 'sub' },
      cell: ({ journalCode, number }) => `${journalCode}\u00a0${number ?? said.provisional}`,
    },
    { id: 'piece', head: said.piece, cell: ({ pieceReference }) => pieceReference },
    {
      ...{ id: 'accounts', head: said.account },
      cell: ({ lines }) => (
        <span className={styles.accounts}>{[...new Set(lines.map(({ account }) => account))].join(', ')}</span>
      ),
    },
    {
      ...{ id: 'amount', head: said.amount, narrow: 'end', align: 'end' },
      cell: ({ lines }) => <Money cents={lines.reduce((sum, { debit }) => sum + debit.cents, 0)} />,
    },
  ];
}
