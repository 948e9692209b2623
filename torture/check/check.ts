import { readTold } from '../told.ts';
import { checkAgainstBank, checkNotifications } from './against-bank.ts';
import { checkOrders, checkTold } from './against-clients.ts';
import { readBankBooks } from './bank.ts';
import { openPlainDatabase } from './database.ts';
import { checkEventLog } from './event-log.ts';
import type { Findings } from './findings.ts';
import { checkJournal } from './journal.ts';
import { checkNothingWaits } from './nothing-waits.ts';
import { readRecord } from './record.ts';
import { checkWebhooks, type Received } from './webhooks.ts';

export type Evidence = {
  readonly seed: number;
  readonly databaseUrl: string;
  readonly simulatorsFolder: string;
  /** The answers that clients received. */
  readonly toldFile: string;
  readonly received: readonly Received[];
  readonly findings: Findings;
};

/** Compares everything that a run produced. Answers the counts. */
export async function check(evidence: Evidence): Promise<Readonly<Record<string, number>>> {
  const { seed, findings } = evidence;
  const database = await openPlainDatabase(evidence.databaseUrl);
  try {
    const record = await readRecord(database);
    const bank = await readBankBooks(evidence.simulatorsFolder);
    const known = { record, bank, findings };
    const answers = await checkTold(readTold(evidence.toldFile), known, seed);
    checkOrders(known);
    checkAgainstBank(known, seed);
    await checkNothingWaits(known, database);
    await checkNotifications(known, database);
    const events = await checkEventLog(known, database);
    const entries = await checkJournal(known, database);
    const messages = await checkWebhooks(known, database, evidence.received);
    const operations = [...record.operations.values()].reduce((sum, list) => sum + list.length, 0);
    const payments = record.payments.size;
    return { answers, payments, charges: bank.charges.size, operations, events, entries, webhooks: messages };
  } finally {
    await database.close();
  }
}
