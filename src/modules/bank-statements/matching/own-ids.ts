import type { Transaction } from '../ports.ts';
import type { Booking } from './bank-booking.ts';

/**
 * Some formats have no place for the ids of a payment, and banks write them into a text. A word is an id only where the
 * record of what was sent has it. Where a text names two debits, it names none.
 */
export async function withOwnIds(transaction: Transaction, booking: Booking): Promise<Booking> {
  const { possibleIds, endToEndId, paymentInformationId } = booking;
  if (possibleIds.length === 0) return booking;
  const known = endToEndId === null ? null : await transaction.directDebitByEndToEndId(endToEndId);
  if (known !== null) return booking;
  const debits: string[] = [];
  const blocks: string[] = [];
  for (const id of possibleIds) {
    if ((await transaction.directDebitByEndToEndId(id)) !== null) debits.push(id);
    else if ((await transaction.debitsOfBlock(id, '', 1)).length > 0) blocks.push(id);
  }
  const [debit, otherDebit] = debits;
  const [block, otherBlock] = blocks;
  if (debit !== undefined && otherDebit === undefined) return { ...booking, endToEndId: debit };
  if (debits.length > 0 || block === undefined || otherBlock !== undefined) return booking;
  // An id of the payer's own says nothing about a block of ours.
  return { ...booking, endToEndId: null, paymentInformationId: paymentInformationId ?? block };
}
