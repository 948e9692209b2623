import { useState } from 'react';
import { each, hasOne, oneOf, type SearchOf, textOf, useAddress } from '../../api/address.ts';
import { useRunMode } from '../../api/run-mode.ts';
import { useList } from '../../api/use-ask.ts';
import { type MandateFilter, MandatesDocument, type MandatesQuery } from '../../generated/operations.ts';
import { MandateStatus } from '../../parts/business/mandate-status.tsx';
import { Chips, chipsOf } from '../../parts/chips.tsx';
import { FilterBar, FilterSelect, SearchBox } from '../../parts/filter-bar.tsx';
import { useToday } from '../../parts/hooks/use-today.ts';
import { ChangedRows } from '../../parts/lists/changed-rows.tsx';
import { daysBefore } from '../../parts/lists/paris-days.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { When } from '../../parts/values/when.tsx';
import { commonTexts } from '../../texts/common.ts';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import { namesOf } from '../../texts/words.ts';
import styles from './mandates.module.css';
import { NewMandate } from './new-mandate.tsx';
import { texts } from './texts.ts';

type Row = MandatesQuery['mandates']['edges'][number]['node'];

const statuses = namesOf(debitWords.fr.mandateStatus);
const schemes = namesOf(debitWords.fr.scheme);

const filters = {
  status: oneOf(statuses),
  scheme: oneOf(schemes),
  lapsing: oneOf(['60']),
  ...each(['idSociete', 'idClient'], textOf),
};
type Search = SearchOf<typeof filters>;

export function MandatesPage() {
  const said = useTexts(texts);
  const runMode = useRunMode();
  const today = useToday();
  const [search, change] = useAddress(filters);
  const [text, setText] = useState('');
  const { status, scheme, lapsing, idSociete, idClient } = search;
  const filter: MandateFilter = {
    ...{ runMode, scheme, idSociete, idClient },
    ...(status && { status: [status] }),
    ...(lapsing && { lapsesBefore: daysBefore(today, -60) }),
    ...(text !== '' && { text }),
  };
  const list = useList(MandatesDocument, { filter, first: 50 }, ({ mandates }) => mandates);
  const isNarrowed = text !== '' || hasOne(filters, search);
  return (
    <>
      <PageHead
        title={said.title}
        beside={<ChangedRows topic="MANDATES" />}
        lead={said.lead}
        actions={<NewMandate isPrimary />}
      />
      <Filters search={search} onChange={change} onSearch={setText} />
      <ListPanel
        label={said.title}
        list={list}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={
          <EmptyState
            title={isNarrowed ? said.noMatch : said.empty}
            text={isNarrowed ? said.noMatchText : said.emptyText}
          />
        }
      />
    </>
  );
}

type FiltersProps = {
  readonly search: Search;
  readonly onChange: (changes: Search) => void;
  readonly onSearch: (text: string) => void;
};

function Filters({ search, onChange, onSearch }: FiltersProps) {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  const of = <Id extends string>(ids: readonly Id[], names: Readonly<Record<Id, string>>) =>
    ids.map((id) => ({ id, text: names[id] }));
  return (
    <>
      <FilterBar label={said.filters}>
        <SearchBox label={said.search} onSearch={onSearch} />
        <FilterSelect
          {...{ label: said.status, name: 'status', value: search.status }}
          options={of(statuses, words.mandateStatus)}
          onChange={(status) => onChange({ status })}
        />
        <FilterSelect
          {...{ label: said.scheme, name: 'scheme', value: search.scheme, options: of(schemes, words.scheme) }}
          onChange={(scheme) => onChange({ scheme })}
        />
        <FilterSelect
          {...{ label: said.lapse, name: 'lapsing', value: search.lapsing }}
          isFeminine
          options={[{ id: '60', text: said.lapsing }]}
          onChange={(lapsing) => onChange({ lapsing })}
        />
      </FilterBar>
      <OfCustomer search={search} onChange={onChange} />
    </>
  );
}

/** The customer or the société that a link narrowed the list to. */
function OfCustomer({ search, onChange }: Omit<FiltersProps, 'onSearch'>) {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  const { remove } = useTexts(commonTexts);
  const { idSociete, idClient } = search;
  const chips = chipsOf({ idSociete, idClient }, words, onChange);
  return <Chips label={said.filters} chips={chips} removeText={remove} />;
}

function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  return [
    { id: 'rum', head: said.rum, narrow: 'title', cell: ({ id, rum }) => <To to={`/mandates/${id}`}>{rum}</To> },
    { id: 'status', head: said.status, narrow: 'sub', cell: ({ status }) => <MandateStatus status={status} /> },
    { id: 'debtor', head: said.debtor, narrow: 'sub', cell: ({ debtor }) => debtor?.name ?? said.erased },
    { id: 'iban', head: said.iban, cell: ({ debtor }) => <span className={styles.iban}>{debtor?.maskedIban}</span> },
    { id: 'societe', head: said.societe, cell: ({ idSociete }) => idSociete },
    { id: 'customer', head: said.customer, narrow: 'sub', cell: ({ idClient }) => idClient },
    { id: 'scheme', head: said.scheme, cell: ({ scheme }) => scheme },
    { id: 'lapses', head: said.lapsesOn, cell: ({ lapsesOn }) => lapsesOn !== null && <When at={lapsesOn} /> },
  ];
}
