import type { Account } from '../../kernel/accounting-rules.ts';
import type { CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type * as directDebits from '../direct-debits/ports.ts';
import type { Services as DirectDebitServices } from '../direct-debits/ports.ts';
import type { BankEntryRecord } from './bank-import.ts';
import type { BankImportReads, BankImportWrites } from './bank-import-store.ts';
import type { CheckSchema, ReadBankFile } from './files/bank-file.ts';

/** The module's ports. `src/app` fills in the suspense account from the accounting module. */

export type Reads = directDebits.Reads & BankImportReads;
export type Transaction = directDebits.Transaction & Reads & BankImportWrites;
export type Store = Reads & Transacting<Transaction>;

/**
 * Unidentified money on the account is on the suspense account, from the statement on. It leaves suspense with the
 * payment that it is matched to.
 */
export type Suspense<InTransaction = Transaction> = {
  /** Once for each entry of a statement. */
  readonly enter: (transaction: InTransaction, entry: BankEntryRecord) => Promise<void>;
  /** Books the money of an entry against another account, as a rule of the bank account says. Once for each entry. */
  readonly book: (transaction: InTransaction, entry: BankEntryRecord, account: Account) => Promise<void>;
  /**
   * The same money is counted otherwise: whatever of it is still in suspense goes back to the bank account, on its own
   * day. `returnedOn`: on this day the bank took it back, and neither is counted otherwise.
   */
  readonly release: (
    transaction: InTransaction,
    bankEntryId: string,
    returnedOn?: CalendarDate | null,
  ) => Promise<void>;
  /** The same for a part of it alone; no more goes back than is left. */
  readonly releasePart: (
    transaction: InTransaction,
    bankEntryId: string,
    cents: number,
    returnedOn?: CalendarDate | null,
  ) => Promise<void>;
  /** In cents, and locked until the transaction ends. Null where it was never in suspense, or a person undid the entry. */
  readonly remaining: (transaction: InTransaction, bankEntryId: string) => Promise<number | null>;
};

export type Services = Omit<DirectDebitServices, 'store' | 'settings'> & {
  readonly store: Store;
  readonly settings: DirectDebitServices['settings'] & {
    /** The maximum size of a bank file. */
    readonly maximumBankFileBytes: number;
  };
  readonly readBankFile: ReadBankFile;
  /** Null where no schemas are at hand. */
  readonly checkSchema: CheckSchema | null;
  readonly suspense: Suspense;
};
