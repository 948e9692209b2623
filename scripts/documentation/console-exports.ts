import { exportColumns } from '../../src/modules/exports/columns.ts';
import { commonParameters, exportKind, exportParameters } from '../../src/modules/exports/export-kind.ts';
import { exportsInAll, exportsPerPerson } from '../../src/modules/exports/open-exports.ts';

const rowsOf = (parameters: Readonly<Record<string, string>>): string[] =>
  Object.entries(parameters).map(([name, text]) => `| \`${name}\` | ${text} |`);

/** The page of the exports of the console: what each kind takes and holds. */
export const describeConsoleExports = (): string =>
  [
    '# Exports of the console',
    '',
    'Written by `npm run codegen` from `src/modules/exports`.',
    '',
    '`GET /console/exports/{kind}?…` sends a list as a file, row by row. The parameters are the filters of the GraphQL list, under the same names, as they stand in the address of a page. A parameter that is unknown, empty or given twice is refused with 400, so that a misspelt filter never widens an export.',
    '',
    '- **Who.** The person of the session, with the rights of the list. Only a link on a page of the gateway may ask (`Sec-Fetch-Site: same-origin`): a typed address or a link in a mail is refused, because an export costs a long read, leaves data on a disk, and stands in the audit log under a name.',
    `- **How many.** At once ${exportsPerPerson} for each person, and ${exportsInAll} in all, for each gateway; then 429.`,
    '- **Layout.** UTF-8 with a byte order mark, semicolons, decimal commas, days and times in Paris. A text that begins like a formula gets an apostrophe. `TEST` and `LIVE` never share a file. The FEC is in its legal layout.',
    '- **Ends early.** Where the connection, the session or the right ends, the browser takes nothing for 60 seconds, or a row cannot be read, the connection is cut, and the browser marks the download as failed.',
    '- **Audit log.** An entry before the first row (`object`: the names of the parameters), and one after the last (`object`: the number of rows). `FAILED` says that the file is not whole: `ABORTED`, `READER_STALLED`, `SESSION_ENDED`, `NOT_ALLOWED` or `FAULT`.',
    '',
    'Every kind has these parameters:',
    '',
    '| parameter | meaning |',
    '|---|---|',
    ...rowsOf(commonParameters),
    '',
    ...exportKind.names.flatMap((kind) => [
      `## ${kind}`,
      '',
      exportKind.descriptions[kind],
      '',
      '| parameter | meaning |',
      '|---|---|',
      ...rowsOf(exportParameters[kind]),
      '',
      ...(kind === 'fec'
        ? [
            'Its columns are those of [the command `journal export`](accounting.md). In `EcritureLib` `names` adds the payer of money in suspense, as the command always does.',
          ]
        : ['| column | in French | |', '|---|---|---|', ...columnsOf(kind)]),
      '',
    ]),
  ].join('\n');

const columnsOf = (kind: keyof typeof exportColumns): string[] =>
  exportColumns[kind].map(
    ({ en, fr, ...more }) => `| \`${en}\` | \`${fr}\` | ${'isName' in more ? 'with `names`' : ''} |`,
  );
