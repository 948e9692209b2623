import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { openStore, type Store } from '../../../src/app/store.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import type { EventFacts } from '../../../src/modules/payments/events/event-data.ts';
import type { NewPaymentEvent } from '../../../src/modules/payments/events/payment-event.ts';
import type { StoredNotification } from '../../../src/modules/payments/notifications/notification.ts';
import type { Attempt, Payment } from '../../../src/modules/payments/payment.ts';
import {
  allPayments,
  type InitiationRecord,
  type InitiationWrites,
  type PaymentQuery,
} from '../../../src/modules/payments/payment-store.ts';
import type { TestDatabases } from '../databases.ts';
import { openAttempt, waitingPayment } from '../payments/example.ts';
import { withClient } from '../postgres/client.ts';

export const at = Date.UTC(2026, 10, 25, 9, 30);

export const identifiers = createIdentifiers(Date.now);

export type OpenedStore = AsyncDisposable & {
  readonly store: Store;
  readonly databaseUrl: string;
  readonly close: () => Promise<void>;
};

/** A migrated store on an empty database. */
export async function openTestStore({ open }: TestDatabases): Promise<OpenedStore> {
  const { databaseUrl, dispose } = await open();
  const store = await openStore({ databaseUrl });
  const close = async () => {
    await store.close();
    await dispose();
  };
  return { store, databaseUrl, close, [Symbol.asyncDispose]: close };
}

export const examplePayment = (change: Partial<Payment> = {}): Payment =>
  waitingPayment({
    id: identifiers.newId('pay'),
    reference: identifiers.newReference(),
    token: identifiers.newToken(),
    client: 'boutique',
    paymentRunMode: 'LIVE',
    paymentType: 'COMPTABILITE',
    typePaiement: 'CB',
    idOrigin: 'télévente',
    email: "rené+l'été@exemple.fr",
    commentaire: 'Réf. 100 % + %20, à l’étage\n"2e"',
    payer: { firstName: 'Zoë', lastName: "L'Œuf", city: '' },
    returnUrl: 'https://shop.example/retour?a=1&a=2&b=',
    mandate: 'RUM-1',
    createdAt: at,
    updatedAt: at + 1,
    expiresAt: at + 3_600_000,
    ...change,
  });

export const exampleAttempt = (payment: Pick<Payment, 'id' | 'reference'>, change: Partial<Attempt> = {}): Attempt =>
  openAttempt(payment, { id: identifiers.newId('att'), createdAt: at, ...change });

export function exampleEvent(
  payment: Payment,
  change: Partial<Pick<NewPaymentEvent, 'at' | 'status'>> & (EventFacts | { readonly type?: never }) = {},
): NewPaymentEvent {
  const { id: paymentId, status } = payment;
  const facts = { type: 'INITIATED', data: { client: payment.client, amountCents: payment.amountCents } } as const;
  return { id: identifiers.newId('evt'), paymentId, status, at, ...facts, ...change };
}

export function exampleNotification(change: Partial<StoredNotification> = {}): StoredNotification {
  return {
    id: identifiers.newId('ntf'),
    target: 'PAYBOX',
    idSociete: '1',
    method: 'POST',
    query: 'Mt=1250&Ref=a%20b&Ref=&vide=&accent=%C3%A9+%2B',
    body: randomBytes(300),
    headers: '{"user-agent":"banque"}',
    source: '2001:db8::1',
    digest: '00'.repeat(32),
    receivedAt: at,
    outcome: { kind: 'STORED', reason: null, paymentId: null },
    ...change,
  };
}

/** Everything, the first hundred. */
export const everything: PaymentQuery = { ...allPayments, limit: 100 };

/** What an initiation writes, without an attempt. */
export const exampleRecord = (payment: Payment, change: Partial<InitiationRecord> = {}): InitiationRecord => ({
  ...{ claim: null, payment, attempt: null, counter: null, event: exampleEvent(payment), messages: [] },
  isFresh: () => true,
  ...change,
});

/** The payment and its first event; false where its reference, its token or its derived key is taken. */
export async function insertPayment(writes: InitiationWrites, payment: Payment): Promise<boolean> {
  return (await writes.recordInitiation(exampleRecord(payment))).isRecorded;
}

/** Stores what an initiation stores. */
export async function initiate(store: InitiationWrites, change: Partial<Payment> = {}): Promise<Payment> {
  for (;;) {
    const payment = examplePayment(change);
    const record = exampleRecord(payment, { attempt: exampleAttempt(payment) });
    // A reference that another payment has: again, as the use case does it.
    if ((await store.recordInitiation(record)).isRecorded) return payment;
  }
}

/** Asks the database itself, past the store: what is on disk, and how it would be looked up. */
export async function ask(databaseUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  if (databaseUrl.startsWith('sqlite:')) {
    using database = new DatabaseSync(databaseUrl.slice('sqlite:'.length));
    return database.prepare(sql).all();
  }
  return withClient(databaseUrl, async (client) => (await client.query(sql)).rows);
}
