import type { BatchOutcome } from '../../modules/direct-debits/batches/direct-debit.ts';
import { readPayments } from '../../modules/payments/read-payments.ts';
import { builder, connectionOf, pageArguments } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { PaymentStatus } from '../server/enums.ts';
import { idOfCursor, pageOf, pageSize } from '../server/page.ts';
import { debitTotals } from './debit-totals.ts';
import { DirectDebitBatch } from './direct-debit.ts';

const BatchPaymentConnection = connectionOf(Payment, 'BatchPayment', 'payments of a batch', 'A payment');

const DirectDebitBatchOutcome = builder.objectRef<BatchOutcome>('DirectDebitBatchOutcome').implement({
  description: 'The debits of a batch whose payments are in one status now.',
  fields: (t) => ({
    status: t.expose('status', { type: PaymentStatus, description: 'The status of their payments.' }),
    ...debitTotals(t),
  }),
});

builder.objectField(DirectDebitBatch, 'outcomes', (t) =>
  t.field({
    type: [DirectDebitBatchOutcome],
    description:
      'What the batch brought and what came back: its debits by the status of their payments, without those that were taken back.',
    resolve: async ({ id }, _args, { services }) => [...(await services.store.outcomesOfBatch(id))],
  }),
);

builder.objectField(DirectDebitBatch, 'payments', (t) =>
  t.field({
    type: BatchPaymentConnection,
    description: 'The payments whose debits are in it, oldest first: those that you may see.',
    args: pageArguments(t, 'payment'),
    resolve: async ({ id }, { first, after }, { services, caller }, info) => {
      const size = pageSize(first, 20);
      const last = idOfCursor('pay', after, info) ?? '';
      const debits = await services.store.debitsOfBatch(id, last, size + 1);
      const ids = debits.map(({ paymentId }) => paymentId);
      const seen = await readPayments(services, caller, ids);
      const page = pageOf(ids, size, (paymentId) => paymentId, last !== '');
      const edges = page.edges.flatMap(({ node, cursor }) => {
        const payment = seen.get(node);
        return payment ? [{ node: payment, cursor }] : [];
      });
      return { ...page, edges };
    },
  }),
);
