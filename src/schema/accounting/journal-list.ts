import { daysOf } from '../../kernel/given-values.ts';
import { isIdOf } from '../../kernel/identifiers.ts';
import { type CalendarDate, isCalendarDate } from '../../kernel/sepa/target-calendar.ts';
import {
  type JournalEntry as EntryRecord,
  type JournalQuery,
  journalEntryKind,
} from '../../modules/accounting/journal.ts';
import { checkMayReadBooks, listJournalEntries } from '../../modules/accounting/read-journal.ts';
import { readPayments } from '../../modules/payments/read-payments.ts';
import { builder, connectionOf, pageArguments } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { isText, listWithText } from '../search/list-with-text.ts';
import type { SchemaContext } from '../server/context.ts';
import { JournalEntryKind, PaymentRunMode } from '../server/enums.ts';
import { keyOfCursor, notACursor, pageOf, pageSize } from '../server/page.ts';
import { DayRange, refuseFilter } from '../server/ranges.ts';
import { booksOf, JournalEntry } from './journal.ts';

const JournalEntryConnection = connectionOf(JournalEntry, 'JournalEntry', 'entries', 'An entry');

/** The index has an entry about a payment with the words of the payment. */
const paymentsAtMost = 500;

const JournalEntryFilter = builder.inputType('JournalEntryFilter', {
  description: 'Which entries; what is left out does not restrict.',
  fields: (t) => ({
    date: t.field({ type: DayRange, description: 'Booked under these days.' }),
    account: t.string({ description: 'With a line on this account.' }),
    number: t.int({ description: 'With this number, in whichever journal and exercise.' }),
    kind: t.field({ type: JournalEntryKind, description: 'That tell of this.' }),
    payment: t.id({ description: 'About this payment: `pay_…`.' }),
    text: t.string({
      description: `Only those that have these words, or whose payment has them, as \`search\` finds them: of the newest ${paymentsAtMost} such payments.`,
    }),
  }),
});

type Given = Partial<typeof JournalEntryFilter.$inferInput> | null | undefined;

const filterOf = (given: Given) => ({
  date: daysOf('date', given?.date, refuseFilter),
  account: given?.account ?? null,
  number: given?.number ?? null,
  kind: given?.kind ?? null,
  paymentId: given?.payment ?? null,
});

type Place = { readonly id: string; readonly date: CalendarDate | null };

/** In a list by day a cursor has the day too: an entry without a number may move to another day between two pages. */
const cursorOf = ({ id, date }: EntryRecord, isByDay: boolean): string => (isByDay ? `${id}.${date}` : id);

function placeOfCursor(cursor: string): Place | null {
  const [id = '', date = null, ...more] = cursor.split('.');
  const isPlace = isIdOf('jrn', id) && (date === null || isCalendarDate(date)) && more.length === 0;
  return isPlace ? { id, date } : null;
}

/**
 * For a cursor without a day, as older gateways gave it: the day of its entry now.
 * @throws GraphQLError where these books have no such entry
 */
async function dayOfEntry(
  { store }: SchemaContext['services'],
  books: { readonly idSociete: string; readonly runMode: string },
  id: string,
): Promise<CalendarDate> {
  const entry = await store.journalEntry(id);
  if (entry?.idSociete !== books.idSociete || entry.runMode !== books.runMode) throw notACursor();
  return entry.date;
}

async function entriesWithText(
  { services, caller }: Pick<SchemaContext, 'services' | 'caller'>,
  query: JournalQuery,
  text: string | null | undefined,
): Promise<readonly EntryRecord[]> {
  const { beforeId, limit, idSociete, runMode } = query;
  const list = (ids: readonly string[] | null, most: number) =>
    listJournalEntries(services, caller, { ...query, ids, limit: most });
  const own = await listWithText(services, caller, { kind: 'JOURNAL_ENTRY', text, beforeId, limit, list });
  if (!isText(text)) return own;
  const payments = await listWithText(services, caller, {
    ...{ kind: 'PAYMENT', text, beforeId: null, limit: paymentsAtMost, within: { idSociete, runMode } },
    list: async (ids) =>
      [...(await readPayments(services, caller, ids ?? [])).values()].filter(
        (one) => one.idSociete === idSociete && one.effectiveRunMode === runMode,
      ),
  });
  const paymentIds = payments.map(({ id }) => id);
  const ofPayments = await listJournalEntries(services, caller, { ...query, paymentIds });
  const all = new Map([...own, ...ofPayments].map((entry) => [entry.id, entry]));
  return [...all.values()].toSorted((one, other) => (one.id < other.id ? 1 : -1)).slice(0, limit);
}

builder.queryField('journalEntries', (t) =>
  t.field({
    type: JournalEntryConnection,
    description: `The entries of a société's books, newest first; of a span of days without a text, the latest day first: ${journalEntryKind.names.join(', ')}. Needs the scope \`accounting\`.`,
    args: {
      idSociete: t.arg.string({ required: true, description: 'Whose books.' }),
      runMode: t.arg({ type: PaymentRunMode, required: true, description: '`TEST` or `LIVE`.' }),
      filter: t.arg({ type: JournalEntryFilter, description: 'Which ones.' }),
      ...pageArguments(t, 'entry'),
    },
    // The guard cannot see the page inside the union, so each ten rows count once here.
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, Math.min(first ?? 20, 100) / 10) }),
    errors: refusals('A page of entries, or why there is none.'),
    resolve: async (_root, { first, after, filter: given, ...asked }, { services, caller }) => {
      const size = pageSize(first, 20);
      const books = booksOf(asked);
      checkMayReadBooks(services, caller, books);
      const filter = filterOf(given);
      const isByDay = filter.date !== null && !isText(given?.text);
      const place = keyOfCursor(after, placeOfCursor);
      const beforeDate = place && isByDay ? (place.date ?? (await dayOfEntry(services, books, place.id))) : null;
      const query = { ...books, ...filter, beforeId: place?.id ?? null, beforeDate, limit: size + 1 };
      const entries = await entriesWithText({ services, caller }, query, given?.text);
      return pageOf(entries, size, (entry) => cursorOf(entry, isByDay), Boolean(after));
    },
  }),
);
