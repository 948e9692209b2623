import { refuseInput } from '../../kernel/errors.ts';
import type { PaymentRunMode as RunMode } from '../../kernel/vocabulary.ts';
import type { JournalEntry as EntryRecord, JournalLine as LineRecord } from '../../modules/accounting/journal.ts';
import { readJournalEntry } from '../../modules/accounting/read-journal.ts';
import { builder } from '../builder.ts';
import { bookingFields, Payment } from '../payments/payment.ts';
import { paymentOf } from '../payments/payment-of.ts';
import { actionsOn } from '../payments/recorded-action.ts';
import { personField } from '../people/person.ts';
import { JournalEntryKind, PaymentRunMode } from '../server/enums.ts';
import { Money } from '../server/money.ts';

/** Books are kept in `TEST` and in `LIVE`. */
export function booksOf({ idSociete, runMode }: { idSociete: string; runMode: RunMode }) {
  if (runMode === 'FORCE_LIVE') {
    refuseInput('runMode', 'runMode must be TEST or LIVE: what was done by FORCE_LIVE stands in the books of LIVE.');
  }
  return { idSociete, runMode };
}

/** What the queries of the root have at hand to build their arguments. */
type RootFields = PothosSchemaTypes.QueryFieldBuilder<typeof builder.$inferSchemaTypes, object>;

export const argumentsOfBooks = (t: Pick<RootFields, 'arg'>) => ({
  idSociete: t.arg.string({ required: true, description: 'Whose books.' }),
  runMode: t.arg({ type: PaymentRunMode, required: true, description: '`TEST` or `LIVE`.' }),
});

/** Whose books, and which days of them. */
export const argumentsOfPeriod = (t: Pick<RootFields, 'arg'>) => ({
  ...argumentsOfBooks(t),
  from: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
  to: t.arg({ type: 'Date', required: true, description: 'The last day.' }),
});

const JournalLine = builder.objectRef<LineRecord>('JournalLine').implement({
  description: 'A line of an entry: debit or credit, never both.',
  fields: (t) => ({
    account: t.exposeString('account', { description: 'The account, by its number.' }),
    accountLabel: t.exposeString('accountLabel', { description: 'Its name.' }),
    auxiliary: t.exposeString('auxiliary', {
      nullable: true,
      description: "The customer's own account under a collective one.",
    }),
    debit: t.expose('debitCents', { type: Money, description: 'Or 0.' }),
    credit: t.expose('creditCents', { type: Money, description: 'Or 0.' }),
  }),
});

export const JournalEntry = builder.node(builder.objectRef<EntryRecord>('JournalEntry'), {
  id: { resolve: ({ id }) => id, description: '`jrn_…`' },
  loadOne: (id, { services, caller }) => readJournalEntry(services, caller, id),
  description: 'An entry of the journal: lines whose debit equals their credit. It is never changed, only reversed.',
  fields: (t) => ({
    idSociete: t.exposeString('idSociete', { description: 'Whose books.' }),
    effectiveRunMode: t.expose('runMode', {
      type: PaymentRunMode,
      description: '`TEST` or `LIVE`: they never share a journal or a number.',
    }),
    kind: t.expose('kind', { type: JournalEntryKind, description: 'What it tells of.' }),
    journalCode: t.string({ description: 'The journal.', resolve: ({ journal }) => journal.code }),
    journalLabel: t.string({ description: 'Its name.', resolve: ({ journal }) => journal.label }),
    exercise: t.exposeInt('exercise', { description: 'The year in which the exercise ends.' }),
    number: t.int({
      nullable: true,
      description: 'Within journal and exercise, without gaps; null until it is posted, a few seconds later.',
      resolve: ({ posting }) => posting?.number ?? null,
    }),
    postedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it became final.',
      resolve: ({ posting }) => posting?.postedAt ?? null,
    }),
    hash: t.string({
      nullable: true,
      description: 'SHA-256 over the entry and the hash of the one posted before it.',
      resolve: ({ posting }) => posting?.hash ?? null,
    }),
    ...bookingFields(t),
    pieceDate: t.expose('pieceDate', { type: 'Date', description: 'Its day.' }),
    label: t.exposeString('label', { description: 'In the words of accountants.' }),
    lines: t.expose('lines', { type: [JournalLine], description: 'Two or more.' }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'The payment whose money moved, where you may see it.',
      resolve: ({ event }, _args, context) => paymentOf(context, event?.paymentId ?? null),
    }),
    reverses: t.exposeID('reverses', {
      nullable: true,
      description: 'The entry that this one undoes.',
    }),
    reversedBy: t.id({
      nullable: true,
      description: 'The entry that undoes this one.',
      resolve: async ({ id }, _args, { services }) => (await services.store.reversalOf(id))?.id ?? null,
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why, where a person decided.',
    }),
    operator: t.exposeString('operator', {
      nullable: true,
      description: 'Who, where a person decided.',
    }),
    operatorPerson: personField(t, 'The person that decided, in the console.', ({ operator }) => operator),
    actor: t.string({
      nullable: true,
      description: 'The client that reversed an entry by this one, also where it named a person as `operator`.',
      resolve: async ({ id, reverses }, _args, { services }) =>
        reverses === null ? null : ((await actionsOn(services, id))[0]?.client ?? null),
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When it was written, with the event that it tells of.',
    }),
  }),
});
