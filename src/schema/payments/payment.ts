import type { PaymentAccounting as AccountingRecord } from '../../kernel/accounting-rules.ts';
import type { Attempt, Payment as PaymentRecord } from '../../modules/payments/payment.ts';
import { readPayment } from '../../modules/payments/read-payments.ts';
import { builder, type ObjectFields } from '../builder.ts';
import { AccountingMeans } from '../server/enums.ts';
import { detailFields, requestFields } from './payment-fields.ts';

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
    means: t.field({ type: AccountingMeans, description: 'How the money came.', resolve: ({ means }) => means }),
    ...bookingFields(t),
    operator: t.string({ description: 'Who recorded it.', resolve: ({ operator }) => operator }),
  }),
});

/** A payment and, where a resolver has it at hand, its last attempt. */
export type PaymentSource = { readonly payment: PaymentRecord; readonly lastAttempt?: Attempt | null };

export const Payment = builder.objectRef<PaymentSource>('Payment');

export const sourceOf = (payment: PaymentRecord | null): PaymentSource | null => payment && { payment };

builder.node(Payment, {
  id: { resolve: ({ payment }) => payment.id, description: 'For programs: `pay_…`.' },
  loadOne: async (id, { services, caller }) => sourceOf(await readPayment(services, caller, id)),
  description: 'A payment: what was asked, where it stands, and its whole story.',
  fields: (t) => ({
    reference: t.string({
      description: 'Short and readable, for people on the phone: `4K7M-9QXT`.',
      resolve: ({ payment }) => payment.reference,
    }),
    ...requestFields(t),
  }),
});

builder.objectFields(Payment, (t) => ({
  ...detailFields(t),
  accounting: t.field({
    type: PaymentAccounting,
    nullable: true,
    description: 'For `COMPTABILITE` alone: how it is recorded.',
    resolve: ({ payment }) => payment.accounting,
  }),
  createdAt: t.field({
    type: 'DateTime',
    description: 'When it was recorded.',
    resolve: ({ payment }) => payment.createdAt,
  }),
  updatedAt: t.field({
    type: 'DateTime',
    description: 'When it last changed.',
    resolve: ({ payment }) => payment.updatedAt,
  }),
  expiresAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When it expires if it is not paid.',
    resolve: ({ payment }) => payment.expiresAt,
  }),
}));
