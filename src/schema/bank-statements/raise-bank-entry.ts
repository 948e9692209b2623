import type { BankException as BankExceptionRecord } from '../../modules/bank-statements/bank-import.ts';
import { raiseRuledEntry } from '../../modules/bank-statements/exceptions/raise-ruled-entry.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { BankException } from './bank-exception.ts';

const RaiseBankEntrySuccess = builder.objectRef<BankExceptionRecord>('RaiseBankEntrySuccess').implement({
  description: 'The entry waits for a decision.',
  fields: (t) => ({
    exception: t.field({ type: BankException, description: 'Decide about it.', resolve: (exception) => exception }),
  }),
});

const RaiseBankEntryInput = builder.inputType('RaiseBankEntryInput', {
  description: 'An entry that a rule of the account placed.',
  fields: (t) => ({ id: t.id({ required: true, description: '`bke_…`, as the reconciliation names it.' }) }),
});

builder.mutationField('raiseBankEntry', (t) =>
  t.field({
    type: RaiseBankEntrySuccess,
    description:
      'Makes an exception of an entry that a rule listed, ignored or booked, and takes back what it booked: of a credit once a payment gets it. Needs the scope `decide`.',
    args: { input: t.arg({ type: RaiseBankEntryInput, required: true, description: 'The entry.' }) },
    errors: refusals('The exception, or why there is none.'),
    resolve: (_root, { input: { id } }, { services, caller }) => raiseRuledEntry(services, caller, id),
  }),
);
