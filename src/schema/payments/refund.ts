import type { PaymentOperation } from '../../modules/payments/operations/payment-operation.ts';
import { refundStatusOf } from '../../modules/payments/operations/refund.ts';
import { readOperation } from '../../modules/payments/read-payments.ts';
import { builder } from '../builder.ts';
import { RefundStatus } from '../server/enums.ts';
import { Money } from '../server/money.ts';
import { resultFields, updatedAtField } from './payment-operation.ts';

export const Refund = builder.node(builder.objectRef<PaymentOperation>('Refund'), {
  id: { resolve: ({ id }) => id, description: '`ope_…`.' },
  loadOne: async (id, { services, caller }) => {
    const operation = await readOperation(services, caller, id);
    return operation?.kind === 'REFUND' ? operation : null;
  },
  description: 'Money that is given back, by `refundPayment` or in the back office of the bank.',
  fields: (t) => ({
    amount: t.expose('amountCents', { type: Money, description: 'How much.' }),
    status: t.field({ type: RefundStatus, description: 'How far it has come.', resolve: refundStatusOf }),
    ...resultFields(t, "The bank's own id of the refund."),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When it was asked for, or when the bank reported it.',
    }),
    ...updatedAtField(t),
  }),
});
