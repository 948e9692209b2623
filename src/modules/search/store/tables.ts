import type { Generated } from 'kysely';
import type { Tables as AccountingTables } from '../../accounting/store/tables.ts';
import type { Tables as BankStatementTables } from '../../bank-statements/store/tables.ts';
import type { Tables as CustomerTables } from '../../customers/store/tables.ts';
import type { Tables as WebhookTables } from '../../webhooks/store/tables.ts';

/** A document of the index. Its words stand in `search_words` (SQLite), or here and in `search_postings` (PostgreSQL). */
export type DocumentRow = {
  /** See `placeOf`. */
  readonly n: number;
  readonly key: string;
  readonly scope: number;
  /** The version of the rules that made its words. */
  readonly version: number;
};

export type StateRow = {
  readonly id: number;
  readonly turns: number;
  readonly version: number;
  readonly newest: string;
  readonly oldest: string | null;
  readonly queued_until: string | null;
  readonly dropped_at: number | null;
};

export type Tables = CustomerTables &
  BankStatementTables &
  AccountingTables &
  WebhookTables & {
    readonly search_documents: DocumentRow & { readonly words: string };
    readonly search_scopes: { readonly id: number; readonly facts: string };
    readonly search_state: StateRow;
    readonly search_queue: { readonly id: Generated<number>; readonly key: string };
    /** FTS5, on SQLite. */
    readonly search_words: { readonly rowid: number; readonly words: string; readonly rank: number };
    /** On PostgreSQL: each word with the places of its documents. */
    readonly search_postings: { readonly word: string; readonly n: number };
  };
