import type { Customer, CustomerKey } from '../domain/customer.ts';
import type { Payment } from '../domain/payment.ts';
import type { Person, Store, StoredNotification } from '../domain/store.ts';

/** What is kept about one person: found by reading through everything, page by page. */

const rowsPerRead = 500;
const clockToleranceMs = 86_400_000;

export function paymentsOf(store: Store, person: Person): Promise<Payment[]> {
  return everyPage((afterId) => store.paymentsOfPerson(person, afterId, rowsPerRead));
}

export type Entries = {
  /** Entries of the directory that are the person's. */
  readonly own: readonly Customer[];
  /** Entries whose number other people pay under as well: whose they are, a person has to say. */
  readonly shared: readonly Customer[];
};

/** What the directory says of a person. It knows no addresses of e-mail: their payments say under which numbers they pay. */
export async function entriesOf(store: Store, person: Person, payments: readonly Payment[]): Promise<Entries> {
  if (!('email' in person)) {
    const { idClient, idSociete } = person;
    const found = await store.customersNumbered(idClient);
    return { own: found.filter((customer) => idSociete === null || customer.idSociete === idSociete), shared: [] };
  }
  const keys = new Map(
    payments.map(({ idSociete, idClient }) => [`${idSociete}/${idClient}`, { idSociete, idClient }]),
  );
  const own: Customer[] = [];
  const shared: Customer[] = [];
  for (const key of keys.values()) {
    const entry = await store.customer(key);
    if (entry) ((await isSharedNumber(store, key, person.email)) ? shared : own).push(entry);
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
