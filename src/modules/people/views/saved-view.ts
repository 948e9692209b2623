import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';

export const consolePage = closedSet('ConsolePage', 'A page of the console with a list.', {
  PAYMENTS: '`/console/payments`',
  EXCEPTIONS: '`/console/exceptions`',
  MANDATES: '`/console/mandates`',
  DEBITS: '`/console/debits`',
  BANK_FILES: '`/console/bank-files`',
  TRANSFERS: '`/console/transfers`',
  CUSTOMERS: '`/console/customers`',
  BOOKS: '`/console/books`',
  WEBHOOKS: '`/console/webhooks`',
  APPROVALS: '`/console/approvals`',
  AUDIT: '`/console/audit`',
});
export type ConsolePage = NameOf<typeof consolePage>;

/** Filters of a list, kept under a name. */
export type SavedView = {
  /** `sav_…` */
  readonly id: string;
  /** `console/per_…`; `anonymous` on an open deployment. */
  readonly owner: string;
  readonly name: string;
  readonly page: ConsolePage;
  /** What stands after the path in the address of the page: `?status=PAID`. */
  readonly search: string;
  readonly isShared: boolean;
  /** The sociétés of the owner when it was saved; null: all. */
  readonly societes: readonly string[] | null;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type SavedViewReads = {
  savedView(id: string): Promise<SavedView | null>;
  /** Oldest first. */
  savedViewsOf(owner: string): Promise<readonly SavedView[]>;
  /** Those of everyone, after this id, oldest first. */
  savedViewsAfter(id: string, limit: number): Promise<readonly SavedView[]>;
  /** Those of others too, newest first. */
  sharedViews(limit: number): Promise<readonly SavedView[]>;
};

export type SavedViewWrites = {
  insertSavedView(view: SavedView): Promise<void>;
  updateSavedView(view: Omit<SavedView, 'owner' | 'page' | 'createdAt'>): Promise<void>;
  removeSavedView(id: string): Promise<void>;
  /** Answers how many. */
  removeSavedViewsOf(owner: string): Promise<number>;
};
