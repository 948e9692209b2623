import type { PaymentOperation } from '../../modules/payments/operations/payment-operation.ts';
import { refundStatusOf } from '../../modules/payments/operations/refund.ts';
import { builder } from '../builder.ts';
import { RefundStatus } from '../server/enums.ts';
import { Money } from '../server/money.ts';

export const Refund = builder.objectRef<PaymentOperation>('Refund').implement({
  description: 'Money that is given back, by `refundPayment` or in the back office of the bank.',
  fields: (t) => ({
    id: t.id({ description: '`ope_…`.', resolve: ({ id }) => id }),
    amount: t.field({
      type: Money,
      description: 'How much.',
      resolve: ({ amountCents }) => ({ cents: amountCents, currency: 'EUR' as const }),
    }),
    status: t.field({ type: RefundStatus, description: 'How far it has come.', resolve: refundStatusOf }),
    reason: t.string({
      nullable: true,
      description: 'Why it was not done, or why that is not known; null where it was done.',
      resolve: ({ reason }) => reason,
    }),
    bankTransaction: t.string({
      nullable: true,
      description: "The bank's own id of the refund.",
      resolve: ({ bankTransaction }) => bankTransaction,
    }),
    bankCode: t.string({ nullable: true, description: "The bank's answer code.", resolve: ({ bankCode }) => bankCode }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was asked for, or when the bank told of it.',
      resolve: ({ createdAt }) => new Date(createdAt),
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When its status last changed.',
      resolve: ({ updatedAt }) => new Date(updatedAt),
    }),
  }),
});
