import type { DirectDebit, DirectDebitBatch } from '../../../src/modules/direct-debits/files/direct-debit-input.ts';

export const createdAt = Date.UTC(2026, 10, 25, 9, 30);

/** Published IBANs, no real accounts. */
export const iban = {
  company: 'FR1420041010050500013M02606',
  france: 'FR7630006000011234567890189',
  monaco: 'MC5811222000010123456789030',
  germany: 'DE89370400440532013000',
  belgium: 'BE68539007547034',
} as const;

export function exampleDebit(change: Partial<DirectDebit> = {}): DirectDebit {
  return {
    endToEndId: 'P1',
    amountCents: 100_000,
    runMode: 'LIVE',
    sequenceType: 'RCUR',
    dueDate: '2026-12-11',
    mandate: { reference: 'MILLIET-1-2263-001', signedOn: '2025-01-15', amendment: null },
    debtor: {
      name: 'Café & du Commerce',
      address: { street: 'Rue de la Paix', buildingNumber: '12', postalCode: '75002', town: 'PARIS', country: 'FR' },
      iban: iban.france,
      bic: null,
    },
    remittance: 'CDE 88231',
    ...change,
  };
}

export function exampleBatch(change: Partial<DirectDebitBatch> = {}): DirectDebitBatch {
  return {
    version: 'pain.008.001.08',
    runMode: 'LIVE',
    scheme: 'CORE',
    messageId: 'MILLIET-1-20261125-001',
    createdAt,
    creditor: {
      name: 'J MILLIET BBC',
      address: { street: null, buildingNumber: null, postalCode: null, town: 'ST OUEN', country: 'FR' },
      iban: iban.company,
      bic: 'PSSTFRPPPAR',
      creditorIdentifier: 'FR72ZZZ123456',
    },
    batchBooking: true,
    debits: [exampleDebit()],
    ...change,
  };
}
