import type { JournalEntry as EntryRecord } from '../../modules/accounting/journal.ts';
import { journalEntriesOfPayments } from '../../modules/accounting/read-journal.ts';
import { shownOfEachPayment } from '../../modules/payments/read-payments.ts';
import { builder } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { batched } from '../server/batched.ts';
import { JournalEntry } from './journal.ts';

const entriesOf = batched<readonly EntryRecord[]>(async ({ services, caller }, ids) =>
  Map.groupBy(await journalEntriesOfPayments(services, caller, ids), ({ event }) => event?.paymentId ?? ''),
);

builder.objectField(Payment, 'journalEntries', (t) =>
  t.field({
    type: [JournalEntry],
    description: `Its entries in the journal, newest first: the newest ${shownOfEachPayment}. Empty without the scope \`accounting\`.`,
    resolve: async ({ id }, _args, context) => [...((await entriesOf(context, id)) ?? [])],
  }),
);
