import assert from 'node:assert/strict';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { StaleVersionError, untilFresh } from '../../kernel/until-fresh.ts';
import { isFinal, type PaymentStatus } from '../../kernel/vocabulary.ts';
import type { CustomerKey } from '../customers/customer.ts';
import { type Mandate, mayForgetDebtor } from '../direct-debits/mandates/mandate.ts';
import { appendEvent } from '../payments/append-event.ts';
import { changeStatus } from '../payments/change-payment.ts';
import type { Payment } from '../payments/payment.ts';
import { eraseDebtor } from './erase-debtor.ts';
import { belongingsOf, erasedDomain, exceptionsAbout, notificationsAbout, paymentsOf } from './person.ts';
import type { Person, Services } from './ports.ts';

export type ErasePersonRequest = {
  readonly person: Person;
  /** Stands in the place of the person from now on: no word of it may come from them. */
  readonly pseudonym: string;
  /** Accounting knows its customers by their number: it goes only where that is asked for. */
  readonly erasesClientNumber: boolean;
  /** Only looks what would be erased. */
  readonly isRehearsal: boolean;
};

export type ErasedPerson = {
  /** References of the payments whose person was replaced. */
  readonly erased: readonly string[];
  /** References of the payments that are not at their end: their person is still needed. */
  readonly waiting: readonly string[];
  readonly notifications: number;
  /** Entries of the directory that were taken out. */
  readonly entries: readonly CustomerKey[];
  /** Those whose number others pay under too: they stay until somebody names the number. */
  readonly sharedEntries: readonly CustomerKey[];
  /** References of the mandates whose debtor was taken out. */
  readonly mandates: readonly string[];
  /** Those that live, or whose last debit may still be claimed back: their debtor is still needed. */
  readonly neededMandates: readonly string[];
  /** As `sharedEntries`. */
  readonly sharedMandates: readonly string[];
  /** What was to be looked at in files of banks, and is closed. */
  readonly exceptions: number;
  /** What a person still has to look at. */
  readonly openExceptions: number;
};

type PrivacyServices = Pick<Services, 'store' | 'clock' | 'identifiers' | 'eventHandlers' | 'actor'>;

/**
 * Replaces what says who paid, in payments, in mandates that ended, in the banks' messages and in what was to be looked
 * at in their files, and takes the person out of the directory, also where a payment waits: it has its own copy.
 * Amounts, dates, orders, sociétés, references of mandates and events stay: the law wants accounts kept. Repeating it
 * changes nothing.
 */
export async function erasePerson(services: PrivacyServices, request: ErasePersonRequest): Promise<ErasedPerson> {
  const payments = await paymentsOf(services.store, request.person);
  const now = services.clock();
  const ended = payments.filter((payment) => hasEnded(payment, now));
  // Messages first: what is left of a run that was cut short is still found by its payments.
  const messages = await notificationsAbout(services.store, ended);
  const { own, shared } = await belongingsOf(services.store, request.person, payments);
  const exceptions = await exceptionsAbout(services.store, ended, own.mandates);
  const closed = exceptions.filter(({ status }) => status !== 'OPEN');
  const mandates = own.mandates.filter(({ debtor }) => debtor !== null);
  const forgotten = mandates.filter((mandate) => mayForgetDebtor(mandate, parisDateOf(now)));
  if (!request.isRehearsal) {
    for (const entry of own.entries) await services.store.transact((tx) => tx.removeCustomer(entry));
    const body = Buffer.from(`erased=${request.pseudonym}`);
    for (const { id } of messages) await services.store.transact((tx) => tx.eraseNotification(id, body, now));
    for (const { id } of closed) await services.store.transact((tx) => tx.eraseBankException(id, now));
    const idClient = request.erasesClientNumber ? request.pseudonym : null;
    for (const { id } of forgotten) await eraseDebtor(services, id, { by: services.actor ?? 'clock', idClient });
    for (const { id } of ended) await erasePayment(services, request, id);
  }
  return {
    erased: ended.map(({ reference }) => reference),
    waiting: payments.filter((payment) => !ended.includes(payment)).map(({ reference }) => reference),
    notifications: messages.length,
    entries: own.entries,
    sharedEntries: shared.entries,
    mandates: rumsOf(forgotten),
    neededMandates: rumsOf(mandates.filter((mandate) => !forgotten.includes(mandate))),
    sharedMandates: rumsOf(shared.mandates.filter(({ debtor }) => debtor !== null)),
    exceptions: closed.length,
    openExceptions: exceptions.length - closed.length,
  };
}

const rumsOf = (mandates: readonly Mandate[]): string[] => mandates.map(({ rum }) => rum);

const hasRunOut = ({ status, expiresAt }: Payment, now: number): boolean =>
  status === 'REQUIRES_ACTION' && expiresAt !== null && now >= expiresAt;
/** Whether nobody needs to know any more who pays. */
export const hasEnded = (payment: Payment, now: number): boolean => isFinal(payment.status) || hasRunOut(payment, now);

const endedWithoutMoney = new Set<PaymentStatus>(['REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED']);

/** Replaces who paid, if the payment is at its end: one that is not stays as it is. */
export async function erasePayment(
  services: PrivacyServices,
  { pseudonym, erasesClientNumber }: Pick<ErasePersonRequest, 'pseudonym' | 'erasesClientNumber'>,
  id: string,
): Promise<void> {
  await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const found = await transaction.paymentById(id);
      const at = services.clock();
      if (found === null || !hasEnded(found, at)) return;
      const payment = hasRunOut(found, at)
        ? await changeStatus(services, transaction, found, { to: 'EXPIRED', data: { cause: 'CLOCK' } })
        : found;
      const replacement = {
        // It keeps the form of an address.
        email: `${pseudonym}${erasedDomain}`,
        idClient: erasesClientNumber ? pseudonym : null,
        // A digest of the address among other things. Where money came it stays: the same URL must not pay again.
        derivedKey: endedWithoutMoney.has(payment.status) ? null : payment.derivedKey,
        updatedAt: at,
      };
      if (!(await transaction.erasePayer(id, payment.version, replacement))) {
        throw new StaleVersionError(`payment ${id} is not at version ${payment.version} any more`);
      }
      const event = { id: services.identifiers.newId('evt'), paymentId: id, type: 'ERASED', at, data: {} } as const;
      const erased = await transaction.paymentById(id);
      assert(erased, 'an erased payment is there');
      await appendEvent(services, transaction, erased, { ...event, status: payment.status });
    }),
  );
}
