import type { Store } from '../../../src/app/store.ts';
import { rumKeyOf } from '../../../src/kernel/sepa/mandate.ts';
import type { JournalEntry } from '../../../src/modules/accounting/journal.ts';
import {
  type BankEntryRecord,
  type BankException,
  type BankFile,
  nothingSaid,
} from '../../../src/modules/bank-statements/bank-import.ts';
import type { Customer } from '../../../src/modules/customers/customer.ts';
import type { StoredBatch } from '../../../src/modules/direct-debits/batches/direct-debit.ts';
import { icsKeyOf, type Mandate } from '../../../src/modules/direct-debits/mandates/mandate.ts';
import type { OutgoingMessage } from '../../../src/modules/payments/events/outgoing-message.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { exampleMandate } from '../bank-statements/importing.ts';
import { at, exampleAttempt, exampleEvent, examplePayment, exampleRecord, identifiers } from '../store/examples.ts';

/** One of each kind that can be found, of société 1 in LIVE, with words of its own. */
export type Searched = {
  readonly payment: Payment;
  readonly mandate: Mandate;
  readonly customer: Customer;
  readonly exception: BankException;
  readonly batch: StoredBatch;
  readonly entry: JournalEntry;
  readonly delivery: OutgoingMessage;
  readonly attemptId: string;
  readonly eventId: string;
};

const of = { idSociete: '1', runMode: 'LIVE' } as const;

export const searchedPayment = (): Payment =>
  examplePayment({
    ...{ client: 'shop', idSociete: '1', idOrigin: 'web', paymentTarget: 'PAYBOX', effectiveRunMode: 'LIVE' },
    ...{ idClient: 'CL-2263', idCommande: '45012', amountCents: 123_456, email: 'Jean.Dupont+cave@Example.fr' },
    ...{ commentaire: "Livraison à l'étage", mandate: null },
    payer: { firstName: 'Hélène', lastName: 'Lefèvre', phone: '+33612345678' },
  });

export async function storeOneOfEach(store: Store): Promise<Searched> {
  const payment = searchedPayment();
  const attempt = exampleAttempt(payment, { bankTransaction: '1187654321' });
  const event = exampleEvent(payment);
  const mandate: Mandate = {
    ...exampleMandate,
    ...{ ...of, id: identifiers.newId('mdt'), rum: 'MAND-2026-00017', idClient: 'CL-77' },
    debtor: { name: 'Café du Commerce', iban: 'FR7630006000011234567890189', bic: null, address: null },
  };
  const customer: Customer = {
    ...{ idSociete: '1', idClient: 'CL-88', version: 1, createdAt: at, updatedAt: at, updatedBy: 'office' },
    details: { lastName: 'Østergård', firstName: 'Søren', phone: '+33698765432', zipCode: '31000', city: 'Toulouse' },
  };
  const file = bankFile();
  const exception: BankException = {
    ...{ id: identifiers.newId('bkx'), subject: 'searched', kind: 'UNMATCHED_CREDIT', fileId: file.id, entryId: null },
    ...{ paymentId: null, ...of, amountCents: 7777, direction: 'CREDIT', bookedOn: '2026-11-20', reasonCode: null },
    ...{ status: 'OPEN', resolution: null, resolvedBy: null, resolvedAt: null, resolutionReason: null, openedAt: at },
    erasedAt: null,
    details: { ...nothingSaid, counterparty: 'ETS MOREAU', remittance: 'FACTURE Nº 998877 octobre' },
  };
  const batch: StoredBatch = {
    ...{ id: identifiers.newId('bat'), messageId: 'DDL-20261125-1', ...of, scheme: 'CORE', cutOff: '2026-11-25' },
    ...{ status: 'CREATED', version: 1, debits: 1, totalCents: 55_500, fileName: 'prelevements.xml', fileBytes: 1 },
    ...{ fileDigest: 'ab'.repeat(32), fileFormat: 'pain.008.001.08', createdBy: 'office', createdAt: at },
    ...{ firstDownloadedBy: null, firstDownloadedAt: null, closedBy: null, closedAt: null, bankShowedAt: null },
  };
  const bankEntry = bankEntryOf(file);
  const entry = journalEntry(bankEntry);
  const message: OutgoingMessage = {
    ...{ id: identifiers.newId('msg'), client: 'office', endpoint: 'shop', subject: payment.id, sequence: 1 },
    ...{ eventId: event.id, type: 'payment.initiated', body: '{}', createdAt: at, expiresAt: at },
  };
  await store.transact(async (transaction) => {
    await transaction.recordInitiation(exampleRecord(payment, { attempt, event, messages: [message] }));
    await transaction.claimBankTransaction('PAYBOX', 'LIVE', '1187654321', attempt.id);
    await transaction.insertMandate(mandate);
    const key = { runMode: mandate.runMode, icsKey: icsKeyOf(mandate.ics), rumKey: rumKeyOf(mandate.rum) };
    await transaction.claimRum({ ...key, mandateId: mandate.id });
    await transaction.insertCustomer(customer);
    await transaction.insertBankFile(file);
    await transaction.insertBankEntry(bankEntry);
    await transaction.insertBankException(exception);
    await transaction.insertDirectDebitBatch(batch, Buffer.from('x'));
    await transaction.insertJournalEntry(entry);
  });
  return {
    ...{ payment, mandate, customer, exception, batch, entry, delivery: message },
    attemptId: attempt.id,
    eventId: event.id,
  };
}

const bankFile = (): BankFile => ({
  ...{ id: identifiers.newId('bkf'), name: 'releve.xml', digest: 'ab'.repeat(32), sizeBytes: 1, source: 'UPLOAD' },
  ...{ receivedBy: 'office', rights: { societes: ['1'], runModes: ['LIVE'] }, receivedAt: at, status: 'IMPORTED' },
  ...{ reason: null, format: 'CAMT_053', version: '08', ...of, steps: 1, done: 1, updatedAt: at },
  ...{ societes: ['1'], decidedBy: null, decidedAt: null },
  counts: { applied: 0, repeated: 0, exceptions: 1, ruled: 0, ignored: 0 },
});

const bankEntryOf = ({ id: fileId }: BankFile): BankEntryRecord => ({
  ...{ id: identifiers.newId('bke'), iban: 'FR7630006000011234567890189', identity: 'REL-4711', detail: 0, fileId },
  ...{ ...of, amountCents: 4242, direction: 'CREDIT', chargesCents: 0, bookedOn: '2026-11-20', transactionCode: null },
  ...{ returnReason: null, ruled: null, paymentId: null, outcome: 'EXCEPTION', recordedAt: at, blockId: null },
  facts: null,
});

/** About the suspense account alone: it is of no payment. */
const journalEntry = ({ id: bankEntryId }: BankEntryRecord): JournalEntry => ({
  ...{ id: identifiers.newId('jrn'), ...of, journal: { code: 'OD', label: 'Opérations diverses' }, kind: 'SUSPENSE' },
  ...{ pieceReference: 'REL-4711', pieceDate: '2026-11-20', label: 'CREDIT NON IDENTIFIE REL-4711' },
  lines: [
    { account: '512100', accountLabel: 'Banque', auxiliary: null, debitCents: 4242, creditCents: 0 },
    { account: '471000', accountLabel: 'Attente', auxiliary: null, debitCents: 0, creditCents: 4242 },
  ],
  ...{ event: null, reverses: null, bankEntryId, clears: null, reason: null, operator: null },
  ...{ createdAt: at, date: '2026-11-20', exercise: 2026, posting: null },
});
