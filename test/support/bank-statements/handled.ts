import { type BankException, type BankFile, nothingSaid } from '../../../src/modules/bank-statements/bank-import.ts';
import { identifiers } from '../store/examples.ts';

/** An exception that a person dealt with, and its file. The bank's own words are all about one person. */

export const canaryIban = 'FR7610107001011234567890129';

export const handledFile: BankFile = {
  ...{ id: identifiers.newId('bkf'), name: 'releve.xml', digest: 'ab'.repeat(32), sizeBytes: 1, source: 'UPLOAD' },
  ...{ receivedBy: 'anonymous', rights: { societes: null, runModes: ['TEST'] }, receivedAt: 1, status: 'IMPORTED' },
  ...{ reason: null, format: 'CAMT_053', version: '08', idSociete: '1', runMode: 'TEST', steps: 1, done: 1 },
  ...{ societes: ['1'], decidedBy: null, decidedAt: null },
  ...{ counts: { applied: 0, repeated: 0, exceptions: 3, ruled: 0, ignored: 0 }, updatedAt: 1 },
};

export const handledException = (change: Partial<BankException> = {}): BankException => ({
  ...{ id: identifiers.newId('bkx'), kind: 'UNMATCHED_CREDIT', fileId: handledFile.id, entryId: null, paymentId: null },
  ...{ idSociete: '1', runMode: 'TEST', amountCents: 1250, direction: 'CREDIT', bookedOn: '2026-11-20' },
  ...{ subject: identifiers.newId('bke'), reasonCode: null, status: 'RESOLVED', resolution: 'HANDLED' },
  ...{ resolvedBy: 'anonymous', resolvedAt: 2, resolutionReason: 'rendu à Canari', openedAt: 1, erasedAt: null },
  details: {
    ...{ ...nothingSaid, counterparty: 'Café Canari', counterpartyIban: canaryIban, remittance: 'pour Canari' },
    endToEndId: 'E2E-1',
  },
  ...change,
});

/** What makes it one that still waits. */
export const stillOpen = {
  status: 'OPEN',
  ...{ resolution: null, resolvedBy: null, resolvedAt: null, resolutionReason: null },
} as const;
