import type { Command } from 'commander';
import type { Store } from '../../app/store.ts';
import { type Config, readConfig } from '../../config/config.ts';
import { sandboxSocieteIds } from '../../config/development.ts';
import { holdsCardNumber } from '../../kernel/card-number.ts';
import { InvalidInputError } from '../../kernel/errors.ts';
import { createIdentifiers } from '../../kernel/identifiers.ts';
import { announceAction } from '../../kernel/record-action.ts';
import { untilFresh } from '../../kernel/until-fresh.ts';
import { payerField } from '../../kernel/vocabulary.ts';
import { type CustomerInput, parseCustomer } from '../../modules/customers/customer.ts';
import { type CustomerChange, plannedCustomer, saveCustomer } from '../../modules/customers/save-customers.ts';
import { commandLine } from '../operator/operator.ts';
import { type CsvFile, type CsvLine, openCsvFile } from '../output/csv-file.ts';
import { createProgress } from '../output/progress.ts';
import { CommandFailure, type CommandWorld, UsageError, withStore } from '../world.ts';
import { type CustomerColumn, columnNames, columnsOf, createCountryReader } from './customer-columns.ts';

type ImportOptions = { readonly societe?: string; readonly country?: string; readonly dryRun?: true };

const explanation = `
The first line names the columns, in French or English, in any order and case: ${columnNames}.
Separator ; or , or tab. UTF-8 or Windows-1252. A column that is not there leaves what the directory says; an empty
cell empties it. A line that cannot be used is named and left out; the others are imported. Importing the same file
again changes nothing.

Exit code 1 where a line was refused, 2 where the file cannot be read at all.

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
type UsableLine = { readonly line: number; readonly input: CustomerInput };

async function importCustomers(path: string, options: ImportOptions, world: CommandWorld): Promise<void> {
  const config = readConfig(world.environment);
  checkSociete(config, options.societe);
  const file = await openCsvFile(path, (firstLine) => columnsOf(firstLine, options.societe !== undefined));
  world.complain(`read as ${file.encoding}${unread(file)}\n`);
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
  if (REFUSED > 0) throw new CommandFailure(`${REFUSED} lines were refused.`);
}

function checkSociete({ societes }: Config, societe: string | undefined): void {
  const known = societes ? [...societes.keys()] : sandboxSocieteIds;
  if (societe !== undefined && !known.includes(societe)) {
    throw new UsageError(`--societe must be a société of the config: ${known.join(', ')}.`);
  }
}

const unread = ({ unreadColumns }: CsvFile<CustomerColumn>): string =>
  unreadColumns === 0 ? '' : `; ${unreadColumns} columns are not known and not read`;

const linesPerBatch = 500;

type Import = ImportOptions & { readonly config: Config; readonly world: CommandWorld };

async function importLines(store: Store, { lines }: CsvFile<CustomerColumn>, options: Import): Promise<Count> {
  const { world, dryRun } = options;
  const read = createLineReader(options);
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
    if (typeof usable === 'string') {
      count.REFUSED++;
      world.write(`${usable}\n`);
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
      for (const { input } of batch) {
        changes.push((await saveCustomer(transaction, input, { at, by: commandLine.client })).change);
      }
      return changes;
    }),
  );
}

async function planBatch(store: Store, batch: readonly UsableLine[], at: number): Promise<CustomerChange[]> {
  const changes: CustomerChange[] = [];
  for (const { input } of batch) {
    changes.push(plannedCustomer(await store.customer(input), input, { at, by: commandLine.client }).change);
  }
  return changes;
}

/** Reads a line as a customer, or answers the refusal. A refusal repeats only the customer's number. */
function createLineReader({
  config,
  societe,
  country,
}: Import): (line: CsvLine<CustomerColumn>) => UsableLine | string {
  const known = new Set(config.societes ? config.societes.keys() : sandboxSocieteIds);
  const readCountry = createCountryReader();
  const linesOfCustomers = new Map<string, number>();
  return (found) => {
    if ('problem' in found) return `line ${found.line}: ${found.problem}`;
    const { line, cells } = found;
    const refusedLine = (reason: string): string => `line ${line}${customerOf(cells.idClient)}: ${reason}`;
    const idSociete = cells.idSociete || societe;
    if (idSociete === undefined || !known.has(idSociete)) return refusedLine('idSociete is no société of the config.');
    if (societe !== undefined && idSociete !== societe) return refusedLine(`idSociete is another than ${societe}.`);
    const input = readInput({ ...cells, idSociete, country: readCountry(cells.country || country || '') }, cells);
    if (input instanceof InvalidInputError) return refusedLine(input.issues.map(({ message }) => message).join(' '));
    // The default country of the command is no detail of a customer.
    if (payerField.names.every((field) => !cells[field])) return refusedLine('nothing is said of the customer.');
    const key = `${input.idSociete}/${input.idClient}`;
    const before = linesOfCustomers.get(key);
    if (before !== undefined) return refusedLine(`this customer stands on line ${before} before.`);
    linesOfCustomers.set(key, line);
    return { line, input };
  };
}

/** A cell that is empty is a field that is emptied; a column that is not there is a field that stays. */
function readInput(values: Record<string, string>, cells: object): CustomerInput | InvalidInputError {
  const given = Object.entries(values).filter(([name, value]) => name in cells || name === 'idSociete' || value !== '');
  try {
    return parseCustomer(
      Object.fromEntries(given.map(([name, value]) => [name, value === '' && name !== 'idClient' ? null : value])),
    );
  } catch (error) {
    if (error instanceof InvalidInputError) return error;
    throw error;
  }
}

/** In a file with mixed-up columns, the number's column may hold a name. */
function customerOf(idClient: string | undefined): string {
  const isNumber = idClient !== undefined && /^[\p{L}\d._:-]{0,20}\d[\p{L}\d._:-]{0,20}$/u.test(idClient);
  return isNumber && !/^0\d{9}$/.test(idClient) && !holdsCardNumber(idClient) ? `, customer ${idClient}` : '';
}
