import type { Caller } from '../../kernel/caller.ts';
import { maySeeBooks, readJournalEntry } from '../accounting/read-journal.ts';
import { maySeeException, readBankException } from '../bank-statements/import/read-bank-files.ts';
import { maySeeCustomer, readCustomer } from '../customers/save-customers.ts';
import { maySeeBatch, readBatch } from '../direct-debits/batches/close-batch.ts';
import { maySeeMandate } from '../direct-debits/mandates/change-mandate.ts';
import { readMandate } from '../direct-debits/mandates/read-mandates.ts';
import { maySee } from '../payments/may-see.ts';
import { readPayment, readPayments } from '../payments/read-payments.ts';
import { customerOfKey, type SearchedObject } from './document-of.ts';
import type { Reads, Services } from './ports.ts';
import type { SearchKind, SearchScope } from './search-document.ts';

/** Objects by the key that the index has of them. */

type Found<Kind extends SearchKind> = Extract<SearchedObject, { kind: Kind }>['value'] | null;
type Readers = { readonly [Kind in SearchKind]: (key: string) => Promise<Found<Kind>> };

const kinds: Readonly<Record<string, SearchKind>> = {
  pay: 'PAYMENT',
  mdt: 'MANDATE',
  cus: 'CUSTOMER',
  bkx: 'BANK_EXCEPTION',
  bat: 'BATCH',
  jrn: 'JOURNAL_ENTRY',
};

async function readWith(readers: Readers, key: string): Promise<SearchedObject | null> {
  const kind = kinds[key.slice(0, 3)];
  if (kind === undefined) return null;
  const value = await readers[kind](key);
  return value && ({ kind, value } as SearchedObject);
}

/** For the index, which holds the objects of everyone. */
export const loadObject = (store: Reads, key: string): Promise<SearchedObject | null> =>
  readWith(
    {
      PAYMENT: store.paymentById,
      MANDATE: store.mandateById,
      CUSTOMER: async () => {
        const customer = customerOfKey(key);
        return customer && store.customer(customer);
      },
      BANK_EXCEPTION: store.bankException,
      BATCH: store.directDebitBatch,
      JOURNAL_ENTRY: store.journalEntry,
    },
    key,
  );

/** Null for an unknown object, and for one that the caller may not see: the two look alike. */
export const readObject = (services: Services, caller: Caller, key: string): Promise<SearchedObject | null> =>
  readWith(
    {
      PAYMENT: (id) => readPayment(services, caller, id),
      MANDATE: (id) => readMandate(services, caller, id),
      CUSTOMER: async () => {
        const customer = customerOfKey(key);
        return customer && readCustomer(services, caller, customer);
      },
      BANK_EXCEPTION: (id) => readBankException(services, caller, id),
      BATCH: (id) => readBatch(services, caller, id),
      JOURNAL_ENTRY: (id) => readJournalEntry(services, caller, id),
    },
    key,
  );

/** Those of the keys that the caller may see. The payments, most of them, are read together. */
export async function readObjects(
  services: Services,
  caller: Caller,
  keys: readonly string[],
): Promise<ReadonlyMap<string, SearchedObject>> {
  const isOfPayment = (key: string): boolean => kinds[key.slice(0, 3)] === 'PAYMENT';
  const payments = await readPayments(services, caller, keys.filter(isOfPayment));
  const found = new Map<string, SearchedObject>(
    [...payments].map(([id, value]) => [id, { kind: 'PAYMENT', value }] as const),
  );
  await Promise.all(
    keys.map(async (key) => {
      const object = isOfPayment(key) ? null : await readObject(services, caller, key);
      if (object) found.set(key, object);
    }),
  );
  return found;
}

/** By the same rules as the objects themselves. */
export function maySeeScope(services: Services, caller: Caller, scope: SearchScope): boolean {
  const { kind, idSociete, runMode, client, idOrigin, paymentTarget } = scope;
  if (idSociete === null) return false;
  if (kind === 'CUSTOMER') return maySeeCustomer(caller, idSociete);
  if (runMode === null) return false;
  const owned = { idSociete, runMode };
  if (kind === 'MANDATE') return maySeeMandate(services, caller, owned);
  if (kind === 'BANK_EXCEPTION') return maySeeException(services, caller, owned);
  if (kind === 'BATCH') return maySeeBatch(services, caller, owned);
  if (kind === 'JOURNAL_ENTRY') return maySeeBooks(services, caller, owned);
  if (client === null || idOrigin === null || paymentTarget === null) return false;
  return maySee(services, caller, { client, idSociete, idOrigin, paymentTarget, effectiveRunMode: runMode });
}
