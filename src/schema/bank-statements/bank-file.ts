import { bankFileRefusalIn } from '../../html/refusals/of-bank-files.ts';
import { effectiveModeOf } from '../../kernel/given-values.ts';
import {
  type BankFile as BankFileRecord,
  bankFileSource,
  bankFileStatus,
} from '../../modules/bank-statements/bank-import.ts';
import { bankFileFormat } from '../../modules/bank-statements/files/bank-file.ts';
import { bytesOfContent } from '../../modules/bank-statements/import/bank-file-content.ts';
import { type ImportedBankFile, importBankFile } from '../../modules/bank-statements/import/import-bank-file.ts';
import { listBankFiles, readStoredBankFile } from '../../modules/bank-statements/import/read-bank-files.ts';
import { builder, connectionOf, enumOf } from '../builder.ts';
import { personField } from '../people/person.ts';
import { refusals } from '../refusals.ts';
import { PaymentRunMode } from '../server/enums.ts';
import { pageById } from '../server/page.ts';
import { refuseFilter } from '../server/ranges.ts';

export const BankFile = builder.objectRef<BankFileRecord>('BankFile');

builder.node(BankFile, {
  id: { resolve: ({ id }) => id, description: '`bkf_…`' },
  loadOne: (id, { services, caller }) => readStoredBankFile(services, caller, id),
  description: 'A file that came from a bank. Its bytes are kept as they came.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As its sender called it.' }),
    digest: t.exposeString('digest', { description: 'SHA-256 of its bytes, in hexadecimal.' }),
    sizeBytes: t.exposeInt('sizeBytes', { description: 'How large it is.' }),
    source: t.expose('source', { type: enumOf(bankFileSource), description: 'How it came.' }),
    receivedBy: t.exposeString('receivedBy', {
      description: 'The client that brought it, or `console/per_…` for a person.',
    }),
    receivedByPerson: personField(t, 'The person that brought it, in the console.', ({ receivedBy }) => receivedBy),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it came.' }),
    decidedBy: t.exposeString('decidedBy', {
      nullable: true,
      description: 'Who confirmed or rejected it, where it waited for that.',
    }),
    decidedByPerson: personField(t, 'The person that decided, in the console.', ({ decidedBy }) => decidedBy),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was confirmed or rejected.',
    }),
    status: t.expose('status', {
      type: enumOf(bankFileStatus),
      description: 'How far it has come.',
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it was refused, with the line and the element.',
      resolve: ({ reason }, _args, { isForPeople = false, language }) =>
        reason && isForPeople ? bankFileRefusalIn(language, reason) : reason,
    }),
  }),
});

builder.objectFields(BankFile, (t) => ({
  format: t.expose('format', {
    type: enumOf(bankFileFormat),
    nullable: true,
    description: 'What kind of file it is, once it was read.',
  }),
  version: t.exposeString('version', {
    nullable: true,
    description: 'The version of the message: `camt.053.001.08`.',
  }),
  idSociete: t.exposeString('idSociete', {
    nullable: true,
    description: 'The société of its accounts; null where there are several.',
  }),
  runMode: t.expose('runMode', {
    type: PaymentRunMode,
    nullable: true,
    description: 'The run mode of its accounts.',
  }),
  steps: t.exposeInt('steps', {
    description: 'How many entries and payments within entries it has.',
  }),
  done: t.exposeInt('done', { description: 'How many of them are done.' }),
  applied: t.int({ description: 'How many were applied to payments.', resolve: ({ counts }) => counts.applied }),
  repeated: t.int({
    description: 'How many were known from another file, or counted with another payment of their block.',
    resolve: ({ counts }) => counts.repeated,
  }),
  exceptions: t.int({
    description: 'How many a person has to look at.',
    resolve: ({ counts }) => counts.exceptions,
  }),
  ruled: t.int({
    description: 'How many a rule of the account placed: listed, ignored or booked.',
    resolve: ({ counts }) => counts.ruled,
  }),
  ignored: t.int({
    description: 'How many are no booked money: provisional, or for information.',
    resolve: ({ counts }) => counts.ignored,
  }),
}));

const BankFileConnection = connectionOf(BankFile, 'BankFile', 'files of banks', 'A file');

builder.queryField('bankFile', (t) =>
  t.field({
    type: BankFile,
    nullable: true,
    description: 'A file of a bank by its id. Null where there is none that you may see. Needs the scope `bankFiles`.',
    args: { id: t.arg.id({ required: true, description: '`bkf_…`' }) },
    resolve: (_root, { id }, { services, caller }) => readStoredBankFile(services, caller, id),
  }),
);

builder.queryField('bankFiles', (t) =>
  t.field({
    type: BankFileConnection,
    description: 'The files of banks that you may see, newest first. Needs the scope `bankFiles`.',
    args: {
      first: t.arg.int({ defaultValue: 20, description: 'How many: 1 to 100.' }),
      after: t.arg.string({ description: 'The cursor of the last file that you have.' }),
      runMode: t.arg({
        type: PaymentRunMode,
        description: '`TEST` or `LIVE`: of accounts of this mode, with those that could not be read.',
      }),
    },
    resolve: (_root, { runMode, ...page }, { services, caller }) =>
      pageById('bkf', page, (place) =>
        listBankFiles(services, caller, { ...place, runMode: effectiveModeOf(runMode, refuseFilter) }),
      ),
  }),
);

const ImportBankFileSuccess = builder.objectRef<ImportedBankFile>('ImportBankFileSuccess').implement({
  description: 'The file is stored. Whether it was believed, its status says.',
  fields: (t) => ({
    bankFile: t.expose('file', { type: BankFile, description: 'The file, as it stands now.' }),
    repeated: t.exposeBoolean('repeated', {
      description: 'True where the same bytes came before: this is that file.',
    }),
  }),
});

const ImportBankFileInput = builder.inputType('ImportBankFileInput', {
  description: 'A file of a bank: camt.053, camt.054 or pain.002.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is called.' }),
    content: t.string({
      required: true,
      description:
        'The file: its text where it is in UTF-8, else its bytes in base64. Within the limit of a request; larger files go to `POST /bank-files`.',
    }),
  }),
});

builder.mutationField('importBankFile', (t) =>
  t.field({
    type: ImportBankFileSuccess,
    description:
      'Stores a file of a bank, reads it to its end and applies it. The same file again changes nothing. A long one is `IMPORTING` when this answers; one that has to be confirmed is `AWAITS_CONFIRMATION`. Needs the scope `bankFiles`.',
    args: { input: t.arg({ type: ImportBankFileInput, required: true, description: 'The file.' }) },
    errors: refusals('The stored file, or why it was not taken.'),
    resolve: (_root, { input }, { services, caller }) => {
      const { name, content } = input;
      return importBankFile(services, caller, { name, source: 'GRAPHQL', bytes: bytesOfContent(content) });
    },
  }),
);
