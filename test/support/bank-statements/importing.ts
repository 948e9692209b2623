import { expect } from 'vitest';
import type { GatewayServices } from '../../../src/app/services.ts';
import type { Store } from '../../../src/app/store.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import type { Caller } from '../../../src/kernel/caller.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import type { Societe } from '../../../src/kernel/merchant.ts';
import { creditorReference } from '../../../src/kernel/sepa/creditor-reference.ts';
import { rumKeyOf } from '../../../src/kernel/sepa/mandate.ts';
import type { CalendarDate } from '../../../src/kernel/sepa/target-calendar.ts';
import type { BankException, BankExceptionKind, BankFile } from '../../../src/modules/bank-statements/bank-import.ts';
import {
  type ResolvedException,
  resolveBankException,
} from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import {
  type GivenBankFile,
  type ImportedBankFile,
  importBankFile,
} from '../../../src/modules/bank-statements/import/import-bank-file.ts';
import type { StoredBatch } from '../../../src/modules/direct-debits/batches/direct-debit.ts';
import { icsKeyOf, type Mandate } from '../../../src/modules/direct-debits/mandates/mandate.ts';
import type { PaymentEvent } from '../../../src/modules/payments/events/payment-event.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import type { TestDatabases } from '../databases.ts';
import { initiate, type OpenedStore, openTestStore } from '../store/examples.ts';
import { servicesOver } from '../store/services.ts';
import { iban } from './examples.ts';
import { inPieces } from './read-pieces.ts';
import { type WrittenEntry, type WrittenStatement, writtenStatement } from './written-files.ts';

export const at = Date.UTC(2026, 10, 25, 9, 30);

/** Under which ids a debit went to the bank. */
export type Sent = { readonly endToEndId: string; readonly paymentInformationId: string; readonly messageId: string };

export type Importing = AsyncDisposable & {
  readonly store: Store;
  readonly services: GatewayServices;
  /** Another moment; and the books of every société are closed until a day. */
  readonly servicesAt: (now: number, books?: { readonly closedUntil?: CalendarDate }) => GatewayServices;
  readonly databaseUrl: string;
  readonly transfer: (change?: Partial<Payment>) => Promise<Payment>;
  /** A direct debit that was sent, under this id. */
  readonly debit: (endToEndId: string, change?: Partial<Payment>, sent?: Partial<Sent>) => Promise<Payment>;
  readonly import: (file: string | Buffer, options?: ImportOptions) => Promise<ImportedBankFile>;
  /** Imports a statement of these entries, which is in order. @returns what became of them */
  readonly statement: (
    entries: readonly WrittenEntry[],
    id?: string,
    change?: Partial<WrittenStatement>,
  ) => Promise<BankFile['counts']>;
  /** The exceptions that wait for a person. */
  readonly open: (kind?: BankExceptionKind) => Promise<readonly BankException[]>;
  /** The same in words: `UNDERPAID 400`. */
  readonly openInWords: () => Promise<readonly string[]>;
  readonly only: Deciding['only'];
  readonly decide: Deciding['decide'];
  readonly lastEvent: (payment: Payment) => Promise<PaymentEvent | undefined>;
  readonly statusOf: (payment: Payment) => Promise<Payment['status']>;
  readonly close: () => Promise<void>;
};

export type ImportOptions = {
  readonly caller?: Caller;
  readonly services?: GatewayServices;
  readonly name?: string;
  readonly source?: GivenBankFile['source'];
};

export const referenceOf = ({ reference }: Payment): string => creditorReference(reference);

export const everything = { limit: 100, beforeId: null, status: null, kind: null, societes: null } as const;

/** The exceptions that wait for a person. */
export const openExceptions = (store: Pick<Store, 'bankExceptions'>, kind: BankExceptionKind | null = null) =>
  store.bankExceptions({ ...everything, status: 'OPEN', kind });

export type Deciding = {
  /** The one exception that waits for a person, or the one of a kind. */
  readonly only: (kind?: BankExceptionKind) => Promise<BankException>;
  /** A person decides about it, or about the one that `id` names. */
  readonly decide: (
    decision?: { readonly id?: string | undefined; readonly [field: string]: unknown },
    kind?: BankExceptionKind,
    services?: GatewayServices,
  ) => Promise<ResolvedException>;
};

export function decidingOn(services: GatewayServices): Deciding {
  const only: Deciding['only'] = async (kind) => {
    const [exception, other] = await openExceptions(services.store, kind);
    if (!exception || other) throw new Error(`there is one ${kind ?? 'exception'}`);
    return exception;
  };
  const decide: Deciding['decide'] = async ({ id, ...decision } = {}, kind = undefined, by = services) =>
    resolveBankException(by, anonymous, {
      ...{ id: id ?? (await only(kind)).id, resolution: 'HANDLED', reason: 'vu avec la banque', ...decision },
    });
  return { only, decide };
}

/** The kinds of the exceptions, those alone that wait for a person or, with null, all. */
export async function kindsOf(store: Store, status: 'OPEN' | null = 'OPEN'): Promise<readonly string[]> {
  return (await store.bankExceptions({ ...everything, status })).map(({ kind }) => kind).toSorted();
}

