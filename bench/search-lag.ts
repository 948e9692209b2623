import { setTimeout } from 'node:timers/promises';
import { openStore, type Store } from '../src/app/store.ts';
import { graphqlLoad } from './cases.ts';
import { postgresDatabases, sqliteDatabases } from './growth-databases.ts';
import { flag, positive, readOptions, text } from './read-options.ts';
import { describeMachine } from './report.ts';
import { runUnderLoad } from './run-load.ts';
import { startGateway } from './servers.ts';

const help = `Measures how far the search index is after new payments, while a gateway takes payments as fast as it can.

  npm run bench:search-lag -- [options]

  --seconds N       of load (10)
  --connections N   one request at a time on each (16)
  --postgres        on PostgreSQL instead of SQLite: a server of its own, from npm
  --fail-above S    exit with 1 if the lag was ever more seconds than this (5)
  --help`;

const lookEveryMs = 200;
/** Milliseconds since the epoch, in hexadecimal: the beginning of an id. */
const timeOf = (id: string): number => Number.parseInt(id.slice('pay_'.length, 'pay_'.length + 12), 16);

type Lags = { readonly longestMs: number; readonly settledMs: number };

/** The age of the newest indexed payment under load, and how long after the load all are indexed. */
async function watch(store: Store, load: Promise<unknown>): Promise<Lags> {
  const loading = { isOver: false };
  const startedAt = Date.now();
  const loaded = load.finally(() => {
    loading.isOver = true;
  });
  let longestMs = 0;
  while (!loading.isOver) {
    await setTimeout(lookEveryMs);
    const { newest } = await store.searchState();
    const indexedAt = Math.max(startedAt, newest.startsWith('pay_') ? timeOf(newest) : 0);
    longestMs = Math.max(longestMs, Date.now() - indexedAt);
  }
  await loaded;
  const endedAt = Date.now();
  for (;;) {
    const { newest } = await store.searchState();
    if ((await store.lastPaymentOf(newest, 'pay_g', 1)) === null) return { longestMs, settledMs: Date.now() - endedAt };
    await setTimeout(lookEveryMs);
  }
}

const spec = { seconds: text('10'), connections: text('16'), postgres: flag, 'fail-above': text('5') };

const optionsGiven = () =>
  readOptions(help, spec, (values) => ({
    seconds: positive(values, 'seconds'),
    connections: positive(values, 'connections'),
    failAbove: positive(values, 'fail-above'),
    postgres: values.postgres,
  }));

async function main(): Promise<void> {
  const { seconds, connections, failAbove, postgres } = optionsGiven();
  await using databases = postgres ? await postgresDatabases(null) : await sqliteDatabases();
  const { databaseUrl } = await databases.open('lag');
  await using server = await startGateway({ databaseUrl });
  await using store = await openStore({ databaseUrl });
  const load = runUnderLoad(server, { ...graphqlLoad, connections, seconds });
  const { longestMs, settledMs } = await watch(store, load);
  const { answered, seconds: took } = await load;
  console.log(`${describeMachine()}, ${postgres ? 'PostgreSQL' : 'SQLite'}
${(answered / took).toFixed(0)} payments/s for ${took.toFixed(0)} s: the index was at most ${(longestMs / 1000).toFixed(1)} s late, and complete ${(settledMs / 1000).toFixed(1)} s after the last one.`);
  if (longestMs > failAbove * 1000) process.exitCode = 1;
}

await main();
