import { holdsCardNumber } from '../../../kernel/card-number.ts';
import { InvalidInputError } from '../../../kernel/errors.ts';
import { payerField } from '../../../kernel/vocabulary.ts';
import { type Customer, type CustomerInput, parseCustomer, placeOf } from '../customer.ts';
import type { CsvLine } from './csv-file.ts';
import { type CustomerColumn, createCountryReader } from './customer-columns.ts';

export type UsableLine = {
  readonly line: number;
  readonly input: CustomerInput;
  /** Of a file without that column, for an entry without a country; null: none. */
  readonly country: string | null;
};

/** What the line asks for, where the directory has this entry. */
export const inputFor = ({ input, country }: UsableLine, entry: Customer | null): CustomerInput =>
  country === null || entry?.details.country !== undefined ? input : { ...input, country };

/** Why a line cannot be used: repeats nothing of it but the customer's number. */
export type RefusedLine = {
  readonly line: number;
  /** Null where the cell may hold something else, as in a file with mixed-up columns. */
  readonly idClient: string | null;
  /** A column is null where the reason is about the whole line. */
  readonly reasons: readonly { readonly column: string | null; readonly message: string }[];
};

export const isRefusedLine = (one: object): one is RefusedLine => 'reasons' in one;

type Options = {
  /** Those whose customers may be entered. */
  readonly societes: ReadonlySet<string>;
  /** Of lines that do not say. */
  readonly societe: string | undefined;
  readonly country: string | undefined;
};

/** Reads one line after another as a customer. */
export function createLineReader({ societes, societe, country }: Options) {
  const readCountry = createCountryReader();
  const linesOfCustomers = new Map<string, number>();
  return (found: CsvLine<CustomerColumn>): UsableLine | RefusedLine => {
    const { line } = found;
    if ('problem' in found) return refused(line, undefined, null, found.problem);
    const { cells } = found;
    const refuse = (column: string | null, message: string): RefusedLine =>
      refused(line, cells.idClient, column, message);
    const idSociete = cells.idSociete || societe;
    if (idSociete === undefined || !societes.has(idSociete))
      return refuse('idSociete', 'idSociete is no société of the config.');
    if (societe !== undefined && idSociete !== societe)
      return refuse('idSociete', `idSociete is another than ${societe}.`);
    const input = readInput({ ...cells, idSociete, country: readCountry(cells.country || country || '') }, cells);
    if (input instanceof InvalidInputError) return refusedFor(line, cells.idClient, input);
    // The default country is no detail of a customer.
    if (payerField.names.every((field) => !cells[field])) return refuse(null, 'nothing is said of the customer.');
    const key = placeOf(input);
    const before = linesOfCustomers.get(key);
    if (before !== undefined) return refuse('idClient', `this customer stands on line ${before} before.`);
    linesOfCustomers.set(key, line);
    if ('country' in cells) return { line, input, country: null };
    // The column that is not there leaves the country of an entry that has one.
    const { country: otherwise = null, ...said } = input;
    return { line, input: said, country: otherwise };
  };
}

const refused = (line: number, idClient: string | undefined, column: string | null, message: string): RefusedLine => ({
  ...{ line, idClient: shownNumber(idClient), reasons: [{ column, message }] },
});

export const refusedFor = (line: number, idClient: string | undefined, { issues }: InvalidInputError): RefusedLine => ({
  ...{ line, idClient: shownNumber(idClient) },
  reasons: issues.map(({ path, message }) => ({ column: path[0] ?? null, message })),
});

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
function shownNumber(idClient: string | undefined): string | null {
  const isNumber = idClient !== undefined && /^[\p{L}\d._:-]{0,20}\d[\p{L}\d._:-]{0,20}$/u.test(idClient);
  return isNumber && !/^0\d{9}$/.test(idClient) && !holdsCardNumber(idClient) ? idClient : null;
}
