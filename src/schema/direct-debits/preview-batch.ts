import { rehearseDirectDebitBatch } from '../../modules/direct-debits/batches/create-batch.ts';
import { type DebitDay, readDebitCalendar } from '../../modules/direct-debits/batches/debit-calendar.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { MandateScheme, PaymentRunMode } from '../server/enums.ts';
import { Money } from '../server/money.ts';
import { debitTotals } from './debit-totals.ts';
import { fieldsOfCollection, HeldBackDebit } from './direct-debit-batches.ts';

type Rehearsed = Awaited<ReturnType<typeof rehearseDirectDebitBatch>>[number];

const DirectDebitBatchPreview = builder.objectRef<Rehearsed>('DirectDebitBatchPreview').implement({
  description: 'The batch of one scheme that would be made now.',
  fields: (t) => ({
    scheme: t.expose('scheme', { type: MandateScheme, description: 'Under these rules.' }),
    debits: t.int({ description: 'How many debits it would have.', resolve: ({ plan }) => plan.taken.length }),
    total: t.field({
      type: Money,
      description: 'Their sum.',
      resolve: ({ plan }) => plan.taken.reduce((sum, { debit }) => sum + debit.amountCents, 0),
    }),
    heldBack: t.field({
      type: [HeldBackDebit],
      description: 'What is due and could not go along: the first thousand.',
      resolve: ({ plan }) => [...plan.heldBack],
    }),
    moreIsDue: t.boolean({
      description: 'True where more is due than the 10,000 debits of one batch.',
      resolve: ({ plan }) => plan.moreIsDue,
    }),
  }),
});

const PreviewDirectDebitBatchSuccess = builder
  .objectRef<readonly Rehearsed[]>('PreviewDirectDebitBatchSuccess')
  .implement({
    description: 'What a batch would collect now. Nothing is written.',
    fields: (t) => ({
      schemes: t.field({
        type: [DirectDebitBatchPreview],
        description: 'A preview for each scheme that the société collects by.',
        resolve: (rehearsed) => [...rehearsed],
      }),
    }),
  });

const PreviewDirectDebitBatchInput = builder.inputType('PreviewDirectDebitBatchInput', {
  description: 'What would be collected.',
  fields: fieldsOfCollection,
});

/** It looks at each debit, as making the batch does. */
const costOfPreview = { field: 100, multiplier: 1 };

builder.queryField('previewDirectDebitBatch', (t) =>
  t.field({
    type: PreviewDirectDebitBatchSuccess,
    description: 'The batch that `createDirectDebitBatch` would make now. Needs the scope `batches`.',
    args: { input: t.arg({ type: PreviewDirectDebitBatchInput, required: true, description: 'What to look at.' }) },
    complexity: costOfPreview,
    errors: refusals('The preview, or why there is none.'),
    resolve: (_root, { input }, { services, caller }) => rehearseDirectDebitBatch(services, caller, input),
  }),
);

const DirectDebitDay = builder.objectRef<DebitDay>('DirectDebitDay').implement({
  description: 'Debits of one scheme that fall due on one day and wait for a file.',
  fields: (t) => ({
    dueDate: t.expose('dueDate', { type: 'Date', description: 'When they fall due.' }),
    scheme: t.expose('scheme', { type: MandateScheme, description: 'Under these rules.' }),
    ...debitTotals(t),
    fileFrom: t.expose('fileFrom', {
      type: 'Date',
      description: 'The first day on which the bank takes their file.',
    }),
    fileUntil: t.expose('fileUntil', {
      type: 'Date',
      description: 'The last day on which the bank takes their file for this due date.',
    }),
  }),
});

const DirectDebitCalendar = builder.objectRef<readonly DebitDay[]>('DirectDebitCalendar').implement({
  description: 'The debits that wait for a file, by their due date.',
  fields: (t) => ({
    days: t.field({ type: [DirectDebitDay], description: 'The earliest first.', resolve: (days) => [...days] }),
  }),
});

builder.queryField('directDebitCalendar', (t) =>
  t.field({
    type: DirectDebitCalendar,
    description:
      'When debits of a société fall due, and until when their files can go to the bank. Needs the scope `batches`.',
    args: {
      idSociete: t.arg.string({ required: true, description: 'The société that debits.' }),
      runMode: t.arg({ type: PaymentRunMode, required: true, description: 'The mode of the debits.' }),
    },
    errors: refusals('The calendar, or why there is none.'),
    resolve: (_root, asked, { services, caller }) => readDebitCalendar(services, caller, asked),
  }),
);
