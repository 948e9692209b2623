import {
  agreement,
  type Candidate as CandidateRecord,
  candidatesOf,
} from '../../modules/bank-statements/exceptions/agreement.ts';
import { readPayments } from '../../modules/payments/read-payments.ts';
import { builder, enumOf } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import type { SchemaContext } from '../server/context.ts';
import { BankException } from './bank-exception.ts';

const ExceptionCandidate = builder.objectRef<CandidateRecord>('ExceptionCandidate').implement({
  description: 'A payment that an exception may be about.',
  fields: (t) => ({
    payment: t.expose('payment', { type: Payment, description: 'The payment.' }),
    agrees: t.expose('agrees', {
      type: [enumOf(agreement)],
      description: 'In what they agree, the most telling first.',
    }),
  }),
});

async function candidatesSeen(
  { services, caller }: SchemaContext,
  exception: Parameters<typeof candidatesOf>[1],
): Promise<readonly CandidateRecord[]> {
  const found = await candidatesOf(services, exception);
  const seen = await readPayments(
    services,
    caller,
    found.map(({ payment }) => payment.id),
  );
  return found.filter(({ payment }) => seen.has(payment.id));
}

builder.objectFields(BankException, (t) => ({
  suggestions: t.field({
    type: [Payment],
    description:
      'Payments that it may be about: those that its text or its mandate seems to name, then those of exactly this ' +
      'amount, the customer to whom the account of the payer belongs first. Money that went: debits that came back. A surplus: ' +
      'awaited transfers that its text names, or of the same customer. A credit of a cancelled batch, ' +
      'another amount, or a return that contradicts the record: the payment that the bank names, or that its surplus paid.',
    resolve: async (exception, _args, context) =>
      (await candidatesSeen(context, exception)).map(({ payment }) => payment),
  }),
  candidates: t.field({
    type: [ExceptionCandidate],
    description: 'The same, each with what agrees.',
    resolve: async (exception, _args, context) => [...(await candidatesSeen(context, exception))],
  }),
}));
