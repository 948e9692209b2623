import type { GatewayServices } from '../../../src/app/services.ts';
import { openStore, type Store } from '../../../src/app/store.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import type { DirectDebitContract } from '../../../src/kernel/merchant.ts';
import type { PaymentType } from '../../../src/kernel/vocabulary.ts';
import type { BankExceptionKind } from '../../../src/modules/bank-statements/bank-import.ts';
import { importBankFile } from '../../../src/modules/bank-statements/import/import-bank-file.ts';
import { cancelDirectDebitBatch } from '../../../src/modules/direct-debits/batches/close-batch.ts';
import {
  type CreatedBatches,
  createDirectDebitBatch,
} from '../../../src/modules/direct-debits/batches/create-batch.ts';
import type { BatchStatus, Presentation } from '../../../src/modules/direct-debits/batches/direct-debit.ts';
import { createMandate } from '../../../src/modules/direct-debits/mandates/create-mandate.ts';
import type { Mandate } from '../../../src/modules/direct-debits/mandates/mandate.ts';
import { activateMandate, signMandate } from '../../../src/modules/direct-debits/mandates/sign-mandate.ts';
import { initiatePayment } from '../../../src/modules/payments/initiation/initiate-payment.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { decidingOn, openExceptions } from '../bank-statements/importing.ts';
import { inPieces } from '../bank-statements/read-pieces.ts';
import { type WrittenEntry, writtenReport, writtenStatement } from '../bank-statements/written-files.ts';
import { withContract } from '../config/changed-account.ts';
import type { TestDatabases } from '../databases.ts';
import { found } from '../store/found.ts';
import { servicesOver } from '../store/services.ts';
import { coreMandate } from './mandate-requests.ts';

/** Société 1 with a contract of its own, on a day of its own: the use cases as both doors call them. */
export type Company = Awaited<ReturnType<typeof openCompany>>;

/** A Wednesday: the dates in the tests are worked out by hand from it. */
export const firstDay = '2026-11-25';

const options = { derivesKey: false, usesDirectory: false };
const publicUrl = 'http://127.0.0.1:4000';

export async function openCompany({ open }: TestDatabases, contract: Partial<DirectDebitContract> = {}) {
  const { databaseUrl, dispose } = await open();
  const store = await openStore({ databaseUrl });
  let now = momentOf(firstDay);
  const clock = (): number => now++;
  const announced: string[] = [];
  const servicesOn = (on: Store, changed: Partial<DirectDebitContract> = {}): GatewayServices =>
    servicesOver(on, {
      clock,
      builtInSocietes: () => withContract(developmentSocietes(publicUrl), '1', { ...contract, ...changed }),
    });
  const services = { ...servicesOn(store), announce: (id: string) => void announced.push(id) };
  let clients = 0;

  async function mandate(scheme: 'CORE' | 'B2B' = 'CORE', type: 'RECURRENT' | 'ONE_OFF' = 'RECURRENT') {
    const idClient = `client-${clients++}`;
    const { mandate: draft } = await createMandate(services, anonymous, { ...coreMandate, idClient, scheme, type });
    const { id } = draft;
    await signMandate(services, anonymous, { id, signedOn: '2025-01-15', method: 'PAPER' });
    if (scheme === 'B2B') await activateMandate(services, anonymous, { id, bankConfirmedOn: '2025-01-20' });
    return draft;
  }
  const debit = (idClient: string, amount = 1250, idCommande = '0'): Promise<Payment> =>
    initiate(services, { paymentType: 'DIRECT_SEPA', idClient, amount, idCommande });
  const transfer = (amount: number): Promise<Payment> =>
    initiate(services, { paymentType: 'SEPA', idClient: `client-${clients++}`, amount });
  const batch = (cutOff: string, on: GatewayServices = services): Promise<CreatedBatches> =>
    createDirectDebitBatch(on, anonymous, { idSociete: '1', runMode: 'TEST', cutOff });
  async function read(text: string, on: GatewayServices = services): Promise<void> {
    const given = { name: 'bank.xml', source: 'UPLOAD', bytes: inPieces(Buffer.from(text)) } as const;
    const { file } = await importBankFile(on, anonymous, given, {});
    if (file.status !== 'IMPORTED') throw new Error(`the file was refused: ${file.reason}`);
  }
  return {
    ...{ store, databaseUrl, services, servicesOn, announced, mandate, debit, transfer, batch, read },
    /** Half past nine on a day. */
    on: (day: string): void => {
      now = momentOf(day);
    },
    payment: async ({ id }: Pick<Payment, 'id'>): Promise<Payment> => found(await store.paymentById(id)),
    presentation: async ({ id }: Pick<Payment, 'id'>): Promise<Presentation> => found(await store.directDebitOf(id)),
    /** What each event says, one beside the other. */
    eventsOf: async ({ id }: Pick<Payment, 'id'>): Promise<readonly Readonly<Record<string, unknown>>[]> =>
      (await store.eventsOf(id, 0, 100)).map(({ type, status, data }) => ({ type, status, ...data })),
    fileOf: async ({ batches: [first] }: CreatedBatches): Promise<string> =>
      found(await store.directDebitFile(first?.id ?? '')).toString('utf8'),
    /** The state of a batch, and whether the bank showed that it has the file. */
    shown: async ({ batches: [first] }: CreatedBatches): Promise<readonly [BatchStatus, boolean]> => {
      const { status, bankShowedAt } = found(await store.directDebitBatch(first?.id ?? ''));
      return [status, bankShowedAt !== null];
    },
    cancel: ({ batches: [first] }: CreatedBatches) => cancelDirectDebitBatch(services, anonymous, { id: first?.id }),
    ...bankOf(store, read),
    ...wordsOf({ store, services, mandate, debit, batch }),
    close: async (): Promise<void> => {
      await services.closeWebhooks();
      await store.close();
      await dispose();
    },
  };
}

