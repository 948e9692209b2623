import type { Command } from 'commander';
import { announceAction } from '../../kernel/audit/record-action.ts';
import { InvalidInputError, refuseInput } from '../../kernel/errors.ts';
import { parseInput } from '../../kernel/parse-input.ts';
import { rumKeyOf } from '../../kernel/sepa/mandate.ts';
import { untilFresh } from '../../kernel/until-fresh.ts';
import type { PaymentRunMode } from '../../kernel/vocabulary.ts';
import type { CsvFile, CsvLine } from '../../modules/customers/import/csv-file.ts';
import { createCountryReader } from '../../modules/customers/import/customer-columns.ts';
import type { BatchServices } from '../../modules/direct-debits/batches/create-batch.ts';
import { requireDirectDebitAccount } from '../../modules/direct-debits/batches/direct-debit-account.ts';
import {
  type ImportTarget,
  keepMandateImport,
  type MandateImport,
  planMandateImport,
} from '../../modules/direct-debits/mandates/import-mandate.ts';
import { lapsesOn, type Mandate, maskIban } from '../../modules/direct-debits/mandates/mandate.ts';
import { eventsAtMost } from '../../modules/direct-debits/mandates/mandate-event.ts';
import { type ImportedMandate, importedMandate } from '../../modules/direct-debits/mandates/mandate-input.ts';
import { readMandate, readMandateByRum } from '../../modules/direct-debits/mandates/read-mandates.ts';
import { chooseRunMode } from '../../modules/payments/initiation/run-mode.ts';
import { commandLine } from '../operator/operator.ts';
import { agreeing, countOf } from '../output/count.ts';
import { openCsv, readAs } from '../output/open-csv.ts';
import { printJson } from '../output/print.ts';
import { createProgress } from '../output/progress.ts';
import { CommandFailure, type CommandWorld } from '../world.ts';
import {
  columnNameOf,
  type MandateColumn,
  mandateColumnNames,
  mandateColumnsOf,
  readScheme,
  readType,
} from './mandate-columns.ts';
import { requiredRunMode, schemeOption, societeOption, withBatchServices } from './sepa-world.ts';

type ImportOptions = {
  readonly societe: string;
  readonly runMode: PaymentRunMode;
  readonly scheme?: string;
  readonly dryRun?: true;
};

const explanation = `
The first line names the columns, in French or English, in any order and case: ${mandateColumnNames}.
Needed: client, rum, nom, iban, datesignature. Dates: 2025-01-15 or 15/01/2025. schema: CORE or B2B (interentreprises).
recurrence: récurrent (RCUR), which also an empty cell means, or ponctuel (OOFF). Separator ; or , or tab, or the one
that a first line sep=; names. UTF-8 or Windows-1252; a file that mixes them is refused. A line that cannot be used is
named, with its field and never its values, and left out; the others are imported. Importing the same file again
changes nothing. A later file adds a later last debit, and the first confirmation by the debtor's bank (B2B); a line
that differs otherwise from the mandate with its reference is refused: amend the mandate, or correct the file. An empty
cell and an older debit say nothing; an older debit is refused while a batch with a later one can be cancelled.

Exit code 1 where a line was refused, 2 where the file cannot be read to its end: nothing is written then.

Example:
  npm run gateway -- sepa mandate import mandats.csv --societe 1 --run-mode LIVE --dry-run
`;

export function addMandateCommands(sepa: Command, world: CommandWorld): void {
  const mandate = sepa.command('mandate').description('Mandates: the rights to debit.');
  mandate
    .command('import')
    .argument('<file>', 'a CSV file')
    .description('Take over mandates that were signed elsewhere.')
    .addOption(societeOption())
    .addOption(requiredRunMode())
    .addOption(schemeOption('for lines that do not say it; CORE otherwise'))
    .option('--dry-run', 'only say what would be imported')
    .addHelpText('after', explanation)
    .action((file: string, options: ImportOptions) => importMandates(file, options, world));
  mandate
    .command('show')
    .argument('<rum>', 'its reference, or its id')
    .description('Print a mandate and its story as JSON; the account is masked.')
    .option('--societe <number>', 'the société, where several have such a mandate')
    .action((rum: string, options: { readonly societe?: string }) => showMandate(rum, options, world));
}

type Count = Record<MandateImport['outcome'] | 'REFUSED', number>;

async function importMandates(path: string, options: ImportOptions, world: CommandWorld): Promise<void> {
  const file = await openCsv(path, mandateColumnsOf);
  world.complain(readAs(file));
  const { NEW, CHANGED, UNCHANGED, REFUSED } = await withBatchServices(world, async (services) => {
    const runMode = chooseRunMode(services, commandLine, options.runMode, 'run-mode');
    const account = requireDirectDebitAccount(services, commandLine, options.societe, runMode);
    const target = { runMode, account, by: commandLine.client };
    if (!options.dryRun) {
      await announceAction(services, commandLine, 'IMPORT_MANDATES', `${runMode} ${options.societe}`);
    }
    return importLines(services, file, { ...options, target, world });
  });
  const suffix = options.dryRun ? ' Nothing was written.' : '';
  const changed = CHANGED === 0 ? '' : `${CHANGED} changed, `;
  world.write(`${NEW} new, ${changed}${UNCHANGED} unchanged, ${REFUSED} refused.${suffix}\n`);
  if (REFUSED > 0) throw new CommandFailure(`${countOf(REFUSED, 'line')} ${agreeing(REFUSED, 'was', 'were')} refused.`);
}

