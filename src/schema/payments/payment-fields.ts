import type { Attempt, Payment as PaymentRecord } from '../../modules/payments/payment.ts';
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

/** A payment and, where a resolver has it at hand, its last attempt. */
export type PaymentSource = PaymentRecord & { readonly lastAttempt?: Attempt | null };

export const requestFields = (t: ObjectFields<PaymentSource>) => ({
  paymentTarget: t.expose('paymentTarget', { type: PaymentTarget, description: 'Where the payment is made.' }),
  paymentRunMode: t.expose('paymentRunMode', { type: PaymentRunMode, description: 'The run mode that was asked for.' }),
  effectiveRunMode: t.expose('effectiveRunMode', {
    type: PaymentRunMode,
    description: 'What was done: `TEST` or `LIVE`. Real money moves only when this says `LIVE`.',
  }),
  paymentType: t.expose('paymentType', { type: PaymentType, description: 'The route.' }),
  idOrigin: t.exposeString('idOrigin', { description: 'The system that asked: `web`, `dcp`, `télévente`…' }),
  idSociete: t.exposeString('idSociete', { description: 'The société that is paid.' }),
  idClient: t.exposeString('idClient', { description: "The customer's number." }),
  idCommande: t.exposeString('idCommande', { description: "The order's number; `0` for none." }),
  typePaiement: t.expose('typePaiement', { type: PaymentType, description: 'What the customer pays with.' }),
  amount: t.expose('amountCents', { type: Money, description: 'The amount; it never changes.' }),
});

export const detailFields = (t: ObjectFields<PaymentSource>) => ({
  capture: t.expose('capture', { type: PaymentCapture, description: 'When the money of a card payment is taken.' }),
  email: t.expose('email', { type: 'EmailAddress', description: "The customer's e-mail address." }),
  commentaire: t.exposeString('commentaire', { nullable: true, description: 'The comment that was given.' }),
});
