import type { Kysely } from 'kysely';
import type { LeaseWrites } from '../kernel/lease.ts';
import type { Connection } from './connection.ts';
import type { Preparation } from './preparation.ts';
import { done, pick, preparedQuery } from './prepared-query.ts';

/** Rows that are about the database and the processes that work on it, and no module's. */

export type LeaseTables = {
  readonly leases: { readonly name: string; readonly holder: string; readonly expires_at: number };
  readonly write_probes: { readonly slot: number; readonly at: number; readonly filler: Uint8Array };
};

export function leaseQueries(db: Kysely<LeaseTables>) {
  return {
    claimLease: preparedQuery((row: { name: string; holder: string; now: number; until: number; latest: number }) =>
      db
        .insertInto('leases')
        .values({ name: row.name, holder: row.holder, expires_at: row.until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet((update) => ({
              holder: update.ref('excluded.holder'),
              expires_at: update.ref('excluded.expires_at'),
            }))
            .where((where) =>
              where.or([
                where('leases.expires_at', '<=', row.now),
                where('leases.expires_at', '>', row.latest),
                where('leases.holder', '=', where.ref('excluded.holder')),
              ]),
            ),
        ),
    ),
    writeProbe: preparedQuery((row: LeaseTables['write_probes']) =>
      db
        .insertInto('write_probes')
        .values(pick(row, ['slot', 'at', 'filler']))
        .onConflict((conflict) =>
          conflict
            .column('slot')
            .doUpdateSet((update) => ({ at: update.ref('excluded.at'), filler: update.ref('excluded.filler') })),
        ),
    ),
    releaseLease: preparedQuery(({ name, holder }: { name: string; holder: string }) =>
      db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder),
    ),
  };
}

export type ProbeWrites = {
  /** Writes a row that means nothing, to see whether the database takes writes; each `slot` has one. */
  writeProbe(row: { readonly slot: number; readonly at: number; readonly filler: Buffer }): Promise<void>;
};

export const createLeaseWrites = (
  { queries }: Preparation<typeof leaseQueries>,
  connection: Connection,
): LeaseWrites & ProbeWrites => ({
  claimLease: async (lease) => {
    // A lease's length again, for clocks that disagree.
    const latest = lease.until + (lease.until - lease.now);
    return (await queries.claimLease(connection, { ...lease, latest })).changes === 1;
  },
  releaseLease: (name, holder) => done(queries.releaseLease(connection, { name, holder })),
  writeProbe: (row) => done(queries.writeProbe(connection, row)),
});
