import type { PaymentRunMode as RunMode } from '../../kernel/vocabulary.ts';
import type { Restore } from '../../modules/workload/ports.ts';
import {
  type Asked,
  contradictedDays,
  lapsingDays,
  listContradicted,
  listedAtMost,
  listInDoubt,
  readWorkload,
  type Workload as WorkloadRecord,
} from '../../modules/workload/read-workload.ts';
import { readRestoreToCompare } from '../../modules/workload/restores.ts';
import { BankExceptionKind } from '../bank-statements/bank-exception.ts';
import { builder } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { PaymentRunMode } from '../server/enums.ts';
import { requestError } from '../server/guard/graphql-error.ts';
import { identifierWanted } from '../server/list-filters.ts';

const BankExceptionCount = builder
  .objectRef<NonNullable<WorkloadRecord['bankExceptions']>[number]>('BankExceptionCount')
  .implement({
    description: 'Open exceptions of one kind.',
    fields: (t) => ({
      kind: t.expose('kind', { type: BankExceptionKind, description: 'Their kind.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });

const Workload = builder.objectRef<WorkloadRecord & { readonly asked: Asked }>('Workload').implement({
  description: 'What waits for a person, as far as you may see it.',
  fields: (t) => ({
    paymentsInReview: t.exposeInt('paymentsInReview', {
      description: 'Payments in `NEEDS_REVIEW`.',
    }),
    paymentsContradicted: t.field({
      type: [Payment],
      // Each of them is judged by its whole story.
      complexity: { field: 100, multiplier: 10 },
      resolve: async ({ asked }, _args, { services, caller }) => [...(await listContradicted(services, caller, asked))],
      description: `Payments that keep their status although the bank contradicts them: paid twice (see \`surplus\`), or money that did not come, or that came after all. The newest first, at most ${listedAtMost}, each for ${contradictedDays} days.`,
    }),
    transfersAwaited: t.exposeInt('transfersAwaited', {
      description: 'Transfers that did not come yet.',
    }),
    transfersLate: t.exposeInt('transfersLate', {
      description: 'Of these, those that expire soon: remind the customer.',
    }),
    operationsInDoubt: t.exposeInt('operationsInDoubt', {
      description: 'Refunds, captures and cancellations whose outcome at the bank is not known.',
    }),
    approvalsWaiting: t.exposeInt('approvalsWaiting', {
      nullable: true,
      description: 'Approvals that you may decide. Null without the right `approve`.',
    }),
    bankFilesWaiting: t.exposeInt('bankFilesWaiting', {
      nullable: true,
      description: 'Bank files that you may confirm. Null without the scope `bankFiles`.',
    }),
    bankExceptions: t.expose('bankExceptions', {
      type: [BankExceptionCount],
      nullable: true,
      description: 'Open exceptions by their kind. Null without the scope `decide`.',
    }),
    mandatesLapsing: t.exposeInt('mandatesLapsing', {
      nullable: true,
      description: `Mandates that end within ${lapsingDays} days because no debit used them. Null without the scope \`mandates\`.`,
    }),
    debitsWaiting: t.exposeInt('debitsWaiting', {
      nullable: true,
      description: 'Direct debits that wait for a file, and are not overdue. Null without the scope `batches`.',
    }),
    debitsOverdue: t.exposeInt('debitsOverdue', {
      nullable: true,
      description:
        'Direct debits that are in no file though their due date has passed. Null without the scope `batches`.',
    }),
    batchesToHandOver: t.exposeInt('batchesToHandOver', {
      nullable: true,
      description:
        'Batches whose file the bank does not have, and that are not late. Null without the scope `batches`.',
    }),
    batchesLate: t.exposeInt('batchesLate', {
      nullable: true,
      description:
        'Batches whose file the bank does not have though its last day has come, or is the next. Null without the scope `batches`.',
    }),
    webhookEndpointsFailing: t.exposeInt('webhookEndpointsFailing', {
      nullable: true,
      description: 'Endpoints whose last try failed. Null without the scope `replay`.',
    }),
    webhooksDead: t.exposeInt('webhooksDead', {
      nullable: true,
      description: 'Your webhooks whose tries are used up. Null without the scope `replay`.',
    }),
  }),
});

builder.queryField('workload', (t) =>
  t.field({
    type: Workload,
    description: 'What waits for a person: counts, for instance for a start page.',
    args: {
      runMode: t.arg({ type: PaymentRunMode, required: true, description: '`TEST` or `LIVE`.' }),
      idSociete: t.arg.string({ description: 'Of this société alone. Webhooks belong to none.' }),
    },
    complexity: { field: 10, multiplier: 1 },
    resolve: async (_root, given, { services, caller }) => {
      const asked = askedOf(given);
      return { ...(await readWorkload(services, caller, asked)), asked };
    },
  }),
);

builder.queryField('paymentsInDoubt', (t) =>
  t.field({
    type: [Payment],
    description: `The payments with a refund, capture or cancellation whose outcome at the bank is not known: the longest in doubt first, at most ${listedAtMost}.`,
    args: {
      runMode: t.arg({ type: PaymentRunMode, required: true, description: '`TEST` or `LIVE`.' }),
      idSociete: t.arg.string({ description: 'Of this société alone.' }),
    },
    complexity: { field: 10, multiplier: listedAtMost / 10 },
    resolve: async (_root, asked, { services, caller }) => [...(await listInDoubt(services, caller, askedOf(asked)))],
  }),
);

const RestoreToCompare = builder.objectRef<Restore>('RestoreToCompare').implement({
  description:
    'The database came back as it was earlier. Refunds, cancellations and debit files made between the two moments may be missing: look for them at the banks before you make any, or they are made twice.',
  fields: (t) => ({
    restoredAt: t.expose('restoredAt', { type: 'DateTime', description: 'When it came back, the last time.' }),
    knownUntil: t.expose('knownUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Its newest record then. Null: it is not known from when on records may be missing.',
    }),
  }),
});

builder.queryField('restoreToCompare', (t) =>
  t.field({
    type: RestoreToCompare,
    nullable: true,
    description:
      'A restore of the database that no operator has confirmed as compared with the banks (`db confirm-compared --yes`). Null: there is none, or you have neither of the scopes `refund`, `decide` and `batches` nor the right `approve`.',
    resolve: (_root, _args, { services, caller }) => readRestoreToCompare(services, caller),
  }),
);

function askedOf({ runMode, idSociete }: { runMode: RunMode; idSociete?: string | null | undefined }): Asked {
  if (runMode === 'FORCE_LIVE') throw requestError('BAD_USER_INPUT', 'runMode must be TEST or LIVE.');
  return { runMode, idSociete: identifierWanted(idSociete) };
}
