import { refusalsOfCodes } from '../../html/refusals/refusal-in.ts';
import { saidTo } from '../../html/refusals/said-to.ts';
import {
  IdempotencyConflictError,
  InvalidInputError,
  type Issue,
  MandateRequiredError,
  MandateStateError,
  NotAllowedError,
  OperationInProgressError,
  OperationNotPossibleError,
  PayerDataMissingError,
  type PaymentError,
  ProviderUnavailableError,
} from '../../kernel/errors.ts';
import { OutcomeUnknownError, UnsupportedPaymentError } from '../../modules/payments/payment-errors.ts';
import { builder } from '../builder.ts';
import { PayerField, PaymentErrorCode, RetryAdvice } from '../server/enums.ts';
import { PaymentCapability } from './capabilities.ts';
import { PaymentOperation } from './payment-operation.ts';

export const PaymentErrorInterface = builder.interfaceRef<PaymentError>('PaymentError').implement({
  description: 'Why a request was refused. Nothing was changed.',
  fields: (t) => ({
    code: t.expose('code', { type: PaymentErrorCode, description: 'For a program.' }),
    message: t.string({
      description: 'For a developer, in English; at the console, for a person, in French or English.',
      resolve: ({ code, message }, _args, context) => saidTo(context, message, refusalsOfCodes[code]),
    }),
    path: t.exposeStringList('path', {
      nullable: true,
      description: 'The field to blame, from the root of the input: `["payer", "phone"]`.',
    }),
    retryAdvice: t.expose('retryAdvice', { type: RetryAdvice, description: 'What to do now.' }),
    requestId: t.id({
      description: 'Quote it when you ask about this answer.',
      resolve: (_error, _args, { requestId }) => requestId,
    }),
  }),
});

export const InputIssue = builder.objectRef<Issue>('InputIssue').implement({
  description: 'One thing that is wrong with a field.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'The field, from the root of the input.' }),
    message: t.string({
      description: 'What is wrong with it.',
      resolve: ({ message }, _args, context) => saidTo(context, message, refusalsOfCodes.INVALID_INPUT),
    }),
  }),
});

const interfaces = [PaymentErrorInterface];

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'A field has a value that cannot be used.',
  interfaces,
  fields: (t) => ({
    issues: t.expose('issues', {
      type: [InputIssue],
      description: 'Every field that is wrong; `path` is that of the first.',
    }),
  }),
});

builder.objectType(UnsupportedPaymentError, {
  name: 'UnsupportedPaymentError',
  description: 'This target does not take this type of payment, for this société.',
  interfaces,
  fields: (t) => ({
    allowed: t.expose('allowed', {
      type: [PaymentCapability],
      description: 'What this société can do, and in which modes.',
    }),
  }),
});

builder.objectType(PayerDataMissingError, {
  name: 'PayerDataMissingError',
  description:
    'The bank wants details of the payer that neither the request, nor the directory of customers, nor the société gives.',
  interfaces,
  fields: (t) => ({
    missingFields: t.expose('missingFields', { type: [PayerField], description: 'What to add to `payer`.' }),
  }),
});

builder.objectType(NotAllowedError, {
  name: 'NotAllowedError',
  description: 'The caller may not do this.',
  interfaces,
});
builder.objectType(IdempotencyConflictError, {
  name: 'IdempotencyConflictError',
  description: 'The idempotency key was used before for another request.',
  interfaces,
});
builder.objectType(MandateRequiredError, {
  name: 'MandateRequiredError',
  description: 'A direct debit needs a mandate that can be used.',
  interfaces,
});
builder.objectType(MandateStateError, {
  name: 'MandateStateError',
  description: 'The mandate, or the batch of debits, stands where this cannot be done; nothing was changed.',
  interfaces,
});
builder.objectType(ProviderUnavailableError, {
  name: 'ProviderUnavailableError',
  description:
    'The bank cannot be reached, or its page is known to be down: nothing was changed there. Ask again with the same key.',
  interfaces,
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'When it is worth asking again: sooner, the bank may not even be called.',
    }),
  }),
});

builder.objectType(OperationNotPossibleError, {
  name: 'OperationNotPossibleError',
  description: "The payment's state, or the contract with the bank, does not allow this; see `availableActions`.",
  interfaces,
});
builder.objectType(OperationInProgressError, {
  name: 'OperationInProgressError',
  description: 'Another operation of the payment is not settled yet: ask again later, with the same key.',
  interfaces,
});
builder.objectType(OutcomeUnknownError, {
  name: 'OutcomeUnknownError',
  description:
    'The bank may have done it: the gateway asks it until it knows. Look at the payment before anything else.',
  interfaces,
  fields: (t) => ({
    operation: t.expose('operation', { type: PaymentOperation, description: 'The operation in doubt.' }),
  }),
});

export const initiatePaymentErrors = [
  InvalidInputError,
  UnsupportedPaymentError,
  NotAllowedError,
  IdempotencyConflictError,
  PayerDataMissingError,
  MandateRequiredError,
  ProviderUnavailableError,
];
