import type { Transacting } from '../../kernel/transacting.ts';
import type * as bankStatements from '../bank-statements/ports.ts';
import type { Services as BankStatementServices } from '../bank-statements/ports.ts';
import type { JournalReads, JournalWrites } from './journal.ts';

/** The module's ports: its own part of the store, and those of the modules before it. */

export type Reads = bankStatements.Reads & JournalReads;
export type Transaction = bankStatements.Transaction & Reads & JournalWrites;
export type Store = Reads & Transacting<Transaction>;
export type Services = Omit<BankStatementServices, 'store'> & { readonly store: Store };
