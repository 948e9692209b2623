import { createReadStream } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Caller } from '../../kernel/caller.ts';
import { InvalidInputError } from '../../kernel/errors.ts';
import type { BankFile } from '../../modules/bank-statements/bank-import.ts';
import { BankFileError } from '../../modules/bank-statements/files/bank-file.ts';
import { continueBankFile } from '../../modules/bank-statements/import/continue-bank-file.ts';
import { importBankFile } from '../../modules/bank-statements/import/import-bank-file.ts';
import { rehearseBankFile } from '../../modules/bank-statements/import/rehearse-bank-file.ts';
import { commandLine } from '../operator/operator.ts';
import { agreeing, countOf } from '../output/count.ts';
import { createProgress } from '../output/progress.ts';
import { checkReadable } from '../output/readable-file.ts';
import { type CliServices, CommandFailure, type CommandWorld, withServices } from '../world.ts';
import { addBankDecisions, countsOf } from './bank-decisions.ts';
import { addExceptionsCommand } from './bank-exceptions.ts';
import { addBankRules } from './bank-rules.ts';

type ImportOptions = { readonly dryRun?: true };

const explanation = `
Reads statements (camt.053, CFONB 120, MT940), notices (camt.054, CFONB 240), intraday reports (camt.052, MT942: shown,
never booked) and pain.002, also in a zip or gzip file. What stands in a file says what it is. A file is stored with its
digest, read to its end, and applied only where all of it can be believed; a file that came before changes nothing. What
cannot be matched without a guess waits as an exception: see \`bank exceptions\`.

One import at a time: where another one is under way, this one waits for its turn, two minutes at most.

Exit code 1 where a file was refused, or still waits then; the others are imported.

Examples:
  npm run gateway -- bank import releve-2026-11-25.xml --dry-run
  npm run gateway -- bank import inbox/*.xml
`;

const operator: Caller = { ...commandLine, runModes: new Set(['TEST', 'LIVE']) };

export function addBankCommands(program: Command, world: CommandWorld): void {
  const bank = program.command('bank').description('Files from the company’s bank: statements and status reports.');
  const commands = { world, operator };
  addBankDecisions(bank, commands);
  addExceptionsCommand(bank, commands);
  addBankRules(bank, commands);
  bank
    .command('import')
    .argument('<files...>', 'files of the bank')
    .description('Import files: what was paid, refused and returned.')
    .option('--dry-run', 'only say what would be applied')
    .addHelpText('after', explanation)
    .action((files: string[], options: ImportOptions) => importFiles(files, options, world));
}

async function importFiles(files: readonly string[], { dryRun }: ImportOptions, world: CommandWorld): Promise<void> {
  // Before anything is imported: of many files none is left out unsaid.
  for (const file of files) checkReadable(file);
  let failed = 0;
  await withServices(world, async (services) => {
    for (const file of files) {
      const line = dryRun ? await rehearse(services, file, world) : await importOne(services, file, world);
      if (line.hasFailed) failed++;
      world.write(`${path.basename(file)}: ${line.text}\n`);
    }
  });
  if (dryRun) world.write('Nothing was kept.\n');
  if (failed > 0)
    throw new CommandFailure(
      `${failed} of ${countOf(files.length, 'file')} ${agreeing(failed, 'was refused or still waits', 'were refused or still wait')}.`,
    );
}

/** A report of the day so far looks like a statement, and books nothing. */
const kindOf = ({ format, version }: Pick<BankFile, 'format' | 'version'>): string =>
  format === 'CAMT_052' || format === 'MT942' ? `${version} (intraday: nothing is booked)` : String(version);

type Line = { readonly hasFailed: boolean; readonly text: string };

/** Twice as long as the turn of a process that died lasts. */
const patienceMs = 120_000;
const pauseMs = 500;

async function importOne(services: CliServices, file: string, world: CommandWorld): Promise<Line> {
  const progress = createProgress(world);
  try {
    const given = { name: path.basename(file), source: 'COMMAND_LINE', bytes: createReadStream(file) } as const;
    const options = {
      progress: (done: number, steps: number) => progress.show(`${done} of ${countOf(steps, 'entry')}`),
    };
    let { file: imported, repeated } = await importBankFile(services, operator, given, options);
    for (const until = world.clock() + patienceMs; imported.status === 'IMPORTING' && world.clock() < until; ) {
      progress.show('another import is under way: waiting for its end');
      await pause(pauseMs);
      imported = await continueBankFile(services, imported.id, options);
    }
    return lineOf(imported, repeated);
  } catch (error) {
    if (error instanceof InvalidInputError) return { hasFailed: true, text: `refused. ${error.message}` };
    throw error;
  } finally {
    progress.end();
  }
}

function lineOf(file: BankFile, repeated: boolean): Line {
  const { id, status, reason, version, counts } = file;
  if (status === 'REFUSED') return { hasFailed: true, text: `refused. ${reason}. Nothing was applied.` };
  const again = repeated ? ' It came before.' : '';
  if (status === 'IMPORTED') return { hasFailed: false, text: `${kindOf(file)}, ${countsOf(counts)}. ${id}.${again}` };
  const waits = 'stored, but another import is still under way. A running gateway goes on with it; else repeat this';
  return { hasFailed: true, text: `${version}, ${waits}. ${id}.${again}` };
}

async function rehearse(services: CliServices, file: string, world: CommandWorld): Promise<Line> {
  const progress = createProgress(world);
  try {
    const given = { name: path.basename(file), open: () => createReadStream(file) };
    const { checked, counts } = await rehearseBankFile(services, operator, given, {
      progress: (done, steps) => progress.show(`${done} of ${countOf(steps, 'entry')}`),
    });
    return { hasFailed: false, text: `${kindOf(checked)}, ${countsOf(counts)}` };
  } catch (error) {
    if (error instanceof BankFileError) return { hasFailed: true, text: `would be refused. ${error.message}.` };
    throw error;
  } finally {
    progress.end();
  }
}
