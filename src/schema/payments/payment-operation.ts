import type { PaymentOperation as OperationRecord } from '../../modules/payments/operations/payment-operation.ts';
import { readOperation } from '../../modules/payments/read-payments.ts';
import { builder, type ObjectFields } from '../builder.ts';
import { PaymentOperationKind, PaymentOperationStatus } from '../server/enums.ts';
import { Money } from '../server/money.ts';

/** The result of an operation; `transaction` describes the bank's id of it. */
export const resultFields = (t: ObjectFields<OperationRecord>, transaction: string) => ({
  reason: t.exposeString('reason', {
    nullable: true,
    description: 'Why it was not done, or why that is not known; null where it was done.',
  }),
  bankTransaction: t.exposeString('bankTransaction', {
    nullable: true,
    description: transaction,
  }),
  bankCode: t.exposeString('bankCode', { nullable: true, description: "The bank's answer code." }),
});

export const updatedAtField = (t: ObjectFields<OperationRecord>) => ({
  updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When its status last changed.' }),
});

export const PaymentOperation = builder.node(builder.objectRef<OperationRecord>('PaymentOperation'), {
  id: { resolve: ({ id }) => id, description: '`ope_…`.' },
  loadOne: (id, { services, caller }) => readOperation(services, caller, id),
  description: 'What a bank was asked to do with a payment, and the outcome.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PaymentOperationKind, description: 'What it was asked for.' }),
    amount: t.expose('amountCents', { type: Money, description: 'The amount it is about.' }),
    status: t.expose('status', {
      type: PaymentOperationStatus,
      description: 'How far it has come.',
    }),
    ...resultFields(t, "The bank's own id of the operation, where it has one."),
    isFromBank: t.boolean({
      description: "True where it was made in the bank's own back office.",
      resolve: ({ origin }) => origin === 'BANK',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
    ...updatedAtField(t),
  }),
});
