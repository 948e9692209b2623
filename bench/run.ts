import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Case, cases, graphqlDoor, restDoor, startServer } from './cases.ts';
import { flag, positive, readOptions, text } from './read-options.ts';
import { describeMachine, markdownTable, median } from './report.ts';
import { runUnderLoad } from './run-load.ts';
import type { MeasuredServer } from './servers.ts';

const help = `Measures the gateway beside no-op peers in one run and prints a markdown table with ratios.

  npm run bench -- [options]

  --seconds N       length of one measurement (3)
  --rounds N        how often each case is measured, interleaved: A B C A B C (5)
  --connections N   connections, one request at a time on each (16)
  --only TEXT       only the cases whose name holds TEXT; may be given more than once
  --json            print JSON instead
  --help

The peers have dependencies of their own: run \`npm ci\` in bench/ first.`;

type Options = ReturnType<typeof optionsGiven>;

/** One measurement. */
type Sample = {
  readonly cpuMicrosecondsPerRequest: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly residentMegabytes: number;
};

type Result = Sample & { readonly name: string; readonly lowestCpu: number; readonly highestCpu: number };

const spec = {
  ...{ seconds: text('3'), rounds: text('5'), connections: text('16'), json: flag },
  only: { type: 'string', multiple: true },
} as const;

const optionsGiven = () =>
  readOptions(help, spec, (values) => ({
    seconds: positive(values, 'seconds'),
    rounds: positive(values, 'rounds'),
    connections: positive(values, 'connections'),
    only: values.only ?? [],
    json: values.json,
  }));

async function main(): Promise<void> {
  const options = optionsGiven();
  if (!existsSync(path.join(import.meta.dirname, 'node_modules'))) {
    throw new Error('the peers are not installed: run `npm ci` in bench/ first');
  }
  const chosen = cases.filter(
    ({ name }) => options.only.length === 0 || options.only.some((text) => name.includes(text)),
  );
  const results = await measureAll(chosen, options);
  console.log(
    options.json ? JSON.stringify({ machine: describeMachine(), options, results }, null, 2) : report(results, options),
  );
}

async function measureAll(chosen: readonly Case[], options: Options): Promise<readonly Result[]> {
  const servers = new Map<Case['server'], MeasuredServer>();
  try {
    for (const { server } of chosen) {
      if (!servers.has(server)) servers.set(server, await startServer(server));
    }
    const samples = new Map(chosen.map(({ name }) => [name, [] as Sample[]]));
    // The first round warms up, and is not counted.
    for (let round = 0; round <= options.rounds; round++) {
      for (const one of chosen) {
        const sample = await measure(one, servers.get(one.server) as MeasuredServer, options);
        if (round > 0) samples.get(one.name)?.push(sample);
      }
      if (!options.json) process.stderr.write(`round ${round} of ${options.rounds}\n`);
    }
    return [...samples].map(([name, of]) => summarise(name, of));
  } finally {
    await Promise.all([...servers.values()].map((server) => server.stop()));
  }
}

async function measure({ request, expected }: Case, server: MeasuredServer, options: Options): Promise<Sample> {
  const { connections, seconds } = options;
  const load = await runUnderLoad(server, { request, expected, connections, seconds });
  return {
    cpuMicrosecondsPerRequest: load.cpuMicroseconds / load.answered,
    requestsPerSecond: load.answered / load.seconds,
    p50Ms: load.latenciesMs.p50,
    p99Ms: load.latenciesMs.p99,
    residentMegabytes: load.residentBytes / 1024 / 1024,
  };
}

function summarise(name: string, samples: readonly Sample[]): Result {
  const of = (key: keyof Sample) => samples.map((sample) => sample[key]);
  const cpu = of('cpuMicrosecondsPerRequest');
  return {
    name,
    cpuMicrosecondsPerRequest: median(cpu),
    lowestCpu: Math.min(...cpu),
    highestCpu: Math.max(...cpu),
    requestsPerSecond: median(of('requestsPerSecond')),
    p50Ms: median(of('p50Ms')),
    p99Ms: median(of('p99Ms')),
    residentMegabytes: median(of('residentMegabytes')),
  };
}

function report(results: readonly Result[], { seconds, rounds, connections }: Options): string {
  const cpuOf = (wanted: string) => results.find(({ name }) => name === wanted)?.cpuMicrosecondsPerRequest;
  const ratio = (part: number | undefined, whole: number) => (part === undefined ? '–' : (part / whole).toFixed(2));
  const rows = results.map((result) => [
    result.name,
    result.cpuMicrosecondsPerRequest.toFixed(0),
    `${result.lowestCpu.toFixed(0)}–${result.highestCpu.toFixed(0)}`,
    ratio(cpuOf(graphqlDoor), result.cpuMicrosecondsPerRequest),
    ratio(cpuOf(restDoor), result.cpuMicrosecondsPerRequest),
    result.requestsPerSecond.toFixed(0),
    result.p50Ms.toFixed(2),
    result.p99Ms.toFixed(2),
    result.residentMegabytes.toFixed(0),
  ]);
  const heads = [
    'case',
    'CPU µs/request',
    'lowest–highest',
    'our GraphQL door ÷ this',
    'our REST door ÷ this',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'memory MB',
  ];
  return `${describeMachine()}
\`npm run bench -- --seconds ${seconds} --rounds ${rounds} --connections ${connections}\`; medians; ratios are of CPU time.

${markdownTable(heads, rows)}`;
}

await main();
