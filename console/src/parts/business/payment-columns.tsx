import type { PaymentStatus as StatusName } from '../../generated/operations.ts';
import type { Column } from '../table.tsx';
import { To } from '../to.tsx';
import { Money } from '../values/money.tsx';
import { PaymentStatus } from '../values/status.tsx';

type Listed = {
  readonly id: string;
  readonly reference: string;
  readonly status: StatusName;
  readonly amount: { readonly cents: number; readonly currency: string };
};
type Name = 'reference' | 'status' | 'amount';

/** What every list of payments shows of them. */
export const paymentColumns = <Row extends Listed>(
  heads: Readonly<Record<Name, string>>,
): Readonly<Record<Name, Column<Row>>> => ({
  reference: {
    ...{ id: 'reference', head: heads.reference, narrow: 'title' },
    cell: ({ id, reference }) => <To to={`/payments/${id}`}>{reference}</To>,
  },
  status: { id: 'status', head: heads.status, narrow: 'sub', cell: ({ status }) => <PaymentStatus status={status} /> },
  amount: {
    ...{ id: 'amount', head: heads.amount, narrow: 'end', align: 'end' },
    cell: ({ amount }) => <Money cents={amount.cents} currency={amount.currency} />,
  },
});
