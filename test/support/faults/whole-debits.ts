import { expect } from 'vitest';
import { createBooks } from '../../../src/app/event-handlers.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { rulesOf } from '../../../src/kernel/merchant.ts';
import { checkJournal } from '../../../src/modules/accounting/check-journal.ts';
import type { TestGateway } from '../gateway.ts';
import { eventLogProblems } from '../store/event-log.ts';

export const valuesOf = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)<`, 'g'))].map(([, value = '']) => value);

/** Each debit stands in the one file of its batch, or waits and stands in none; the books and the event log hold. */
export async function debitsAreWhole(gateway: TestGateway, ids: readonly string[] = []): Promise<void> {
  const { store } = gateway;
  const all = {
    limit: 1000,
    beforeId: null,
    idSociete: null,
    societes: null,
    runModes: ['TEST'],
    statuses: null,
  } as const;
  const files = new Map<string, readonly string[]>();
  for (const { id } of await store.directDebitBatches(all)) {
    const bytes = await store.directDebitFile(id);
    files.set(id, valuesOf(bytes?.toString() ?? '', 'EndToEndId'));
  }
  for (const id of ids) {
    const debit = await store.directDebitOf(id);
    const ofDebit = [...files].filter(([, endToEndIds]) => endToEndIds.includes(debit?.endToEndId ?? ''));
    expect(ofDebit.map(([batchId]) => batchId)).toEqual(debit?.batchId ? [debit.batchId] : []);
    const status = (await store.paymentById(id))?.status;
    expect(status === 'PENDING').toBe(debit?.state === 'WAITING');
    if (status === 'SUBMITTED') expect(debit?.state).toBe('BATCHED');
  }
  expect(await store.unfinishedBankFiles('', 10)).toEqual([]);
  await gateway.runWorkers('journal');
  const societes = developmentSocietes(gateway.url);
  const services = { clock: Date.now, identifiers: createIdentifiers(Date.now), rulesOf: rulesOf({ societes }) };
  const checking = { ...services, ...createBooks(services), store };
  const books = { idSociete: '1', runMode: 'TEST' } as const;
  const report = await checkJournal(checking, { books, booksMissing: false, onProgress: () => undefined });
  expect(report).toMatchObject({ problems: [], unposted: 0 });
  expect(await eventLogProblems(store)).toEqual([]);
}
