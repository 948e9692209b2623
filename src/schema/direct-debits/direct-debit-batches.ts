import { saidTo } from '../../html/refusals/said-to.ts';
import { IdempotencyConflictError, MandateStateError } from '../../kernel/errors.ts';
import { effectiveModeOf } from '../../kernel/given-values.ts';
import {
  type ChangedBatch,
  cancelDirectDebitBatch,
  listBatches,
  markBatchSubmitted,
  readBatch,
} from '../../modules/direct-debits/batches/close-batch.ts';
import { type CreatedBatches, createDirectDebitBatch } from '../../modules/direct-debits/batches/create-batch.ts';
import type { HeldBackDebit as HeldBack } from '../../modules/direct-debits/batches/plan-batch.ts';
import { builder, connectionOf, type InputFields, pageArguments } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { DirectDebitBatchStatus, MandateScheme, PaymentRunMode } from '../server/enums.ts';
import { withKey } from '../server/idempotency-key.ts';
import { identifierWanted } from '../server/list-filters.ts';
import { pageById } from '../server/page.ts';
import { refuseFilter } from '../server/ranges.ts';
import { DirectDebitBatch } from './direct-debit.ts';

export const HeldBackDebit = builder.objectRef<HeldBack>('HeldBackDebit').implement({
  description: 'A debit that is due and did not go into the batch; it waits.',
  fields: (t) => ({
    paymentId: t.exposeID('paymentId', { description: 'Its payment: `pay_…`.' }),
    reference: t.exposeString('reference', { description: "The payment's reference." }),
    reason: t.string({
      description: 'Why.',
      resolve: ({ reason }, _args, context) => saidTo(context, reason),
    }),
  }),
});

const CreateDirectDebitBatchSuccess = builder.objectRef<CreatedBatches>('CreateDirectDebitBatchSuccess').implement({
  description: 'What was due is in files for the bank, or nothing was due.',
  fields: (t) => ({
    batches: t.expose('batches', {
      type: [DirectDebitBatch],
      description: 'A batch for each scheme with due debits.',
    }),
    heldBack: t.expose('heldBack', {
      type: [HeldBackDebit],
      description: 'What is due and could not go along: the first thousand.',
    }),
    moreIsDue: t.exposeBoolean('moreIsDue', {
      description: 'True where more is due than the 10,000 debits of one batch: ask again.',
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'True where the same key made these batches before.',
    }),
  }),
});

/** Which debits go into a batch. */
export const fieldsOfCollection = (t: InputFields) => ({
  idSociete: t.string({ required: true, description: 'The société that debits.' }),
  cutOff: t.field({ type: 'Date', required: true, description: 'What falls due by then.' }),
  runMode: t.field({ type: PaymentRunMode, required: true, description: 'The mode of the debits.' }),
  scheme: t.field({ type: MandateScheme, description: 'Of this scheme alone; else of each.' }),
});

const CreateDirectDebitBatchInput = builder.inputType('CreateDirectDebitBatchInput', {
  description: 'What to collect.',
  fields: (t) => ({
    ...fieldsOfCollection(t),
    idempotencyKey: t.string({ description: 'The same key and the same request give the same batches.' }),
  }),
});

builder.mutationField('createDirectDebitBatch', (t) =>
  t.field({
    type: CreateDirectDebitBatchSuccess,
    description:
      'Collects the debits that are due into one file for each scheme; their payments are `SUBMITTED` then. Needs the scope `batches`.',
    args: { input: t.arg({ type: CreateDirectDebitBatchInput, required: true, description: 'What to collect.' }) },
    errors: refusals('The batches, or why nothing was changed.', IdempotencyConflictError, MandateStateError),
    resolve: (_root, { input }, { services, caller, idempotencyKeyHeader }) =>
      createDirectDebitBatch(services, caller, withKey(input, idempotencyKeyHeader)),
  }),
);

