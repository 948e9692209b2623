import type { Transacting } from '../../kernel/transacting.ts';
import type * as accounting from '../accounting/ports.ts';
import type { Services as AccountingServices } from '../accounting/ports.ts';
import type * as customers from '../customers/ports.ts';
import type * as webhooks from '../webhooks/ports.ts';
import type { SearchReads, SearchWrites } from './search-document.ts';

/** The module's ports: its own part of the store, and those of all that is searched. */

export type Reads = accounting.Reads & webhooks.Reads & SearchReads;
export type Transaction = accounting.Transaction &
  customers.Transaction &
  webhooks.Transaction &
  SearchReads &
  SearchWrites;
export type Store = Reads & Transacting<Transaction>;
export type Services = Omit<AccountingServices, 'store'> & { readonly store: Store };
