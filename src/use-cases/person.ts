import type { Payment } from '../domain/payment.ts';
import type { Person, Store, StoredNotification } from '../domain/store.ts';

/** What is kept about one person: found by reading through everything, page by page. */

const rowsPerRead = 500;
const clockToleranceMs = 86_400_000;

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
