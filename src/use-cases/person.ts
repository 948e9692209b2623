import type { Payment } from '../domain/payment.ts';
import type { Person, Store, StoredNotification } from '../domain/store.ts';

/** What is kept about one person: found by reading through everything, page by page. */

const rowsPerRead = 500;

export function paymentsOf(store: Store, person: Person): Promise<Payment[]> {
  return everyPage((afterId) => store.paymentsOfPerson(person, afterId, rowsPerRead));
}

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
  // Ids sort by time: nothing about a payment comes before it.
  const start = oldest.id.replace(/^pay_(.{12}).*$/, 'ntf_$1');
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