export async function openImporting(database: TestDatabases): Promise<Importing> {
  const opened: OpenedStore = await openTestStore(database);
  const { store } = opened;
  const servicesAt: Importing['servicesAt'] = (now, { closedUntil = null } = {}) =>
    servicesOver(store, { clock: () => now, identifiers, builtInSocietes: () => societesClosed(closedUntil) });
  const services = servicesAt(at);
  const money = { idSociete: '1', effectiveRunMode: 'TEST', amountCents: 12_345, mandate: null, payer: null } as const;
  const importFile: Importing['import'] = (
    file,
    { caller = anonymous, services: with_ = services, name = 'releve.xml', source = 'UPLOAD' } = {},
  ) => importBankFile(with_, caller, { name, source, bytes: inPieces(Buffer.from(file)) }, {});
  const open: Importing['open'] = (kind) => openExceptions(store, kind);
  return {
    ...{
      store,
      services,
      servicesAt,
      databaseUrl: opened.databaseUrl,
      import: importFile,
      open,
      ...decidingOn(services),
    },
    statement: async (entries, id = 'S1', change = {}) => {
      const { file } = await importFile(writtenStatement({ id, entries, ...change }));
      expect(file).toMatchObject({ status: 'IMPORTED', reason: null });
      return file.counts;
    },
    openInWords: async () => (await open()).map(({ kind, amountCents }) => `${kind} ${amountCents}`).toSorted(),
    transfer: (change) =>
      initiate(store, {
        ...{ ...money, paymentTarget: 'MILLIET', paymentType: 'SEPA', typePaiement: 'SEPA', flow: 'BANK_TRANSFER' },
        ...change,
      }),
    debit: async (endToEndId, change, where) => {
      const payment = await initiate(store, {
        ...{ ...money, paymentTarget: 'MILLIET', paymentType: 'DIRECT_SEPA', typePaiement: 'DIRECT_SEPA' },
        ...{ flow: 'DIRECT_DEBIT', status: 'SUBMITTED', expiresAt: null },
        ...change,
      });
      await keepPresentation(store, payment, { endToEndId, paymentInformationId: 'M1-1', messageId: 'M1', ...where });
      return payment;
    },
    lastEvent: async ({ id }) => (await store.eventsOf(id, 0, 50)).at(-1),
    statusOf: async ({ id }) => {
      const payment = await store.paymentById(id);
      if (!payment) throw new Error('there is no such payment');
      return payment.status;
    },
    ...{ close: opened.close, [Symbol.asyncDispose]: opened.close },
  };
}

function societesClosed(closedUntil: CalendarDate | null): ReadonlyMap<string, Societe> {
  const societes = developmentSocietes('http://127.0.0.1:4000');
  if (closedUntil === null) return societes;
  const rules = { ...defaultAccountingRules, closedUntil };
  return new Map([...societes].map(([id, one]) => [id, { ...one, accounting: { TEST: rules } }]));
}

/** One mandate for all of them, and a batch for each message. */
async function keepPresentation(store: Store, payment: Payment, sent: Sent): Promise<void> {
  await store.transact(async (transaction) => {
    const known = await transaction.directDebitBatchByMessageId(sent.messageId);
    const batchId = known?.id ?? identifiers.newId('bat');
    if ((await transaction.mandateById(exampleMandate.id)) === null) {
      const { id: mandateId, runMode, ics, rum } = exampleMandate;
      await transaction.insertMandate(exampleMandate);
      await transaction.claimRum({ runMode, icsKey: icsKeyOf(ics), rumKey: rumKeyOf(rum), mandateId });
    }
    if (known === null) await transaction.insertDirectDebitBatch(batchOf(batchId, sent.messageId), Buffer.from('file'));
    await transaction.insertDirectDebit({
      ...{ paymentId: payment.id, presentation: 1, endToEndId: sent.endToEndId, mandateId: exampleMandate.id },
      ...{ idSociete: payment.idSociete, runMode: payment.effectiveRunMode, scheme: 'CORE', state: 'BATCHED' },
      ...{ amountCents: payment.amountCents, dueDate: '2026-11-25', notifiedAt: at, batchId, sequence: 'RCUR' },
      ...{ blockId: sent.paymentInformationId, amendment: null, previousCollectedOn: null, createdAt: at },
    });
  });
}

const identifiers = createIdentifiers(Date.now);

export const exampleMandate: Mandate = {
  id: identifiers.newId('mdt'),
  ...{ token: 'A'.repeat(24), rum: 'RUM-1', ics: 'FR72ZZZ123456', creditorName: 'J MILLIET BBC', idSociete: '1' },
  ...{ idClient: '2263', runMode: 'TEST', scheme: 'CORE', type: 'RECURRENT', status: 'ACTIVE', version: 1 },
  ...{ client: 'boutique', bankConfirmedOn: null, amendment: null, lastCollectedOn: null, collections: 0 },
  ...{ endsWithNext: false, createdAt: at, updatedAt: at },
  debtor: { name: 'Café du Commerce', iban: iban.france, bic: null, address: null },
  signature: { signedOn: '2025-01-15', place: null, method: 'PAPER', evidenceDigest: null },
};

const batchOf = (id: string, messageId: string): StoredBatch => ({
  ...{ id, messageId, idSociete: '1', runMode: 'TEST', scheme: 'CORE', cutOff: '2026-11-25', status: 'SUBMITTED' },
  ...{ version: 1, debits: 1, totalCents: 1, fileName: `${messageId}.xml`, fileDigest: 'ab'.repeat(32), fileBytes: 4 },
  ...{ fileFormat: 'pain.008.001.08', createdBy: 'boutique', createdAt: at, firstDownloadedBy: null },
  ...{ firstDownloadedAt: null, closedBy: null, closedAt: null, bankShowedAt: null },
});
