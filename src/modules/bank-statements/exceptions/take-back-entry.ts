import type { Caller } from '../../../kernel/caller.ts';
import { refuseInput } from '../../../kernel/errors.ts';
import { parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { statusWords } from '../../payments/operations/status-words.ts';
import type { Payment } from '../../payments/payment.ts';
import type { BankEntryRecord, BankException } from '../bank-import.ts';
import { identityOfUndoing, nothingSaid } from '../bank-import.ts';
import { mayDecideOn } from '../import/bank-rights.ts';
import { applyMatch } from '../matching/apply-match.ts';
import type { Services, Transaction } from '../ports.ts';
import { bookingOfRecord, matchByHand } from './match-by-hand.ts';
import { isMovedOn } from './move-surplus.ts';

export type TakeBack = { readonly payment: Payment; readonly apply: () => Promise<void> };

/**
 * A person found that the entry that counted first under a reference is not the bank's. A reverse entry, dated today,
 * undoes its effect: the payment is returned, and the books follow.
 * @throws InvalidInputError
 */
export async function takeBackOf(
  services: Services,
  transaction: Transaction,
  caller: Caller,
  { kind, fileId, details }: BankException,
): Promise<TakeBack> {
  const counted = details.countedEntryId === null ? null : await transaction.bankEntry(details.countedEntryId);
  if (kind !== 'SAME_REFERENCE' || counted === null) refuse('There is no entry that counted before.');
  const payment = counted.paymentId === null ? null : await transaction.paymentById(counted.paymentId);
  const isApplied = counted.outcome === 'APPLIED' && counted.direction === 'CREDIT';
  if (!isApplied || payment === null || !mayDecideOn(services, caller, payment)) {
    refuse('The entry that counted before paid no single payment that you may decide about.');
  }
  if (await isMovedOn(transaction, counted)) {
    refuse('A surplus of the entry that counted before paid another payment: nothing can be taken back.');
  }
  const undoing: BankEntryRecord = {
    ...counted,
    ...{
      id: services.identifiers.newId('bke'),
      identity: identityOfUndoing(counted),
      detail: 0,
      fileId,
      direction: 'DEBIT',
    },
    ...{ chargesCents: 0, bookedOn: parisDateOf(services.clock()), transactionCode: null, returnReason: null },
    ...{ recordedAt: services.clock(), blockId: null, facts: null },
  };
  if (await transaction.bankEntryByIdentity(undoing.iban, undoing.identity, undoing.detail)) {
    refuse('The entry that counted before was taken back already.');
  }
  const booking = bookingOfRecord(undoing, { details: nothingSaid }, payment);
  const match = await matchByHand(transaction, booking, payment);
  if (match.kind !== 'RETURNED' && match.kind !== 'PART_RETURNED') {
    refuse(`The payment that it paid ${statusWords.en[payment.status]}: nothing can be taken back from it.`);
  }
  return {
    payment,
    apply: async () => {
      await transaction.insertBankEntry(undoing);
      await applyMatch(services, transaction, { booking, match, entry: undoing });
    },
  };
}

function refuse(message: string): never {
  refuseInput('takeBackCounted', message);
}
