import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openStore, type Store } from '../../src/app/store.ts';
import { foldPayments } from '../../src/modules/payment-lists/fold-payments.ts';
import { indexDocuments } from '../../src/modules/search/index-documents.ts';
import { withClient } from '../../test/support/postgres/client.ts';
import { failing } from '../../test/support/search/failing.ts';
import { graphqlLoad } from '../cases.ts';
import { type Databases, postgresDatabases, sqliteDatabases } from '../growth-databases.ts';
import { createRows } from '../growth-rows.ts';
import { describeMachine } from '../report.ts';
import { runUnderLoad } from '../run-load.ts';
import { startGateway } from '../servers.ts';

/** What a payment leaves on the disk, and what an initiation writes to get it there. */
export type Footprint = {
  readonly machine: string;
  readonly day: string;
  readonly sqlite: StoreFootprint & { readonly pages: number };
  readonly postgres: StoreFootprint & { readonly initiationsOfSync: number };
};

type Size = { readonly name: string; readonly bytes: number };

type StoreFootprint = {
  /** Bytes kept of a payment with key and webhook, by table, its indexes included. */
  readonly bytes: Readonly<Record<string, number>>;
  /** Bytes that an initiation writes: to log and file on SQLite, to the log on PostgreSQL. */
  readonly written: number;
};

const stored = 50_000;
const rowsAtOnce = 1000;
const initiations = 4000;
const clients = 16;
const pageBytes = 4096;

export async function measureFootprint(): Promise<Footprint> {
  const sqlite = await measureOn(await sqliteDatabases(), writtenToSqlite);
  const { written, syncs, bytes } = await measureOn(await postgresDatabases(null), writtenToPostgres);
  return {
    machine: describeMachine(),
    day: new Date().toISOString().slice(0, 10),
    sqlite: { ...sqlite, pages: round(sqlite.written / pageBytes) },
    postgres: { bytes, written, initiationsOfSync: round(initiations / Math.max(1, syncs)) },
  };
}

const round = (figure: number): number => Math.round(figure * 10) / 10;

async function measureOn<Written>(
  opened: Databases,
  measureWritten: (databaseUrl: string) => Promise<Written>,
): Promise<Written & { readonly bytes: Readonly<Record<string, number>> }> {
  await using databases = opened;
  const bytes = await bytesOfPayment(databases);
  return { ...(await measureWritten((await databases.open('written')).databaseUrl)), bytes };
}

async function bytesOfPayment(databases: Databases): Promise<Readonly<Record<string, number>>> {
  const { databaseUrl, fill, settle } = await databases.open('footprint');
  const store = await openStore({ databaseUrl });
  try {
    await store.migrate();
    const shop = { total: stored, everyMs: 1000, until: Date.now() - 600_000 };
    const rowsOf = createRows({ ...shop, keyMs: Number.POSITIVE_INFINITY, webhookMs: Number.POSITIVE_INFINITY });
    for (let start = 0; start < stored; start += rowsAtOnce) {
      await fill(Array.from({ length: rowsAtOnce }, (_, number) => rowsOf(start + number)));
    }
    await runWorkers(store);
    await settle();
  } finally {
    await store.close();
  }
  const sizes = databaseUrl.startsWith('sqlite:') ? sizesOfSqlite(databaseUrl) : await sizesOfPostgres(databaseUrl);
  const each = sizes.map(({ name, bytes }) => [name, Math.round(bytes / stored)] as const);
  return Object.fromEntries(each.filter(([, bytes]) => bytes > 0));
}

async function runWorkers(store: Store): Promise<void> {
  const common = { store, clock: Date.now, keepsLease: async () => true };
  await indexDocuments({ ...common, onOlder: () => undefined, failed: failing });
  await foldPayments({ ...common, onStep: () => undefined });
}

function sizesOfSqlite(databaseUrl: string): Size[] {
  using database = new DatabaseSync(databaseUrl.slice('sqlite:'.length));
  const sizes = database.prepare(
    `select coalesce(t.tbl_name, s.name) as name, sum(s.pgsize) as bytes from dbstat s
        left join sqlite_schema t on t.name = s.name group by 1 order by 2 desc`,
  );
  return sizes.all().map(({ name, bytes }) => ({ name: String(name), bytes: Number(bytes) }));
}

async function sizesOfPostgres(databaseUrl: string): Promise<Size[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string; bytes: string }>(
      `select relname as name, pg_total_relation_size(relid) as bytes from pg_stat_user_tables order by 2 desc`,
    );
    return rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) }));
  });
}

/** Through the door, with a gateway whose workers run; `read` tells what was written until now. */
async function underLoad<Figures>(
  databaseUrl: string,
  read: (processId: number) => Promise<Figures>,
): Promise<readonly [before: Figures, after: Figures]> {
  await using server = await startGateway({ databaseUrl });
  const load = () => runUnderLoad(server, { ...graphqlLoad, connections: clients, requests: initiations });
  await load();
  const before = await read(server.processId);
  await load();
  return [before, await read(server.processId)];
}

async function writtenToSqlite(databaseUrl: string): Promise<{ readonly written: number }> {
  const [before, after] = await underLoad(databaseUrl, async (processId) => writtenBy(processId));
  return { written: Math.round((after - before) / initiations) };
}

async function writtenToPostgres(databaseUrl: string): Promise<{ readonly written: number; readonly syncs: number }> {
  const [before, after] = await underLoad(databaseUrl, () => logOfPostgres(databaseUrl));
  return { written: Math.round((after.bytes - before.bytes) / initiations), syncs: after.syncs - before.syncs };
}

/** Bytes that a process gave to write calls; Linux counts them. */
function writtenBy(processId: number): number {
  return Number(/wchar: (\d+)/.exec(readFileSync(`/proc/${processId}/io`, 'utf8'))?.[1] ?? 0);
}

const logOfPostgres = (databaseUrl: string): Promise<{ readonly bytes: number; readonly syncs: number }> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ bytes: string; syncs: string }>(
      `select pg_current_wal_lsn() - '0/0' as bytes,
        (select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal') as syncs`,
    );
    return { bytes: Number(rows[0]?.bytes), syncs: Number(rows[0]?.syncs) };
  });
