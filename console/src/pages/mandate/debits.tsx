import { useList } from '../../api/use-ask.ts';
import { MandateDebitsDocument, type MandateDebitsQuery } from '../../generated/operations.ts';
import { Panel } from '../../parts/panel.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { PaymentStatus } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { Mandate } from './mandate.ts';
import { texts } from './texts.ts';

type Row = MandateDebitsQuery['payments']['edges'][number]['node'];

/** The payments that use it. */
export function Debits({ mandate }: { readonly mandate: Mandate }) {
  const said = useTexts(texts);
  const { runMode, idSociete, rum } = mandate;
  const list = useList(
    MandateDebitsDocument,
    { filter: { runMode, idSociete, mandate: rum }, first: 20 },
    ({ payments }) => payments,
  );
  const columns: readonly Column<Row>[] = [
    {
      ...{ id: 'reference', head: said.reference, narrow: 'title' },
      cell: ({ id, reference }) => <To to={`/payments/${id}`}>{reference}</To>,
    },
    { id: 'status', head: said.status, narrow: 'sub', cell: ({ status }) => <PaymentStatus status={status} /> },
    { id: 'due', head: said.due, narrow: 'sub', cell: ({ dueDate }) => dueDate !== null && <When at={dueDate} /> },
    {
      ...{ id: 'amount', head: said.amount, narrow: 'end', align: 'end' },
      cell: ({ amount }) => <Money cents={amount.cents} currency={amount.currency} />,
    },
  ];
  return (
    <Panel title={said.debits} isFlush>
      <Table
        {...{ label: said.debits, list, columns }}
        idOf={({ id }) => id}
        empty={
          <EmptyState title={said.noDebits}>
            <p>{said.noDebitsText}</p>
          </EmptyState>
        }
      />
    </Panel>
  );
}
