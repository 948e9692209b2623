import type { Refund as RefundRecord } from '../domain/refund.ts';
import { builder } from './builder.ts';
import { RefundStatus } from './enums.ts';
import { Money } from './money.ts';

export const Refund = builder.objectRef<RefundRecord>('Refund').implement({
  description: 'Money that was given back.',
  fields: (t) => ({
    id: t.id({ description: 'The event that told of it: `evt_…`.', resolve: ({ id }) => id }),
    amount: t.field({
      type: Money,
      description: 'How much.',
      resolve: ({ amountCents }) => ({ cents: amountCents, currency: 'EUR' as const }),
    }),
    status: t.field({ type: RefundStatus, description: 'How far it has come.', resolve: ({ status }) => status }),
    bankTransaction: t.string({
      nullable: true,
      description: "The bank's own id of the refund.",
      resolve: ({ bankTransaction }) => bankTransaction,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When we heard of it.', resolve: ({ at }) => new Date(at) }),
  }),
});
