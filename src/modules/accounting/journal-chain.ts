import { hash } from 'node:crypto';
import type { JournalEntry, Posting } from './journal.ts';

/**
 * SHA-256 in hex over all that a posted entry says and the hash of the entry posted before it in its exercise, so that
 * whoever has the rows can see that none was changed, taken out or put in between.
 */
export function entryHash(entry: Omit<JournalEntry, 'posting'>, posting: Omit<Posting, 'hash'>): string {
  const { id, idSociete, runMode, journal, kind, date, exercise, pieceReference, pieceDate, label } = entry;
  const { event, reverses, reason, operator, createdAt, lines, bankEntryId, clears } = entry;
  const { position, number, postedAt, previousHash } = posting;
  return hash(
    'sha256',
    JSON.stringify([
      ...[previousHash, id, idSociete, runMode, exercise, position, journal.code, journal.label, number, postedAt],
      ...[kind, date, pieceReference, pieceDate, label, event?.paymentId ?? null, event?.sequence ?? null],
      ...[reverses, reason, operator, createdAt],
      lines.map((line) => [line.account, line.accountLabel, line.auxiliary, line.debitCents, line.creditCents]),
      // Left out where there is none, as in entries that were posted before there was a suspense.
      ...(bankEntryId === null && clears === null ? [] : [bankEntryId, clears]),
    ]),
  );
}
