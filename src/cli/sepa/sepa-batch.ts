import { existsSync, lstatSync } from 'node:fs';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { announceAction } from '../../kernel/audit/record-action.ts';
import { addDays, parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import type { PaymentRunMode } from '../../kernel/vocabulary.ts';
import { downloadBatchFile } from '../../modules/direct-debits/batches/close-batch.ts';
import {
  type BatchServices,
  checkBatchRequest,
  createDirectDebitBatch,
  rehearseDirectDebitBatch,
} from '../../modules/direct-debits/batches/create-batch.ts';
import { readDebitCalendar } from '../../modules/direct-debits/batches/debit-calendar.ts';
import type { StoredBatch } from '../../modules/direct-debits/batches/direct-debit.ts';
import { directDebitAccountOf } from '../../modules/direct-debits/batches/direct-debit-account.ts';
import type { HeldBackDebit } from '../../modules/direct-debits/batches/plan-batch.ts';
import { commandLine } from '../operator/operator.ts';
import { warnOfRestore } from '../operator/restored.ts';
import { countOf } from '../output/count.ts';
import { isFolder, requireFolderOf, standardOutput } from '../output/out-option.ts';
import { eurosOf } from '../output/print.ts';
import { createProgress } from '../output/progress.ts';
import { CommandFailure, type CommandWorld, UsageError } from '../world.ts';
import { requiredRunMode, schemeOption, societeOption, withBatchServices } from './sepa-world.ts';

type Collected = {
  readonly idSociete: string;
  readonly runMode: PaymentRunMode;
  readonly cutOff: string;
  readonly scheme?: string;
};

type BatchOptions = {
  readonly societe: string;
  readonly runMode: PaymentRunMode;
  readonly cutOff?: string;
  readonly scheme?: string;
  readonly dryRun?: true;
  readonly out?: string;
};

const explanation = `
The payments are SUBMITTED as soon as the batch is made, whether or not the file was written to --out: it is kept in
the database, and GET /direct-debit-batches/{id}/file gives it again. Exit code 1 where a file could not be written.

Examples:
  npm run gateway -- sepa batch --societe 1 --run-mode TEST --dry-run
  npm run gateway -- sepa batch --societe 1 --run-mode LIVE --cut-off 2026-12-11 --out /srv/bank/outbox
`;

const daysByDefault = 7;

export function addBatchCommand(sepa: Command, world: CommandWorld): void {
  sepa
    .command('batch')
    .description('Collect the debits that are due into a file for the bank, one for each scheme.')
    .addOption(societeOption())
    .addOption(requiredRunMode())
    .option(
      '--cut-off <date>',
      `what falls due by then: 2026-12-11, or +14 for 14 days from now; by default +${daysByDefault}, earliestDays at most`,
    )
    .addOption(schemeOption('of this scheme alone'))
    .option('--dry-run', 'only say what would be collected, and what would not and why')
    .option(
      '--out <path>',
      'write the files there: a folder, or for one scheme the name of a file that is not there yet',
    )
    .addHelpText('after', explanation)
    .action((options: BatchOptions) => makeBatch(options, world));
}

async function makeBatch({ dryRun, out, ...options }: BatchOptions, world: CommandWorld): Promise<void> {
  const { societe: idSociete, runMode, scheme } = options;
  if (out !== undefined && !dryRun) checkOut(out);
  await withBatchServices(world, async (services) => {
    await warnOfRestore(services, world);
    const cutOff = cutOffOf(options.cutOff ?? `+${daysFor(services, { idSociete, runMode })}`, world);
    const input = { idSociete, runMode, cutOff, ...(scheme && { scheme }) };
    if (dryRun) return rehearse(services, input, world);
    if (out !== undefined && !isFolder(out)) await checkOneFile(services, input);
    await announceAction(services, commandLine, 'MAKE_BATCH', `${runMode} ${idSociete}`);
    checkBatchRequest(services, commandLine, input);
    world.complain(`collecting what falls due by ${cutOff}…\n`);
    const progress = createProgress(world);
    const { batches, heldBack, moreIsDue } = await createDirectDebitBatch(
      services,
      commandLine,
      input,
      (step, debits) => progress.show(`${countOf(debits, 'debit')} ${step === 'READ' ? 'looked at' : 'recorded'}`),
    ).finally(progress.end);
    if (batches.length === 0) {
      world.write(heldBack.length === 0 ? await sayWhenDue(services, input) : 'No file was written.\n');
    }
    for (const batch of batches) world.write(`${summaryOf(batch)}\n`);
    world.write(listOf(heldBack));
    if (moreIsDue) world.write('More is due than one batch takes: run the command again.\n');
    if (out !== undefined) await writeAll(services, batches, out, world);
  });
}

/** Debits that wait longer than the cut-off reaches: a weekend moves a due date beyond the first days of the bank. */
async function sayWhenDue(services: BatchServices, input: Collected): Promise<string> {
  const { cutOff, scheme } = input;
  const days = await readDebitCalendar(services, commandLine, input);
  const next = days.find((day) => day.dueDate > cutOff && (!scheme || day.scheme === scheme));
  const nothing = `Nothing falls due by ${cutOff}.`;
  return next
    ? `${nothing} The next debit is due on ${next.dueDate}: the bank takes its file from ${next.fileFrom} on.\n`
    : `${nothing} No debit waits.\n`;
}

/** The bank may take no file a week before. */
function daysFor(services: BatchServices, { idSociete, runMode }: Pick<Collected, 'idSociete' | 'runMode'>): number {
  const account = runMode === 'FORCE_LIVE' ? null : directDebitAccountOf(services.societes.get(idSociete), runMode);
  return Math.min(daysByDefault, account?.directDebit.earliestDays ?? daysByDefault);
}

function cutOffOf(written: string, world: CommandWorld): string {
  const [, days] = /^\+(\d{1,3})$/.exec(written) ?? [];
  return days === undefined ? written : addDays(parisDateOf(world.clock()), Number(days));
}

async function rehearse(services: BatchServices, input: Collected, world: CommandWorld): Promise<void> {
  const { write } = world;
  const progress = createProgress(world);
  const rehearsed = await rehearseDirectDebitBatch(services, commandLine, input, (_step, debits) =>
    progress.show(`${countOf(debits, 'debit')} looked at`),
  ).finally(progress.end);
  for (const { scheme, plan } of rehearsed) {
    const cents = plan.taken.reduce((sum, { debit }) => sum + debit.amountCents, 0);
    write(
      `${scheme}: ${countOf(plan.taken.length, 'debit')}, ${eurosOf(cents)}${plan.moreIsDue ? ', and more is due' : ''}\n`,
    );
    write(listOf(plan.heldBack));
  }
  if (rehearsed.every(({ plan }) => plan.taken.length + plan.heldBack.length === 0)) {
    write(await sayWhenDue(services, input));
  }
  write('Nothing was written.\n');
}

const summaryOf = ({ id, scheme, debits, totalCents, fileName, fileDigest }: StoredBatch): string =>
  `${scheme}: ${countOf(debits, 'debit')}, ${eurosOf(totalCents)}, batch ${id}\n  ${fileName} (SHA-256 ${fileDigest})`;

const listOf = (heldBack: readonly HeldBackDebit[]): string =>
  heldBack.length === 0
    ? ''
    : [
        `${heldBack.length} held back:`,
        ...heldBack.map(({ reference, reason }) => `  ${reference}: ${reason}`),
        '',
      ].join('\n');

/** Before anything is recorded: a batch is made once. */
function checkOut(out: string): void {
  if (isFolder(out)) return;
  if (out === standardOutput)
    throw new UsageError('--out must be a folder or a file: standard output has the summary.');
  if (existsSync(out)) throw new UsageError('--out is a file that is there already.');
  requireFolderOf(out);
}

async function checkOneFile(services: BatchServices, input: Collected): Promise<void> {
  const rehearsed = await rehearseDirectDebitBatch(services, commandLine, input);
  if (rehearsed.filter(({ plan }) => plan.taken.length > 0).length < 2) return;
  throw new UsageError(
    '--out must be a folder: two schemes are due, and each scheme has its own file. Or give --scheme.',
  );
}

async function writeAll(
  services: BatchServices,
  batches: readonly StoredBatch[],
  out: string,
  world: CommandWorld,
): Promise<void> {
  const failures: string[] = [];
  for (const batch of batches) {
    const target = isFolder(out) ? path.join(out, batch.fileName) : out;
    try {
      await writeOut(services, batch, target);
      world.complain(`wrote ${target}\n`);
    } catch (error) {
      failures.push(
        `The batch ${batch.id} is made, but its file could not be written to --out (${reasonOf(error)}). ` +
          `GET /direct-debit-batches/${batch.id}/file gives it.`,
      );
    }
  }
  if (failures.length > 0) throw new CommandFailure(failures.join('\n'));
}

/**
 * A program may take the file from the folder as soon as it has its name: so it gets it last, when it is on disk and the
 * download is recorded. Readable only by its owner, and never over another file: the bank may have that one.
 */
async function writeOut(services: BatchServices, { id }: StoredBatch, target: string): Promise<void> {
  const unfinished = `${target}.${id}.unfinished`;
  try {
    await announceAction(services, commandLine, 'DOWNLOAD_BATCH', id);
    const found = await downloadBatchFile(services, commandLine, id, async (bytes) => {
      if (lstatSync(target, { throwIfNoEntry: false })) throw new Error(`${target} is there already`);
      await writeFile(unfinished, bytes, { flag: 'wx', mode: 0o600, flush: true });
    });
    if (found === null) throw new Error('it is not there');
    await link(unfinished, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      // Some network shares have no links.
      return rename(unfinished, target);
    });
  } finally {
    await rm(unfinished, { force: true });
  }
}

const reasonOf = (error: unknown): string => {
  const { syscall, code, message } = error as NodeJS.ErrnoException;
  return (syscall && code) || message;
};
