import { hasFreshProof } from '../../kernel/caller.ts';
import { reasonOf } from '../../kernel/sepa/reason-codes.ts';
import { moneyInSuspense } from '../../modules/accounting/suspense-account.ts';
import { noteShown } from '../../modules/audit-log/note-shown.ts';
import {
  type BankEntryRecord,
  type BankException as BankExceptionRecord,
  bankExceptionKind,
  bankExceptionStatus,
  bankResolution,
} from '../../modules/bank-statements/bank-import.ts';
import { bankEntryFact } from '../../modules/bank-statements/entry-facts.ts';
import { batchOfException } from '../../modules/bank-statements/exceptions/debits-in-doubt.ts';
import { isUnpaidBlock } from '../../modules/bank-statements/exceptions/money-of-cancelled.ts';
import {
  type ResolvedException,
  resolveBankException,
} from '../../modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { readBankException, readStoredBankFile } from '../../modules/bank-statements/import/read-bank-files.ts';
import { maskIban } from '../../modules/direct-debits/mandates/mandate.ts';
import { builder, enumOf } from '../builder.ts';
import { DirectDebitBatch } from '../direct-debits/direct-debit.ts';
import { Payment } from '../payments/payment.ts';
import { paymentOf } from '../payments/payment-of.ts';
import { personField } from '../people/person.ts';
import { refusals } from '../refusals.ts';
import type { SchemaContext } from '../server/context.ts';
import { PaymentRunMode } from '../server/enums.ts';
import { Money } from '../server/money.ts';
import { BankFile } from './bank-file.ts';

export const BankExceptionKind = enumOf(bankExceptionKind);
export const BankExceptionStatus = enumOf(bankExceptionStatus);
const BankResolution = enumOf(bankResolution);

export const BankException = builder.objectRef<BankExceptionRecord>('BankException');

