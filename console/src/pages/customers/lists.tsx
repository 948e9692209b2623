import { useRunMode } from '../../api/run-mode.ts';
import { useList } from '../../api/use-ask.ts';
import {
  CustomerMandatesDocument,
  type CustomerMandatesQuery,
  CustomerPaymentsDocument,
  type CustomerPaymentsQuery,
} from '../../generated/operations.ts';
import { MandateStatus } from '../../parts/business/mandate-status.tsx';
import { paymentColumns } from '../../parts/business/payment-columns.tsx';
import { ShownIban } from '../../parts/business/shown-iban.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import styles from './customers.module.css';
import { texts } from './texts.ts';

type Key = { readonly idSociete: string; readonly idClient: string };
type Payment = CustomerPaymentsQuery['payments']['edges'][number]['node'];
type Mandate = CustomerMandatesQuery['mandates']['edges'][number]['node'];

/** Of the customer, in the mode of the page. */
export function Payments(key: Key) {
  const said = useTexts(texts);
  const { type } = useTexts(vocabulary);
  const runMode = useRunMode();
  const list = useList(
    CustomerPaymentsDocument,
    { filter: { ...key, runMode }, first: 20 },
    ({ payments }) => payments,
  );
  const { reference, status, amount } = paymentColumns<Payment>(said);
  const columns: readonly Column<Payment>[] = [
    reference,
    status,
    { id: 'means', head: said.means, cell: ({ paymentType }) => type[paymentType] },
    { id: 'created', head: said.created, narrow: 'sub', cell: ({ createdAt }) => <When at={createdAt} /> },
    amount,
  ];
  const all = (
    <To to="/payments" search={key} className={styles.all}>
      {said.allPayments}
    </To>
  );
  return (
    <ListPanel
      {...{ title: said.payments, actions: all, list, columns }}
      idOf={({ id }) => id}
      empty={<EmptyState title={said.noPayments} />}
    />
  );
}

export function Mandates(key: Key) {
  const said = useTexts(texts);
  const runMode = useRunMode();
  const list = useList(
    CustomerMandatesDocument,
    { filter: { ...key, runMode }, first: 20 },
    ({ mandates }) => mandates,
  );
  const columns: readonly Column<Mandate>[] = [
    {
      ...{ id: 'rum', head: said.rum, narrow: 'title' },
      cell: ({ id, rum }) => <To to={`/mandates/${id}`}>{rum}</To>,
    },
    { id: 'status', head: said.status, narrow: 'sub', cell: ({ status }) => <MandateStatus status={status} /> },
    {
      id: 'iban',
      head: said.iban,
      narrow: 'sub',
      cell: ({ id, debtor }) => debtor && <ShownIban id={id} masked={debtor.maskedIban} />,
    },
  ];
  const all = (
    <To to="/mandates" search={key} className={styles.all}>
      {said.allMandates}
    </To>
  );
  return (
    <ListPanel
      {...{ title: said.mandates, actions: all, list, columns }}
      idOf={({ id }) => id}
      empty={<EmptyState title={said.noMandates} />}
    />
  );
}
