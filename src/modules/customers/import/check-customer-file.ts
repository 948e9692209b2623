import { setImmediate } from 'node:timers/promises';
import { gatherBytes } from '../../../kernel/bytes/bounded-bytes.ts';
import { type Caller, requirePower } from '../../../kernel/caller.ts';
import { InvalidInputError, refuseInput } from '../../../kernel/errors.ts';
import { type PayerField, payerField } from '../../../kernel/vocabulary.ts';
import { type CustomerInput, placeOf } from '../customer.ts';
import type { Services } from '../ports.ts';
import { type CustomerChange, maySeeCustomer, plannedCustomer } from '../save-customers.ts';
import { type CsvFile, openCsvFile, UnusableFileError } from './csv-file.ts';
import { type CustomerColumn, columnsOf } from './customer-columns.ts';
import { customerFileBytes, customerFileLines } from './limits.ts';
import {
  createLineReader,
  inputFor,
  isRefusedLine,
  type RefusedLine,
  refusedFor,
  type UsableLine,
} from './read-customer-lines.ts';

/** A file of customers, looked at before it is imported. Nothing of it is kept. */

/** The others are counted alone. */
const mostRefusals = 1000;

export type CheckedCustomer = {
  readonly line: number;
  readonly change: Exclude<CustomerChange, 'UNCHANGED'>;
  /** As `importCustomers` takes it; `version` is the one that was found, 0 for none. */
  readonly customer: Omit<CustomerInput, 'version'> & { readonly version: number };
  /** What the entry says now, of the fields that would change. */
  readonly before: Partial<Record<PayerField, string | null>>;
};

export type CustomerFileCheck = {
  readonly encoding: CsvFile<CustomerColumn>['encoding'];
  readonly unreadColumns: number;
  readonly counts: Readonly<Record<CustomerChange | 'REFUSED', number>>;
  /** Those that would change something. */
  readonly customers: readonly CheckedCustomer[];
  /** The first ones. */
  readonly refused: readonly RefusedLine[];
};

export type CheckCustomerFile = (
  caller: Caller,
  given: {
    readonly bytes: AsyncIterable<Uint8Array>;
    /** Of lines that do not say. */
    readonly societe: string | undefined;
    readonly country: string | undefined;
  },
) => Promise<CustomerFileCheck>;

/** The outcome that each line would have. The caller's function throws InvalidInputError, NotAllowedError. */
export const createCheckCustomerFile =
  (services: Services): CheckCustomerFile =>
  async (caller, { bytes, societe, country }) => {
    requirePower(caller, 'customers', 'change the directory');
    const societes = new Set([...services.societes.keys()].filter((id) => maySeeCustomer(caller, id)));
    if (societe !== undefined && !societes.has(societe))
      refuseInput('idSociete', 'idSociete is no société of the config.');
    const whole = await gatherBytes(bytes, customerFileBytes);
    if (whole === null) refuseInput('content', `The file is larger than ${customerFileBytes} bytes.`);
    try {
      const file = await openCsvFile(
        async function* open() {
          for (let start = 0; start < whole.length; start += pieceBytes) {
            yield whole.subarray(start, start + pieceBytes);
            await setImmediate();
          }
        },
        (firstLine) =>
          columnsOf(firstLine, { hasSociete: societe !== undefined, otherwise: 'choose the société of the file' }),
      );
      return await check(services, file, createLineReader({ societes, societe, country }));
    } catch (error) {
      if (error instanceof UnusableFileError) refuseInput('content', error.message);
      throw error;
    }
  };

/** The parser takes a piece at once. Others have their turn after it, also where it holds no lines but empty ones. */
const pieceBytes = 64 * 1024;
const linesAtOnce = 500;

async function check(
  services: Services,
  { encoding, unreadColumns, lines }: CsvFile<CustomerColumn>,
  read: ReturnType<typeof createLineReader>,
): Promise<CustomerFileCheck> {
  const counts = { CREATED: 0, CHANGED: 0, UNCHANGED: 0, REFUSED: 0 };
  const customers: CheckedCustomer[] = [];
  const refused: RefusedLine[] = [];
  let waiting: UsableLine[] = [];
  let seen = 0;
  const look = async (): Promise<void> => {
    for (const one of await planned(services, waiting)) {
      if (isRefusedLine(one)) note(one);
      else {
        counts[one.change]++;
        if (isWrite(one)) customers.push(one);
      }
    }
    waiting = [];
  };
  const note = (one: RefusedLine): void => {
    counts.REFUSED++;
    if (refused.length < mostRefusals) refused.push(one);
  };
  for await (const found of lines) {
    if (++seen > customerFileLines)
      throw new UnusableFileError(`The file has more than ${customerFileLines} lines: cut it into parts.`);
    const line = read(found);
    if (isRefusedLine(line)) note(line);
    else waiting.push(line);
    if (seen % linesAtOnce === 0) {
      await look();
      // Reading from memory and from SQLite takes no turn of the event loop: all others would wait until the end.
      await setImmediate();
    }
  }
  await look();
  return { encoding, unreadColumns, counts, customers, refused };
}

type Planned = Omit<CheckedCustomer, 'change'> & { readonly change: CustomerChange };

const isWrite = (one: Planned): one is CheckedCustomer => one.change !== 'UNCHANGED';

async function planned(
  { store, clock }: Services,
  lines: readonly UsableLine[],
): Promise<readonly (Planned | RefusedLine)[]> {
  const found = await store.customersAmong(lines.map(({ input }) => input));
  const standing = new Map(found.map((one) => [placeOf(one), one]));
  return lines.map((usable) => {
    const { line } = usable;
    const entry = standing.get(placeOf(usable.input)) ?? null;
    const input = inputFor(usable, entry);
    try {
      const { change, customer } = plannedCustomer(entry, input, { at: clock(), by: '' });
      const changed = payerField.names.filter((name) => entry?.details[name] !== customer.details[name]);
      const before = Object.fromEntries(changed.map((name) => [name, entry?.details[name] ?? null]));
      return { line, change, customer: { ...input, version: entry?.version ?? 0 }, before };
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return refusedFor(line, input.idClient, error);
    }
  });
}