const ChangeDirectDebitBatchSuccess = builder.objectRef<ChangedBatch>('ChangeDirectDebitBatchSuccess').implement({
  description: 'It was done, or had been done before.',
  fields: (t) => ({
    batch: t.expose('batch', {
      type: DirectDebitBatch,
      description: 'The batch, as it stands now.',
    }),
    changed: t.exposeBoolean('changed', { description: 'False where it stood like this before.' }),
  }),
});

const batchRefusals = refusals('The batch as it stands now, or why nothing was changed.', MandateStateError);

const CancelDirectDebitBatchInput = builder.inputType('CancelDirectDebitBatchInput', {
  description: 'Which batch to take back.',
  fields: (t) => ({
    id: t.id({ required: true, description: '`bat_…`' }),
    fileWasNotSent: t.boolean({
      description:
        'Must be true where the file was downloaded, or a person decided that a debit of it was paid or came back: the bank must not have it.',
    }),
  }),
});

builder.mutationField('cancelDirectDebitBatch', (t) =>
  t.field({
    type: ChangeDirectDebitBatchSuccess,
    description:
      'Takes back a batch that the bank does not have; its payments are `PENDING` again and wait for another. Needs the scope `batches`.',
    args: { input: t.arg({ type: CancelDirectDebitBatchInput, required: true, description: 'The batch.' }) },
    errors: batchRefusals,
    resolve: (_root, { input }, { services, caller }) => cancelDirectDebitBatch(services, caller, input),
  }),
);

const MarkDirectDebitBatchSubmittedInput = builder.inputType('MarkDirectDebitBatchSubmittedInput', {
  description: 'Which batch the bank has.',
  fields: (t) => ({ id: t.id({ required: true, description: '`bat_…`' }) }),
});

builder.mutationField('markDirectDebitBatchSubmitted', (t) =>
  t.field({
    type: ChangeDirectDebitBatchSuccess,
    description:
      'Records that the bank has the file, so that the batch cannot be cancelled here any more. Needs the scope `batches`.',
    args: { input: t.arg({ type: MarkDirectDebitBatchSubmittedInput, required: true, description: 'The batch.' }) },
    errors: batchRefusals,
    resolve: (_root, { input }, { services, caller }) => markBatchSubmitted(services, caller, input),
  }),
);

builder.queryField('directDebitBatch', (t) =>
  t.field({
    type: DirectDebitBatch,
    nullable: true,
    description: 'A batch by its id. Null where there is none that you may see. Needs the scope `batches`.',
    args: { id: t.arg.id({ required: true, description: '`bat_…`' }) },
    resolve: (_root, { id }, { services, caller }) => readBatch(services, caller, id),
  }),
);

const BatchConnection = connectionOf(DirectDebitBatch, 'DirectDebitBatch', 'batches', 'A batch');

const BatchFilter = builder.inputType('DirectDebitBatchFilter', {
  description: 'Which batches; what is left out does not restrict.',
  fields: (t) => ({
    idSociete: t.string({ description: 'Of this société.' }),
    status: t.field({ type: [DirectDebitBatchStatus], description: 'Any of these.' }),
    runMode: t.field({ type: PaymentRunMode, description: '`TEST` or `LIVE`.' }),
  }),
});

builder.queryField('directDebitBatches', (t) =>
  t.field({
    type: BatchConnection,
    description: 'The batches of your sociétés, newest first. Needs the scope `batches`.',
    args: {
      filter: t.arg({ type: BatchFilter, description: 'Which ones.' }),
      ...pageArguments(t, 'batch'),
    },
    resolve: (_root, { filter, ...page }, { services, caller }) => {
      const query = {
        idSociete: identifierWanted(filter?.idSociete),
        statuses: filter?.status ?? null,
        runMode: effectiveModeOf(filter?.runMode, refuseFilter),
      };
      return pageById('bat', page, (place) => listBatches(services, caller, { ...query, ...place }));
    },
  }),
);
