import type { Command } from 'commander';
import type { Store } from '../../app/store.ts';
import { type Config, readConfig } from '../../config/config.ts';
import { sandboxSocieteIds } from '../../config/development.ts';
import { announceAction } from '../../kernel/audit/record-action.ts';
import { createIdentifiers } from '../../kernel/identifiers.ts';
import { untilFresh } from '../../kernel/until-fresh.ts';
import type { CsvFile } from '../../modules/customers/import/csv-file.ts';
import { type CustomerColumn, columnNames, columnsOf } from '../../modules/customers/import/customer-columns.ts';
import {
  createLineReader,
  inputFor,
  isRefusedLine,
  type RefusedLine,
  type UsableLine,
} from '../../modules/customers/import/read-customer-lines.ts';
import { type CustomerChange, plannedCustomer, saveCustomer } from '../../modules/customers/save-customers.ts';
import { commandLine } from '../operator/operator.ts';
import { agreeing, countOf } from '../output/count.ts';
import { openCsv, readAs } from '../output/open-csv.ts';
import { createProgress } from '../output/progress.ts';
import { CommandFailure, type CommandWorld, UsageError, withStore } from '../world.ts';

type ImportOptions = { readonly societe?: string; readonly country?: string; readonly dryRun?: true };

const explanation = `
The first line names the columns, in French or English, in any order and case: ${columnNames}.
Separator ; or , or tab, or the one that a first line sep=; names. UTF-8 or Windows-1252; a file that mixes them is
refused. A column that is not there leaves what the directory says; an empty cell empties it. A line that cannot be
used is named and left out; the others are imported. Importing the same file again changes nothing.

Exit code 1 where a line was refused, 2 where the file cannot be read to its end: nothing is written then.

Examples:
  npm run gateway -- customer import clients.csv --societe 1 --dry-run
  npm run gateway -- customer import clients.csv --societe 1 --country FR
`;

export function addCustomerCommands(program: Command, world: CommandWorld): void {
  const customer = program
    .command('customer')
    .description('The directory of customers: who pays, where an old URL says only their number.');
  customer
    .command('import')
    .argument('<file>', 'a CSV file')
    .description('Enter customers from a file, and change what it says otherwise.')
    .option('--societe <number>', 'whose customers they are, for a file that does not say')
    .option('--country <code>', 'where they live, for lines that do not say: FR')
    .option('--dry-run', 'only say what would change')
    .addHelpText('after', explanation)
    .action((file: string, options: ImportOptions) => importCustomers(file, options, world));
}

type Count = Record<CustomerChange | 'REFUSED', number>;

async function importCustomers(path: string, options: ImportOptions, world: CommandWorld): Promise<void> {
  const config = readConfig(world.environment);
  checkSociete(config, options.societe);
  const file = await openCsv(path, (firstLine) =>
    columnsOf(firstLine, { hasSociete: options.societe !== undefined, otherwise: 'give --societe <number>' }),
  );
  world.complain(readAs(file));
  const count = await withStore(world, async (store) => {
    const { clock } = world;
    const services = { store, clock, identifiers: createIdentifiers(clock) };
    if (!options.dryRun) {
      await announceAction(services, commandLine, 'CHANGE_CUSTOMER', options.societe ?? 'every société');
    }
    return importLines(store, file, { ...options, config, world });
  });
  const { CREATED, CHANGED, UNCHANGED, REFUSED } = count;
  world.write(
    `${CREATED} new, ${CHANGED} changed, ${UNCHANGED} unchanged, ${REFUSED} refused.${options.dryRun ? ' Nothing was written.' : ''}\n`,
  );
  if (REFUSED > 0) throw new CommandFailure(`${countOf(REFUSED, 'line')} ${agreeing(REFUSED, 'was', 'were')} refused.`);
}

const knownSocietes = ({ societes }: Pick<Config, 'societes'>): readonly string[] =>
  societes ? [...societes.keys()] : sandboxSocieteIds;

function checkSociete({ societes }: Config, societe: string | undefined): void {
  const known = knownSocietes({ societes });
  if (societe !== undefined && !known.includes(societe)) {
    throw new UsageError(`--societe must be a société of the config: ${known.join(', ')}.`);
  }
}

const linesPerBatch = 500;

type Import = ImportOptions & { readonly config: Config; readonly world: CommandWorld };

async function importLines(store: Store, { lines }: CsvFile<CustomerColumn>, options: Import): Promise<Count> {
  const { world, dryRun } = options;
  const { societe, country } = options;
  const read = createLineReader({ societes: new Set(knownSocietes(options.config)), societe, country });
  const count: Count = { CREATED: 0, CHANGED: 0, UNCHANGED: 0, REFUSED: 0 };
  let batch: UsableLine[] = [];
  let done = 0;
  const progress = createProgress(world);
  const flush = async (): Promise<void> => {
    const changes = dryRun
      ? await planBatch(store, batch, world.clock())
      : await keepBatch(store, batch, world.clock());
    for (const change of changes) count[change]++;
    batch = [];
  };
  for await (const line of lines) {
    const usable = read(line);
    if (isRefusedLine(usable)) {
      count.REFUSED++;
      world.write(`${lineOf(usable)}\n`);
    } else batch.push(usable);
    if (batch.length === linesPerBatch) await flush();
    progress.show(`${++done} lines read`);
  }
  await flush();
  progress.end();
  return count;
}

/** A batch is one commit: an import that is cut short has done whole batches, and the next one does the rest. */
function keepBatch(store: Store, batch: readonly UsableLine[], at: number): Promise<CustomerChange[]> {
  return untilFresh(() =>
    store.transact(async (transaction) => {
      const changes: CustomerChange[] = [];
      for (const line of batch) {
        const input = line.country === null ? line.input : inputFor(line, await transaction.customer(line.input));
        changes.push((await saveCustomer(transaction, input, { at, by: commandLine.client })).change);
      }
      return changes;
    }),
  );
}

async function planBatch(store: Store, batch: readonly UsableLine[], at: number): Promise<CustomerChange[]> {
  const changes: CustomerChange[] = [];
  for (const line of batch) {
    const found = await store.customer(line.input);
    changes.push(plannedCustomer(found, inputFor(line, found), { at, by: commandLine.client }).change);
  }
  return changes;
}

/** `line 3, customer 2263: city must not be empty.` */
const lineOf = ({ line, idClient, reasons }: RefusedLine): string =>
  `line ${line}${idClient === null ? '' : `, customer ${idClient}`}: ${reasons.map(({ message }) => message).join(' ')}`;
