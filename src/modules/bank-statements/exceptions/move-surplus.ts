import type { Caller } from '../../../kernel/caller.ts';
import { refuseInput } from '../../../kernel/errors.ts';
import { parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { statusWords } from '../../payments/operations/status-words.ts';
import type { Payment } from '../../payments/payment.ts';
import { awaitsMoney } from '../../payments/transitions.ts';
import {
  type BankEntryRecord,
  type BankException,
  halves,
  identityOfMove,
  isOfMove,
  isOfSurplus,
  nothingSaid,
} from '../bank-import.ts';
import { mayDecideOn } from '../import/bank-rights.ts';
import { applyMatch, factsOf } from '../matching/apply-match.ts';
import { movedSurplus, recordPartialReturn, surplusOf } from '../matching/partial-return.ts';
import type { Services, Store, Transaction } from '../ports.ts';
import { bookingOfRecord } from './match-by-hand.ts';

/** Whether a payment waits for a transfer: its money may be the surplus of another one. */
export const takesSurplus = ({ flow, status }: Pick<Payment, 'flow' | 'status'>): boolean =>
  flow === 'BANK_TRANSFER' && status !== 'NEEDS_REVIEW' && awaitsMoney(status);

export type SurplusMove = { readonly from: Payment; readonly payment: Payment; readonly apply: () => Promise<Payment> };

/**
 * A person says that the surplus of one transfer pays another one, as where a customer pays two orders at once. Two
 * entries that no file brought, dated today, take the money from the one and bring it to the other. The bank account
 * stays as it is.
 * @throws InvalidInputError
 */
export async function moveOfSurplus(
  services: Services,
  transaction: Transaction,
  {
    caller,
    exception,
    paymentId,
  }: { readonly caller: Caller; readonly exception: BankException; readonly paymentId: string },
): Promise<SurplusMove> {
  const from = exception.paymentId === null ? null : await transaction.paymentById(exception.paymentId);
  const entry = exception.entryId === null ? null : await transaction.bankEntry(exception.entryId);
  const isSettled = from?.flow === 'BANK_TRANSFER' && !awaitsMoney(from.status);
  if (!from || !entry || !isSettled || !mayDecideOn(services, caller, from)) {
    refuseInput('resolution', 'Only the surplus of a transfer can be assigned: deal with this one and say HANDLED.');
  }
  // The bank may have taken a part of it back since.
  const cents = Math.min(exception.amountCents, await surplusOf(transaction, from));
  if (cents <= 0) refuseInput('resolution', 'Nothing of the surplus is left: say HANDLED.');
  const to = await transaction.paymentById(paymentId);
  const isOfBooks = to?.idSociete === from.idSociete && to.effectiveRunMode === from.effectiveRunMode;
  if (!to || !isOfBooks || !mayDecideOn(services, caller, to)) {
    refuseInput('payment', 'There is no such payment of this société and run mode.');
  }
  if (!takesSurplus(to)) {
    refuseInput('payment', `The payment ${statusWords.en[to.status]}, or is no transfer: it waits for no surplus.`);
  }
  const isAwaited = to.status === 'REQUIRES_ACTION' || to.status === 'PENDING';
  if (!isAwaited && cents < to.amountCents - (await transaction.receivedFor(to.id))) {
    refuseInput('payment', `The payment ${statusWords.en[to.status]}: a part of its amount cannot be assigned to it.`);
  }
  const today = parisDateOf(services.clock());
  const half = (detail: number, direction: BankEntryRecord['direction'], { id }: Payment): BankEntryRecord => ({
    ...entry,
    ...{ id: services.identifiers.newId('bke'), identity: identityOfMove(exception), detail, direction },
    ...{ idSociete: from.idSociete, runMode: from.effectiveRunMode, amountCents: cents, chargesCents: 0 },
    ...{ bookedOn: today, transactionCode: null, returnReason: null, ruled: null, paymentId: id, outcome: 'APPLIED' },
    ...{ recordedAt: services.clock(), blockId: null, facts: null },
  });
  return {
    from,
    payment: to,
    apply: async () => {
      const [gone, come] = [half(halves.gone, 'DEBIT', from), half(halves.come, 'CREDIT', to)];
      await transaction.insertBankEntry(gone);
      const taken = { ...factsOf(bookingOfRecord(gone, exception, from), gone), bankCode: null };
      await recordPartialReturn(services, transaction, from, taken);
      await transaction.insertBankEntry(come);
      const booking = bookingOfRecord(come, saidFor(to, from, exception), to);
      await applyMatch(services, transaction, { booking, match: { kind: 'RECEIVED', payment: to }, entry: come });
      return (await transaction.paymentById(to.id)) ?? to;
    },
  };
}

/** The payment that the bank names, where a surplus of it went to this one: what the bank takes back may be that. */
export async function giverOf(
  transaction: Transaction,
  { paymentId: named }: BankException,
  paymentId: string,
): Promise<Payment | null> {
  const giver = named === null ? null : await transaction.paymentById(named);
  return giver && (await movedSurplus(transaction, giver)).given.has(paymentId) ? giver : null;
}

/** What the exception says, without the words of one customer's payer where the payment is another's. */
export const saidFor = (
  payment: Payment,
  from: Payment,
  { details }: BankException,
): Pick<BankException, 'details'> => ({
  details: payment.idClient === from.idClient ? details : nothingSaid,
});

/** Whether a surplus of this entry went to another payment. */
export const isMovedOn = async (transaction: Transaction, { id }: BankEntryRecord): Promise<boolean> =>
  (await transaction.bankExceptionsOf(id)).some((one) => isOfSurplus(one) && one.resolution === 'ASSIGNED');

/** The other payment of a surplus that was moved by this entry; null for every other entry. */
export async function otherOfSurplus(
  store: Pick<Store, 'bankEntry' | 'bankEntryByIdentity'>,
  entryId: string | null,
): Promise<string | null> {
  const entry = entryId === null ? null : await store.bankEntry(entryId);
  if (!entry || !isOfMove(entry)) return null;
  const { iban, identity, detail } = entry;
  const other = await store.bankEntryByIdentity(iban, identity, detail === halves.gone ? halves.come : halves.gone);
  return other?.paymentId ?? null;
}
