import { createHash } from 'node:crypto';
import { rumKeyOf } from '../../../src/kernel/sepa/mandate.ts';
import type { JournalEntry } from '../../../src/modules/accounting/journal.ts';
import { type BankException, type BankFile, nothingSaid } from '../../../src/modules/bank-statements/bank-import.ts';
import type { Customer } from '../../../src/modules/customers/customer.ts';
import type { StoredBatch } from '../../../src/modules/direct-debits/batches/direct-debit.ts';
import { icsKeyOf, type Mandate } from '../../../src/modules/direct-debits/mandates/mandate.ts';
import type { OutgoingMessage } from '../../../src/modules/payments/events/outgoing-message.ts';
import type { StoredNotification } from '../../../src/modules/payments/notifications/notification.ts';
import type { PaymentOperation } from '../../../src/modules/payments/operations/payment-operation.ts';
import type { WebhookDelivery } from '../../../src/modules/webhooks/webhook-delivery.ts';
import { exampleMandate } from '../bank-statements/importing.ts';
import type { TestGateway } from '../gateway.ts';
import { initiated } from '../requests.ts';
import { exampleAttempt, exampleNotification, identifiers, initiate } from '../store/examples.ts';
import { withKey } from './clients.ts';

/** One of each thing that is no payment, of the client `owner` and société 1, in LIVE. */

export type Belongings = {
  readonly mandate: Mandate;
  readonly batch: StoredBatch;
  readonly batchBytes: Buffer;
  readonly file: BankFile;
  readonly exception: BankException;
  readonly entry: JournalEntry;
  readonly delivery: WebhookDelivery;
  readonly notification: StoredNotification;
  readonly operation: PaymentOperation;
  readonly customer: Customer;
};

const of = { idSociete: '1', runMode: 'LIVE' } as const;

export async function createBelongings(gateway: TestGateway): Promise<Belongings> {
  const { store } = gateway;
  const at = gateway.now();
  const mandate: Mandate = {
    ...exampleMandate,
    ...of,
    id: identifiers.newId('mdt'),
    client: 'owner',
    idClient: 'kept',
  };
  const batchBytes = Buffer.from('<Document/>');
  const batch: StoredBatch = {
    ...{ id: identifiers.newId('bat'), messageId: 'DDL-1', ...of, scheme: 'CORE', cutOff: '2026-11-25' },
    ...{ status: 'CREATED', version: 1, debits: 1, totalCents: 1, fileName: 'DDL-1.xml', fileBytes: batchBytes.length },
    ...{ fileDigest: createHash('sha256').update(batchBytes).digest('hex'), fileFormat: 'pain.008.001.08' },
    ...{ createdBy: 'owner', createdAt: at, firstDownloadedBy: null, firstDownloadedAt: null },
    ...{ closedBy: null, closedAt: null, bankShowedAt: null },
  };
  const { file, exception } = bankFileWithException(at);
  const customer: Customer = {
    ...{ idSociete: '1', idClient: 'kept', details: { city: 'Paris' }, version: 1, createdAt: at, updatedAt: at },
    updatedBy: 'owner',
  };
  const payment = await initiate(store, {
    ...{ client: 'owner', idSociete: '1', idOrigin: 'web', paymentTarget: 'PAYBOX', effectiveRunMode: 'LIVE' },
    ...{ idCommande: 'belongings', returnUrl: null, payer: null },
  });
  const attempt = exampleAttempt(payment, { number: 2, reference: `${payment.reference}-2` });
  const operation: PaymentOperation = {
    ...{ id: identifiers.newId('ope'), paymentId: payment.id, attemptId: attempt.id, kind: 'REFUND', amountCents: 1 },
    givesBack: true,
    ...{ status: 'UNKNOWN', origin: 'CALLER', client: 'owner', bankTransaction: null, bankCode: null, reason: null },
    ...{ asks: 0, nextAskAt: null, notShownAt: null, createdAt: at, updatedAt: at },
  };
  const notification = exampleNotification({
    outcome: { kind: 'QUARANTINED', reason: 'unknown', paymentId: payment.id },
  });
  const message: OutgoingMessage = {
    ...{ id: identifiers.newId('msg'), client: 'owner', endpoint: 'shop', subject: payment.id, sequence: 1 },
    ...{ eventId: identifiers.newId('evt'), type: 'payment.initiated', body: '{}', createdAt: at, expiresAt: at },
  };
  const dead = { status: 'DEAD', nextAttemptAt: null, expiresAt: null, settledAt: at } as const;
  await store.transact(async (transaction) => {
    await transaction.insertMandate(mandate);
    const keys = { runMode: mandate.runMode, icsKey: icsKeyOf(mandate.ics), rumKey: rumKeyOf(mandate.rum) };
    await transaction.claimRum({ ...keys, mandateId: mandate.id });
    await transaction.insertDirectDebitBatch(batch, batchBytes);
    await transaction.insertBankFile(file);
    await transaction.insertBankException(exception);
    await transaction.insertCustomer(customer);
    await transaction.insertAttempt(attempt, payment.paymentTarget);
    await transaction.insertOperation(operation);
    await transaction.insertNotification(notification);
    await transaction.insertMessage(message);
    await transaction.giveUpWebhook(message.id, { attempts: 0, now: at });
  });
  const delivery = { ...message, ...dead, attempts: 0, tries: 0, claimedUntil: null };
  const booking = { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', paymentRunMode: 'LIVE' } as const;
  const booked = await initiated(gateway, { ...booking, idCommande: 'booked' }, withKey('booking'));
  const [entry] = await store.journalEntriesOf(booked.payment.id);
  if (!entry) throw new Error('a booking has its entry');
  return { mandate, batch, batchBytes, file, exception, entry, delivery, notification, operation, customer };
}

/** A file of the bank that left one exception. */
function bankFileWithException(at: number): Pick<Belongings, 'file' | 'exception'> {
  const file: BankFile = {
    ...{ id: identifiers.newId('bkf'), name: 'releve.xml', digest: 'ab'.repeat(32), sizeBytes: 1, source: 'UPLOAD' },
    ...{ receivedBy: 'owner', rights: { societes: ['1'], runModes: ['LIVE'] }, receivedAt: at, status: 'IMPORTED' },
    ...{ reason: null, format: 'CAMT_053', version: '08', ...of, steps: 1, done: 1, updatedAt: at },
    ...{ societes: ['1'], decidedBy: null, decidedAt: null },
    counts: { applied: 0, repeated: 0, exceptions: 1, ruled: 0, ignored: 0 },
  };
  const exception: BankException = {
    ...{ id: identifiers.newId('bkx'), subject: 'belongings', kind: 'UNMATCHED_CREDIT', fileId: file.id },
    ...{ entryId: null, paymentId: null, ...of, amountCents: 1250, direction: 'CREDIT', bookedOn: '2026-11-20' },
    ...{ reasonCode: null, status: 'OPEN', resolution: null, resolvedBy: null, resolvedAt: null },
    ...{ resolutionReason: null, openedAt: at, erasedAt: null },
    details: { ...nothingSaid, counterparty: 'A' },
  };
  return { file, exception };
}
