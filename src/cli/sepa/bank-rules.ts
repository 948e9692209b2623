import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { InvalidInputError } from '../../kernel/errors.ts';
import { decimalComma } from '../../kernel/money.ts';
import { isCalendarDate } from '../../kernel/sepa/target-calendar.ts';
import { raiseRuledEntry } from '../../modules/bank-statements/exceptions/raise-ruled-entry.ts';
import { BankFileError } from '../../modules/bank-statements/files/bank-file.ts';
import {
  type PreviewedEntry,
  previewRulesOfFile,
  previewRulesOfStored,
} from '../../modules/bank-statements/import/preview-rules.ts';
import { checkReadable } from '../output/readable-file.ts';
import { tableOf } from '../output/table.ts';
import { CommandFailure, UsageError, withServices } from '../world.ts';
import type { BankCommands } from './bank-decisions.ts';

type PreviewOptions = { readonly societe?: string; readonly from?: string; readonly to?: string };

const explanation = `
Shows, for each entry that no payment of the gateway explains, which rule of the account it meets, and the totals of
each rule. Nothing is written. The rules stand in the config: societes.*.MILLIET.<mode>.rules.

Examples:
  npm run gateway -- bank rules preview releve-2026-11-25.xml
  npm run gateway -- bank rules preview --societe 1 --from 2026-11-01 --to 2026-11-30
`;

/** The rules of the company's accounts: what they would do, and what a person takes out of them. */
export function addBankRules(bank: Command, commands: BankCommands): void {
  const rules = bank.command('rules').description('Rules for entries that are about no payment of the gateway.');
  rules
    .command('preview')
    .argument('[files...]', 'files of the bank; left out: the stored entries of a société')
    .description('Show which rule each entry meets, and the totals.')
    .option('--societe <number>', 'of stored entries: whose account')
    .option('--from <day>', 'of stored entries: booked from this day on')
    .option('--to <day>', 'of stored entries: booked until this day')
    .addHelpText('after', explanation)
    .action((files: string[], options: PreviewOptions) => preview(files, options, commands));
  bank
    .command('raise')
    .argument('<id>', 'the entry: bke_…')
    .description(
      'Make an exception of an entry that a rule listed, ignored or booked. What it booked is taken back: of a credit, once assigned.',
    )
    .action((id: string) => raise(id, commands));
}

async function preview(files: readonly string[], options: PreviewOptions, commands: BankCommands): Promise<void> {
  const { world, operator } = commands;
  if (files.length > 0 && Object.keys(options).length > 0)
    throw new UsageError('--societe, --from and --to are of stored entries: leave them out, or the files.');
  for (const file of files) checkReadable(file);
  const stored = files.length === 0 ? storedOf(options) : null;
  await withServices(world, async (services) => {
    const found: PreviewedEntry[] = [];
    try {
      for (const file of files) {
        for await (const entry of previewRulesOfFile(services, operator, () => createReadStream(file)))
          found.push(entry);
      }
    } catch (error) {
      if (error instanceof BankFileError) throw new CommandFailure(`${error.message}.`);
      throw error;
    }
    if (stored && !services.societes.has(stored.idSociete))
      throw new UsageError(`--societe must be one of ${[...services.societes.keys()].join(', ')}.`);
    if (stored) for await (const entry of previewRulesOfStored(services, operator, stored)) found.push(entry);
    world.write(textOf(found));
  });
}

function storedOf({ societe: idSociete, from = '0000-01-01', to = '9999-12-31' }: PreviewOptions) {
  if (idSociete === undefined) throw new UsageError('name a file, or --societe for its stored entries.');
  for (const [name, day] of [['--from', from] as const, ['--to', to] as const]) {
    if (!isCalendarDate(day)) throw new UsageError(`${name} must be a day, as 2026-11-01.`);
  }
  return { idSociete, from, to };
}

function textOf(entries: readonly PreviewedEntry[]): string {
  if (entries.length === 0) return 'No entry is without a payment of the gateway: no rule is asked.\n';
  const ruleOf = ({ rule }: PreviewedEntry): string => rule ?? '(default)';
  const signed = ({ direction, amountCents }: PreviewedEntry): number =>
    (direction === 'CREDIT' ? 1 : -1) * amountCents;
  const rows = entries.map((one) => [
    ...[one.runMode, one.bookedOn ?? '', decimalComma(signed(one)), one.action, ruleOf(one), one.code ?? ''],
    ...[(one.counterparty ?? '').slice(0, 30), one.text.replaceAll(/\s+/g, ' ').slice(0, 50)],
  ]);
  const totals = [...Map.groupBy(entries, (one) => `${one.runMode}\n${one.action}\n${ruleOf(one)}`).values()].map(
    (group) => {
      const [first] = group;
      const sum = group.reduce((cents, one) => cents + signed(one), 0);
      return [
        first?.runMode ?? '',
        first?.action ?? '',
        first ? ruleOf(first) : '',
        String(group.length),
        decimalComma(sum),
      ];
    },
  );
  return [
    ...tableOf([['mode', 'booked', 'EUR', 'action', 'rule', 'code', 'other party', 'text'], ...rows]),
    '',
    ...tableOf([['mode', 'action', 'rule', 'entries', 'EUR'], ...totals]),
    '',
  ].join('\n');
}

async function raise(id: string, { world, operator }: BankCommands): Promise<void> {
  await withServices(world, async (services) => {
    try {
      const exception = await raiseRuledEntry(services, operator, id);
      world.write(`${id} waits for a decision as ${exception.id}.\n`);
    } catch (error) {
      if (error instanceof InvalidInputError) throw new CommandFailure(error.message, { cause: error });
      throw error;
    }
  });
}
