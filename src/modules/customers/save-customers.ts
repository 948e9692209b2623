import { recordAction } from '../../kernel/audit/record-action.ts';
import { actingName, type Caller, holds, requirePower, worksFor } from '../../kernel/caller.ts';
import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import { NotAllowedError, refuseInput, refuseIssues } from '../../kernel/errors.ts';
import { normaliseIdentifier } from '../../kernel/identifiers.ts';
import { judgeInput } from '../../kernel/parse-input.ts';
import { StaleVersionError, untilFresh } from '../../kernel/until-fresh.ts';
import {
  type Customer,
  type CustomerInput,
  type CustomerKey,
  changedDetails,
  customerInput,
  parseCustomerKey,
  sameDetails,
} from './customer.ts';
import type { Services, Transaction } from './ports.ts';

/** The directory of customers, with the rights to read and to change it. */

export const customerChange = closedSet('CustomerChange', 'The outcome for an entry of the directory.', {
  CREATED: 'It is new.',
  CHANGED: 'It says something else now.',
  UNCHANGED: 'It said this before: nothing was written.',
});
export type CustomerChange = NameOf<typeof customerChange>;

export type SavedCustomer = { readonly customer: Customer; readonly change: CustomerChange };

/** An entry counts for every client's payments of the société, so that it is the back office's to write. */
function checkScope(caller: Caller): void {
  requirePower(caller, 'customers', 'change the directory');
}

export const maySeeCustomer = (caller: Caller, idSociete: string): boolean =>
  holds(caller, 'customers') && worksFor(caller, idSociete);

function checkSociete({ societes }: Pick<Services, 'societes'>, caller: Caller, idSociete: string): void {
  if (!maySeeCustomer(caller, idSociete))
    throw new NotAllowedError('This client may not use this idSociete.', ['idSociete']);
  if (!societes.has(idSociete)) {
    refuseInput('idSociete', `idSociete is not a société of this gateway: ${[...societes.keys()].join(', ')}.`);
  }
}

/**
 * Creates or changes a customer. An absent field stays, a null field is removed.
 * @throws InvalidInputError, NotAllowedError
 */
export async function upsertCustomer(services: Services, caller: Caller, given: unknown): Promise<SavedCustomer> {
  checkScope(caller);
  const { input } = judgeInput(customerInput, given, ({ idSociete }) => {
    if (idSociete !== undefined) checkSociete(services, caller, idSociete);
  });
  const write = { at: services.clock(), by: actingName(caller) };
  return untilFresh(() => services.store.transact((transaction) => saveCustomer(transaction, input, write)));
}

/** Writes one entry, in the caller's transaction. The input was parsed. @throws InvalidInputError, StaleVersionError */
export async function saveCustomer(
  transaction: Pick<Transaction, 'customer' | 'insertCustomer' | 'updateCustomer'>,
  input: CustomerInput,
  write: { readonly at: number; readonly by: string },
): Promise<SavedCustomer> {
  const { idSociete, idClient } = input;
  const found = await transaction.customer({ idSociete, idClient });
  const planned = plannedCustomer(found, input, write);
  if (planned.change === 'UNCHANGED') return planned;
  const { customer, change } = planned;
  const isWritten =
    change === 'CREATED' ? await transaction.insertCustomer(customer) : await transaction.updateCustomer(customer);
  if (!isWritten)
    throw new StaleVersionError(`an entry of the directory is not at version ${found?.version ?? 0} any more`);
  return planned;
}

/** The entry after the input is applied. @throws InvalidInputError */
export function plannedCustomer(
  found: Customer | null,
  input: CustomerInput,
  { at, by }: { readonly at: number; readonly by: string },
): SavedCustomer {
  const details = changedDetails(found?.details ?? {}, input);
  const isStale = input.version && input.version !== (found?.version ?? 0);
  const standing = found === null ? 'There is no such customer.' : `The entry is at version ${found.version} now.`;
  const isEmpty = Object.keys(details).length === 0;
  const emptiness = 'The entry would say nothing of the customer: give a field, or remove the entry.';
  refuseIssues([
    ...(isStale ? [{ path: ['version'], message: `version is not the present one. ${standing}` }] : []),
    ...(isEmpty ? [{ path: [], message: emptiness }] : []),
  ]);
  if (found !== null && sameDetails(found.details, details)) return { customer: found, change: 'UNCHANGED' };
  const { idSociete, idClient } = input;
  return {
    change: found === null ? 'CREATED' : 'CHANGED',
    customer: {
      ...{ idSociete, idClient, details, updatedAt: at, updatedBy: by },
      version: (found?.version ?? 0) + 1,
      createdAt: found?.createdAt ?? at,
    },
  };
}

/** True where there was an entry. @throws InvalidInputError, NotAllowedError */
export async function removeCustomer(services: Services, caller: Caller, given: unknown): Promise<boolean> {
  checkScope(caller);
  const key = parseCustomerKey(given);
  if (!maySeeCustomer(caller, key.idSociete)) {
    throw new NotAllowedError('This client may not use this idSociete.', ['idSociete']);
  }
  return services.store.transact(async (transaction) => {
    const isRemoved = await transaction.removeCustomer(key);
    // Not the customer's number: the record outlives an erasure.
    if (isRemoved) await recordAction(services, transaction, caller, 'REMOVE_CUSTOMER', key.idSociete);
    return isRemoved;
  });
}

/** Null for a customer that is not entered and for one that the caller may not see: the two look alike. */
export async function readCustomer(
  { store }: Services,
  caller: Caller,
  { idSociete, idClient }: CustomerKey,
): Promise<Customer | null> {
  return maySeeCustomer(caller, idSociete)
    ? store.customer({ idSociete, idClient: normaliseIdentifier(idClient) })
    : null;
}

/** By société, then by number; those after `after`, `limit` at most. */
export async function listCustomers(
  { store, societes }: Services,
  caller: Caller,
  {
    idSociete,
    after,
    limit,
  }: { readonly idSociete: string | null; readonly after: CustomerKey | null; readonly limit: number },
): Promise<readonly Customer[]> {
  const found: Customer[] = [];
  const walked = [...societes.keys()]
    .filter((id) => maySeeCustomer(caller, id) && (idSociete === null || id === idSociete))
    .sort()
    .filter((id) => after === null || id >= after.idSociete);
  for (const id of walked) {
    const behind = id === after?.idSociete ? after.idClient : '';
    found.push(...(await store.customersOf(id, behind, limit - found.length)));
    if (found.length === limit) break;
  }
  return found;
}

/** Those of the keys that the caller may see, by société, then by number. */
export async function readCustomers(
  { store }: { readonly store: Pick<Services['store'], 'customersAmong'> },
  caller: Caller,
  keys: readonly CustomerKey[],
): Promise<readonly Customer[]> {
  const found = await store.customersAmong(keys.filter(({ idSociete }) => maySeeCustomer(caller, idSociete)));
  return found.toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
}

/** In the order of the directory. */
export const isBefore = (one: CustomerKey, other: CustomerKey): boolean =>
  one.idSociete === other.idSociete ? one.idClient < other.idClient : one.idSociete < other.idSociete;
