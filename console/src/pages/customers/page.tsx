import { useState } from 'react';
import { oneOf, useAddress } from '../../api/address.ts';
import { useMe } from '../../api/me.tsx';
import { useList } from '../../api/use-ask.ts';
import { useGo } from '../../api/use-go.ts';
import { CustomersDocument, type CustomersQuery } from '../../generated/operations.ts';
import { addressOf, fullName } from '../../parts/business/customer-name.tsx';
import { RecordCheque } from '../../parts/business/record-cheque.tsx';
import { SocieteFilter } from '../../parts/business/societe-select.tsx';
import { Button } from '../../parts/button.tsx';
import { FilterBar, SearchBox } from '../../parts/filter-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { phoneText } from '../../parts/values/phone.ts';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { EditCustomer } from './edit.tsx';
import { texts } from './texts.ts';

type Row = CustomersQuery['customers']['edges'][number]['node'];

/** The directory. It is the same for TEST and LIVE. */
export function CustomersPage() {
  const said = useTexts(texts);
  const { usableSocietes } = useMe();
  const go = useGo();
  const [{ idSociete }, change] = useAddress({ idSociete: oneOf(usableSocietes) });
  const [text, setText] = useState('');
  const asked = { idSociete, ...(text !== '' && { text }), first: 50 };
  const list = useList(CustomersDocument, asked, ({ customers }) => customers);
  const isNarrowed = text !== '' || idSociete !== undefined;
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          <>
            <RecordCheque idSociete={idSociete} />
            <Button onPress={() => go('/customers/import')}>{said.import}</Button>
            <EditCustomer isPrimary />
          </>
        }
      />
      <FilterBar label={said.filters}>
        <SearchBox label={said.search} onSearch={setText} />
        <SocieteFilter value={idSociete} onChange={change} />
      </FilterBar>
      <ListPanel
        label={said.title}
        list={list}
        columns={useColumns()}
        idOf={({ idSociete: societe, idClient }) => `${societe} ${idClient}`}
        empty={
          <EmptyState
            title={isNarrowed ? said.noMatch : said.none}
            text={isNarrowed ? said.noMatchText : said.noneText}
          />
        }
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  return [
    { id: 'number', head: said.number, narrow: 'title', cell: (row) => <To to={addressOf(row)}>{row.idClient}</To> },
    { id: 'name', head: said.name, narrow: 'sub', cell: fullName },
    {
      id: 'city',
      head: said.city,
      narrow: 'sub',
      cell: ({ zipCode, city }) => [zipCode, city].filter(Boolean).join(' '),
    },
    { id: 'phone', head: said.phone, cell: ({ phone }) => phone && phoneText(phone) },
    { id: 'societe', head: said.societe, narrow: 'sub', isNamed: true, cell: ({ idSociete }) => idSociete },
    { id: 'updated', head: said.updated, cell: ({ updatedAt }) => <When at={updatedAt} /> },
  ];
}
