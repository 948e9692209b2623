import type { Transacting } from '../../kernel/transacting.ts';
import type * as accounting from '../accounting/ports.ts';
import type { Services as AccountingServices } from '../accounting/ports.ts';
import type * as customers from '../customers/ports.ts';
import type { StoredNotification } from '../payments/notifications/notification.ts';
import type { Payment } from '../payments/payment.ts';
import type { RetentionReads, RetentionWrites } from './retention.ts';

/** What the module wants from the rest of the program, to find and erase what is kept about a person. */

/** A customer, by what the company knows them by. An address is the same in small and capital letters. */
export type Person =
  | { readonly email: string }
  /** `idSociete` null: the number means the same person at every société. */
  | { readonly idClient: string; readonly idSociete: string | null };

export type PersonReads = {
  /** Oldest first; those behind `afterId` ('' for all), `limit` at most. Reads the whole table: not for a request. */
  paymentsOfPerson(person: Person, afterId: string, limit: number): Promise<readonly Payment[]>;
  /** In the order in which they came; those behind `afterId`, `limit` at most. */
  notificationsBehind(afterId: string, limit: number): Promise<readonly StoredNotification[]>;
};

/** `idClient` null: the customer's number stays. */
export type PayerErasure = Pick<Payment, 'email' | 'derivedKey' | 'updatedAt'> & { readonly idClient: string | null };

export type ErasureWrites = {
  /** Replaces what says who paid; comment, payer and return address go. Compare-and-set like `updatePayment`. */
  erasePayer(id: string, version: number, erasure: PayerErasure): Promise<boolean>;
  /** Puts `body` in the place of what came, and of where it came from; digest and outcome stay. */
  eraseNotification(id: string, body: Buffer, at: number): Promise<void>;
};

export type Reads = accounting.Reads & PersonReads & RetentionReads;
export type Transaction = accounting.Transaction &
  customers.Transaction &
  PersonReads &
  ErasureWrites &
  RetentionReads &
  RetentionWrites;
export type Store = Reads & Transacting<Transaction>;
export type Services = Omit<AccountingServices, 'store'> & { readonly store: Store };
