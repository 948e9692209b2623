import { type BankEntryDetail, noCounterparty } from '../files/bank-file.ts';
import type { Booking } from './bank-booking.ts';

export type BatchBookingTotal = {
  /** The payment within the entry that stands for all of them: the first. */
  readonly detail: number;
  readonly booking: Booking;
};

/**
 * Payments of a block that the bank lists without their ids say no more than what they come to: they are counted in one
 * sum. Null where an entry has no two of them.
 */
export function batchBookingTotal(booking: Booking): BatchBookingTotal | null {
  const { entry, detail, direction, endToEndId, paymentInformationId } = booking;
  if (detail < 0 || direction !== 'CREDIT' || paymentInformationId === null || endToEndId !== null) return null;
  const isOfIt = (one: BankEntryDetail): boolean =>
    one.direction === direction &&
    one.endToEndId === null &&
    (one.paymentInformationId ?? entry.paymentInformationId) === paymentInformationId;
  const listed = entry.details.filter(isOfIt);
  if (listed.length < 2) return null;
  const first = entry.details.findIndex(isOfIt);
  const isWhole = listed.length === entry.details.length;
  const nobody = { mandateReference: null, structuredReferences: [], remittance: [] };
  return {
    detail: first,
    booking: {
      ...{ ...booking, ...nobody, counterparty: noCounterparty },
      // As a file brings it that gives the sum alone. What the bank kept of it is not there: a person says that it is a fee.
      detail: isWhole ? -1 : first,
      amountCents: isWhole
        ? entry.amountCents
        : listed.reduce((sum, one) => sum + one.amountCents - one.chargesCents, 0),
      chargesCents: 0,
    },
  };
}
