import type { BankFile as BankFileRecord } from '../../modules/bank-statements/bank-import.ts';
import { confirmBankFile, rejectBankFile } from '../../modules/bank-statements/import/confirm-bank-file.ts';
import { stepsBeforeAnswer } from '../../modules/bank-statements/import/import-bank-file.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { BankFile } from './bank-file.ts';

const decided = (name: string, description: string) =>
  builder.objectRef<{ readonly file: BankFileRecord }>(name).implement({
    description,
    fields: (t) => ({
      bankFile: t.expose('file', { type: BankFile, description: 'The file, as it stands now.' }),
    }),
  });

const ConfirmBankFileInput = builder.inputType('ConfirmBankFileInput', {
  description: 'Which file of a bank is confirmed.',
  fields: (t) => ({ id: t.id({ required: true, description: '`bkf_…`' }) }),
});

const RejectBankFileInput = builder.inputType('RejectBankFileInput', {
  description: 'Which file of a bank is rejected, and why.',
  fields: (t) => ({
    id: t.id({ required: true, description: '`bkf_…`' }),
    reason: t.string({ required: true, description: 'Why, in 3 to 200 characters, without personal data.' }),
  }),
});

builder.mutationField('confirmBankFile', (t) =>
  t.field({
    type: decided('ConfirmBankFileSuccess', 'The file is confirmed. Whether it was believed, its status says.'),
    description:
      'Confirms a file of a bank that is `AWAITS_CONFIRMATION`, and imports it. The client that brought it cannot. The same again changes nothing. Needs the scope `bankFiles`.',
    args: { input: t.arg({ type: ConfirmBankFileInput, required: true, description: 'Which.' }) },
    errors: refusals('The confirmed file, or why it was not confirmed.'),
    resolve: async (_root, { input }, { services, caller }) => ({
      file: await confirmBankFile(services, caller, { ...input }, { maximumSteps: stepsBeforeAnswer }),
    }),
  }),
);

builder.mutationField('rejectBankFile', (t) =>
  t.field({
    type: decided('RejectBankFileSuccess', 'The file is rejected: nothing of it was applied.'),
    description:
      'Rejects a file of a bank that is `AWAITS_CONFIRMATION`. The client that brought it cannot. The same again changes nothing. Needs the scope `bankFiles`.',
    args: { input: t.arg({ type: RejectBankFileInput, required: true, description: 'Which, and why.' }) },
    errors: refusals('The rejected file, or why it was not rejected.'),
    resolve: async (_root, { input }, { services, caller }) => ({
      file: await rejectBankFile(services, caller, { ...input }),
    }),
  }),
);
