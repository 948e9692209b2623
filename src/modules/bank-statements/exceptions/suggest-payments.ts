import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { ownTarget } from '../../../kernel/vocabulary.ts';
import type { Presentation } from '../../direct-debits/batches/direct-debit.ts';
import type { Payment } from '../../payments/payment.ts';
import { allPayments } from '../../payments/payment-store.ts';
import { canChange } from '../../payments/transitions.ts';
import { type BankException, isOfSurplus } from '../bank-import.ts';
import { ownAccounts } from '../import/check-bank-file.ts';
import { debitsIn } from '../matching/debits-of-block.ts';
import { likelyReferencesIn } from '../matching/match-reference.ts';
import { movedSurplus } from '../matching/partial-return.ts';
import { isOpenInBlock } from '../matching/settle-batch-booking.ts';
import type { Services } from '../ports.ts';
import { isAssignable, isOfNamed, namedPayment } from './assignable.ts';
import { judgeAssignment } from './match-by-hand.ts';
import { isNamedBlock } from './money-of-cancelled.ts';
import { takesSurplus } from './move-surplus.ts';
import { isDoubtedDebit, isStillDoubted } from './refuse-doubted-debit.ts';

/** Candidate payments for an unmatched entry. A person decides; the gateway never applies one by itself. */

type Asking = Pick<Services, 'store' | 'societes'>;

const suggestionsAtMost = 5;
/** Of one amount; with more candidates the payer's account is not compared. */
const lookedAtMost = 20;

/**
 * For incoming money: the payments that its text seems to name, then awaited ones with exactly this amount. For
 * outgoing money, and refused debits: the debits that its text or mandate names, then debits at the bank with this
 * amount. Those of the customer whose mandate has the payer's account come first. For a block with a wrong sum: the
 * debit that makes the difference. Where the bank's own words tie the money to one payment: that payment.
 */
export async function suggestPayments(services: Asking, exception: BankException): Promise<readonly Payment[]> {
  if (exception.status !== 'OPEN') return [];
  if (isOfSurplus(exception)) return suggestForSurplus(services, exception);
  const { kind, direction, paymentId } = exception;
  const isCredit = kind === 'CONTRADICTION' && direction === 'CREDIT' && !isNamedBlock(exception);
  if (isCredit && !(await isAssignable(services.store, exception))) return [];
  const named = await namedPayment(services.store, exception);
  if (named !== null) return namedByBank(services, exception, named);
  if (paymentId !== null) return stillDoubted(services, exception, paymentId);
  if (isOfNamed(exception) && !isNamedBlock(exception)) return [];
  const societes = await societesOf(services, exception);
  const found = new Map<string, Payment>();
  for await (const payments of waysToFind(services, exception, societes)) {
    for (const payment of payments) if (mayBe(payment, exception, societes)) found.set(payment.id, payment);
    if (found.size >= suggestionsAtMost) break;
  }
  return [...found.values()].slice(0, suggestionsAtMost);
}

/** The payment that the bank names, and those that its surplus paid, as far as the entry can be assigned to them. */
async function namedByBank(
  { store }: Asking,
  exception: BankException,
  paymentId: string,
): Promise<readonly Payment[]> {
  const { entryId, amountCents } = exception;
  const named = await store.paymentById(paymentId);
  const entry = entryId === null ? null : await store.bankEntry(entryId);
  if (!named || entry?.outcome !== 'EXCEPTION') return [];
  const { given } = await movedSurplus(store, named);
  const exact = [...given].filter(([, cents]) => cents === amountCents).map(([id]) => id);
  const ids = [...(named.amountCents === amountCents ? [paymentId] : []), ...exact, paymentId, ...given.keys()];
  const found: Payment[] = [];
  for (const id of new Set(ids)) {
    const payment = id === paymentId ? named : await store.paymentById(id);
    const assigned = payment && { entry, payment, said: exception };
    if (assigned && typeof (await judgeAssignment(store, exception, assigned)) !== 'string') found.push(payment);
  }
  return found.slice(0, suggestionsAtMost);
}

/** The debit that an unclear report is about, while it may be refused. Nothing for other exceptions with a payment. */
async function stillDoubted(
  { store }: Asking,
  exception: BankException,
  paymentId: string,
): Promise<readonly Payment[]> {
  const payment = isDoubtedDebit(exception) ? await store.paymentById(paymentId) : null;
  return payment && (await isStillDoubted(store, exception, payment)) ? [payment] : [];
}

/** Awaited transfers of the société: those that the text names, then those of the customer whose surplus it is. */
async function suggestForSurplus(services: Asking, exception: BankException): Promise<readonly Payment[]> {
  const { store } = services;
  const payer = exception.paymentId === null ? null : await store.paymentById(exception.paymentId);
  if (payer?.flow !== 'BANK_TRANSFER') return [];
  const { idSociete, effectiveRunMode: runMode, idClient } = payer;
  const ofCustomer = await store.payments({
    ...{ ...allPayments, idSociete, runMode, idClient, limit: lookedAtMost },
    ...{ statuses: ['REQUIRES_ACTION'], paymentTargets: [ownTarget], paymentTypes: ['SEPA'] },
  });
  const found = new Map<string, Payment>();
  for (const payment of [...(await namedInText(services, exception)), ...ofCustomer]) {
    const isOfBooks = payment.idSociete === idSociete && payment.effectiveRunMode === runMode;
    if (isOfBooks && takesSurplus(payment)) found.set(payment.id, payment);
  }
  return [...found.values()].slice(0, suggestionsAtMost);
}

