import type { JournalEntry as EntryRecord } from '../../modules/accounting/journal.ts';
import { reverseJournalEntry } from '../../modules/accounting/reverse-journal-entry.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { JournalEntry } from './journal.ts';

const ReverseJournalEntrySuccess = builder
  .objectRef<{ readonly entry: EntryRecord }>('ReverseJournalEntrySuccess')
  .implement({
    description: 'The entry is undone.',
    fields: (t) => ({
      entry: t.expose('entry', { type: JournalEntry, description: 'The entry that undoes it.' }),
    }),
  });

const ReverseJournalEntryInput = builder.inputType('ReverseJournalEntryInput', {
  description: 'An entry to undo.',
  fields: (t) => ({
    id: t.id({ required: true, description: '`jrn_…`' }),
    reason: t.string({ required: true, description: 'Why: 200 characters at most.' }),
    date: t.field({ type: 'Date', description: 'The day under which it is undone: today when left out.' }),
    operator: t.string({ description: 'Who decided: the client when left out, always the person in the console.' }),
  }),
});

builder.mutationField('reverseJournalEntry', (t) =>
  t.field({
    type: ReverseJournalEntrySuccess,
    description:
      'Undoes an entry by its mirror image (contre-passation). A payment that accounting recorded is cancelled with its entry. Needs the scope `accounting`, and then `book` too.',
    args: { input: t.arg({ type: ReverseJournalEntryInput, required: true, description: 'The entry to undo.' }) },
    errors: refusals('The entry that undoes it, or why there is none.'),
    resolve: async (_root, { input }, { services, caller }) => ({
      entry: await reverseJournalEntry(services, caller, input),
    }),
  }),
);
