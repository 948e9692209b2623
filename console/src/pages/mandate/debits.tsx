import { useList } from '../../api/use-ask.ts';
import { MandateDebitsDocument, type MandateDebitsQuery } from '../../generated/operations.ts';
import { paymentColumns } from '../../parts/business/payment-columns.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
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
  const { reference, status, amount } = paymentColumns<Row>(said);
  const columns: readonly Column<Row>[] = [
    reference,
    status,
    { id: 'due', head: said.due, narrow: 'sub', cell: ({ dueDate }) => dueDate !== null && <When at={dueDate} /> },
    amount,
  ];
  return (
    <ListPanel
      {...{ title: said.debits, list, columns }}
      idOf={({ id }) => id}
      empty={<EmptyState title={said.noDebits} text={said.noDebitsText} />}
    />
  );
}
