import { dayMs } from '../../kernel/durations.ts';
import { firstIdAt } from '../../kernel/identifiers.ts';
import { walkItems } from '../../kernel/walk-pages.ts';
import type { BankException } from '../bank-statements/bank-import.ts';
import { walkExceptions } from '../bank-statements/exceptions/walk-exceptions.ts';
import { likelyReferencesIn, referencesOf } from '../bank-statements/matching/match-reference.ts';
import type { Customer, CustomerKey } from '../customers/customer.ts';
import type { Mandate } from '../direct-debits/mandates/mandate.ts';
import type { StoredNotification } from '../payments/notifications/notification.ts';
import { isErased, type Payment } from '../payments/payment.ts';
import type { ErasableNotification, Person, Store } from './ports.ts';

/** Personal data is found by a full scan, page by page. */

const rowsPerRead = 500;
const clockToleranceMs = dayMs;

export function paymentsOf(store: Store, person: Person): Promise<Payment[]> {
  return wantedOf(walkById('', (afterId, limit) => store.paymentsOfPerson(person, afterId, limit)));
}

/** Data under a customer's number, besides payments. */
export type Belongings = { readonly entries: readonly Customer[]; readonly mandates: readonly Mandate[] };

export type PersonsBelongings = {
  readonly own: Belongings;
  /** Several people pay under the same number. A person decides whose data this is. */
  readonly shared: Belongings;
};

/**
 * The person's directory entries and mandates. They hold no e-mail addresses, so the person's payments give the
 * customer numbers.
 */
export async function belongingsOf(
  store: Store,
  person: Person,
  payments: readonly Payment[],
): Promise<PersonsBelongings> {
  if (!('email' in person)) {
    const { idClient, idSociete } = person;
    const found = await store.customersNumbered(idClient);
    const entries = found.filter((customer) => idSociete === null || customer.idSociete === idSociete);
    const mandates = await store.mandatesOfNumber(idClient, idSociete);
    return { own: { entries, mandates }, shared: { entries: [], mandates: [] } };
  }
  const own = { entries: [] as Customer[], mandates: [] as Mandate[] };
  const shared = { entries: [] as Customer[], mandates: [] as Mandate[] };
  for (const key of numbersOf(payments)) {
    const [entry, mandates] = [await store.customer(key), await store.mandatesOfNumber(key.idClient, key.idSociete)];
    if (!entry && mandates.length === 0) continue;
    const place = (await isSharedNumber(store, key, person.email)) ? shared : own;
    if (entry) place.entries.push(entry);
    place.mandates.push(...mandates);
  }
  return { own, shared };
}

export function numbersOf(payments: readonly CustomerKey[]): readonly CustomerKey[] {
  const keys = payments.map(
    ({ idSociete, idClient }) => [`${idSociete}/${idClient}`, { idSociete, idClient }] as const,
  );
  return [...new Map(keys).values()];
}

/** Numbers under which the person alone pays. */
export async function ownNumbers(
  store: Store,
  email: string,
  payments: readonly CustomerKey[],
): Promise<readonly CustomerKey[]> {
  const own: CustomerKey[] = [];
  for (const key of numbersOf(payments)) if (!(await isSharedNumber(store, key, email))) own.push(key);
  return own;
}

async function isSharedNumber(store: Store, key: CustomerKey, email: string): Promise<boolean> {
  const own = email.toLowerCase();
  const payments = await paymentsOf(store, key);
  return payments.some((payment) => payment.email.toLowerCase() !== own && !isErased(payment));
}

/**
 * Whether a message of a bank is about a payment, also one that was refused or came twice, which no payment is tied to:
 * it names an attempt, whose reference begins with that of the payment.
 */
export const isAbout = (
  { outcome, query, body }: StoredNotification,
  { id, reference }: Pick<Payment, 'id' | 'reference'>,
): boolean => outcome.paymentId === id || query.includes(reference) || body.includes(reference);

