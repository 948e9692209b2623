import { z } from 'zod';
import { identifier, payer } from '../../kernel/input-fields.ts';
import { parseInput } from '../../kernel/parse-input.ts';
import type { Payer } from '../../kernel/payer.ts';
import { type PayerField, payerField } from '../../kernel/vocabulary.ts';

/**
 * The directory of a société's customers. The old URLs carry only their numbers; 3-D Secure and SEPA need names,
 * addresses and phones.
 */

export type CustomerKey = { readonly idSociete: string; readonly idClient: string };
export const placeOf = ({ idSociete, idClient }: CustomerKey): string => `${idSociete}/${idClient}`;

/** Times are milliseconds since the epoch, UTC. */
export type Customer = CustomerKey & {
  /** The known details, at least one field. */
  readonly details: Partial<Payer>;
  /** Counts the changes, from 1. */
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The client that changed it last, or `command line`. */
  readonly updatedBy: string;
};

export type CustomerReads = {
  customer(key: CustomerKey): Promise<Customer | null>;
  /** Sorted by number, byte by byte; those after `afterIdClient` ('' for all), `limit` at most. */
  customersOf(idSociete: string, afterIdClient: string, limit: number): Promise<readonly Customer[]>;
  /** Those of the keys that are entered, in any order. */
  customersAmong(keys: readonly CustomerKey[]): Promise<readonly Customer[]>;
  /** The customers with this number, one for each société at most. */
  customersNumbered(idClient: string): Promise<readonly Customer[]>;
};

export type CustomerWrites = {
  /** False, and nothing is written, where the number is taken. */
  insertCustomer(customer: Customer): Promise<boolean>;
  /** Compare-and-set: false, and nothing is written, where the version before this one is another than `version - 1`. */
  updateCustomer(customer: Customer): Promise<boolean>;
  /** False where there was none. */
  removeCustomer(key: CustomerKey): Promise<boolean>;
};

/** An absent field and a null field mean different things: see `changedDetails`. */
export const customerInput = z.strictObject({
  idSociete: identifier,
  idClient: identifier,
  ...payer.shape,
  /** The version that the change is based on; left out: whatever is there. */
  version: z.int().min(1).nullish(),
});
export type CustomerInput = z.output<typeof customerInput>;

/** @throws InvalidInputError */
export const parseCustomer = (input: unknown): CustomerInput => parseInput(customerInput, input);
/** @throws InvalidInputError */
export const parseCustomerKey = (input: unknown): CustomerKey =>
  parseInput(customerInput.pick({ idSociete: true, idClient: true }), input);

/** An absent field stays, a null field is removed, and any other replaces the old value. */
export function changedDetails(before: Partial<Payer>, change: Partial<CustomerInput>): Partial<Payer> {
  const entries = payerField.names.flatMap((field): [PayerField, string][] => {
    const value = change[field] === undefined ? before[field] : change[field];
    return value === undefined || value === null ? [] : [[field, value]];
  });
  return Object.fromEntries(entries);
}

/** Null where only an address or a phone is known. */
export const fullName = ({ firstName, lastName }: Partial<Payer>): string | null =>
  [firstName, lastName].filter(Boolean).join(' ') || null;

export const sameDetails = (one: Partial<Payer>, other: Partial<Payer>): boolean =>
  payerField.names.every((field) => one[field] === other[field]);
