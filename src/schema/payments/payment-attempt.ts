import type { Attempt } from '../../modules/payments/payment.ts';
import { readAttempt } from '../../modules/payments/read-payments.ts';
import { builder } from '../builder.ts';
import { PaymentAttemptStatus } from '../server/enums.ts';

export const PaymentAttempt = builder.node(builder.objectRef<Attempt>('PaymentAttempt'), {
  id: { resolve: ({ id }) => id, description: '`att_…`' },
  loadOne: (id, { services, caller }) => readAttempt(services, caller, id),
  description: "One try at the bank's page.",
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1, 2, 3… within the payment.' }),
    reference: t.exposeString('reference', {
      description: 'Our reference at the bank, unique for each attempt.',
    }),
    status: t.expose('status', { type: PaymentAttemptStatus, description: 'Its outcome.' }),
    bankTransaction: t.exposeString('bankTransaction', {
      nullable: true,
      description: "The bank's own id of the transaction.",
    }),
    bankCode: t.exposeString('bankCode', {
      nullable: true,
      description: "The bank's answer code, in its own words.",
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was opened.' }),
  }),
});