/**
 * Every message of a bank that is about one of the payments.
 * @param payments oldest first
 * @param since only messages from this moment on
 */
export async function notificationsAbout(
  store: Store,
  payments: readonly Payment[],
  since = 0,
): Promise<readonly ErasableNotification[]> {
  const [oldest] = payments;
  if (!oldest) return [];
  // Ids sort by time, as far as the clocks of several gateways agree: nothing about a payment comes before it.
  const start = firstIdAt('ntf', Math.max(oldest.createdAt, since) - clockToleranceMs);
  return wantedOf(
    walkById(start, (afterId, limit) => store.notificationsBehind(afterId, limit)),
    (message) => payments.some((payment) => isAbout(message, payment)),
  );
}

/** The accounts of mandates, former ones as well, as far as they are kept. */
export type Accounts = ReadonlyMap<Mandate, ReadonlySet<string>>;

export async function accountsOf(store: Store, mandates: readonly Mandate[]): Promise<Accounts> {
  const accounts = new Map<Mandate, ReadonlySet<string>>();
  for (const mandate of mandates) {
    const former = [mandate, ...(await store.reportsOf(mandate.id))].map(({ amendment }) => amendment?.originalIban);
    accounts.set(mandate, new Set([mandate.debtor?.iban, ...former].filter((iban) => iban !== undefined)));
  }
  return accounts;
}

/** Payments that the bank's words name, as the import reads them or as a person may. */
function referencesIn({ remittance, endToEndId }: BankException['details']): readonly string[] {
  const written = { structuredReferences: [], remittance: remittance?.split('\n') ?? [], endToEndId };
  return [...referencesOf(written), ...likelyReferencesIn([remittance, endToEndId].join('\n'))];
}

export type PersonsExceptions = {
  /** About their payments, with a payment's reference in the text, or from an account of their mandates. */
  readonly own: readonly BankException[];
  /** About no payment, from an account of one that is. It may be another's. A person decides whose data this is. */
  readonly sameAccount: readonly BankException[];
};

/** Exceptions of bank files, open or closed, by a rule as well, that concern the person. */
export async function exceptionsAbout(
  store: Store,
  payments: readonly Payment[],
  accounts: Accounts,
): Promise<PersonsExceptions> {
  const ids = new Set(payments.map(({ id }) => id));
  const references = new Set(payments.map(({ reference }) => reference));
  const ibans = new Set([...accounts.values()].flatMap((own) => [...own]));
  const isTheirs = ({ paymentId, details }: BankException): boolean =>
    (paymentId !== null && ids.has(paymentId)) ||
    (details.counterpartyIban !== null && ibans.has(details.counterpartyIban)) ||
    referencesIn(details).some((reference) => references.has(reference));
  if (ids.size === 0 && ibans.size === 0) return { own: [], sameAccount: [] };
  const all = () => walkExceptions(store, { status: null, kind: null, societes: null, withRuled: true });
  const own = await wantedOf(all(), isTheirs);
  const paidFrom = new Set(own.flatMap(({ details }) => details.counterpartyIban ?? []));
  const isOfSameAccount = (one: BankException): boolean =>
    one.paymentId === null && paidFrom.has(one.details.counterpartyIban ?? '') && !isTheirs(one);
  return { own, sameAccount: paidFrom.size === 0 ? [] : await wantedOf(all(), isOfSameAccount) };
}

const walkById = <Row extends { readonly id: string }>(
  start: string,
  read: (afterId: string, limit: number) => Promise<readonly Row[]>,
) => walkItems(rowsPerRead, start, read, ({ id }) => id);

async function wantedOf<Row>(rows: AsyncIterable<Row>, isWanted: (row: Row) => boolean = () => true): Promise<Row[]> {
  const wanted: Row[] = [];
  for await (const row of rows) if (isWanted(row)) wanted.push(row);
  return wanted;
}
