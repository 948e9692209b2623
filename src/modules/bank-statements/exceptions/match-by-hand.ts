import type { Payment } from '../../payments/payment.ts';
import type { BankEntryRecord, BankException } from '../bank-import.ts';
import type { Booking } from '../matching/bank-booking.ts';
import { exception, type Match } from '../matching/match.ts';
import { decideDebitByHand, decideTransferByHand } from '../matching/match-booking.ts';
import type { Transaction } from '../ports.ts';

/** The effect of a recorded entry on a payment that a person assigns it to. */
export async function matchByHand(transaction: Transaction, booking: Booking, payment: Payment): Promise<Match> {
  if (payment.flow === 'BANK_TRANSFER') return decideTransferByHand(transaction, booking, payment);
  const isDebit = payment.flow === 'DIRECT_DEBIT' || payment.flow === 'HOSTED_PAGE_MANDATE';
  if (isDebit) return decideDebitByHand(transaction, booking, payment);
  return exception('CONTRADICTION', payment);
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
