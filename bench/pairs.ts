import path from 'node:path';
import { atRest, usedBetween } from './at-rest.ts';
import { type Case, cases, mutation, paymentById, query, selection } from './cases.ts';
import { type Databases, postgresDatabases, sqliteDatabases } from './growth-databases.ts';
import { checkoutIn, flag, positive, readOptions, text } from './read-options.ts';
import { describeMachine, markdownTable, median } from './report.ts';
import { runUnderLoad } from './run-load.ts';
import { type MeasuredServer, startGateway } from './servers.ts';

const help = `Compares the CPU time of initiations and reads in this checkout with the same in another one.

  npm run bench:pairs -- --against FOLDER [options]

  --against FOLDER  the other checkout of this repository, with its dependencies installed
  --pairs N         pairs of runs; both servers of a pair start anew, and the order changes from pair to pair (30)
  --requests N      requests that are counted in a run (6000)
  --warm N          requests before them, which are not counted (6000)
  --connections N   connections, one request at a time on each (16)
  --only TEXT       only the ways to ask whose name holds TEXT
  --postgres        on PostgreSQL, a server of its own from npm, whose CPU counts too
  --with-workers    count what the workers do afterwards for search and lists too: six minutes more for each case
  --fail-above R    exit with 1 if the whole interval is above R, for instance 1.02
  --help

Prints the median ratio (this ÷ other) of each way to ask, with the 95 % interval of the median.`;

/** What is read, after the initiations. */
const reads: readonly Case[] = [
  { name: 'Règlement, GraphQL: payment', server: 'gateway', request: paymentById, expected: '"reference"' },
  {
    name: 'Règlement, GraphQL: a page of 50, its length a variable',
    server: 'gateway',
    request: query(
      `query ($first: Int) {
        payments(first: $first) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } }
      }`,
      { first: 50 },
    ),
    expected: '"hasNextPage":true',
  },
];

type Options = ReturnType<typeof optionsGiven>;

type Ratio = { readonly name: string; readonly median: number; readonly low: number; readonly high: number };

const here = path.join(import.meta.dirname, '..');

const spec = {
  ...{ pairs: text('30'), requests: text('6000'), warm: text('6000'), connections: text('16'), only: text('') },
  ...{ postgres: flag, 'with-workers': flag, against: text(''), 'fail-above': text('Infinity') },
};

const optionsGiven = () =>
  readOptions(help, spec, (values) => ({
    against: checkoutIn(values.against),
    pairs: positive(values, 'pairs'),
    requests: positive(values, 'requests'),
    warm: positive(values, 'warm'),
    connections: positive(values, 'connections'),
    only: values.only,
    postgres: values.postgres,
    withWorkers: values['with-workers'],
    failAbove: positive(values, 'fail-above'),
  }));

async function main(): Promise<void> {
  const options = optionsGiven();
  const measured = [...cases, ...reads].filter(
    ({ server, name }) => server === 'gateway' && name.includes(options.only),
  );
  await using databases = options.postgres ? await postgresDatabases(null) : await sqliteDatabases();
  const results = await comparePairs(measured, databases, options);
  console.log(report(results, options));
  if (results.some(({ low }) => low > options.failAbove)) process.exitCode = 1;
}

async function comparePairs(
  measured: readonly Case[],
  databases: Databases,
  options: Options,
): Promise<readonly Ratio[]> {
  const ratios = new Map(measured.map(({ name }) => [name, [] as number[]]));
  for (let pair = 0; pair < options.pairs; pair++) {
    const order = pair % 2 === 0 ? [here, options.against] : [options.against, here];
    const costs = new Map<string, ReadonlyMap<string, number>>();
    for (const [place, root] of order.entries()) {
      const { databaseUrl } = await databases.open(`pair_${pair}_${place}`);
      costs.set(root, await measureCheckout({ root, databaseUrl }, { measured, databases, options }));
    }
    for (const { name } of measured) {
      const [ours, theirs] = [costs.get(here)?.get(name), costs.get(options.against)?.get(name)];
      if (ours !== undefined && theirs !== undefined) ratios.get(name)?.push(ours / theirs);
    }
    const soFar = measured.map(({ name }) => median(ratios.get(name) ?? []).toFixed(3)).join(', ');
    process.stderr.write(`pair ${pair + 1} of ${options.pairs}: medians so far ${soFar}\n`);
  }
  return [...ratios].map(([name, of]) => ({ name, ...medianWithInterval(of) }));
}

/** CPU microseconds of one request, by the name of the case. */
async function measureCheckout(
  checkout: { readonly root: string; readonly databaseUrl: string },
  {
    measured,
    databases,
    options,
  }: { readonly measured: readonly Case[]; readonly databases: Databases; readonly options: Options },
): Promise<ReadonlyMap<string, number>> {
  // Once more: on a busy machine another program may take the port between the search for it and the start.
  await using server = await startGateway(checkout).catch(() => startGateway(checkout));
  const choices = { payment: await recordSome(server) };
  const load = ({ request, expected }: Case, requests: number) =>
    runUnderLoad(server, { request, expected, requests, choices, connections: options.connections });
  const costs = new Map<string, number>();
  const readCpu = async (): Promise<number> =>
    (await server.readUsage()).cpuMicroseconds + databases.serverCpuMicroseconds();
  for (const one of measured) {
    await load(one, options.warm);
    const before = options.withWorkers ? await atRest(readCpu, checkout.databaseUrl) : null;
    const serverBefore = databases.serverCpuMicroseconds();
    const { cpuMicroseconds, answered } = await load(one, options.requests);
    const used =
      before === null
        ? cpuMicroseconds + databases.serverCpuMicroseconds() - serverBefore
        : usedBetween(before, await atRest(readCpu, checkout.databaseUrl));
    costs.set(one.name, used / answered);
  }
  return costs;
}

/** The ids of payments for the reads. */
async function recordSome({ origin }: MeasuredServer): Promise<readonly string[]> {
  const ids: string[] = [];
  while (ids.length < 60) {
    const { path: door, headers, body = '' } = mutation('id');
    const answer = await fetch(origin + door, { method: 'POST', headers, body });
    ids.push((await answer.json()).data.initiatePayment.payment.id);
  }
  return ids;
}

/**
 * The median, and the two order statistics that hold the true median with a probability of 95 %: no shape of the
 * distribution is assumed.
 */
function medianWithInterval(values: readonly number[]): Omit<Ratio, 'name'> {
  const sorted = values.toSorted((one, other) => one - other);
  const reach = (1.96 * Math.sqrt(sorted.length)) / 2;
  const low = Math.max(0, Math.floor(sorted.length / 2 - reach));
  const high = Math.min(sorted.length - 1, Math.ceil(sorted.length / 2 + reach) - 1);
  return { median: median(values), low: sorted[low] as number, high: sorted[high] as number };
}

function report(results: readonly Ratio[], { pairs, requests, connections }: Options): string {
  const rows = results.map(({ name, median: middle, low, high }) => [
    name,
    middle.toFixed(3),
    `${low.toFixed(3)}–${high.toFixed(3)}`,
  ]);
  return `${describeMachine()}
${pairs} pairs of runs of ${requests} requests on ${connections} connections; ratios of CPU time, this checkout ÷ the other.

${markdownTable(['case', 'median ratio', '95 % interval'], rows)}`;
}

await main();
