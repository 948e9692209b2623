import { type Command, Option } from 'commander';
import type { Caller } from '../../kernel/caller.ts';
import { InvalidInputError } from '../../kernel/errors.ts';
import { isIdOf } from '../../kernel/identifiers.ts';
import {
  type BankFile,
  type BankFileCounts,
  type BankFileStatus,
  bankFileStatus,
} from '../../modules/bank-statements/bank-import.ts';
import { confirmBankFile, rejectBankFile } from '../../modules/bank-statements/import/confirm-bank-file.ts';
import { listBankFiles } from '../../modules/bank-statements/import/read-bank-files.ts';
import { momentIn } from '../output/print.ts';
import { writeMore } from '../output/write-list.ts';
import { type CliServices, CommandFailure, type CommandWorld, UsageError, withServices } from '../world.ts';

export type BankCommands = {
  readonly world: CommandWorld;
  readonly operator: Caller;
};

type ListOptions = { readonly status?: BankFileStatus; readonly limit: string };

/** Lists the received files, and lets a person at the server decide about the waiting ones. */
export function addBankDecisions(bank: Command, commands: BankCommands): void {
  bank
    .command('list')
    .description('The newest files of the bank: how each came, who brought it, and how far it is.')
    .addOption(new Option('--status <status>', 'only files of this status').choices(bankFileStatus.names))
    .option('--limit <number>', 'how many files at most', '20')
    .action((options: ListOptions) => listFiles(options, commands));
  bank
    .command('confirm')
    .argument('<id>', 'the file: bkf_…')
    .description('Confirm a file that a client brought, and import it. The same again changes nothing.')
    .action((id: string) =>
      decided(commands, id, (services) => confirmBankFile(services, commands.operator, { id }), 'confirmed'),
    );
  bank
    .command('reject')
    .argument('<id>', 'the file: bkf_…')
    .requiredOption('--reason <text>', 'why, in 3 to 200 characters, without personal data')
    .description('Reject a file that a client brought: nothing of it is applied. The same again changes nothing.')
    .action((id: string, { reason }: { readonly reason: string }) =>
      decided(commands, id, (services) => rejectBankFile(services, commands.operator, { id, reason }), 'rejected'),
    );
}

async function listFiles({ status, limit }: ListOptions, { world, operator }: BankCommands): Promise<void> {
  if (!/^[1-9]\d{0,3}$/.test(limit)) throw new UsageError('--limit must be a number from 1 to 9999.');
  await withServices(world, async (services) => {
    const moment = momentIn(world);
    const query = { limit: Number(limit) + 1, beforeId: null, status: status ?? null };
    const files = await listBankFiles(services, operator, query);
    for (const file of files.slice(0, Number(limit))) world.write(`${lineOf(file, moment)}\n`);
    const nothing = status === undefined ? 'The bank has sent no file yet.' : 'No file matches.';
    if (files.length === 0) world.write(`${nothing}\n`);
    writeMore(world, { found: files, limit: Number(limit), most: 9999 });
  });
}

function lineOf(file: BankFile, moment: (at: number) => string): string {
  const { id, receivedAt, source, receivedBy, status, reason, name, decidedBy, counts } = file;
  const decision = decidedBy === null ? '' : ` (decided by ${decidedBy})`;
  const brought = `${moment(receivedAt)} ${source} by ${receivedBy}`;
  const outcome = reason === null ? `, ${countsOf(counts)}` : `. ${reason}. Nothing was applied.`;
  return `${id} ${brought}: ${status}${decision}, ${name}${outcome}`;
}

async function decided(
  { world }: BankCommands,
  given: string,
  decide: (services: CliServices) => Promise<BankFile>,
  verb: 'confirmed' | 'rejected',
): Promise<void> {
  if (!isIdOf('bkf', given)) throw new UsageError('<id> must be the id of a file: bkf_…');
  await withServices(world, async (services) => {
    try {
      const { id, status, counts, decidedBy } = await decide(services);
      const outcome = status === 'IMPORTED' ? `imported: ${countsOf(counts)}` : status;
      world.write(`${id} is ${verb} by ${decidedBy}, and ${outcome}.\n`);
    } catch (error) {
      if (error instanceof InvalidInputError) throw new CommandFailure(error.message, { cause: error });
      throw error;
    }
  });
}

export const countsOf = ({ applied, repeated, exceptions, ruled, ignored }: BankFileCounts): string =>
  [
    ...[`${applied} applied`, `${repeated} known before`, `${exceptions} to look at`],
    ...[...(ruled > 0 ? [`${ruled} by rule`] : []), `${ignored} not booked`],
  ].join(', ');
