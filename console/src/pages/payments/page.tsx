import { useRunMode } from '../../api/run-mode.ts';
import { useList } from '../../api/use-ask.ts';
import { PaymentsDocument, type PaymentsQuery } from '../../generated/operations.ts';
import { Money } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { PaymentStatus } from '../../parts/status.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { When } from '../../parts/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import { texts } from './texts.ts';

type Row = PaymentsQuery['payments']['edges'][number]['node'];

export function PaymentsPage() {
  const said = useTexts(texts);
  const mode = useRunMode();
  const list = useList(PaymentsDocument, { filter: { runMode: mode }, first: 50 }, ({ payments }) => payments);
  const empty = (
    <EmptyState title={said.emptyTitle}>
      <p>{mode === 'TEST' ? said.emptyTest : said.emptyLive}</p>
    </EmptyState>
  );
  return (
    <>
      <PageHead title={said.title} />
      <Panel isFlush>
        <Table label={said.title} list={list} columns={useColumns()} idOf={({ id }) => id} empty={empty} />
      </Panel>
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  const { target, type } = useTexts(vocabulary);
  return [
    {
      id: 'reference',
      head: said.reference,
      narrow: 'title',
      cell: ({ id, reference }) => <To to={`/payments/${id}`}>{reference}</To>,
    },
    { id: 'status', head: said.status, narrow: 'sub', cell: ({ status }) => <PaymentStatus status={status} /> },
    {
      id: 'amount',
      head: said.amount,
      narrow: 'end',
      align: 'end',
      cell: ({ amount }) => <Money cents={amount.cents} currency={amount.currency} />,
    },
    { id: 'societe', head: said.societe, cell: ({ idSociete }) => idSociete },
    { id: 'customer', head: said.customer, narrow: 'sub', cell: ({ idClient }) => idClient },
    { id: 'order', head: said.order, cell: ({ idCommande }) => (idCommande === '0' ? '' : idCommande) },
    { id: 'means', head: said.means, cell: ({ paymentType }) => type[paymentType] },
    { id: 'target', head: said.target, cell: ({ paymentTarget }) => target[paymentTarget] },
    { id: 'origin', head: said.origin, cell: ({ idOrigin }) => idOrigin },
    { id: 'created', head: said.created, narrow: 'sub', cell: ({ createdAt }) => <When at={createdAt} /> },
  ];
}