builder.node(BankException, {
  id: { resolve: ({ id }) => id, description: '`bkx_…`' },
  loadOne: (id, { services, caller }) => readBankException(services, caller, id),
  description: 'Something in a file of a bank that a person has to look at, because a program could only guess.',
  fields: (t) => ({
    kind: t.expose('kind', { type: BankExceptionKind, description: 'Why.' }),
    status: t.expose('status', { type: BankExceptionStatus, description: 'Whether it waits.' }),
    idSociete: t.exposeString('idSociete', {
      description: 'The société whose people decide: of the payment or the batch that it is about, or of the account.',
    }),
    runMode: t.expose('runMode', { type: PaymentRunMode, description: 'TEST or LIVE.' }),
    amount: t.expose('amountCents', {
      type: Money,
      description: 'What is at stake: the booked amount, the surplus, or what is missing.',
    }),
    isCredit: t.boolean({ description: 'Whether money came or went.', resolve: (one) => one.direction === 'CREDIT' }),
    bookedOn: t.exposeString('bookedOn', { nullable: true, description: 'The day of the booking: `2026-11-25`.' }),
    reasonCode: t.exposeString('reasonCode', { nullable: true, description: "The bank's code: `AM04`." }),
    reasonMeaning: t.string({
      nullable: true,
      description: "What the code means, in the caller's language; null for one that is not known.",
      resolve: ({ reasonCode }, _args, { language }) => {
        const reason = reasonOf(reasonCode);
        return reason && (language === 'fr' ? reason.french : reason.english);
      },
    }),
    bankFile: t.field({
      type: BankFile,
      nullable: true,
      description: 'The file that it stands in.',
      resolve: ({ fileId }, _args, { services, caller }) => readStoredBankFile(services, caller, fileId),
    }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'The payment that it is about, where that is known.',
      resolve: ({ paymentId }, _args, context) => paymentOf(context, paymentId),
    }),
    batch: t.field({
      type: DirectDebitBatch,
      nullable: true,
      description: 'The batch of direct debits whose file, block or debit it names; null without the scope `batches`.',
      resolve: (exception, _args, { services, caller }) => batchOfException(services, caller, exception),
    }),
    isInSuspense: t.boolean({
      description: 'Whether its money stands on the suspense account of the books, because its owner is not known yet.',
      resolve: async ({ entryId }, _args, { services }) =>
        entryId !== null && ((await moneyInSuspense(services.store, entryId))?.remainingCents ?? 0) > 0,
    }),
    isUnpaidBlock: t.boolean({
      description:
        'Whether it is a block of a cancelled batch which the bank named after a person had left its sum in suspense: of ' +
        'such a contradiction a person may say `COLLECTED`.',
      resolve: async (exception, _args, { services: { store } }) =>
        exception.entryId !== null && isUnpaidBlock(exception, await store.bankEntry(exception.entryId)),
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When it was found.' }),
  }),
});

/** The bank's own words. */
builder.objectFields(BankException, (t) => ({
  counterparty: t.string({
    nullable: true,
    description: 'The other party, as the bank names it: who paid what came, or received what went.',
    resolve: ({ details }) => details.counterparty,
  }),
  counterpartyIban: t.string({
    nullable: true,
    description:
      'The account of the other party. The audit log notes who sees it, once an hour; a person only does after a fresh proof of identity.',
    resolve: async ({ id, details: { counterpartyIban } }, _args, { services, caller, requestId }) => {
      if (counterpartyIban === null || !hasFreshProof(caller, services.clock())) return null;
      await noteShown(services, { action: 'showIban', caller, object: id, request: requestId });
      return counterpartyIban;
    },
  }),
  counterpartyMaskedIban: t.string({
    nullable: true,
    description: 'The same without its middle, for everyone who sees the exception.',
    resolve: ({ details: { counterpartyIban } }) => counterpartyIban && maskIban(counterpartyIban),
  }),
  ultimateCounterparty: t.string({
    nullable: true,
    description: 'For whom the other party pays or receives, where the bank says so.',
    resolve: ({ details }) => details.ultimateCounterparty,
  }),
  remittance: t.string({
    nullable: true,
    description: 'What they wrote, line by line.',
    resolve: ({ details }) => details.remittance,
  }),
  endToEndId: t.string({
    nullable: true,
    description: "The payment's id on its way through the banks.",
    resolve: ({ details }) => details.endToEndId,
  }),
  paymentInformationId: t.string({
    nullable: true,
    description: 'The block of direct debits (`PmtInfId`) that the bank names.',
    resolve: ({ details }) => details.paymentInformationId,
  }),
  mandateReference: t.string({
    nullable: true,
    description: 'The reference (RUM) of the mandate that the bank names.',
    resolve: ({ details }) => details.mandateReference,
  }),
}));

const countedEntryOf = async (
  { store }: SchemaContext['services'],
  { countedEntryId }: BankExceptionRecord['details'],
): Promise<BankEntryRecord | null> => (countedEntryId === null ? null : store.bankEntry(countedEntryId));

/** For `SAME_REFERENCE`: the entry that counted before. */
builder.objectFields(BankException, (t) => ({
  differsIn: t.field({
    type: [enumOf(bankEntryFact)],
    description: 'Of `SAME_REFERENCE`: in what it differs from the entry that counted before.',
    resolve: ({ details }) => [...details.differsIn],
  }),
  countedPayment: t.field({
    type: Payment,
    nullable: true,
    description: 'Of `SAME_REFERENCE`: the payment that the entry which counted before was applied to.',
    resolve: async ({ details }, _args, context) => {
      const counted = await countedEntryOf(context.services, details);
      return paymentOf(context, counted?.paymentId ?? null);
    },
  }),
  countedBankFile: t.field({
    type: BankFile,
    nullable: true,
    description: 'Of `SAME_REFERENCE`: the file that brought the entry which counted before.',
    resolve: async ({ details }, _args, { services, caller }) => {
      const counted = await countedEntryOf(services, details);
      return counted && readStoredBankFile(services, caller, counted.fileId);
    },
  }),
}));

/** The decision, and the person who made it. */
builder.objectFields(BankException, (t) => ({
  resolution: t.expose('resolution', { type: BankResolution, nullable: true, description: 'What a person decided.' }),
  resolvedBy: t.exposeString('resolvedBy', { nullable: true, description: 'Who decided.' }),
  resolvedByPerson: personField(t, 'The person that decided, in the console.', ({ resolvedBy }) => resolvedBy),
  resolutionReason: t.exposeString('resolutionReason', { nullable: true, description: 'Why, in their words.' }),
  resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
}));

const ResolveBankExceptionSuccess = builder.objectRef<ResolvedException>('ResolveBankExceptionSuccess').implement({
  description: 'The decision is recorded.',
  fields: (t) => ({
    exception: t.expose('exception', { type: BankException, description: 'The exception, as it stands now.' }),
    payment: t.expose('payment', {
      type: Payment,
      nullable: true,
      description: 'The payment that the money was applied to, as it stands now.',
    }),
  }),
});

const ResolveBankExceptionInput = builder.inputType('ResolveBankExceptionInput', {
  description: 'What was decided about an exception.',
  fields: (t) => ({
    id: t.id({ required: true, description: '`bkx_…`' }),
    resolution: t.field({ type: BankResolution, required: true, description: 'What was decided.' }),
    takeBackCounted: t.boolean({
      description:
        "With `SAME_REFERENCE`: true where the entry that counted before is not the bank's. The payment that it paid is `RETURNED`.",
    }),
    payment: t.id({ description: '`pay_…`: with `ASSIGNED`, whose money it is.' }),
    reason: t.string({ required: true, description: 'Why, in 3 to 500 characters. It is kept with your name.' }),
  }),
});

builder.mutationField('resolveBankException', (t) =>
  t.field({
    type: ResolveBankExceptionSuccess,
    description:
      'Records what a person decided about an exception, and applies it to the payment where it is `ASSIGNED`. Needs the scope `decide`.',
    args: { input: t.arg({ type: ResolveBankExceptionInput, required: true, description: 'The decision.' }) },
    errors: refusals('The decision, or why it was not taken.'),
    resolve: (_root, { input }, { services, caller }) => resolveBankException(services, caller, input),
  }),
);
