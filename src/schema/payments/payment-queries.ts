import { normaliseReference } from '../../kernel/identifiers.ts';
import { paymentStatus, paymentTarget } from '../../kernel/vocabulary.ts';
import { allPayments } from '../../modules/payments/payment-store.ts';
import { listPayments, readPayment, readPaymentByReference } from '../../modules/payments/read-payments.ts';
import { builder } from '../builder.ts';
import { PaymentStatus, PaymentTarget } from '../server/enums.ts';
import { identifierWanted, orderWanted } from '../server/list-filters.ts';
import { idOfCursor, pageOf, pageSize } from '../server/page.ts';
import { Payment, type PaymentSource, sourceOf } from './payment.ts';

const PaymentConnection = builder.connectionObject(
  { type: Payment, name: 'PaymentConnection', description: 'A page of payments.' },
  { name: 'PaymentEdge', description: 'A payment and its place in the list.' },
);

builder.queryField('payment', (t) =>
  t.field({
    type: Payment,
    nullable: true,
    description: 'A payment by its id. Null where there is none that you may see.',
    args: { id: t.arg.id({ required: true, description: '`pay_…`' }) },
    resolve: async (_root, { id }, { services, caller }) => sourceOf(await readPayment(services, caller, id)),
  }),
);

builder.queryField('paymentByReference', (t) =>
  t.field({
    type: Payment,
    nullable: true,
    description: 'A payment by the reference that people say on the phone; case, blanks and dashes do not count.',
    args: { reference: t.arg.string({ required: true, description: '`4K7M-9QXT`' }) },
    resolve: async (_root, { reference }, { services, caller }) =>
      sourceOf(await readPaymentByReference(services, caller, normaliseReference(reference))),
  }),
);

const PaymentFilter = builder.inputType('PaymentFilter', {
  description: 'Which payments; what is left out does not restrict.',
  fields: (t) => ({
    status: t.field({ type: [PaymentStatus], description: `Any of these: ${paymentStatus.names.join(', ')}.` }),
    paymentTarget: t.field({ type: [PaymentTarget], description: `Any of these: ${paymentTarget.names.join(', ')}.` }),
    idSociete: t.string({ description: 'Of this société.' }),
    idOrigin: t.string({ description: 'Asked for by this system.' }),
    idClient: t.string({ description: 'Of this customer.' }),
    idCommande: t.string({ description: 'Of this order.' }),
  }),
});

builder.queryField('payments', (t) =>
  t.field({
    type: PaymentConnection,
    description: 'The payments that you may see, newest first.',
    args: {
      filter: t.arg({ type: PaymentFilter, description: 'Which ones.' }),
      first: t.arg.int({ description: 'How many: 1 to 100, 20 by default.' }),
      after: t.arg.string({ description: 'The cursor of the last payment that you have.' }),
    },
    resolve: async (_root, { filter, first, after }, { services, caller }) => {
      const size = pageSize(first, 20);
      const payments = await listPayments(services, caller, {
        ...allPayments,
        limit: size + 1,
        beforeId: idOfCursor('pay', after),
        statuses: filter?.status ?? null,
        paymentTargets: filter?.paymentTarget ?? null,
        idSociete: identifierWanted(filter?.idSociete),
        idOrigin: identifierWanted(filter?.idOrigin),
        idClient: identifierWanted(filter?.idClient),
        idCommande: orderWanted(filter?.idCommande),
      });
      const sources = payments.map((payment): PaymentSource => ({ payment }));
      return pageOf(sources, size, ({ payment }) => payment.id, Boolean(after));
    },
  }),
);
