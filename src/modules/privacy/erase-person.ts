import assert from 'node:assert/strict';
import { type CalendarDate, parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { StaleVersionError, untilFresh } from '../../kernel/until-fresh.ts';
import { endsUnpaid, isFinal } from '../../kernel/vocabulary.ts';
import { walkItems } from '../../kernel/walk-pages.ts';
import type { BankException } from '../bank-statements/bank-import.ts';
import type { CustomerKey } from '../customers/customer.ts';
import { type Mandate, mayForgetDebtor } from '../direct-debits/mandates/mandate.ts';
import { appendEvent } from '../payments/append-event.ts';
import { changeStatus } from '../payments/change-payment.ts';
import { erasedDomain, isErased, type Payment } from '../payments/payment.ts';
import type { SavedView } from '../people/views/saved-view.ts';
import { customerKeyOf } from '../search/document-of.ts';
import { forgetWords } from '../search/forget-words.ts';
import { eraseDebtor } from './erase-debtor.ts';
import { eraseExceptions, needsPayer } from './erase-exceptions.ts';
import {
  type Accounts,
  accountsOf,
  belongingsOf,
  exceptionsAbout,
  isAbout,
  notificationsAbout,
  numbersOf,
  ownNumbers,
  paymentsOf,
} from './person.ts';
import type { ErasableNotification, PayerErasure, Person, Services } from './ports.ts';

export type ErasePersonRequest = {
  readonly person: Person;
  /** Replaces the person's data from now on, so it must contain none of it. */
  readonly pseudonym: string;
  /** Accounting knows its customers by their number, so the number is erased only on request. */
  readonly erasesClientNumber: boolean;
  /** Only lists what would be erased. */
  readonly isRehearsal: boolean;
};

export type ErasedPerson = {
  /** References of the payments whose person was replaced. */
  readonly erased: readonly string[];
  /** References of the payments that are not at their end, or have a message to be read: their person is still needed. */
  readonly waiting: readonly string[];
  readonly notifications: number;
  /** Entries of the directory that were taken out. */
  readonly entries: readonly CustomerKey[];
  /** Entries with a number under which others pay too. They stay unless the request names the number. */
  readonly sharedEntries: readonly CustomerKey[];
  /** References of the mandates whose debtor was removed. */
  readonly mandates: readonly string[];
  /** Mandates whose debtor is still needed: active, their last debit may be claimed back, or with an open exception. */
  readonly neededMandates: readonly string[];
  /** As `sharedEntries`. */
  readonly sharedMandates: readonly string[];
  /** Closed exceptions of bank files, from which the payer was removed. */
  readonly exceptions: number;
  /** Exceptions that are open, or whose money is in suspense. Their payer is still needed. */
  readonly neededExceptions: number;
  /** Exceptions from an account that paid for the person, and may be another's. They stay. */
  readonly sameAccountExceptions: readonly string[];
  /** How to ask later for what is kept with its person: what was erased leads there no more. */
  readonly askAgain: readonly Person[];
};

type PrivacyServices = Pick<Services, 'store' | 'clock' | 'identifiers' | 'eventHandlers' | 'actor'>;

/**
 * Replaces the payer in payments, ended mandates, bank messages and exceptions of bank files. Removes the person from
 * the directory, even if a payment waits, because the payment has its own copy. Amounts, dates, orders, sociétés,
 * references of mandates and events stay: the law requires the accounts. Repeating it changes nothing.
 */
export async function erasePerson(services: PrivacyServices, request: ErasePersonRequest): Promise<ErasedPerson> {
  const payments = await paymentsOf(services.store, request.person);
  const now = services.clock();
  const over = payments.filter((payment) => hasEnded(payment, now));
  const messages = await notificationsAbout(services.store, over);
  // One that is not read yet may say that the money came.
  const { unread = [], read = [] } = Object.groupBy(messages, ({ outcome }) =>
    outcome.kind === 'STORED' ? 'unread' : 'read',
  );
  const ended = over.filter((payment) => !unread.some((message) => isAbout(message, payment)));
  const { own, shared } = await belongingsOf(services.store, request.person, payments);
  const accounts = await accountsOf(services.store, own.mandates);
  const exceptions = await exceptionsAbout(services.store, ended, accounts);
  const { kept, closed } = await sortExceptions(services, exceptions.own);
  const named = ended.filter((payment) => namesPayer(payment, request.erasesClientNumber));
  const contents = read.filter(hasContent);
  const mandates = own.mandates.filter(({ debtor }) => debtor !== null);
  const needed = neededOf(mandates, { accounts, kept, today: parisDateOf(now) });
  const forgotten = mandates.filter((mandate) => !needed.includes(mandate));
  let erased = named;
  if (!request.isRehearsal) {
    for (const entry of own.entries) {
      await services.store.transact(async (transaction) => {
        await forgetWords(transaction, [customerKeyOf(entry)], now);
        await transaction.removeCustomer(entry);
      });
    }
    const body = Buffer.from(`erased=${request.pseudonym}`);
    // Messages first: after an interrupted run, the payments still lead to the remaining messages.
    await eraseContents(services, contents, body);
    for (const exception of closed) await eraseExceptions(services, [exception]);
    const idClient = request.erasesClientNumber ? request.pseudonym : null;
    // Those whose debtor went before may still have the number.
    const numbered = own.mandates.filter(({ debtor }) => debtor === null);
    for (const { id } of [...forgotten, ...numbered])
      await eraseDebtor(services, id, { by: services.actor ?? 'clock', idClient });
    if (request.erasesClientNumber) await forgetViews(services, request.person, payments);
    const email = addressOf(request);
    erased = [];
    for (const payment of named)
      if (await erasePayment(services, { email, idClient, forgetsDigest: false }, payment.id)) erased.push(payment);
    // Those that were read meanwhile. From now on each goes when it is read: see `forgetContent`.
    const late = (await notificationsAbout(services.store, erased, now)).filter(hasContent);
    await eraseContents(services, late, body);
    contents.push(...late);
  }
  // Late money may have opened one again.
  const reopened = named.filter((payment) => !erased.includes(payment));
  return {
    erased: referencesOf(erased),
    waiting: referencesOf(payments.filter((payment) => !ended.includes(payment) || reopened.includes(payment))),
    notifications: contents.length,
    entries: own.entries,
    sharedEntries: shared.entries,
    mandates: rumsOf(forgotten),
    neededMandates: rumsOf(needed),
    sharedMandates: rumsOf(shared.mandates.filter(({ debtor }) => debtor !== null)),
    exceptions: closed.length,
    neededExceptions: kept.length,
    sameAccountExceptions: exceptions.sameAccount.map(({ id }) => id),
    askAgain: [...numbersOf(needed), ...(kept.length > 0 ? newNames(request, erased) : [])],
  };
}

const hasContent = ({ erasedAt, outcome }: ErasableNotification): boolean =>
  erasedAt === null && outcome.kind !== 'STORED';

async function eraseContents(
  { store, clock }: PrivacyServices,
  messages: readonly ErasableNotification[],
  body: Buffer,
): Promise<void> {
  for (const { id } of messages) await store.transact((tx) => tx.eraseNotification(id, body, clock()));
}

async function sortExceptions({ store }: PrivacyServices, exceptions: readonly BankException[]) {
  const kept: BankException[] = [];
  const closed: BankException[] = [];
  for (const exception of exceptions) {
    if (exception.erasedAt !== null) continue;
    ((await needsPayer(store, exception)) ? kept : closed).push(exception);
  }
  return { kept, closed };
}

/** An exception that is kept is found again by its account only while a mandate has it: one of them stays. */
function neededOf(
  mandates: readonly Mandate[],
  { accounts, kept, today }: { accounts: Accounts; kept: readonly BankException[]; today: CalendarDate },
): readonly Mandate[] {
  const { inUse = [], ended = [] } = Object.groupBy(mandates, (one) =>
    mayForgetDebtor(one, today) ? 'ended' : 'inUse',
  );
  const found = new Set(inUse.flatMap((mandate) => [...(accounts.get(mandate) ?? [])]));
  const named = kept.flatMap(({ details }) => details.counterpartyIban ?? []);
  const links = ended.filter((mandate) => {
    const own = accounts.get(mandate);
    const isLink = named.some((iban) => own?.has(iban) && !found.has(iban));
    for (const iban of isLink && own ? own : []) found.add(iban);
    return isLink;
  });
  return [...inUse, ...links];
}

/** The address of the payments from now on. It keeps the form of an address. */
const addressOf = ({ pseudonym }: ErasePersonRequest): string => `${pseudonym}${erasedDomain}`;

/** That address, where the person's own leads to the payments no more. */
function newNames(request: ErasePersonRequest, erased: readonly Payment[]) {
  const { person, erasesClientNumber, isRehearsal } = request;
  const isNeeded = !isRehearsal && erased.length > 0 && ('email' in person || erasesClientNumber);
  return isNeeded ? [{ email: addressOf(request) }] : [];
}

/** Whether something of the payer is left. An erased number is the name in the erased address. */
const namesPayer = (payment: Payment, erasesClientNumber: boolean): boolean =>
  !isErased(payment) ||
  [payment.payer, payment.commentaire, payment.returnUrl].some((value) => value !== null) ||
  (erasesClientNumber && payment.email !== `${payment.idClient}${erasedDomain}`);

const viewsPerRead = 500;

/** Filters that people of the console keep under a name may be those of the customer. */
async function forgetViews(
  { store }: PrivacyServices,
  person: Person,
  payments: readonly CustomerKey[],
): Promise<void> {
  const keys = 'email' in person ? await ownNumbers(store, person.email, payments) : [person];
  const read = (after: string, limit: number): Promise<readonly SavedView[]> =>
    store.transact((transaction) => transaction.savedViewsAfter(after, limit));
  for await (const { id, search } of walkItems(viewsPerRead, '', read, (view) => view.id))
    if (keys.some((key) => isOfCustomer(search, key)))
      await store.transact((transaction) => transaction.removeSavedView(id));
}

type Numbered = { readonly idClient: string; readonly idSociete: string | null };

/** Whether filters are of the customer, at one of its sociétés where they name one. */
function isOfCustomer(search: string, { idClient, idSociete }: Numbered): boolean {
  const filters = new URLSearchParams(search);
  const societe = filters.get('idSociete');
  return filters.getAll('idClient').includes(idClient) && (societe === null || (idSociete ?? societe) === societe);
}
const referencesOf = (payments: readonly Payment[]): string[] => payments.map(({ reference }) => reference);
const rumsOf = (mandates: readonly Mandate[]): string[] => mandates.map(({ rum }) => rum);

const hasRunOut = ({ status, expiresAt }: Payment, now: number): boolean =>
  status === 'REQUIRES_ACTION' && expiresAt !== null && now >= expiresAt;
/** Whether the payer's data is no longer needed. */
export const hasEnded = (payment: Payment, now: number): boolean => isFinal(payment.status) || hasRunOut(payment, now);

export type PaymentErasure = Pick<PayerErasure, 'email' | 'idClient'> & {
  /** Where no money came. Money that came later than this would let the same legacy URL pay again. */
  readonly forgetsDigest: boolean;
};

/** Replaces the payer of a finished payment. @returns false where it is unfinished: it stays as it is */
export async function erasePayment(
  services: PrivacyServices,
  { email, idClient, forgetsDigest }: PaymentErasure,
  id: string,
): Promise<boolean> {
  return untilFresh(() =>
    services.store.transact(async (transaction) => {
      const at = services.clock();
      const found = await transaction.paymentById(id);
      if (found === null || !hasEnded(found, at)) return false;
      await forgetWords(transaction, [id], at);
      const payment = hasRunOut(found, at)
        ? await changeStatus(services, transaction, found, { to: 'EXPIRED', data: { cause: 'CLOCK' } })
        : found;
      // A digest of the address among other things. Where money came it stays: the same URL must not pay again.
      const mayForget = payment.derivedKey !== null && endsUnpaid(payment.status);
      const derivedKey = mayForget && forgetsDigest ? null : payment.derivedKey;
      const erasedAt = mayForget && !forgetsDigest ? null : at;
      const erasure = { email, idClient, derivedKey, updatedAt: at, erasedAt };
      if (!(await transaction.erasePayer(id, payment.version, erasure))) {
        throw new StaleVersionError(`payment ${id} is not at version ${payment.version} any more`);
      }
      const event = { id: services.identifiers.newId('evt'), paymentId: id, type: 'ERASED', at, data: {} } as const;
      const erased = await transaction.paymentById(id);
      assert(erased, 'an erased payment is there');
      await appendEvent(services, transaction, erased, { ...event, status: payment.status });
      return true;
    }),
  );
}
