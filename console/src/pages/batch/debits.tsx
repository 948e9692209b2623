import { useList } from '../../api/use-ask.ts';
import { BatchDebitsDocument, type BatchDebitsQuery } from '../../generated/operations.ts';
import { CustomerName } from '../../parts/business/customer-name.tsx';
import { paymentColumns } from '../../parts/business/payment-columns.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { texts } from './texts.ts';

type Row = NonNullable<BatchDebitsQuery['directDebitBatch']>['payments']['edges'][number]['node'];

const noPayments = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

export function Debits({ id }: { readonly id: string }) {
  const said = useTexts(texts);
  const list = useList(
    BatchDebitsDocument,
    { id, first: 50 },
    ({ directDebitBatch }) => directDebitBatch?.payments ?? noPayments,
  );
  const { reference, status, amount } = paymentColumns<Row>(said);
  const columns: readonly Column<Row>[] = [
    reference,
    status,
    amount,
    {
      ...{ id: 'customer', head: said.customer, narrow: 'sub' },
      cell: ({ idClient, customer }) => <CustomerName {...{ idClient, customer }} />,
    },
    { id: 'due', head: said.due, cell: ({ dueDate }) => dueDate !== null && <When at={dueDate} /> },
    {
      ...{ id: 'cause', head: said.cause, narrow: 'sub' },
      cell: ({ debitFailure }) =>
        debitFailure && [debitFailure.code, debitFailure.meaning].filter((one) => one !== null).join(' '),
    },
  ];
  return (
    <ListPanel
      {...{ title: said.debits, list, columns }}
      idOf={(row) => row.id}
      empty={<EmptyState title={said.none} text={said.noneText} />}
    />
  );
}
