import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { readConfig } from '../../config/config.ts';
import { developmentSocietes } from '../../config/development.ts';
import { InvalidInputError } from '../../kernel/errors.ts';
import { spreadsheetOfCents } from '../../kernel/locale/spreadsheet.ts';
import { decimalComma } from '../../kernel/money.ts';
import { isCalendarDate } from '../../kernel/sepa/target-calendar.ts';
import { accountOfBooks, reconcileAccount } from '../../modules/accounting/reconcile-account.ts';
import { type ReconciledDay, type ReconciliationLine, unproving } from '../../modules/accounting/reconciliation.ts';
import { writeWhole } from '../../store/whole-file.ts';
import { agreeing, countOf } from '../output/count.ts';
import { requireFile, standardOutput } from '../output/out-option.ts';
import { runModeOfBooks } from '../output/run-mode-option.ts';
import { tableOf } from '../output/table.ts';
import { CommandFailure, type CommandWorld, UsageError, withStore, wrongOption } from '../world.ts';

type ReconcileOptions = {
  readonly societe: string;
  readonly runMode?: 'TEST' | 'LIVE';
  readonly from: string;
  readonly to?: string;
  readonly format: 'text' | 'csv';
  readonly out?: string;
};

const explanation = `
For each day: opening balance + booked on the bank account + not booked = closing balance. The balances are those of
the statements. A difference is explained line by line; exit code 1 where there is one, or where a statement is missing.

Examples:
  npm run gateway -- books reconcile --societe 1 --from 2026-11-01 --to 2026-11-30
  npm run gateway -- books reconcile --societe 1 --from 2026-11-25 --format csv --out rapprochement.csv
`;

export function addBooksCommands(program: Command, world: CommandWorld): void {
  program
    .command('books')
    .description('The books against the bank.')
    .command('reconcile')
    .description('Compare the bank account with the books, day by day.')
    .requiredOption('--societe <number>', 'whose account')
    .addOption(runModeOfBooks())
    .requiredOption('--from <day>', 'the first day: 2026-11-01')
    .option('--to <day>', 'the last day; left out: the same')
    .addOption(new Option('--format <format>').choices(['text', 'csv']).default('text'))
    .option('--out <path>', 'a file; left out, or -: standard output')
    .addHelpText('after', explanation)
    .action((options: ReconcileOptions) => reconcile(options, world));
}

async function reconcile(options: ReconcileOptions, world: CommandWorld): Promise<void> {
  const { societe: idSociete, from, to = from, format, out = standardOutput } = options;
  for (const [name, day] of [['--from', from] as const, ['--to', to] as const]) {
    if (!isCalendarDate(day)) throw new UsageError(`${name} must be a day, as 2026-11-01.`);
  }
  if (to < from) throw new UsageError('--to must not lie before --from.');
  requireFile(out);
  const config = readConfig(world.environment);
  const societes = config.societes ?? developmentSocietes('', '');
  if (!societes.has(idSociete)) throw new UsageError(`--societe must be one of ${[...societes.keys()].join(', ')}.`);
  const runMode = options.runMode ?? (config.deployment === 'production' ? 'LIVE' : 'TEST');
  const account = accountOfBooks(societes, { idSociete, runMode });
  if (!account) throw new UsageError(`société ${idSociete} has no account of its own in ${runMode}.`);
  const days: ReconciledDay[] = [];
  await withStore(world, async (store) => {
    try {
      for await (const day of reconcileAccount({ store, societes }, account, { from, to })) days.push(day);
    } catch (error) {
      throw error instanceof InvalidInputError ? wrongOption(error) : error;
    }
  });
  const others = account.ibans.length === 1 ? '' : ` and ${countOf(account.ibans.length - 1, 'other')}`;
  const masked = `${account.iban.slice(0, 4)} … ${account.iban.slice(-4)}`;
  const title = `Account ${masked}${others}, ${runMode}, ${from} to ${to}, in EUR`;
  const text = format === 'csv' ? csvOf(days) : textOf(title, days);
  if (out === standardOutput) world.write(text);
  else await writeWhole(out, (part) => writeFile(part, text));
  const differing = days.filter(({ differenceCents }) => differenceCents !== 0);
  if (differing.length > 0)
    throw new CommandFailure(
      `${differing.length} of ${countOf(days.length, 'day')} ${agreeing(differing.length, 'has', 'have')} a difference.`,
    );
  const unproven = days.filter(({ lines }) => lines.some(({ kind }) => unproving.has(kind)));
  if (unproven.length > 0) {
    const named = unproven.map(({ day }) => day).join(', ');
    throw new CommandFailure(
      `A statement is missing before, or disagrees on: ${named}. Import it, then reconcile again.`,
    );
  }
}

const amount = (cents: number | null): string => (cents === null ? '' : decimalComma(cents));

const cellsOf = (one: ReconciledDay): string[] => [
  ...[one.day, amount(one.openingCents), amount(one.bookedCents), amount(one.unbookedCents)],
  ...[amount(one.closingCents), amount(one.differenceCents)],
];

function textOf(title: string, days: readonly ReconciledDay[]): string {
  if (days.length === 0) return `${title}: no statement, no entry, nothing booked.\n`;
  const head = ['day', 'opening', 'booked', 'not booked', 'closing', 'difference'];
  const lines = days.flatMap(({ day, lines: all }) => all.map((line) => rowOf(day, line)));
  return [
    title,
    ...tableOf([head, ...days.map(cellsOf)]),
    ...(lines.length === 0 ? [] : ['', ...tableOf([lineHead, ...lines])]),
    '',
  ].join('\n');
}

const lineHead = ['day', 'line', 'EUR', 'reference', 'other party', 'text', 'rule', 'entry'];

const rowOf = (day: string, line: ReconciliationLine): string[] => [
  ...[day, line.kind, amount(line.amountCents), line.reference ?? '', (line.counterparty ?? '').slice(0, 40)],
  ...[(line.text ?? '').replaceAll(/\s+/g, ' ').slice(0, 60), line.rule ?? ''],
  line.bankEntryId ?? line.journalEntryId ?? '',
];

/** One row for each day (`DAY`), and one for each of its lines, for spreadsheets. */
function csvOf(days: readonly ReconciledDay[]): string {
  const head = ['Day', 'Line', 'Opening', 'Booked', 'NotBooked', 'Closing', 'Difference', 'Amount', 'Reference'];
  const more = ['OtherParty', 'Text', 'Rule', 'BankEntry', 'JournalEntry'];
  const rows = days.flatMap((one) => [
    [
      ...[one.day, 'DAY', one.openingCents, one.bookedCents, one.unbookedCents, one.closingCents, one.differenceCents],
      ...['', '', '', '', '', '', ''],
    ],
    ...one.lines.map((line) => [
      ...[one.day, line.kind, '', '', '', '', '', line.amountCents, line.reference],
      ...[line.counterparty, line.text, line.rule, line.bankEntryId, line.journalEntryId],
    ]),
  ]);
  return `\uFEFF${stringify([[...head, ...more], ...rows], spreadsheetOfCents)}`;
}
