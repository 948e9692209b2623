import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '../src/app/store.ts';
import { anonymous } from '../src/kernel/caller.ts';
import { createIdentifiers } from '../src/kernel/identifiers.ts';
import { createOpenExports } from '../src/modules/exports/open-exports.ts';
import type { Services } from '../src/modules/exports/ports.ts';
import { startExport } from '../src/modules/exports/start-export.ts';
import { postgresDatabases, sqliteDatabases } from './growth-databases.ts';
import { fillDatabase } from './growth-fill.ts';
import { readOptions } from './read-options.ts';
import { describeMachine, markdownTable } from './report.ts';

const help = `Exports all payments of a database, as the console does, and measures pace and memory.

  npm run bench:exports -- [options]

  --payments N    how many (100000)
  --postgres      on PostgreSQL instead of SQLite: a server of its own, from npm
  --help

Exit code 1 below 20,000 rows a second of processor time, or above 64 MB more memory.`;

const leastRows = 20_000;
const mostMegabytes = 64;

type Measured = { readonly bytes: number; readonly seconds: number; readonly cpu: number; readonly megabytes: number };

async function measure(store: Store, query: string): Promise<Measured> {
  const services = {
    ...{ store, clock: Date.now, identifiers: createIdentifiers(Date.now), societes: new Map() },
    settings: { deployment: 'development' },
  } as unknown as Services;
  const [start, cpu, before] = [performance.now(), process.cpuUsage(), process.memoryUsage().rss];
  let [bytes, most] = [0, before];
  const started = await startExport(services, createOpenExports(), anonymous, {
    ...{ kind: 'payments', query: new URLSearchParams(query), language: 'fr', request: 'req_bench' },
    ...{ callerNow: async () => anonymous, isGone: () => false },
  });
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      most = Math.max(most, process.memoryUsage().rss);
      setImmediate(done);
    },
  });
  await pipeline(Readable.from(started.text), sink);
  await started.end(null);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - start) / 1000;
  return { bytes, seconds, cpu: (user + system) / 1e6, megabytes: (most - before) / 1024 ** 2 };
}

function optionsGiven() {
  const { values } = parseArgs({
    options: {
      payments: { type: 'string', default: '100000' },
      postgres: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const total = Number(values.payments);
  if (!Number.isSafeInteger(total) || total < 1) throw new Error('--payments must be a whole number');
  return { ...values, total };
}

async function main(): Promise<void> {
  const { postgres, total } = readOptions(optionsGiven, help);
  const databases = postgres ? await postgresDatabases(null) : await sqliteDatabases();
  try {
    const shop = { total, everyMs: 30_000, until: Date.now(), keyMs: 0, webhookMs: 0 };
    const { databaseUrl } = await fillDatabase(databases, shop);
    const store = await openStore({ databaseUrl });
    try {
      const rows: string[][] = [];
      let isEnough = true;
      for (const [name, query] of [
        ['newest first', 'sort=NEWEST'],
        ['with names', 'names=true'],
        ['by amount', 'sort=AMOUNT'],
      ] as const) {
        const { bytes, seconds, cpu, megabytes } = await measure(store, query);
        const perSecond = total / cpu;
        isEnough &&= perSecond >= leastRows && megabytes <= mostMegabytes;
        const figures = [total / seconds, perSecond, bytes / total].map((figure) => figure.toFixed(0));
        rows.push([name, ...figures, megabytes.toFixed(0)]);
      }
      console.log(`${describeMachine()}, ${postgres ? 'PostgreSQL' : 'SQLite'}, ${total} payments\n`);
      const titles = ['export', 'rows/s', 'rows/s of CPU', 'bytes a row', 'MB more'];
      console.log(markdownTable(titles, rows));
      if (!isEnough) process.exitCode = 1;
    } finally {
      await store.close();
    }
  } finally {
    await databases.close();
  }
}

await main();
