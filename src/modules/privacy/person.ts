import type { BankException } from '../bank-statements/bank-import.ts';
import type { Customer, CustomerKey } from '../customers/customer.ts';
import type { Mandate } from '../direct-debits/mandates/mandate.ts';
import type { StoredNotification } from '../payments/notifications/notification.ts';
import type { Payment } from '../payments/payment.ts';
import type { Person, Store } from './ports.ts';

/** What is kept about one person: found by reading through everything, page by page. */

const rowsPerRead = 500;
const clockToleranceMs = 86_400_000;

export function paymentsOf(store: Store, person: Person): Promise<Payment[]> {
  return everyPage((afterId) => store.paymentsOfPerson(person, afterId, rowsPerRead));
}

/** What is kept under a customer's number, beside payments. */
export type Belongings = { readonly entries: readonly Customer[]; readonly mandates: readonly Mandate[] };

export type PersonsBelongings = {
  readonly own: Belongings;
  /** Under a number that other people pay under as well: whose it is, a person has to say. */
  readonly shared: Belongings;
};

/**
 * What directory and mandates say of a person. They know no addresses of e-mail: a person's payments say under which
 * numbers they pay.
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
  const keys = new Map(
    payments.map(({ idSociete, idClient }) => [`${idSociete}/${idClient}`, { idSociete, idClient }]),
  );
  const own = { entries: [] as Customer[], mandates: [] as Mandate[] };
  const shared = { entries: [] as Customer[], mandates: [] as Mandate[] };
  for (const key of keys.values()) {
    const [entry, mandates] = [await store.customer(key), await store.mandatesOfNumber(key.idClient, key.idSociete)];
    if (!entry && mandates.length === 0) continue;
    const place = (await isSharedNumber(store, key, person.email)) ? shared : own;
    if (entry) place.entries.push(entry);
    place.mandates.push(...mandates);
  }
  return { own, shared };
}

async function isSharedNumber(store: Store, key: CustomerKey, email: string): Promise<boolean> {
  const own = email.toLowerCase();
  const payments = await paymentsOf(store, key);
  return payments.some((payment) => {
    const other = payment.email.toLowerCase();
    return other !== own && !other.endsWith(erasedDomain);
  });
}

/** Nobody's (RFC 2606): what stands in the place of an address that was erased. */
export const erasedDomain = '@erased.invalid';

/**
 * Every message of a bank that is about one of the payments, also one that was refused or came twice, which no payment
 * is tied to: whatever names one of their attempts.
 */
export async function notificationsAbout(
  store: Store,
  payments: readonly Payment[],
): Promise<readonly StoredNotification[]> {
  const [oldest] = payments;
  if (!oldest) return [];
  const ids = new Set(payments.map(({ id }) => id));
  const attempts = await Promise.all(payments.map(({ id }) => store.attemptsOf(id)));
  const references = attempts.flat().map(({ reference }) => reference);
  const isAbout = ({ outcome, query, body }: StoredNotification): boolean =>
    (outcome.paymentId !== null && ids.has(outcome.paymentId)) ||
    references.some((reference) => query.includes(reference) || body.includes(reference));
  // Ids sort by time, as far as the clocks of several gateways agree: nothing about a payment comes before it.
  const startMs = Math.max(0, oldest.createdAt - clockToleranceMs);
  const start = `ntf_${startMs.toString(16).padStart(12, '0')}`;
  return everyPage((afterId) => store.notificationsBehind(afterId, rowsPerRead), isAbout, start);
}

/**
 * What a person has to look at, or had to, in files of banks, where it is about the payments, names one of them, or comes
 * from an account of the mandates.
 */
export function exceptionsAbout(
  store: Store,
  payments: readonly Payment[],
  mandates: readonly Mandate[],
): Promise<readonly BankException[]> {
  const ids = new Set(payments.map(({ id }) => id));
  const references = payments.map(({ reference }) => reference);
  const accounts = new Set(mandates.flatMap(({ debtor }) => debtor?.iban ?? []));
  const isAbout = ({ paymentId, details }: BankException): boolean =>
    (paymentId !== null && ids.has(paymentId)) ||
    (details.counterpartyIban !== null && accounts.has(details.counterpartyIban)) ||
    references.some((reference) => details.remittance?.includes(reference) || details.endToEndId?.includes(reference));
  const all = { status: null, kind: null, societes: null, limit: rowsPerRead };
  if (ids.size === 0 && accounts.size === 0) return Promise.resolve([]);
  return everyPage((id) => store.bankExceptions({ ...all, beforeId: id === '' ? null : id }), isAbout);
}

async function everyPage<Row extends { readonly id: string }>(
  read: (afterId: string) => Promise<readonly Row[]>,
  isWanted: (row: Row) => boolean = () => true,
  start = '',
): Promise<Row[]> {
  const wanted: Row[] = [];
  for (let afterId = start; ; ) {
    const rows = await read(afterId);
    wanted.push(...rows.filter(isWanted));
    const last = rows.at(-1);
    if (!last || rows.length < rowsPerRead) return wanted;
    afterId = last.id;
  }
}
