import type { MandateScheme } from '../../../kernel/sepa/mandate.ts';
import {
  addDays,
  addMonths,
  addTargetDays,
  type CalendarDate,
  nextTargetDay,
} from '../../../kernel/sepa/target-calendar.ts';

/** When a SEPA direct debit is announced, presented and final (EPC rulebooks SDD Core and SDD B2B of 2025). */

/**
 * The earliest due date of a debit that is announced `today`: a TARGET day, with time to present the file.
 * @param noticeDays calendar days between the pre-notification and the due date; 14 unless agreed otherwise
 * @param leadTargetDays TARGET days before the due date by which the bank wants the file; 1 at least
 */
export function earliestDueDate(
  today: CalendarDate,
  { noticeDays, leadTargetDays }: { readonly noticeDays: number; readonly leadTargetDays: number },
): CalendarDate {
  const announced = nextTargetDay(addDays(today, noticeDays));
  // From a TARGET day on: `presentationWindow` counts back to one.
  const presented = addTargetDays(nextTargetDay(today), leadTargetDays);
  // Texts, which Math.max does not compare.
  if (presented > announced) return presented;
  return announced;
}

/** The last day on which a debit that is due then may be announced. */
export const noticeDeadline = (dueDate: CalendarDate, noticeDays: number): CalendarDate =>
  addDays(dueDate, -noticeDays);

/**
 * When a file may be handed to the bank.
 * @param earliestDays calendar days before the due date on which the bank takes it first; 14 by the rulebooks
 * @param presentationDays TARGET days before the due date by which it has to be there
 */
export function presentationWindow(
  dueDate: CalendarDate,
  { earliestDays, presentationDays }: { readonly earliestDays: number; readonly presentationDays: number },
): { readonly from: CalendarDate; readonly until: CalendarDate } {
  return { from: addDays(dueDate, -earliestDays), until: addTargetDays(dueDate, -presentationDays) };
}

/** Until when the debtor's bank may return the debit on its own account: 5 TARGET days, 3 in B2B. */
export const returnDeadline = (dueDate: CalendarDate, scheme: MandateScheme): CalendarDate =>
  addTargetDays(dueDate, scheme === 'CORE' ? 5 : 3);

/** Until when the debtor may have an authorised debit refunded without a reason: 8 weeks; never in B2B. */
export const refundDeadline = (dueDate: CalendarDate, scheme: MandateScheme): CalendarDate | null =>
  scheme === 'CORE' ? addDays(dueDate, 56) : null;

/** Until when the debtor may claim that there was no mandate: 13 months; B2B has no such claim in the scheme. */
export const unauthorisedClaimDeadline = (dueDate: CalendarDate, scheme: MandateScheme): CalendarDate | null =>
  scheme === 'CORE' ? addMonths(dueDate, 13) : null;

/** The first day on which a mandate can no longer be used: 36 months after its last collection or its signature. */
export const mandateLapsesOn = (lastCollectionOrSignature: CalendarDate): CalendarDate =>
  addMonths(lastCollectionOrSignature, 36);

/** Dates are texts, which sort as their days do. */
export const laterOf = (one: CalendarDate, other: CalendarDate | null): CalendarDate =>
  other !== null && other > one ? other : one;
