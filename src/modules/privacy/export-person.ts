import { factOf } from '../../kernel/stored-facts.ts';
import type { JournalEntry } from '../accounting/journal.ts';
import type { BankException } from '../bank-statements/bank-import.ts';
import type { Customer } from '../customers/customer.ts';
import type { Mandate } from '../direct-debits/mandates/mandate.ts';
import type { PaymentEvent } from '../payments/events/payment-event.ts';
import type { Payment } from '../payments/payment.ts';
import { accountsOf, belongingsOf, exceptionsAbout, notificationsAbout, paymentsOf } from './person.ts';
import type { Person, Store } from './ports.ts';

/**
 * All data about one person, for that person: payments with attempts and story, bank messages, journal entries,
 * mandates and directory entries. A number that others use too is only named, and so are exceptions from an account that
 * may be another's, and files of and for banks, which are about others as well. Internal data (tokens, keys, versions) is left out.
 */
export async function exportPerson(store: Store, person: Person): Promise<object> {
  const payments = await paymentsOf(store, person);
  const notifications = await notificationsAbout(store, payments);
  const { own, shared } = await belongingsOf(store, person, payments);
  const { own: exceptions, sameAccount } = await exceptionsAbout(
    store,
    payments,
    await accountsOf(store, own.mandates),
  );
  const sharedNumbers = shared.entries.map(({ idSociete, idClient }) => ({ idSociete, idClient }));
  // One after the other: thousands at once would wait for a connection for too long.
  const exported: object[] = [];
  const bankFiles = new Set(exceptions.map(({ fileId }) => fileId));
  const batches = new Set<string>();
  for (const payment of payments) {
    const events = await store.eventsOf(payment.id, 0, payment.version);
    for (const { data } of events) {
      const [file, batch] = [factOf(data, 'bankFile'), factOf(data, 'batch')];
      if (file !== null) bankFiles.add(file);
      if (batch !== null) batches.add(batch);
    }
    exported.push(await exportPayment(store, payment, events));
  }
  return {
    person,
    directory: own.entries.map(exportEntry),
    ...(sharedNumbers.length > 0 && { directoryNumbersSharedWithOthers: sharedNumbers }),
    mandates: await Promise.all(own.mandates.map((mandate) => exportMandate(store, mandate))),
    ...(shared.mandates.length > 0 && { mandatesSharedWithOthers: shared.mandates.map(({ rum }) => rum) }),
    payments: exported,
    bankMessages: notifications.map(({ target, receivedAt, query, body, outcome }) => ({
      target,
      receivedAt: moment(receivedAt),
      content: [query, body.toString('utf8')].filter((part) => part !== '').join('\n'),
      outcome: outcome.kind,
    })),
    bankExceptions: exceptions.map(exportException),
    ...(sameAccount.length > 0 && { bankExceptionsOfTheSameAccounts: sameAccount.map(({ id }) => id) }),
    filesNotPrinted: { bankFiles: [...bankFiles], directDebitBatches: [...batches] },
  };
}

async function exportMandate(store: Store, mandate: Mandate): Promise<object> {
  const { token: _token, client: _client, version, createdAt, updatedAt, ...known } = mandate;
  const events = await store.mandateEventsOf(mandate.id, 0, version);
  return {
    ...known,
    createdAt: moment(createdAt),
    updatedAt: moment(updatedAt),
    events: events.map(({ sequence, type, status, at, data }) => ({ sequence, type, status, at: moment(at), data })),
    amendmentsAskedFor: await exportAskedFor(store, mandate.id),
  };
}

/** Amendments that a second person has not approved, as long as the account that was asked for is kept. */
async function exportAskedFor(store: Store, mandateId: string): Promise<readonly object[]> {
  return (await store.waitingChanges(mandateId, 0)).flatMap((one) =>
    one.kind === 'AMEND_MANDATE' && one.input !== null
      ? [{ asked: one.input, askedAt: moment(one.createdAt), expiresAt: moment(one.expiresAt) }]
      : [],
  );
}

/** Left out: the person who decided is another one. */
function exportException({ id, kind, status, amountCents, direction, bookedOn, details, openedAt }: BankException) {
  return { id, kind, status, amountCents, direction, bookedOn, ...details, openedAt: moment(openedAt) };
}

function exportEntry({ version: _version, updatedBy: _client, createdAt, updatedAt, ...entry }: Customer): object {
  return { ...entry, createdAt: moment(createdAt), updatedAt: moment(updatedAt) };
}

async function exportPayment(store: Store, payment: Payment, events: readonly PaymentEvent[]): Promise<object> {
  const { token: _token, derivedKey: _key, version: _version, ...known } = payment;
  const { createdAt, updatedAt, expiresAt, accounting, ...facts } = known;
  const attempts = await store.attemptsOf(payment.id);
  return {
    ...facts,
    // Left out: the person who recorded it is another one.
    accounting: accounting && { means: accounting.means, date: accounting.date, piece: accounting.pieceReference },
    createdAt: moment(createdAt),
    updatedAt: moment(updatedAt),
    expiresAt: expiresAt === null ? null : moment(expiresAt),
    attempts: attempts.map(({ number, reference, status, bankTransaction, bankCode, createdAt: at }) => ({
      number,
      reference,
      status,
      bankTransaction,
      bankCode,
      createdAt: moment(at),
    })),
    events: events.map(({ sequence, type, status, at, data }) => ({ sequence, type, status, at: moment(at), data })),
    journal: await exportBooks(store, payment.id),
  };
}

/** The journal entries of a payment, with reversed ones and their reversals. */
async function exportBooks(store: Store, paymentId: string): Promise<readonly object[]> {
  const entries: JournalEntry[] = [];
  for (const entry of await store.journalEntriesOf(paymentId)) {
    entries.push(entry);
    let undone = await store.reversalOf(entry.id);
    for (; undone?.kind === 'REVERSAL'; undone = await store.reversalOf(undone.id)) entries.push(undone);
  }
  return entries.map(({ kind, date, label, lines }) => ({
    kind,
    date,
    label,
    lines: lines.map(({ account, auxiliary, debitCents, creditCents }) => ({
      account,
      auxiliary,
      debitCents,
      creditCents,
    })),
  }));
}

const moment = (at: number): string => new Date(at).toISOString();