/** Sociétés may share an account. */
async function societesOf(
  { store, societes }: Asking,
  { entryId, idSociete }: BankException,
): Promise<readonly string[]> {
  const entry = entryId === null ? null : await store.bankEntry(entryId);
  return (entry && ownAccounts(societes).get(entry.iban)?.societes) ?? [idSociete];
}

async function* waysToFind(
  services: Asking,
  exception: BankException,
  societes: readonly string[],
): AsyncGenerator<readonly Payment[]> {
  const { entryId, direction, details } = exception;
  if (entryId === null && details.refusedInMessage === null) return;
  if (exception.kind === 'BLOCK_DIFFERS' || isNamedBlock(exception)) {
    yield await missingInBlock(services, exception);
    return;
  }
  yield await namedInText(services, exception);
  if (direction === 'DEBIT') yield await underMandate(services, exception);
  if (entryId === null) return;
  const ofAmount: Payment[] = [];
  for (const idSociete of societes) ofAmount.push(...(await havingAmount(services, exception, idSociete)));
  yield await payersFirst(services, exception, ofAmount);
}

/** A text has no more references that are worth a look. */
const likelyAtMost = 10;

async function namedInText({ store }: Asking, { details }: BankException): Promise<readonly Payment[]> {
  const payments: Payment[] = [];
  const likely = likelyReferencesIn([details.remittance, details.endToEndId].join('\n'));
  for (const reference of likely.slice(0, likelyAtMost)) {
    const payment = await store.paymentByReference(reference);
    if (payment) payments.push(payment);
  }
  return payments;
}

/** Debits that would make the sum right if they were not in it. */
async function missingInBlock(
  { store }: Asking,
  { amountCents, details: { paymentInformationId } }: BankException,
): Promise<readonly Payment[]> {
  if (paymentInformationId === null) return [];
  const debits: Presentation[] = [];
  for await (const debit of debitsIn(store, paymentInformationId)) {
    if (await isOpenInBlock(store, debit)) debits.push(debit);
  }
  const missingCents = debits.reduce((sum, debit) => sum + debit.amountCents, 0) - amountCents;
  const missing = debits.filter((debit) => debit.amountCents === missingCents).slice(0, lookedAtMost);
  return (await paymentsOf({ store }, missing)).filter(({ status }) => canChange(status, 'REFUSED', 'BANK_STATEMENT'));
}

/** More than a mandate ever had at a bank within the time in which a debit comes back. */
const debitsOfMandateLookedAt = 50;

async function underMandate({ store }: Asking, { details }: BankException): Promise<readonly Payment[]> {
  const { mandateReference, refusedInMessage } = details;
  if (mandateReference === null) return [];
  const batch = refusedInMessage === null ? null : await store.directDebitBatchByMessageId(refusedInMessage);
  const debits: Presentation[] = [];
  for (const { id } of await store.mandatesByRum(rumKeyOf(mandateReference))) {
    debits.push(...(await store.debitsOfMandate(id, debitsOfMandateLookedAt)));
  }
  return paymentsOf(
    { store },
    debits.filter(({ batchId }) => batch === null || batchId === batch.id),
  );
}

async function havingAmount(
  { store }: Asking,
  { runMode, amountCents, direction, bookedOn }: BankException,
  idSociete: string,
): Promise<readonly Payment[]> {
  const of = { idSociete, runMode, amountCents, limit: lookedAtMost };
  if (direction === 'CREDIT') return store.awaitedPayments(of);
  return paymentsOf({ store }, await store.debitsOfAmount({ ...of, dueBy: bookedOn ?? '9999-12-31' }));
}

async function paymentsOf(
  { store }: Pick<Asking, 'store'>,
  debits: readonly Presentation[],
): Promise<readonly Payment[]> {
  const payments: Payment[] = [];
  for (const { paymentId } of debits) {
    const payment = await store.paymentById(paymentId);
    if (payment) payments.push(payment);
  }
  return payments;
}

async function payersFirst(
  services: Asking,
  exception: BankException,
  payments: readonly Payment[],
): Promise<readonly Payment[]> {
  const [known, others]: [Payment[], Payment[]] = [[], []];
  for (const one of payments) ((await isOfCustomer(services, exception, one)) ? known : others).push(one);
  return [...known, ...others];
}

/** Whether the other party's account is the customer's. Only mandates hold account numbers, so they identify the payer. */
export async function isOfCustomer(
  { store }: Pick<Asking, 'store'>,
  { details: { counterpartyIban } }: BankException,
  { effectiveRunMode, idSociete, idClient }: Payment,
): Promise<boolean> {
  if (counterpartyIban === null) return false;
  const iban = counterpartyIban.replaceAll(/\s/g, '').toUpperCase();
  const mandates = await store.mandatesOfClient(effectiveRunMode, idSociete, idClient, lookedAtMost);
  return mandates.some(({ debtor }) => debtor?.iban === iban);
}

/** Payments whose money comes to the company's account, and not through a card scheme. */
const onAccount = new Set<Payment['flow']>(['BANK_TRANSFER', 'DIRECT_DEBIT', 'HOSTED_PAGE_MANDATE']);

function mayBe(payment: Payment, { runMode, direction, entryId }: BankException, societes: readonly string[]): boolean {
  const { flow, status, idSociete, effectiveRunMode } = payment;
  if (!onAccount.has(flow) || effectiveRunMode !== runMode || !societes.includes(idSociete)) return false;
  if (direction === 'CREDIT') return true;
  return canChange(status, entryId === null ? 'REFUSED' : 'RETURNED', 'BANK_STATEMENT');
}
