import type { AwaitedTransfersQuery } from '../../generated/operations.ts';
import { CustomerName } from '../../parts/business/customer-name.tsx';
import type { Column } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Copy } from '../../parts/values/copy.tsx';
import { Money } from '../../parts/values/money.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { texts } from './texts.ts';
import styles from './transfers.module.css';

type Row = AwaitedTransfersQuery['awaitedTransfers']['edges'][number]['node'];

/** Groups of four, as it stands on paper. It is copied without blanks. */
const inFours = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1\u00a0');

export function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  return [
    {
      ...{ id: 'reference', head: said.reference, narrow: 'title' },
      cell: ({ payment }) => <To to={`/payments/${payment.id}`}>{payment.reference}</To>,
    },
    {
      ...{ id: 'state', head: said.state, narrow: 'sub' },
      cell: ({ isLate, received }) => (
        <span className={styles.states}>
          {isLate ? <Status tone="alert">{said.late}</Status> : <Status tone="wait">{said.waits}</Status>}
          {received.cents > 0 && <span className={styles.soft}>{said.inPart}</span>}
        </span>
      ),
    },
    {
      ...{ id: 'missing', head: said.missing, narrow: 'end', align: 'end' },
      cell: ({ payment, missing, received }) => (
        <>
          <Money cents={missing.cents} />
          {received.cents > 0 && (
            <span className={styles.part}>
              {said.received} <Money cents={received.cents} /> / <Money cents={payment.amount.cents} />
            </span>
          )}
        </>
      ),
    },
    {
      ...{ id: 'pay', head: said.pay, narrow: 'sub' },
      cell: ({ payment: { nextAction } }) =>
        nextAction?.__typename === 'BankTransferAction' && (
          <span className={styles.copies}>
            <Copy text={nextAction.reference} what={said.theReference} shown={inFours(nextAction.reference)} />
            <Copy text={nextAction.iban} what={said.theIban} shown={inFours(nextAction.iban)} />
          </span>
        ),
    },
    {
      ...{ id: 'customer', head: said.customer, narrow: 'sub' },
      cell: ({ payment: { idSociete, idClient, idCommande, customer } }) => (
        <>
          <CustomerName {...{ idClient, customer }} />
          <span className={styles.part}>
            {said.societe} {idSociete}
            {idCommande !== '0' && ` · ${said.order} ${idCommande}`}
          </span>
        </>
      ),
    },
    {
      ...{ id: 'expires', head: said.expires, narrow: 'sub' },
      cell: ({ payment: { expiresAt } }) => expiresAt !== null && <When at={expiresAt} style="day" />,
    },
  ];
}
