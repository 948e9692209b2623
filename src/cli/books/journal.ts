import { type Command, Option } from 'commander';
import { createBooks } from '../../app/event-handlers.ts';
import type { Store } from '../../app/store.ts';
import { readConfig } from '../../config/config.ts';
import { developmentSocietes } from '../../config/development.ts';
import { type AccountingRules, exerciseOf } from '../../kernel/accounting-rules.ts';
import { createIdentifiers } from '../../kernel/identifiers.ts';
import { rulesOf } from '../../kernel/merchant.ts';
import { decimalComma } from '../../kernel/money.ts';
import { isCalendarDate, parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { checkJournal, type JournalReport } from '../../modules/accounting/check-journal.ts';
import { type Exercise, knownExercises } from '../../modules/accounting/exercises.ts';
import type { Books } from '../../modules/accounting/journal.ts';
import { type TrialBalance, trialBalance } from '../../modules/accounting/read-journal.ts';
import { sirenOf } from '../../modules/accounting/siren-of.ts';
import { agreeing, countOf } from '../output/count.ts';
import { createProgress } from '../output/progress.ts';
import { runModeOfBooks } from '../output/run-mode-option.ts';
import { CommandFailure, type CommandWorld, UsageError, withStore } from '../world.ts';
import { journalEncodings } from './journal-encoding.ts';
import { type ExportOptions, exportJournal } from './journal-export.ts';
import { suspenseText } from './journal-suspense.ts';

type BookOptions = { readonly societe: string; readonly runMode?: 'TEST' | 'LIVE' };
type CheckOptions = BookOptions & { readonly bookMissing?: true; readonly dryRun?: true };
type BalanceOptions = BookOptions & { readonly exercise?: string; readonly from?: string; readonly to?: string };

export function addJournalCommands(program: Command, world: CommandWorld): void {
  const journal = program.command('journal').description("The sociétés' books: what moved money, in double entry.");
  ofBooks(journal.command('export'))
    .description(
      'Write the entries of an exercise into a file, after giving those that wait their numbers. The file is whole or ' +
        'not there, and is only written where the books hold together.',
    )
    .requiredOption('--exercise <year>', 'the year in which the exercise ends')
    .option('--from <day>', 'only what is booked from this day on: 2026-11-01')
    .option('--to <day>', 'only what is booked until this day')
    .addOption(new Option('--format <format>', 'layout of the FEC, or CSV').choices(['fec', 'csv']).default('fec'))
    .addOption(new Option('--separator <which>', 'of the FEC').choices(['tab', 'pipe']).default('tab'))
    .addOption(
      new Option(
        '--encoding <name>',
        'words lose the accents and signs that it lacks; a number or reference is refused',
      )
        .choices(journalEncodings)
        .default('utf-8'),
    )
    .option(
      '--out <path>',
      'a file, or a folder; - for standard output. Left out: SIREN-ENC-from-to.txt, in this folder',
    )
    .option('--legal-name', 'name the file SIRENFECyyyymmdd.txt, as the law names the whole books')
    .option('--dry-run', 'give no numbers and write no file: only say what would be in it')
    .action((options: ExportOptions & BookOptions) => runExport(options, world));
  ofBooks(journal.command('check'))
    .description(
      'Say whether the books hold together: every entry balances, numbers have no gap, nothing was changed, and every ' +
        'movement of money of every payment has its entry, once.',
    )
    .option('--book-missing', 'book what has no entry: payments from before there was a journal')
    .option('--dry-run', 'with --book-missing: only say what has no entry')
    .addHelpText('after', '\nWithout --book-missing nothing is written. Exit code 1 where something is wrong.\n')
    .action((options: CheckOptions) => runCheck(options, world));
  ofBooks(journal.command('suspense'))
    .description(
      'List the money on the suspense account: from statements, without a payment, also where a person dealt with it ' +
        'outside of the gateway. What accounting recorded with the means OTHER is not in it.',
    )
    .action(async (options: BookOptions) => {
      const { books } = chosenBooks(options, world);
      world.write(await withStore(world, (store) => suspenseText(store, books)));
    });
  ofBooks(journal.command('balance'))
    .description('Print the trial balance: what each account moved.')
    .option('--exercise <year>', 'of this exercise; left out: that of today')
    .option('--from <day>', 'from this day on')
    .option('--to <day>', 'until this day')
    .action((options: BalanceOptions) => runBalance(options, world));
}

const ofBooks = (command: Command): Command =>
  command.requiredOption('--societe <number>', 'whose books').addOption(runModeOfBooks());

type Chosen = {
  readonly books: Books;
  readonly rules: AccountingRules;
  readonly siren: string | null;
  readonly sharesSiren: boolean;
  readonly rulesOf: (books: Books) => AccountingRules | null;
};

function askedBooks({ societe: idSociete, runMode: mode }: BookOptions, world: CommandWorld) {
  const config = readConfig(world.environment);
  // Only the accounts of the built-in sociétés are needed, not their banks.
  const societes = config.societes ?? developmentSocietes('', '');
  const books: Books = { idSociete, runMode: mode ?? (config.deployment === 'production' ? 'LIVE' : 'TEST') };
  return { books, societes, rulesOf: rulesOf({ societes }) };
}

function chosenBooks(options: BookOptions, world: CommandWorld): Chosen {
  const { books, societes, rulesOf: of } = askedBooks(options, world);
  const rules = of(books) ?? refuseSociete(societes);
  const { siren, isShared: sharesSiren } = sirenOf(societes, books);
  return { books, siren, sharesSiren, rules, rulesOf: of };
}

function refuseSociete(societes: ReadonlyMap<string, unknown>): never {
  throw new UsageError(`--societe must be one of ${[...societes.keys()].join(', ')}.`);
}

async function runExport(options: ExportOptions & BookOptions, world: CommandWorld): Promise<void> {
  const { rulesOf: of, ...chosen } = chosenBooks(options, world);
  await withStore(world, async (store) => {
    const period = await periodOfOptions(options, chosen, { store, world });
    await exportJournal({ store, clock: world.clock, rulesOf: of, world }, { ...options, ...chosen, ...period });
  });
}

/** A year in which the société keeps no books is refused: its file would look like an empty exercise. */
async function periodOfOptions(
  options: Omit<BalanceOptions, keyof BookOptions>,
  { books, rules }: Pick<Chosen, 'books' | 'rules'>,
  { store, world: { clock } }: { readonly store: Store; readonly world: CommandWorld },
): Promise<{ readonly days: Exercise; readonly from: string; readonly to: string }> {
  const { exercise: asked = String(exerciseOf(rules, parisDateOf(clock()))), from, to } = options;
  if (!/^[12]\d{3}$/.test(asked)) throw new UsageError('--exercise must be a year, for instance 2026.');
  const known = await knownExercises({ store, clock }, books, rules);
  const days = known.find(({ year }) => year === Number(asked));
  if (!days) {
    const years = known.map(({ year }) => year).join(', ');
    throw new UsageError(
      `--exercise must be an exercise of société ${books.idSociete} (${books.runMode}): ${years}. It is ${asked}.`,
    );
  }
  const { first, last } = days;
  for (const [name, day] of [['--from', from] as const, ['--to', to] as const]) {
    if (day !== undefined && !isCalendarDate(day)) throw new UsageError(`${name} must be a day, as 2026-11-01.`);
    if (options.exercise !== undefined && day !== undefined && (day < first || day > last)) {
      throw new UsageError(`${name} lies outside of the exercise, which is ${first} to ${last}.`);
    }
  }
  const period = { from: from ?? first, to: to ?? last };
  if (period.from > period.to) throw new UsageError('--to lies before --from.');
  return { days, ...period };
}

const problemsShown = 50;

async function runCheck(options: CheckOptions, world: CommandWorld): Promise<void> {
  const { books, societes, rulesOf: of } = askedBooks(options, world);
  const progress = createProgress(world);
  const report = await withStore(world, async (store) => {
    // A société that left the config keeps its books.
    const isGone = !societes.has(books.idSociete);
    if (isGone && (options.bookMissing || (await store.exercisesOf(books)).length === 0)) refuseSociete(societes);
    return checkJournal(
      { store, ...createBooks({ rulesOf: of, identifiers: createIdentifiers(world.clock), clock: world.clock }) },
      {
        books,
        booksMissing: options.bookMissing === true && !options.dryRun,
        onProgress: ({ entries, payments }) =>
          progress.show(`${countOf(entries, 'entry')}, ${countOf(payments, 'payment')} looked at`),
      },
    );
  }).finally(progress.end);
  world.write(reportOf(books, report));
  if (report.problems.length > 0) throw new CommandFailure('The books do not hold together.');
}

function reportOf(
  { idSociete, runMode }: Books,
  { posted, unposted, payments, booked, problems }: JournalReport,
): string {
  const state = problems.length === 0 ? 'hold together' : `have ${countOf(problems.length, 'problem')}`;
  return [
    `The ${runMode} books of société ${idSociete} ${state}.`,
    `  ${countOf(posted, 'entry')} with numbers, ${unposted} ${agreeing(unposted, 'that waits for its own', 'that wait for theirs')}, ${countOf(payments, 'payment')}.`,
    ...(booked > 0
      ? [`  ${countOf(booked, 'movement')} of money had no entry and ${agreeing(booked, 'was', 'were')} booked.`]
      : []),
    ...problems.slice(0, problemsShown).map((problem) => `  problem: ${problem}`),
    ...(problems.length > problemsShown ? [`  and ${problems.length - problemsShown} more`] : []),
    '',
  ].join('\n');
}

async function runBalance(options: BalanceOptions, world: CommandWorld): Promise<void> {
  const { books, rules } = chosenBooks(options, world);
  const balance = await withStore(world, async (store) =>
    trialBalance({ store }, books, await periodOfOptions(options, { books, rules }, { store, world })),
  );
  world.write(tableOf(books, balance));
}

function tableOf({ idSociete, runMode }: Books, balance: TrialBalance): string {
  const { from, to, accounts, debitCents, creditCents, isComplete } = balance;
  const amount = (cents: number): string => decimalComma(cents).padStart(17);
  const row = (name: string, debit: number, credit: number): string =>
    `${name.slice(0, 40).padEnd(40)}${amount(debit)}${amount(credit)}${amount(debit - credit)}`;
  return [
    `Société ${idSociete}, ${runMode}, ${from} to ${to}, in EUR`,
    `${''.padEnd(40)}${'debit'.padStart(17)}${'credit'.padStart(17)}${'net movement'.padStart(17)}`,
    ...accounts.map((one) => row(`${one.account} ${one.accountLabel}`, one.debitCents, one.creditCents)),
    row('Total', debitCents, creditCents),
    ...(isComplete
      ? []
      : ['Entries that wait for their number are not counted: they get it within seconds, or on their own day.']),
    '',
  ].join('\n');
}
