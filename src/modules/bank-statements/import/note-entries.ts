import type { BankFileEntry, BankFileEntryOutcome, BankFileEntryReason } from '../bank-file-entry.ts';
import type { StepOutcome } from '../matching/apply-match.ts';
import { type Booking, referenceOfEntry } from '../matching/bank-booking.ts';

const meanings: Readonly<Record<StepOutcome['kind'], readonly [BankFileEntryOutcome, BankFileEntryReason]>> = {
  applied: ['APPLIED', 'PAYMENT'],
  repeated: ['REPEATED', 'KNOWN'],
  exceptions: ['EXCEPTION', 'EXCEPTION'],
  ruled: ['RULED', 'RULE'],
  ignored: ['IGNORED', 'NOT_BOOKED'],
};

/** What a file keeps of an entry, for people who look at it. */
export function notedEntry(fileId: string, place: number, booking: Booking, outcome: StepOutcome): BankFileEntry {
  const [kind, reason] = meanings[outcome.kind];
  const { amountCents, direction, entry } = booking;
  return {
    ...{ fileId, place, outcome: kind, reason: outcome.reason ?? reason, entryId: outcome.entryId ?? null },
    ...{ amountCents, direction, bookedOn: entry.bookedOn, reference: referenceOfEntry(entry) },
  };
}
