import { z } from 'zod';
import { recordAudit } from '../../../kernel/audit/record-audit.ts';
import { actingName, type Caller, requirePower } from '../../../kernel/caller.ts';
import { InvalidInputError, type Issue, NotAllowedError, refuseInput } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/parse-input.ts';
import { StaleVersionError, untilFresh } from '../../../kernel/until-fresh.ts';
import { type Customer, customerInput, placeOf } from '../customer.ts';
import type { Services, Transaction } from '../ports.ts';
import { type CustomerChange, maySeeCustomer, plannedCustomer } from '../save-customers.ts';

const importedCustomer = customerInput.extend({
  /** The version that the row is based on, 0 where there was no entry; left out: whatever is there. */
  version: z.int().min(0).nullish(),
});
type ImportedCustomer = z.output<typeof importedCustomer>;

/** A row that cannot be used is left out, and the others are imported. */
export type ImportedRow =
  | { readonly change: CustomerChange; readonly issues: readonly [] }
  | { readonly change: null; readonly issues: readonly Issue[] };

/** So many rows share a commit: a long import does not hold up payments. */
export const customersAtOnce = 200;

/**
 * Enters customers, and changes what the directory says otherwise. A row that says what the directory says already changes
 * nothing, whatever its version, so that the same rows may come twice.
 * @returns what was done with each row, in their order
 * @throws InvalidInputError, NotAllowedError
 */
export async function importCustomers(
  services: Services,
  caller: Caller,
  given: readonly unknown[],
): Promise<readonly ImportedRow[]> {
  requirePower(caller, 'customers', 'change the directory');
  if (given.length === 0 || given.length > customersAtOnce)
    refuseInput('customers', `customers must be 1 to ${customersAtOnce} at once.`);
  const rows = given.map(readRow);
  for (const row of rows) {
    if (Array.isArray(row)) continue;
    const { idSociete } = row as ImportedCustomer;
    if (!maySeeCustomer(caller, idSociete) || !services.societes.has(idSociete))
      throw new NotAllowedError('This client may not use this idSociete.', ['idSociete']);
  }
  return untilFresh(() =>
    services.store.transact((transaction) =>
      saveRows(services, transaction, rows, { at: services.clock(), by: actingName(caller), caller }),
    ),
  );
}

function readRow(given: unknown): ImportedCustomer | Issue[] {
  try {
    return parseInput(importedCustomer, given);
  } catch (error) {
    if (error instanceof InvalidInputError) return [...error.issues];
    throw error;
  }
}

type Write = { readonly at: number; readonly by: string; readonly caller: Caller };

async function saveRows(
  services: Services,
  transaction: Transaction,
  rows: readonly (ImportedCustomer | Issue[])[],
  write: Write,
): Promise<readonly ImportedRow[]> {
  const usable = rows.filter((row): row is ImportedCustomer => !Array.isArray(row));
  const standing = new Map((await transaction.customersAmong(usable)).map((one) => [placeOf(one), one]));
  const done: ImportedRow[] = [];
  for (const row of rows)
    done.push(
      Array.isArray(row) ? { change: null, issues: row } : await saveRow(transaction, row, { standing, ...write }),
    );
  const count = (wanted: CustomerChange): number => done.filter(({ change }) => change === wanted).length;
  const [created, changed] = [count('CREATED'), count('CHANGED')];
  if (created + changed > 0)
    await recordAudit(services, transaction, write.caller, {
      action: 'importCustomers',
      object: `${created} new, ${changed} changed`,
    });
  return done;
}

async function saveRow(
  transaction: Transaction,
  { version, ...input }: ImportedCustomer,
  { standing, ...write }: Write & { readonly standing: Map<string, Customer> },
): Promise<ImportedRow> {
  const found = standing.get(placeOf(input)) ?? null;
  try {
    const { change, customer } = plannedCustomer(found, input, write);
    if (change === 'UNCHANGED') return { change, issues: [] };
    if (typeof version === 'number' && version !== (found?.version ?? 0)) return changedMeanwhile;
    const isWritten = found ? await transaction.updateCustomer(customer) : await transaction.insertCustomer(customer);
    if (!isWritten) throw new StaleVersionError('an entry of the directory changed during the import');
    standing.set(placeOf(input), customer);
    return { change, issues: [] };
  } catch (error) {
    if (error instanceof InvalidInputError) return { change: null, issues: error.issues };
    throw error;
  }
}

const changedMeanwhile: ImportedRow = {
  change: null,
  issues: [{ path: ['version'], message: 'The entry has changed since the file was checked. Nothing was written.' }],
};
