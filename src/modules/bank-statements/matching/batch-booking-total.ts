import { type BankEntryDetail, noCounterparty } from '../files/bank-file.ts';
import type { Booking } from './bank-booking.ts';

/**
 * If the bank lists a block's payments without their ids, only their sum is known, so they count as one: with the first,
 * and the others are `COUNTED`. Null where an entry has no two of them.
 */
export function batchBookingTotal(booking: Booking): Booking | 'COUNTED' | null {
  const { entry, detail, direction, endToEndId, paymentInformationId } = booking;
  if (detail < 0 || direction !== 'CREDIT' || paymentInformationId === null || endToEndId !== null) return null;
  const isOfIt = (one: BankEntryDetail): boolean =>
    one.direction === direction &&
    one.endToEndId === null &&
    (one.paymentInformationId ?? entry.paymentInformationId) === paymentInformationId;
  const first = entry.details.findIndex(isOfIt);
  // Of none of them, where the block was read out of a text.
  if (first !== detail) return first < 0 ? null : 'COUNTED';
  const listed = entry.details.filter(isOfIt);
  if (listed.length < 2) return null;
  const isWhole = listed.length === entry.details.length;
  const nobody = { mandateReference: null, structuredReferences: [], remittance: [], possibleIds: [] };
  return {
    ...{ ...booking, ...nobody, counterparty: noCounterparty },
    // As in a file that gives only the sum. The bank's charge is not part of it: a person decides that it is a fee.
    detail: isWhole ? -1 : detail,
    amountCents: isWhole ? entry.amountCents : listed.reduce((sum, one) => sum + one.amountCents - one.chargesCents, 0),
    chargesCents: 0,
  };
}
