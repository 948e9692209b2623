import { fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../src/app/store.ts';
import { foldPayments } from '../../src/modules/payment-lists/fold-payments.ts';
import { indexDocuments } from '../../src/modules/search/index-documents.ts';
import { failing } from '../../test/support/search/failing.ts';
import { graphqlLoad } from '../cases.ts';
import { type Databases, postgresDatabases } from '../growth-databases.ts';
import { createRows } from '../growth-rows.ts';
import { describeMachine, median } from '../report.ts';
import { runUnderLoad } from '../run-load.ts';
import { type MeasuredServer, startGateway } from '../servers.ts';
import type { ServiceTimes } from './model.ts';

export type RealRun = {
  readonly gateways: number;
  readonly perSecond: number;
  readonly p99Ms: number;
  /** CPU of one payment. */
  readonly gatewayMs: number;
  readonly databaseMs: number;
  /** Cores of the machine that gateways, PostgreSQL and load used or could have used. */
  readonly cores: number;
};

export const clientsOfGateway = 16;
const warmSeconds = 3;
/** As many payments as a worker's costs are averaged over. */
const indexed = 4000;

/** So many gateways on one PostgreSQL from npm, each with clients of its own, for some seconds. */
export async function runGateways(gateways: number, seconds: number): Promise<RealRun> {
  await using databases = await postgresDatabases(null);
  await using opened = new AsyncDisposableStack();
  const { databaseUrl } = await databases.open(`scale_${gateways}`);
  const servers: MeasuredServer[] = [];
  for (let count = 0; count < gateways; count++) servers.push(opened.use(await startGateway({ databaseUrl })));
  await loadAll(servers, warmSeconds);
  const cpu = databases.serverCpuMicroseconds();
  const spare = readIdleMs();
  const loads = await loadAll(servers, seconds);
  const databaseUs = databases.serverCpuMicroseconds() - cpu;
  const answered = sum(loads.map((load) => load.answered));
  const gatewayUs = sum(loads.map((load) => load.cpuMicroseconds));
  return {
    gateways,
    perSecond: sum(loads.map((load) => load.answered / load.seconds)),
    p99Ms: Math.max(...loads.map(({ latenciesMs }) => latenciesMs.p99)),
    gatewayMs: gatewayUs / answered / 1000,
    databaseMs: databaseUs / answered / 1000,
    cores: (gatewayUs + databaseUs) / 1e6 / seconds + (readIdleMs() - spare) / 1000 / seconds,
  };
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

const loadAll = (servers: readonly MeasuredServer[], seconds: number) =>
  Promise.all(
    servers.map((server) => runUnderLoad(server, { ...graphqlLoad, connections: clientsOfGateway, seconds })),
  );

/** For how long all cores together have been idle; 0 where the system does not say. */
function readIdleMs(): number {
  try {
    const [, , , , idle = '0'] = readFileSync('/proc/stat', 'utf8').split('\n')[0]?.split(/\s+/) ?? [];
    return Number(idle) * 10;
  } catch {
    return 0;
  }
}

/** What one payment takes of each part of this machine. */
export async function measureServiceTimes(seconds: number): Promise<ServiceTimes> {
  const { gatewayMs, databaseMs } = await runGateways(1, seconds);
  const workers = await measureWorkers();
  return {
    machine: describeMachine(),
    day: new Date().toISOString().slice(0, 10),
    gatewayMs,
    databaseMs,
    syncMs: measureSync(),
    ...workers,
  };
}

async function measureWorkers(): Promise<Pick<ServiceTimes, 'searchMs' | 'listsMs'>> {
  await using databases = await postgresDatabases(null);
  const { databaseUrl, fill, settle } = await databases.open('workers');
  await using store = await openStore({ databaseUrl });
  await store.migrate();
  const everyMs = 1000;
  const shop = { total: indexed, everyMs, until: Date.now() - 600_000, keyMs: 0, webhookMs: 0 };
  const rowsOf = createRows(shop);
  await fill(Array.from({ length: indexed }, (_, number) => rowsOf(number)));
  await settle();
  const common = { store, clock: Date.now, keepsLease: async () => true };
  const searchMs = await cpuOf(databases, () =>
    indexDocuments({ ...common, onOlder: () => undefined, failed: failing }),
  );
  const listsMs = await cpuOf(databases, () => foldPayments({ ...common, onStep: () => undefined }));
  return { searchMs, listsMs };
}

/** For each payment, of this process and the server. */
async function cpuOf(databases: Databases, work: () => Promise<void>): Promise<number> {
  const [own, server] = [process.cpuUsage(), databases.serverCpuMicroseconds()];
  await work();
  const { user, system } = process.cpuUsage(own);
  return (user + system + databases.serverCpuMicroseconds() - server) / 1000 / indexed;
}

/** A page at a time, where the temporary files are: PostgreSQL's are there as well. */
function measureSync(): number {
  const file = path.join(tmpdir(), `reglement-sync-${process.pid}`);
  const opened = openSync(file, 'w');
  const page = Buffer.alloc(8192, 1);
  const durations = Array.from({ length: 100 }, () => {
    const start = performance.now();
    writeSync(opened, page);
    fdatasyncSync(opened);
    return performance.now() - start;
  });
  rmSync(file);
  return median(durations);
}
