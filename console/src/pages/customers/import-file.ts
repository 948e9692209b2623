import { type SendOptions, sendFile } from '../../api/send-file.ts';
import type { CustomerChange, ImportedCustomerInput } from '../../generated/operations.ts';

export type Column = Exclude<keyof ImportedCustomerInput, 'version'>;

/** A line that would change something. */
export type CheckedCustomer = {
  readonly line: number;
  readonly change: 'CREATED' | 'CHANGED';
  readonly customer: ImportedCustomerInput;
  /** What the entry says now, of the fields that would change. */
  readonly before: Partial<Readonly<Record<Column, string | null>>>;
};

export type RefusedLine = {
  readonly line: number;
  readonly idClient: string | null;
  readonly reasons: readonly { readonly column: string | null; readonly message: string }[];
};

/** What an import would do, as the gateway says. */
export type FileCheck = {
  readonly encoding: 'UTF-8' | 'Windows-1252';
  readonly unreadColumns: number;
  readonly counts: Readonly<Record<CustomerChange | 'REFUSED', number>>;
  readonly customers: readonly CheckedCustomer[];
  readonly refused: readonly RefusedLine[];
};

/** Of lines that do not say. */
export type Defaults = { readonly idSociete: string | null; readonly country: string };

export function checkFile(file: File, { idSociete, country }: Defaults, options: SendOptions): Promise<FileCheck> {
  const given = { ...(idSociete !== null && { idSociete }), ...(country !== '' && { country }) };
  return sendFile(`/console/customers/check?${new URLSearchParams(given)}`, file, options);
}

const mostRows = 200;
/** A request may have 64 KB. */
const mostSigns = 40_000;

/** The rows of each request. */
export function partsOf(rows: readonly CheckedCustomer[]): readonly (readonly CheckedCustomer[])[] {
  const parts: CheckedCustomer[][] = [];
  let signs = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const more = new TextEncoder().encode(JSON.stringify(row.customer)).length;
    const last = parts.at(-1);
    if (last && last.length < mostRows && signs + more <= mostSigns) {
      last.push(row);
      signs += more;
    } else {
      parts.push([row]);
      signs = more;
    }
  }
  return parts;
}
