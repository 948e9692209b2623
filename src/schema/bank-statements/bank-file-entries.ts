import {
  bankFileEntryOutcome,
  bankFileEntryReason,
  type BankFileEntry as EntryRecord,
} from '../../modules/bank-statements/bank-file-entry.ts';
import type { BankEntryRecord, BankException as ExceptionRecord } from '../../modules/bank-statements/bank-import.ts';
import { maySeeException, maySeeFile } from '../../modules/bank-statements/import/read-bank-files.ts';
import { builder, connectionOf, enumOf, pageArguments } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { paymentOf } from '../payments/payment-of.ts';
import { batched } from '../server/batched.ts';
import type { SchemaContext } from '../server/context.ts';
import { Money } from '../server/money.ts';
import { keyOfCursor, pageOf, pageSize } from '../server/page.ts';
import { BankException } from './bank-exception.ts';
import { BankFile } from './bank-file.ts';

const recordsOf = batched<BankEntryRecord>(
  async ({ services }, ids) => new Map((await services.store.bankEntriesByIds(ids)).map((one) => [one.id, one])),
);
const exceptionsOf = batched<ExceptionRecord>(
  async ({ services }, ids) =>
    new Map((await services.store.bankExceptionsOfEntries(ids)).map((one) => [one.entryId ?? '', one])),
);

const recordOf = async (context: SchemaContext, { entryId }: EntryRecord): Promise<BankEntryRecord | null> =>
  entryId === null ? null : ((await recordsOf(context, entryId)) ?? null);

async function exceptionOf(context: SchemaContext, { entryId }: EntryRecord): Promise<ExceptionRecord | null> {
  const found = entryId === null ? undefined : await exceptionsOf(context, entryId);
  return found && maySeeException(context.services, context.caller, found) ? found : null;
}

const BankFileEntry = builder.objectRef<EntryRecord>('BankFileEntry').implement({
  description: 'An entry of a file, or a payment within it: its outcome when the file was imported, and why.',
  fields: (t) => ({
    place: t.exposeInt('place', { description: '1, 2, 3… within the file.' }),
    outcome: t.expose('outcome', {
      type: enumOf(bankFileEntryOutcome),
      description: 'Its outcome.',
    }),
    reason: t.expose('reason', { type: enumOf(bankFileEntryReason), description: 'Why.' }),
    amount: t.expose('amountCents', { type: Money, description: 'Its amount.' }),
    isCredit: t.boolean({ description: 'Whether money came or went.', resolve: (one) => one.direction === 'CREDIT' }),
    bookedOn: t.expose('bookedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of the booking.',
    }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: "The bank's reference.",
    }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'The payment that it was applied to, by now, where you may see it.',
      resolve: async (entry, _args, context) => paymentOf(context, (await recordOf(context, entry))?.paymentId ?? null),
    }),
    rule: t.string({
      nullable: true,
      description: 'The rule of the account that placed it; null for the default, and for all others.',
      resolve: async (entry, _args, context) => (await recordOf(context, entry))?.ruled?.rule ?? null,
    }),
    bankException: t.field({
      type: BankException,
      nullable: true,
      description: "Its newest exception, with the bank's words. Null without the scope `decide`.",
      resolve: (entry, _args, context) => exceptionOf(context, entry),
    }),
    broughtBy: t.id({
      nullable: true,
      description: 'The file that brought it first, where that is another: `bkf_…`.',
      resolve: async (entry, _args, context) => {
        const fileId = (await recordOf(context, entry))?.fileId ?? null;
        return fileId === entry.fileId ? null : fileId;
      },
    }),
  }),
});

const BankFileEntryConnection = connectionOf(BankFileEntry, 'BankFileEntry', 'entries of a file', 'An entry');

builder.objectField(BankFile, 'entries', (t) =>
  t.field({
    type: BankFileEntryConnection,
    description: 'Its entries, in their order. None of a status report, and of a file that an older version imported.',
    args: pageArguments(t, 'entry'),
    resolve: async (file, { first, after }, { services, caller }, info) => {
      const size = pageSize(first, 20);
      const place = keyOfCursor(after, (cursor) => (/^\d{1,9}$/.test(cursor) ? Number(cursor) : null), info) ?? 0;
      const isSeen = maySeeFile(services, caller, file);
      const entries = isSeen ? await services.store.bankFileEntries(file.id, place, size + 1) : [];
      return pageOf(entries, size, (entry) => String(entry.place), place > 0);
    },
  }),
);