async function initiate(
  services: GatewayServices,
  asked: {
    readonly paymentType: PaymentType;
    readonly idClient: string;
    readonly amount: number;
    readonly idCommande?: string;
  },
): Promise<Payment> {
  const request = {
    ...{ paymentTarget: 'MILLIET', paymentRunMode: 'TEST', idOrigin: 'web' },
    ...{ idSociete: '1', idCommande: '0', email: 'client@example.fr', ...asked },
  } as const;
  return (await initiatePayment(services, anonymous, request, options)).payment;
}

let files = 0;

/** What the bank says in its files. */
const bankOf = (store: Store, read: (file: string) => Promise<void>) => ({
  /** The statement `S1` of these entries, each time in another file. */
  bring: (entries: readonly WrittenEntry[]): Promise<void> => {
    const written = entries.map((entry) => ({ bankReference: 'B1', ...entry }));
    return read(writtenStatement({ id: 'S1', entries: written }).replace('S1-M', `S1-${files++}`));
  },
  /** What the bank says of a debit before it is settled. */
  report: async (made: CreatedBatches, payment: Pick<Payment, 'id'>, reason: string): Promise<void> => {
    const { endToEndId, blockId } = found(await store.directDebitOf(payment.id));
    const transactions = [{ endToEndId, status: 'RJCT', reason }];
    const messageId = made.batches[0]?.messageId ?? '';
    await read(writtenReport({ messageId, blocks: [{ id: blockId ?? '', transactions }] }));
  },
  /** The bank credits a debit, or takes it back for a reason. */
  book: async (payment: Pick<Payment, 'id'>, { reason, on }: { reason?: string; on?: string } = {}): Promise<void> => {
    const { endToEndId, amountCents } = found(await store.directDebitOf(payment.id));
    const amount = (amountCents / 100).toFixed(2);
    const entry: WrittenEntry = {
      ...{ amount, direction: reason ? 'DBIT' : 'CRDT', code: ['IDDT', reason ? 'UPDD' : 'ESDD'] },
      ...{
        bankReference: `B${endToEndId}${reason ?? ''}`,
        details: [{ amount, endToEndId, ...(reason && { reason }) }],
      },
      ...(on && { bookedOn: on }),
    };
    await read(writtenStatement({ id: `S${endToEndId}${reason ?? ''}`, entries: [entry] }));
  },
});

type Parts = {
  readonly store: Store;
  readonly services: GatewayServices;
  readonly mandate: (scheme?: 'CORE' | 'B2B', type?: 'RECURRENT' | 'ONE_OFF') => Promise<Mandate>;
  readonly debit: (idClient: string, amount?: number) => Promise<Payment>;
  readonly batch: (cutOff: string) => Promise<CreatedBatches>;
};

/** What tests of debits say in one word. */
function wordsOf({ store, services, mandate, debit, batch }: Parts) {
  const deciding = decidingOn(services);
  return {
    /** The one open exception, or the one of a kind. */
    only: deciding.only,
    open: (kind?: BankExceptionKind) => openExceptions(store, kind),
    /** A person decides about it. @returns its kind */
    decide: async (decision: object = {}, kind?: BankExceptionKind): Promise<BankExceptionKind> =>
      (await deciding.decide({ ...decision }, kind)).exception.kind,
    /** Its status, and the number and state of its presentation. */
    standing: async ({ id }: Pick<Payment, 'id'>): Promise<string> => {
      const { presentation, state } = found(await store.directDebitOf(id));
      return `${found(await store.paymentById(id)).status} ${presentation} ${state}`;
    },
    mandateOf: async (id: string) => {
      const { status, collections, lastCollectedOn } = found(await store.mandateById(id));
      return [status, collections, lastCollectedOn];
    },
    /** A debit under a mandate of its own. */
    newDebit: async (amount?: number, ...as: Parameters<Parts['mandate']>): Promise<Payment> =>
      debit((await mandate(...as)).idClient, amount),
    debitsOfNextBatch: async (): Promise<number> =>
      (await batch('2026-12-09')).batches.reduce((sum, { debits }) => sum + debits, 0),
  };
}

const momentOf = (day: string): number => Date.parse(`${day}T08:30:00Z`);
