import type { PaymentAccounting as AccountingRecord } from '../../kernel/accounting-rules.ts';
import type { Attempt, Payment as PaymentRecord } from '../../modules/payments/payment.ts';
import { readPayment } from '../../modules/payments/read-payments.ts';
import { builder, type ObjectFields } from '../builder.ts';
import { AccountingMeans, PaymentCapture, PaymentRunMode, PaymentTarget, PaymentType } from '../server/enums.ts';
import { Money } from '../server/money.ts';

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
    paymentTarget: t.field({
      type: PaymentTarget,
      description: 'Where the payment is made.',
      resolve: ({ payment }) => payment.paymentTarget,
    }),
    paymentRunMode: t.field({
      type: PaymentRunMode,
      description: 'The run mode that was asked for.',
      resolve: ({ payment }) => payment.paymentRunMode,
    }),
    effectiveRunMode: t.field({
      type: PaymentRunMode,
      description: 'What was done: `TEST` or `LIVE`. Real money moves only when this says `LIVE`.',
      resolve: ({ payment }) => payment.effectiveRunMode,
    }),
    paymentType: t.field({
      type: PaymentType,
      description: 'The route.',
      resolve: ({ payment }) => payment.paymentType,
    }),
    idOrigin: t.string({
      description: 'The system that asked: `web`, `dcp`, `télévente`…',
      resolve: ({ payment }) => payment.idOrigin,
    }),
    idSociete: t.string({ description: 'The société that is paid.', resolve: ({ payment }) => payment.idSociete }),
    idClient: t.string({ description: "The customer's number.", resolve: ({ payment }) => payment.idClient }),
    idCommande: t.string({
      description: "The order's number; `0` for none.",
      resolve: ({ payment }) => payment.idCommande,
    }),
    typePaiement: t.field({
      type: PaymentType,
      description: 'What the customer pays with.',
      resolve: ({ payment }) => payment.typePaiement,
    }),
    amount: t.field({
      type: Money,
      description: 'The amount; it never changes.',
      resolve: ({ payment }) => ({ cents: payment.amountCents, currency: payment.currency }),
    }),
  }),
});

builder.objectFields(Payment, (t) => ({
  capture: t.field({
    type: PaymentCapture,
    description: 'When the money of a card payment is taken.',
    resolve: ({ payment }) => payment.capture,
  }),
  email: t.field({
    type: 'EmailAddress',
    description: "The customer's e-mail address.",
    resolve: ({ payment }) => payment.email,
  }),
  commentaire: t.string({
    nullable: true,
    description: 'The comment that was given.',
    resolve: ({ payment }) => payment.commentaire,
  }),
  accounting: t.field({
    type: PaymentAccounting,
    nullable: true,
    description: 'For `COMPTABILITE` alone: how it is recorded.',
    resolve: ({ payment }) => payment.accounting,
  }),
  createdAt: t.field({
    type: 'DateTime',
    description: 'When it was recorded.',
    resolve: ({ payment }) => new Date(payment.createdAt),
  }),
  updatedAt: t.field({
    type: 'DateTime',
    description: 'When it last changed.',
    resolve: ({ payment }) => new Date(payment.updatedAt),
  }),
  expiresAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When it expires if it is not paid.',
    resolve: ({ payment }) => (payment.expiresAt === null ? null : new Date(payment.expiresAt)),
  }),
}));
