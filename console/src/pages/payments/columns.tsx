import { useMemo } from 'react';
import type { PaymentSort, PaymentsQuery } from '../../generated/operations.ts';
import { CustomerName } from '../../parts/business/customer-name.tsx';
import { paymentColumns } from '../../parts/business/payment-columns.tsx';
import type { Column } from '../../parts/table.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import styles from './payments.module.css';
import { texts } from './texts.ts';

type Row = PaymentsQuery['payments']['edges'][number]['node'];

type Words = { readonly said: (typeof texts)['fr']; readonly words: (typeof vocabulary)['fr'] };

/** The same ones while nothing of it changes, so that the rows stay as they are when others come. */
export function useColumns(sort: PaymentSort, onSort: (sort: PaymentSort) => void): readonly Column<Row>[] {
  const said = useTexts(texts);
  const words = useTexts(vocabulary);
  return useMemo(() => columnsOf({ said, words }, sort, onSort), [said, words, sort, onSort]);
}

function columnsOf(
  { said, words: { target, type } }: Words,
  sort: PaymentSort,
  onSort: (sort: PaymentSort) => void,
): readonly Column<Row>[] {
  const byAge = sort === 'NEWEST' ? 'descending' : sort === 'OLDEST' ? 'ascending' : null;
  const { reference, status, amount } = paymentColumns<Row>(said);
  return [
    reference,
    status,
    { ...amount, sort: { now: sort === 'AMOUNT' ? 'descending' : null, change: () => onSort('AMOUNT') } },
    { id: 'societe', head: said.societe, cell: ({ idSociete }) => idSociete },
    {
      ...{ id: 'customer', head: said.customer, narrow: 'sub' },
      cell: ({ idClient, customer }) => (
        <span className={styles.customer}>
          <CustomerName {...{ idClient, customer }} />
        </span>
      ),
    },
    { id: 'order', head: said.order, cell: ({ idCommande }) => (idCommande === '0' ? '' : idCommande) },
    { id: 'means', head: said.means, cell: ({ paymentType }) => type[paymentType] },
    {
      id: 'target',
      head: said.target,
      cell: ({ paymentTarget }) => <span className={styles.whole}>{target[paymentTarget]}</span>,
    },
    sort === 'DUE'
      ? { id: 'due', head: said.due, narrow: 'sub', cell: ({ dueDate }) => dueDate !== null && <When at={dueDate} /> }
      : {
          ...{ id: 'created', head: said.created, narrow: 'sub' },
          sort: { now: byAge, change: () => onSort(sort === 'NEWEST' ? 'OLDEST' : 'NEWEST') },
          cell: ({ createdAt }) => <When at={createdAt} style="list" />,
        },
  ];
}
