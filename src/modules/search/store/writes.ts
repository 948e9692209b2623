import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, statementOf } from '../../../store/prepared-query.ts';
import { customerKeyOf, customerOfKey } from '../document-of.ts';
import { mixedScope, mostScopes, type SearchScope, type SearchWrites } from '../search-document.ts';
import type { searchQueries } from './queries.ts';
import type { StateRow } from './tables.ts';

type Prepared = Preparation<typeof searchQueries>;
type CommonWrites = Omit<SearchWrites, 'putDocuments' | 'dropDocuments' | 'cleanDropped'>;

export function createSearchWrites({ db, queries }: Prepared, connection: Connection): CommonWrites {
  const queueKey = async (key: string) => {
    await queries.queueKey(connection, { key });
  };
  return {
    lockSearch: () => done(queries.lockSearch(connection, {})),
    moveSearch: async ({ queuedUntil, droppedAt, ...change }) => {
      const row: Partial<StateRow> = {
        ...change,
        ...(queuedUntil !== undefined && { queued_until: queuedUntil }),
        ...(droppedAt !== undefined && { dropped_at: droppedAt }),
      };
      const update = db.updateTable('search_state').set(row).where('id', '=', 1);
      await connection.execute(statementOf(update.compile()));
    },
    queueKey,
    queueAfter: async (key, limit) => {
      const page = await pageAfter({ queries }, connection, key, limit);
      for (const one of page) if (one.isSearched) await queueKey(one.key);
      return page.at(-1)?.key ?? null;
    },
    removeQueued: async (ids) => {
      for (const id of ids) await queries.removeQueued(connection, { id });
    },
  };
}

type Walked = { readonly key: string; readonly isSearched: boolean };

/** The next keys of the first kind that has some, in the order of the kinds. */
async function pageAfter(
  { queries }: Pick<Prepared, 'queries'>,
  connection: Connection,
  key: string,
  limit: number,
): Promise<readonly Walked[]> {
  const searched = (one: string): Walked => ({ key: one, isSearched: true });
  const walk = (query: typeof queries.batchesAfter) => async (id: string) =>
    (await query(connection, { id, limit })).rows.map((row) => searched(row.id));
  const kinds = {
    bat_: walk(queries.batchesAfter),
    bkx_: walk(queries.exceptionsAfter),
    cus_: async (after: string) => {
      const customer = customerOfKey(after) ?? { idSociete: '', idClient: '' };
      const { rows } = await queries.customersAfter(connection, { ...customer, limit });
      return rows.map((row) => searched(customerKeyOf({ idSociete: row.id_societe, idClient: row.id_client })));
    },
    // An entry about a payment is found by its payment.
    jrn_: async (id: string) =>
      (await queries.entriesAfter(connection, { id, limit })).rows.map((row) => ({
        key: row.id,
        isSearched: row.payment_id === null,
      })),
    mdt_: walk(queries.mandatesAfter),
  };
  for (const [kind, keysOf] of Object.entries(kinds)) {
    if (kind < key.slice(0, kind.length)) continue;
    const page = await keysOf(key.startsWith(kind) ? key : '');
    if (page.length > 0) return page;
  }
  return [];
}

/** The numbers of the scopes of a batch, each looked up once; a new one is recorded. The caller has the lock. */
export function createScopeNumbers(prepared: Pick<Prepared, 'queries'>, connection: Connection) {
  const known = new Map<string, number>();
  return async (scope: SearchScope): Promise<number> => {
    const { kind, idSociete, runMode, client, idOrigin, paymentTarget } = scope;
    const facts = JSON.stringify({ kind, idSociete, runMode, client, idOrigin, paymentTarget });
    const number = known.get(facts) ?? (await scopeNumberOf(prepared, connection, facts));
    known.set(facts, number);
    return number;
  };
}

async function scopeNumberOf(
  { queries }: Pick<Prepared, 'queries'>,
  connection: Connection,
  facts: string,
): Promise<number> {
  const [found] = (await queries.scopeOfFacts(connection, { facts })).rows;
  if (found) return found.id;
  const last = (await queries.lastScope(connection, {})).rows[0]?.id ?? mixedScope;
  if (last >= mostScopes) return mixedScope;
  await queries.insertScope(connection, { id: last + 1, facts });
  return last + 1;
}
