import { debitAdvice } from '../../kernel/sepa/reason-codes.ts';
import { debitFailureOf, type DebitFailure as Failure } from '../../modules/direct-debits/batches/debit-failure.ts';
import { builder, enumOf } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { Money } from '../server/money.ts';

const DebitAdvice = enumOf(debitAdvice);

const DebitFailure = builder.objectRef<Failure>('DebitFailure').implement({
  description: 'Why a direct debit was refused, or came back, and what may be done.',
  fields: (t) => ({
    code: t.exposeString('code', {
      nullable: true,
      description: "The bank's code, `AM04`; also one that is not known here.",
    }),
    meaning: t.string({
      nullable: true,
      description: "What it means, in the caller's language; null for a code that is not known.",
      resolve: ({ reason }, _args, { language }) => reason && (language === 'fr' ? reason.french : reason.english),
    }),
    advice: t.field({
      type: DebitAdvice,
      nullable: true,
      description: 'What may be done; null for a code that is not known.',
      resolve: ({ reason }) => reason?.advice ?? null,
    }),
    isRefund: t.exposeBoolean('isRefund', {
      description: 'Whether the debtor took the money back, rather than their bank.',
    }),
    fee: t.expose('feeCents', { type: Money, description: 'What the bank took for it.' }),
    bookedOn: t.expose('bookedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which the bank took it from the account; null for one that was never on it.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When that was known.' }),
  }),
});

builder.objectField(Payment, 'debitFailure', (t) =>
  t.field({
    type: DebitFailure,
    nullable: true,
    description: 'Of a direct debit that is `REFUSED` or `RETURNED`: why, and what may be done.',
    resolve: (payment, _args, { services }) => debitFailureOf(services, payment),
  }),
);
