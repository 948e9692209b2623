import { hash } from 'node:crypto';
import type { JournalEntry, Posting } from './journal.ts';

/**
 * SHA-256 in hex over the whole posted entry and the hash of the entry posted before it in its exercise. The rows alone
 * are enough to prove that no entry was changed, removed or inserted.
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
      // Left out where there is none, as in entries posted before suspense existed.
      ...(bankEntryId === null && clears === null ? [] : [bankEntryId, clears]),
    ]),
  );
}
