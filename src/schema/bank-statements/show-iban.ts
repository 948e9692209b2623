import { showExceptionIban } from '../../modules/bank-statements/exceptions/show-iban.ts';
import { showMandateIban } from '../../modules/direct-debits/mandates/show-iban.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';

const ShowIbanSuccess = builder.objectRef<{ readonly iban: string }>('ShowIbanSuccess').implement({
  description: 'The audit log has an entry of it.',
  fields: (t) => ({
    iban: t.exposeString('iban', { description: 'The whole account number, without blanks.' }),
  }),
});

const ShowIbanInput = builder.inputType('ShowIbanInput', {
  description: 'Whose account.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'A mandate, `mdt_…`, or an exception of a bank file, `bkx_…`.' }),
  }),
});

builder.mutationField('showIban', (t) =>
  t.field({
    type: ShowIbanSuccess,
    description:
      'Shows a whole IBAN that is masked elsewhere. The audit log notes each time who saw it, before it is answered. Needs the scope `mandates` for a mandate, `decide` for an exception, and of a person a fresh proof of identity.',
    args: { input: t.arg({ type: ShowIbanInput, required: true, description: 'Whose account.' }) },
    errors: refusals('The IBAN, or why it is not shown.'),
    resolve: async (_root, { input: { id } }, { services, caller }) => ({
      iban: await (id.startsWith('bkx_') ? showExceptionIban : showMandateIban)(services, caller, id),
    }),
  }),
);
