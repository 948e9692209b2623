import { centsToDecimal } from '../../../kernel/money.ts';
import { statusWords } from '../../payments/operations/status-words.ts';
import type { Payment } from '../../payments/payment.ts';
import type { BankEntryRecord, BankException } from '../bank-import.ts';
import type { Booking } from '../matching/bank-booking.ts';
import { exception, type Match } from '../matching/match.ts';
import { decideDebitByHand, decideTransferByHand, isSentByPayer } from '../matching/match-booking.ts';
import { isInUnsentFile } from '../matching/paying-presentation.ts';
import type { Reads } from '../ports.ts';
import { namedPayment } from './assignable.ts';
import { collectedByCancelled, isSentAgain } from './money-of-cancelled.ts';

/** `said`: what the bank says of the entry, as far as it is about this payment. */
type Assigned = {
  readonly entry: BankEntryRecord;
  readonly payment: Payment;
  readonly said: Pick<BankException, 'details'>;
};

/** The effect of a recorded entry on a payment that a person assigns it to; a sentence where it has none. */
export async function judgeAssignment(
  reads: Reads,
  exception: BankException,
  { entry, payment, said }: Assigned,
): Promise<{ readonly booking: Booking; readonly match: Match } | string> {
  const booking = bookingOfRecord(entry, said, payment);
  const match = await matchByHand(reads, booking, payment);
  if (match.kind === 'EXCEPTION') {
    return `The payment ${statusWords.en[payment.status]} and is for ${centsToDecimal(payment.amountCents)} EUR: this cannot be applied.`;
  }
  // Taken for that credit, it would be lost beside it.
  const isForCredit = match.kind === 'SETTLED_BEFORE_RETURN' && isSentByPayer(booking);
  if (isForCredit && (await namedPayment(reads, exception)) === null) {
    return 'The debit came back before the bank credited it: assign this transfer once that credit has come.';
  }
  if (await isInUnsentFile(reads, booking, payment)) {
    return 'The debit of this payment is in a file that the bank does not have yet: cancel its batch first, or mark it as submitted.';
  }
  const collected = await collectedByCancelled(reads, exception);
  return collected && (await isSentAgain(reads, collected))
    ? 'The debit of this payment is at the bank in another file too: decide once the bank has credited or refused that.'
    : { booking, match };
}

/** The effect of a booking on a payment that a person assigns it to. */
export async function matchByHand(reads: Reads, booking: Booking, payment: Payment): Promise<Match> {
  if (payment.flow === 'BANK_TRANSFER') return decideTransferByHand(reads, booking, payment);
  const isDebit = payment.flow === 'DIRECT_DEBIT' || payment.flow === 'HOSTED_PAGE_MANDATE';
  return isDebit ? decideDebitByHand(reads, booking, payment) : exception('CONTRADICTION', payment);
}

/** A recorded entry in the form of a file's booking. A debit that a person assigns is a return. */
export function bookingOfRecord(
  record: BankEntryRecord,
  { details }: Pick<BankException, 'details'>,
  { idSociete }: Payment,
): Booking {
  const { iban, amountCents, direction, chargesCents, bookedOn, transactionCode, runMode } = record;
  return {
    entry: {
      place: { line: 0, path: '' },
      number: 0,
      statementId: '',
      page: null,
      iban,
      status: 'BOOKED',
      entryReference: null,
      ...{ bankReference: null, amountCents, direction, isReversal: false, bookedOn, valueOn: null, transactionCode },
      writtenBookedOn: bookedOn,
      paymentInformationId: null,
      batchSize: null,
      chargesCents,
      besideCents: 0,
      fault: null,
      isReturn: direction === 'DEBIT',
      text: null,
      details: [],
      isWhole: false,
    },
    account: { iban, runMode, societes: [idSociete], isFormer: false, countsNotices: true, rules: [] },
    identity: record.identity,
    name: record.identity,
    detail: record.detail,
    amountCents,
    direction,
    chargesCents,
    besideCents: 0,
    steps: null,
    ...{ isReturn: direction === 'DEBIT', returnReason: record.returnReason, endToEndId: details.endToEndId },
    ...{ paymentInformationId: null, mandateReference: details.mandateReference },
    ...{ structuredReferences: [], remittance: details.remittance?.split('\n') ?? [], possibleIds: [] },
    counterparty: {
      ...{ name: details.counterparty, iban: details.counterpartyIban, ultimateName: details.ultimateCounterparty },
    },
  };
}
