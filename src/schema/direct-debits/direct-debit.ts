import { downloadUrlOf, readBatch } from '../../modules/direct-debits/batches/close-batch.ts';
import type { Presentation, StoredBatch } from '../../modules/direct-debits/batches/direct-debit.ts';
import {
  refundDeadline,
  returnDeadline,
  unauthorisedClaimDeadline,
} from '../../modules/direct-debits/batches/direct-debit-dates.ts';
import { readMandate } from '../../modules/direct-debits/mandates/read-mandates.ts';
import type { Payment as PaymentRecord } from '../../modules/payments/payment.ts';
import { builder } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { personField } from '../people/person.ts';
import { batched } from '../server/batched.ts';
import type { SchemaContext } from '../server/context.ts';
import {
  DirectDebitBatchStatus,
  DirectDebitState,
  MandateScheme,
  PaymentRunMode,
  SequenceType,
} from '../server/enums.ts';
import { Money } from '../server/money.ts';
import { Mandate } from './mandate.ts';

const BankFile = builder.objectRef<StoredBatch>('DirectDebitFile').implement({
  description: 'The file for the bank (pain.008), kept as it was written.',
  fields: (t) => ({
    name: t.exposeString('fileName', { description: 'Its name; that of a test says so.' }),
    format: t.exposeString('fileFormat', { description: '`pain.008.001.08` or `pain.008.001.02`.' }),
    digest: t.exposeString('fileDigest', { description: 'SHA-256 of its bytes, in hexadecimal.' }),
    bytes: t.exposeInt('fileBytes', { description: 'How long it is.' }),
    url: t.field({
      type: 'URL',
      description: 'Where it is downloaded with your key, as often as you like.',
      resolve: (batch, _args, { services }) => downloadUrlOf(services.settings.publicUrl, batch),
    }),
    firstDownloadedAt: t.expose('firstDownloadedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was downloaded first.',
    }),
    firstDownloadedBy: t.exposeString('firstDownloadedBy', {
      nullable: true,
      description: 'The client that had it first.',
    }),
  }),
});

export const DirectDebitBatch = builder.node(builder.objectRef<StoredBatch>('DirectDebitBatch'), {
  id: { resolve: ({ id }) => id, description: '`bat_…`' },
  loadOne: (id, { services, caller }) => readBatch(services, caller, id),
  description: 'Direct debits that go to the bank in one file: of one société, run mode and scheme.',
  fields: (t) => ({
    messageId: t.exposeString('messageId', { description: "The file's own id (`MsgId`), unique for ever." }),
    idSociete: t.exposeString('idSociete', { description: 'The société.' }),
    runMode: t.expose('runMode', { type: PaymentRunMode, description: '`TEST` or `LIVE`.' }),
    scheme: t.expose('scheme', { type: MandateScheme, description: 'Under which rules.' }),
    cutOff: t.expose('cutOff', { type: 'Date', description: 'What falls due by then was collected.' }),
    status: t.expose('status', { type: DirectDebitBatchStatus, description: 'Where it stands.' }),
    debits: t.exposeInt('debits', { description: 'How many debits it holds.' }),
    total: t.expose('totalCents', { type: Money, description: 'Their sum, the control sum of the file.' }),
    file: t.field({ type: BankFile, description: 'The file for the bank.', resolve: (batch) => batch }),
    createdBy: t.exposeString('createdBy', {
      description: 'The client that made it, or `console/per_…` for a person.',
    }),
    createdByPerson: personField(t, 'The person that made it, in the console.', ({ createdBy }) => createdBy),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When.' }),
    closedBy: t.exposeString('closedBy', { nullable: true, description: 'The client that submitted or cancelled it.' }),
    closedByPerson: personField(t, 'The person that submitted or cancelled it.', ({ closedBy }) => closedBy),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was submitted or cancelled.',
    }),
    bankShowedAt: t.expose('bankShowedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the bank first showed that it has the file: by a report on it, or by money of it.',
    }),
  }),
});

const DirectDebit = builder.objectRef<Presentation>('DirectDebit').implement({
  description: 'The last presentation of a payment to the bank.',
  fields: (t) => ({
    state: t.expose('state', { type: DirectDebitState, description: 'Where it stands.' }),
    dueDate: t.expose('dueDate', { type: 'Date', description: 'The day of the debit, a business day.' }),
    endToEndId: t.exposeString('endToEndId', {
      description: "What the bank's answers name it by; another presentation has another.",
    }),
    presentation: t.exposeInt('presentation', { description: '1, 2, 3… within the payment.' }),
    sequence: t.expose('sequence', {
      type: SequenceType,
      nullable: true,
      description: 'Its place under the mandate; null before it is in a batch.',
    }),
    notifiedAt: t.expose('notifiedAt', {
      type: 'DateTime',
      description: 'When amount and due date were announced, by the event `PRENOTIFIED`.',
    }),
    returnableUntil: t.field({
      type: 'Date',
      description: "Until when the debtor's bank may return it once it is settled: five business days, three in B2B.",
      resolve: ({ dueDate, scheme }) => returnDeadline(dueDate, scheme),
    }),
    refundableUntil: t.field({
      type: 'Date',
      nullable: true,
      description: 'Until when the debtor may have it refunded without a reason: eight weeks. Null in B2B: never.',
      resolve: ({ dueDate, scheme }) => refundDeadline(dueDate, scheme),
    }),
    contestableUntil: t.field({
      type: 'Date',
      nullable: true,
      description: 'Until when the debtor may claim that there was no mandate: thirteen months. Null in B2B.',
      resolve: ({ dueDate, scheme }) => unauthorisedClaimDeadline(dueDate, scheme),
    }),
    mandate: t.field({
      type: Mandate,
      nullable: true,
      description: 'The mandate; null without the scope `mandates`.',
      resolve: ({ mandateId }, _args, { services, caller }) => readMandate(services, caller, mandateId),
    }),
    batch: t.field({
      type: DirectDebitBatch,
      nullable: true,
      description: 'The batch that it is in; null before, and without the scope `batches`.',
      resolve: ({ batchId }, _args, { services, caller }) => (batchId ? readBatch(services, caller, batchId) : null),
    }),
  }),
});

const lastDebits = batched<Presentation>(({ services }, ids) => services.store.directDebitsOfPayments(ids));

const debitOf = async (
  context: SchemaContext,
  { id, flow }: Pick<PaymentRecord, 'id' | 'flow'>,
): Promise<Presentation | null> => (flow === 'DIRECT_DEBIT' ? ((await lastDebits(context, id)) ?? null) : null);

builder.objectFields(Payment, (t) => ({
  mandate: t.exposeString('mandate', {
    nullable: true,
    description: "The mandate's reference (RUM), for a direct debit on our own account.",
  }),
  dueDate: t.field({
    type: 'Date',
    nullable: true,
    description: 'When a direct debit on our own account falls due.',
    resolve: async (payment, _args, context) => (await debitOf(context, payment))?.dueDate ?? null,
  }),
  directDebit: t.field({
    type: DirectDebit,
    nullable: true,
    description: 'How a direct debit on our own account goes to the bank.',
    resolve: (payment, _args, context) => debitOf(context, payment),
  }),
}));
