import { type InitiatedPayment, initiatePayment } from '../../modules/payments/initiation/initiate-payment.ts';
import { problemsOfValues } from '../../modules/payments/initiation/initiation.ts';
import { builder } from '../builder.ts';
import { asksFor } from '../server/asks-for.ts';
import { AccountingMeans, PaymentCapture } from '../server/enums.ts';
import { withKey } from '../server/idempotency-key.ts';
import { payerFields } from '../server/payer-fields.ts';
import { Payment } from './payment.ts';
import { initiatePaymentErrors } from './payment-errors.ts';
import { requestInputs } from './payment-fields.ts';

const InitiatePaymentSuccess = builder.objectRef<InitiatedPayment>('InitiatePaymentSuccess').implement({
  description: 'The payment is recorded.',
  fields: (t) => ({
    payment: t.field({
      type: Payment,
      description: 'The payment, as it stands now.',
      // The form of an existing payment holds its payer's data. A script of any site gets only the link.
      resolve: ({ payment, attempt, replayed }, _args, { isReadableAnywhere }) => ({
        ...payment,
        lastAttempt: replayed && isReadableAnywhere ? null : attempt,
      }),
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'True where the same request was recorded before: this is that payment, and nothing new was made.',
    }),
  }),
});

const PayerInput = builder.inputType('PayerInput', {
  description:
    "Who pays: what 3-D Secure and SEPA want. What is left out comes from the directory of customers, or from the société's declared fallback, which no LIVE mandate takes.",
  fields: payerFields,
});

const AccountingInput = builder.inputType('AccountingInput', {
  description: 'What accounting says of a payment that it records.',
  fields: (t) => ({
    means: t.field({
      type: AccountingMeans,
      description:
        'How the money came. Left out it follows from `typePaiement`; where that is `COMPTABILITE` too, it is the default of the société.',
    }),
    date: t.field({
      type: 'Date',
      description: 'The day under which it is booked: open, and 31 days ahead at most. Today when left out.',
    }),
    pieceReference: t.string({
      description:
        "The piece that proves it (a cheque's number, say): 35 characters at most. The order's number when left out, or the payment's reference.",
    }),
    operator: t.string({
      description:
        'Who recorded it: 64 characters at most. The client when left out, always the person in the console.',
    }),
  }),
});

const InitiatePaymentInput = builder.inputType('InitiatePaymentInput', {
  description: 'A payment to take.',
  fields: (t) => ({
    ...requestInputs(t),
    idempotencyKey: t.string({
      description:
        'The same key and the same request give the same payment. Also as the header `Idempotency-Key`; the same thing.',
    }),
    payer: t.field({ type: PayerInput, description: 'Who pays.' }),
    returnUrl: t.field({
      type: 'URL',
      description: "Where the customer's browser goes afterwards; only origins that the client registered.",
    }),
    capture: t.field({
      type: PaymentCapture,
      description: 'For cards: `LATER` only holds the amount, until `capturePayment` takes it. `NOW` when left out.',
    }),
    mandate: t.string({ description: "The mandate's reference (RUM), for a direct debit." }),
    accounting: t.field({ type: AccountingInput, description: 'For `COMPTABILITE` alone: how it is recorded.' }),
  }),
});

builder.mutationField('initiatePayment', (t) =>
  t.field({
    type: InitiatePaymentSuccess,
    description:
      'Records a payment and says what the customer does next. Asked again with the same idempotency key, it answers the same payment.',
    args: { input: t.arg({ type: InitiatePaymentInput, required: true, description: 'The payment to take.' }) },
    errors: {
      types: initiatePaymentErrors,
      union: { name: 'InitiatePaymentResult', description: 'The recorded payment, or why there is none.' },
    },
    resolve: async (_root, { input }, context, info) => {
      const { services, caller, door, idempotencyKeyHeader, isReadableAnywhere, isCallerGone } = context;
      const options = {
        derivesKey: door === 'legacy',
        isCallerGone,
        usesDirectory: isReadableAnywhere !== true,
        givesForm: asksFor(info, 'nextAction'),
      };
      const keyed = withKey(input, idempotencyKeyHeader, problemsOfValues);
      const initiated = await initiatePayment(services, caller, keyed, options);
      const { paymentTarget: target, paymentType: type, effectiveRunMode: mode } = initiated.payment;
      if (!initiated.replayed) services.countInitiation({ target, type, mode, door });
      return initiated;
    },
  }),
);
