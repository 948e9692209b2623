import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { documentedSets, requestSets } from '../../../src/rest/documentation/closed-sets.ts';
import { documentedErrors, statusErrors } from '../../../src/rest/documentation/errors.ts';
import { sampleAnswer } from '../../../src/rest/documentation/samples.ts';
import { operation } from '../../../src/rest/request/operation.ts';
import { answerOf } from '../../../src/rest/response/answer.ts';
import {
  bodyTooLarge,
  faultOfRefusal,
  type InitiateResult,
  invalidFields,
  noBatches,
  unauthorized,
  unexpectedFault,
  unknownOperation,
  unknownVerb,
  unreadableBody,
  unsupportedBody,
} from '../../../src/rest/response/errors.ts';
import { faultTexts } from '../../../src/rest/response/html-texts.ts';

describe('what is documented', () => {
  test('are all closed sets that the operation takes, and the answer’s status', () => {
    const taken = operation.fields.flatMap(({ kind }) => (kind === 'string' ? [] : [kind]));
    expect(new Set(requestSets.map(({ set }) => set))).toEqual(new Set(taken));
    expect(documentedSets.map(({ set }) => set.name)).toContain('PaymentStatus');
  });

  test('are all names that an answer can have', () => {
    const transfer = answerOf({
      ...exampleSuccess,
      payment: {
        ...exampleSuccess.payment,
        nextAction: {
          __typename: 'BankTransferAction',
          iban: '',
          bic: '',
          creditorName: '',
          reference: '',
          amount: { cents: 1 },
        },
      },
    });
    expect(Object.keys(sampleAnswer(''))).toEqual(Object.keys(transfer));
  });

  test('are all errors of the door, with their statuses', () => {
    const refusal = {
      code: 'INVALID_INPUT',
      message: '',
      path: null,
      retryAdvice: 'FIX_INPUT',
      requestId: '',
    } as const;
    const refusals: readonly Exclude<InitiateResult, { __typename: 'InitiatePaymentSuccess' }>[] = [
      { ...refusal, __typename: 'InvalidInputError', issues: [] },
      { ...refusal, __typename: 'UnsupportedPaymentError', allowed: [] },
      { ...refusal, __typename: 'PayerDataMissingError', missingFields: [] },
      { ...refusal, __typename: 'MandateRequiredError' },
      { ...refusal, __typename: 'NotAllowedError' },
      { ...refusal, __typename: 'IdempotencyConflictError' },
      { ...refusal, __typename: 'ProviderUnavailableError' },
    ];
    const faults = [
      ...refusals.map(faultOfRefusal),
      unreadableBody('application/json'),
      invalidFields([{ errorCode: 'InvalidInput', fieldName: 'amount', message: '' }]),
      unauthorized(''),
      unknownOperation,
      unknownVerb,
      noBatches,
      bodyTooLarge(1),
      unsupportedBody,
      unexpectedFault(''),
      // Said in front of the door.
      { status: 421, errorCode: 'MisdirectedRequest' },
      { status: 429, errorCode: 'TooManyRequests' },
      { status: 503, errorCode: 'ServiceUnavailable' },
    ];
    const pairs = (list: readonly { status: number; errorCode: string }[]): Set<string> =>
      new Set(list.map(({ status, errorCode }) => `${status} ${errorCode}`));
    expect(pairs(documentedErrors)).toEqual(pairs(faults));
    expect(new Set([...documentedErrors, ...statusErrors].map(({ errorCode }) => errorCode))).toEqual(
      new Set(faultTexts.keys()),
    );
  });

  test('are all on the page of the differences', async () => {
    const page = await readFile('docs/reference/legacy-differences.md', 'utf8');
    const missing = [...documentedErrors, ...statusErrors].filter(
      ({ errorCode }) => !page.includes(`\`${errorCode}\``),
    );
    expect(missing).toEqual([]);
  });
});

const exampleSuccess: Parameters<typeof answerOf>[0] = {
  __typename: 'InitiatePaymentSuccess',
  replayed: false,
  payment: {
    id: '',
    reference: '',
    status: 'REQUIRES_ACTION',
    paymentUrl: null,
    paymentTarget: 'MILLIET',
    paymentRunMode: 'TEST',
    effectiveRunMode: 'TEST',
    paymentType: 'SEPA',
    idOrigin: '',
    idSociete: '',
    idClient: '',
    idCommande: '',
    typePaiement: 'SEPA',
    amount: { cents: 1, currency: 'EUR' },
    email: '',
    commentaire: null,
    nextAction: null,
  },
};