type Import = ImportOptions & { readonly target: ImportTarget; readonly world: CommandWorld };

async function importLines(
  services: BatchServices,
  { lines }: CsvFile<MandateColumn>,
  options: Import,
): Promise<Count> {
  const count: Count = { NEW: 0, CHANGED: 0, UNCHANGED: 0, REFUSED: 0 };
  const read = createLineReader(options);
  const progress = createProgress(options.world);
  let done = 0;
  for await (const line of lines) {
    try {
      count[await importOne(services, read(line), options)]++;
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      count.REFUSED++;
      const problems = error.issues.map(({ path: where, message }) => {
        const column = columnNameOf(where);
        return column === null ? message : `${column}: ${message}`;
      });
      options.world.write(`line ${line.line}: ${problems.join(' ')}\n`);
    }
    progress.show(`${++done} lines read`);
  }
  progress.end();
  return count;
}

/** Each is a commit of its own: an import that is cut short is finished by the next. */
async function importOne(
  services: BatchServices,
  given: ImportedMandate,
  { target, dryRun }: Import,
): Promise<MandateImport['outcome']> {
  if (dryRun) return (await planMandateImport(services, services.store, given, target)).outcome;
  return untilFresh(() =>
    services.store.transact(async (transaction) => {
      const planned = await planMandateImport(services, transaction, given, target);
      await keepMandateImport(services, transaction, planned, target);
      return planned.outcome;
    }),
  );
}

/** Reads a line as a mandate. @throws InvalidInputError naming its fields, never its values */
function createLineReader({ societe, runMode, scheme }: Import): (line: CsvLine<MandateColumn>) => ImportedMandate {
  const readCountry = createCountryReader();
  const linesOfRums = new Map<string, number>();
  return (found) => {
    if ('problem' in found) return refuseInput(null, found.problem);
    const { line, cells } = found;
    if (cells.idSociete && cells.idSociete !== societe) return refuseInput(null, `societe is another than ${societe}.`);
    const ownScheme = cells.scheme ? readScheme(cells.scheme) : (scheme ?? 'CORE');
    const given = parseInput(importedMandate, {
      idSociete: societe,
      runMode,
      idClient: cells.idClient,
      rum: cells.rum,
      scheme: ownScheme,
      type: cells.type ? readType(cells.type) : null,
      debtor: { name: cells.name, iban: cells.iban, bic: cells.bic || null, address: addressOf(cells, readCountry) },
      signature: {
        signedOn: dateOf(cells.signedOn),
        method: 'PAPER',
        place: cells.place || null,
        evidenceDigest: cells.evidenceDigest || null,
      },
      // Of CORE no bank confirms a mandate.
      bankConfirmedOn: (ownScheme === 'B2B' && dateOf(cells.bankConfirmedOn)) || null,
      lastCollectedOn: dateOf(cells.lastCollectedOn) || null,
    });
    const before = linesOfRums.get(rumKeyOf(given.rum));
    if (before !== undefined) return refuseInput(null, `rum stands on line ${before} before.`);
    linesOfRums.set(rumKeyOf(given.rum), line);
    return given;
  };
}

/** `15/01/2025` → `2025-01-15` */
const dateOf = (written: string | undefined): string | undefined =>
  written?.replace(/^(\d{2})[/.](\d{2})[/.](\d{4})$/, '$3-$2-$1');

function addressOf(cells: { readonly [Column in MandateColumn]?: string }, readCountry: (written: string) => string) {
  const { street, buildingNumber, postalCode, town, country } = cells;
  if (![street, buildingNumber, postalCode, town].some(Boolean)) return null;
  return {
    street: street || null,
    buildingNumber: buildingNumber || null,
    postalCode: postalCode || null,
    town: town ?? '',
    country: readCountry(country || 'FR'),
  };
}

async function showMandate(
  rum: string,
  { societe }: { readonly societe?: string },
  world: CommandWorld,
): Promise<void> {
  const find = (services: BatchServices): Promise<Mandate | null> =>
    rum.startsWith('mdt_')
      ? readMandate(services, commandLine, rum)
      : readMandateByRum(services, commandLine, { rum, idSociete: societe ?? null });
  const show = async (services: BatchServices): Promise<void> => {
    const mandate = await find(services);
    if (mandate === null) throw new CommandFailure('There is no such mandate, or several: give --societe <number>.');
    const events = (await services.store.mandateEventsOf(mandate.id, 0, eventsAtMost)).map(({ at, ...event }) => ({
      ...event,
      at: new Date(at).toISOString(),
    }));
    printJson(world, { ...shown(mandate), events });
  };
  await withBatchServices(world, show, async (services) => (await find(services))?.id ?? null);
}

/** Without the link to the form, whose holder sees the account. */
function shown({ token: _token, debtor, ...mandate }: Mandate): object {
  return {
    ...mandate,
    debtor: debtor && { ...debtor, iban: maskIban(debtor.iban) },
    // Holds an account as well.
    amendment: mandate.amendment && Object.keys(mandate.amendment),
    lapsesOn: lapsesOn({ ...mandate }),
    createdAt: new Date(mandate.createdAt).toISOString(),
    updatedAt: new Date(mandate.updatedAt).toISOString(),
  };
}
