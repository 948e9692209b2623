import type { Transacting } from '../../kernel/transacting.ts';
import type * as accounting from '../accounting/ports.ts';
import type { Services as AccountingServices } from '../accounting/ports.ts';
import type * as auditLog from '../audit-log/ports.ts';
import type * as customers from '../customers/ports.ts';
import type { StoredNotification } from '../payments/notifications/notification.ts';
import type { Payment } from '../payments/payment.ts';
import type { SavedViewReads, SavedViewWrites } from '../people/views/saved-view.ts';
import type * as search from '../search/ports.ts';
import type { RetentionReads, RetentionWrites } from './retention.ts';

/** The module's ports, to find and erase personal data. */

/** A customer, by the values that the company knows. Addresses compare without case. */
export type Person =
  | { readonly email: string }
  /** `idSociete` null: the number means the same person at every société. */
  | { readonly idClient: string; readonly idSociete: string | null };

/** With when its content was erased. */
export type ErasableNotification = StoredNotification & { readonly erasedAt: number | null };

export type PersonReads = {
  /** Oldest first; those after `afterId` ('' for all), `limit` at most. Reads the whole table: not for a request. */
  paymentsOfPerson(person: Person, afterId: string, limit: number): Promise<readonly Payment[]>;
  /** In the order in which they came; those after `afterId`, `limit` at most. */
  notificationsBehind(afterId: string, limit: number): Promise<readonly ErasableNotification[]>;
};

export type PayerErasure = Pick<Payment, 'email' | 'derivedKey' | 'updatedAt'> & {
  /** Null: the customer's number stays. */
  readonly idClient: string | null;
  /** Null: the retention still has to forget the digest. */
  readonly erasedAt: number | null;
};

export type ErasureWrites = {
  /** Replaces the payer; removes comment, payer details and return address. Compare-and-set like `updatePayment`. */
  erasePayer(id: string, version: number, erasure: PayerErasure): Promise<boolean>;
};

export type Reads = accounting.Reads & auditLog.Reads & PersonReads & RetentionReads;
export type Transaction = accounting.Transaction &
  auditLog.Transaction &
  customers.Transaction &
  search.Transaction &
  PersonReads &
  ErasureWrites &
  Pick<SavedViewReads & SavedViewWrites, 'savedViewsAfter' | 'removeSavedView'> &
  RetentionReads &
  RetentionWrites;
export type Store = Reads & Transacting<Transaction>;
export type Services = Omit<AccountingServices, 'store'> & { readonly store: Store };
