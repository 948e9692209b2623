import type { PaymentAccounting as AccountingRecord } from '../../kernel/accounting-rules.ts';
import { readPayment } from '../../modules/payments/read-payments.ts';
import { builder, type ObjectFields } from '../builder.ts';
import { AccountingMeans } from '../server/enums.ts';
import { detailFields, type PaymentSource, requestFields } from './payment-fields.ts';

/** The day and the piece of a booking. */
export const bookingFields = <Booked extends Pick<AccountingRecord, 'date' | 'pieceReference'>>(
  t: ObjectFields<Booked>,
) => ({
  date: t.field({ type: 'Date', description: 'The day under which it is booked.', resolve: ({ date }) => date }),
  pieceReference: t.string({
    description: 'The piece that proves it.',
    resolve: ({ pieceReference }) => pieceReference,
  }),
});

const PaymentAccounting = builder.objectRef<AccountingRecord>('PaymentAccounting').implement({
  description: 'What accounting says of a payment that it records.',
  fields: (t) => ({
    means: t.expose('means', { type: AccountingMeans, description: 'How the money came.' }),
    ...bookingFields(t),
    operator: t.exposeString('operator', { description: 'Who recorded it.' }),
  }),
});

export const Payment = builder.objectRef<PaymentSource>('Payment');

builder.node(Payment, {
  id: { resolve: ({ id }) => id, description: 'For programs: `pay_…`.' },
  loadOne: (id, { services, caller }) => readPayment(services, caller, id),
  description: 'A payment: what was asked, where it stands, and its whole story.',
  fields: (t) => ({
    reference: t.exposeString('reference', {
      description: 'Short and readable, for people on the phone: `4K7M-9QXT`.',
    }),
    ...requestFields(t),
  }),
});

builder.objectFields(Payment, (t) => ({
  ...detailFields(t),
  accounting: t.expose('accounting', {
    type: PaymentAccounting,
    nullable: true,
    description: 'For `COMPTABILITE` alone: how it is recorded.',
  }),
  createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was recorded.' }),
  updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
  expiresAt: t.expose('expiresAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it expires if it is not paid.',
  }),
}));
