import { firstIdAt } from '../../../kernel/identifiers.ts';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, readRows } from '../../../store/prepared-query.ts';
import type { PaymentReads } from '../payment-store.ts';
import { type PaymentRow, paymentColumns, paymentOf } from './payment-row.ts';
import { type paymentQueries, versionsPerQuery } from './queries.ts';
import { attemptOf, eventOf, notificationOf } from './rows.ts';
import { type EventRow, eventColumns } from './tables.ts';

export function createPaymentReads(
  { db, queries }: Preparation<typeof paymentQueries>,
  connection: Connection,
): PaymentReads {
  return {
    paymentById: async (id) => first(await queries.paymentById(connection, { id }), paymentOf),
    paymentsByIds: async (ids) => {
      if (ids.length === 0) return [];
      const query = db.selectFrom('payments').select(paymentColumns).where('id', 'in', ids);
      return (await readRows<PaymentRow>(connection, query.compile())).map(paymentOf);
    },
    paymentByReference: async (reference) =>
      first(await queries.paymentByReference(connection, { reference }), paymentOf),
    paymentByToken: async (token) => first(await queries.paymentByToken(connection, { token }), paymentOf),
    paymentByDerivedKey: async (derivedKey) =>
      first(await queries.paymentByDerivedKey(connection, { derivedKey }), paymentOf),
    idempotencyKey: async (scope, key) => {
      const [row] = (await queries.idempotencyKey(connection, { scope, key })).rows;
      return row === undefined ? null : { fingerprint: row.fingerprint, holderId: row.payment_id };
    },
    versionsOf: (ids) => readVersions({ db, queries }, connection, ids),
    attemptsOf: async (paymentId) => (await queries.attemptsOf(connection, { paymentId })).rows.map(attemptOf),
    lastAttemptOf: async (paymentId) => first(await queries.lastAttemptOf(connection, { paymentId }), attemptOf),
    attemptByReference: async (target, reference) =>
      first(
        await queries.attemptByReference(connection, { target, reference, payment: paymentOfAttempt(reference) }),
        attemptOf,
      ),
    attemptById: async (id) => first(await queries.attemptById(connection, { id }), attemptOf),
    eventById: async (id) =>
      first(await queries.laterEvent(connection, { id }), eventOf) ??
      first(await queries.firstEvent(connection, { id, ...paymentsBefore(id) }), eventOf),
    eventsOf: async (paymentId, afterSequence, limit) =>
      (await queries.eventsOf(connection, { paymentId, fromSequence: afterSequence + 1, limit })).rows.map(eventOf),
    eventsNumbered: async (paymentIds, sequences) => {
      if (paymentIds.length === 0 || sequences.length === 0) return [];
      const ofPayments = db.selectFrom('payment_events').select(eventColumns).where('payment_id', 'in', paymentIds);
      const query = ofPayments.where('sequence', 'in', sequences);
      return (await readRows<EventRow>(connection, query.compile())).map(eventOf);
    },
    notification: async (id) => first(await queries.notification(connection, { id }), notificationOf),
  };
}

/** `4K7M-9QXT-2` is an attempt of `4K7M-9QXT`. */
const paymentOfAttempt = (reference: string): string => reference.slice(0, reference.lastIndexOf('-'));

/** How long before its first event a payment may have received its id. */
const firstEventWithinMs = 60_000;

/** The ids of the payments that were recorded just before an event: both begin with their time, see `newId`. */
function paymentsBefore(eventId: string): { readonly from: string; readonly until: string } {
  const hex = eventId.slice('evt_'.length);
  return { from: firstIdAt('pay', Number.parseInt(hex.slice(0, 12), 16) - firstEventWithinMs), until: `pay_${hex}` };
}

async function readVersions(
  { queries }: Preparation<typeof paymentQueries>,
  connection: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>();
  for (let start = 0; start < ids.length; start += versionsPerQuery) {
    const some = Object.fromEntries(
      Array.from({ length: versionsPerQuery }, (_, index) => [index, ids[start + index] ?? '']),
    );
    for (const { id, version } of (await queries.versionsOf(connection, some)).rows) versions.set(id, version);
  }
  return versions;
}
