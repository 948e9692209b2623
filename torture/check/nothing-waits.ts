import { type PlainDatabase, text } from './database.ts';
import { type Known, waitingStatuses } from './known.ts';

/** Nothing is left in between, after the time that the schedules give. */
export async function checkNothingWaits({ record, findings }: Known, database: PlainDatabase): Promise<void> {
  for (const { id, status } of record.payments.values()) {
    if (waitingStatuses.has(status) || status === 'NEEDS_REVIEW') findings.add('STUCK', `${id} is still ${status}`);
  }
  for (const operations of record.operations.values()) {
    for (const { id, status } of operations) {
      if (/^(?:SENDING|UNKNOWN|NEEDS_REVIEW)$/.test(status)) findings.add('STUCK', `${id} is still ${status}`);
    }
  }
  for await (const row of database.rows("select id from notifications where outcome = 'STORED'")) {
    findings.add('STUCK', `${text(row, 'id')} was stored and never read`);
  }
}
