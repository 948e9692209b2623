import type { Payment as PaymentRecord } from '../../modules/payments/payment.ts';
import type { InputFields, ObjectFields } from '../builder.ts';
import { PaymentCapture, PaymentRunMode, PaymentTarget, PaymentType } from '../server/enums.ts';
import { Money } from '../server/money.ts';

/** The fields of a request, and the same fields of the payment that it makes: a new one is written here, twice. */

export const requestInputs = (t: InputFields) => ({
  paymentTarget: t.field({ type: PaymentTarget, required: true, description: 'Where the payment is made.' }),
  paymentRunMode: t.field({ type: PaymentRunMode, required: true, description: 'Whether real money moves.' }),
  paymentType: t.field({ type: PaymentType, required: true, description: 'The route.' }),
  idOrigin: t.string({ required: true, description: 'The system that asks: `web`, `dcp`, `télévente`…' }),
  idSociete: t.string({ required: true, description: 'The société that is paid: `1`, `2`, `3` or `6`.' }),
  idClient: t.string({ required: true, description: "The customer's number." }),
  idCommande: t.string({ required: true, defaultValue: '0', description: "The order's number; `0` for none." }),
  typePaiement: t.field({
    type: PaymentType,
    description: 'What the customer pays with; equals `paymentType` when left out.',
  }),
  amount: t.field({ type: 'Cents', required: true, description: 'In cents: 1 to 12 digits.' }),
  email: t.field({ type: 'EmailAddress', required: true, description: "The customer's e-mail address." }),
  commentaire: t.string({ description: 'A comment, 500 characters at most; no card numbers.' }),
});

type Source = { readonly payment: PaymentRecord };

export const requestFields = <Shown extends Source>(t: ObjectFields<Shown>) => ({
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
});

export const detailFields = <Shown extends Source>(t: ObjectFields<Shown>) => ({
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
});
