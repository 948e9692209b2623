import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { flag, readOptions, text } from '../read-options.ts';
import { describeMachine, markdownTable } from '../report.ts';
import { measureFootprint } from './footprint.ts';
import { clientsOfGateway, measureServiceTimes, runGateways } from './measure.ts';
import { names, type ServiceTimes, type Simulated, simulateDeployment } from './model.ts';

const help = `Simulates many gateways on one PostgreSQL, and says what is full first.

  npm run bench:scale -- [options]

  --gateways N,N,…  how many (1,2,4,8,16,32,64)
  --cores N         cores of PostgreSQL (16); each gateway has one of its own
  --sync MS         until a write is on the disk; left out: as measured
  --network MS      from a gateway to PostgreSQL and back (0.5)
  --connections N   of each gateway, database.connections (16)
  --clients N       of each gateway; each waits for its answer and asks again (32)
  --counted PART    payments that take a number of their shop's counter: those at LABANQUEPOSTALE (0)
  --shops N         how many shops those have (4)
  --times FILE      the measured service times (bench/scale/service-times.json)
  --measure         measures them on this machine, writes the file, and simulates with them
  --real            runs 1, 2 and 4 gateways on this machine as well, and compares
  --seconds N       how long each real run lasts (5)
  --footprint       measures bytes, pages and log of a payment on both databases instead (bench/scale/footprint.json)
  --help

\`npm run codegen\` writes docs/reference/sizing.md from both files.`;

const ownTimes = path.join(import.meta.dirname, 'service-times.json');
const ownFootprint = path.join(import.meta.dirname, 'footprint.json');

function write(file: string, measured: object): string {
  const text = `${JSON.stringify(measured, null, 2)}\n`;
  writeFileSync(file, text);
  return text;
}

const spec = {
  ...{ gateways: text('1,2,4,8,16,32,64'), cores: text('16'), network: text('0.5'), connections: text('16') },
  ...{ clients: text('32'), counted: text('0'), shops: text('4'), times: text(ownTimes), seconds: text('5') },
  ...{ sync: { type: 'string' } as const, measure: flag, real: flag, footprint: flag },
};

const optionsGiven = () =>
  readOptions(help, spec, (values) => {
    const number = (
      name: 'cores' | 'network' | 'connections' | 'clients' | 'counted' | 'shops' | 'seconds' | 'sync',
    ) => {
      const value = Number(values[name]);
      if (!(value >= 0)) throw new Error(`--${name} must be a number`);
      return value;
    };
    const whole = (name: 'cores' | 'connections' | 'clients' | 'shops' | 'seconds'): number => {
      const value = number(name);
      if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1`);
      return value;
    };
    const gateways = values.gateways.split(',').map(Number);
    if (!gateways.every((count) => Number.isSafeInteger(count) && count >= 1 && count <= 1000)) {
      throw new Error('--gateways must be whole numbers from 1 to 1000');
    }
    if (number('counted') > 1) throw new Error('--counted must be a part, from 0 to 1');
    const { times, measure, real, footprint } = values;
    return {
      ...{ gateways, times, measure, real, footprint, seconds: whole('seconds') },
      sync: values.sync === undefined ? null : number('sync'),
      deployment: {
        ...{ cores: whole('cores'), connections: whole('connections'), clients: whole('clients') },
        ...{ networkMs: number('network'), counted: number('counted'), shops: whole('shops'), isShared: false },
      },
    };
  });

type Options = ReturnType<typeof optionsGiven>;

async function main(): Promise<void> {
  const options = optionsGiven();
  if (options.footprint) {
    const measured = write(ownFootprint, await measureFootprint());
    return console.log(measured);
  }
  if (options.measure) {
    write(options.times, await measureServiceTimes(options.seconds));
  }
  const measured = JSON.parse(readFileSync(options.times, 'utf8')) as ServiceTimes;
  const times = { ...measured, syncMs: options.sync ?? measured.syncMs };
  console.log(simulated(times, options));
  if (options.real) console.log(`\n${await compared(times, options)}`);
}

function simulated(times: ServiceTimes, { gateways, deployment }: Options): string {
  const ms = (figure: number): string => figure.toFixed(2);
  const all = gateways.map((count) => simulateDeployment(times, { ...deployment, gateways: count }));
  const percent = ({ busy }: Simulated, name: string): string => `${((busy[name] ?? 0) * 100).toFixed(0)} %`;
  const rows = all.map((one) => [
    String(one.deployment.gateways),
    ...[one.perSecond, one.meanMs, one.p99Ms].map((figure) => figure.toFixed(0)),
    percent(one, names.gateways),
    percent(one, names.database),
    percent(one, names.search),
    one.first,
  ]);
  const heads = [
    'gateways',
    'payments/s',
    'mean ms',
    'p99 ms',
    'gateways',
    'PostgreSQL',
    'search worker',
    'full first',
  ];
  return `Simulated with the service times of ${times.day}, ${times.machine}:
gateway ${ms(times.gatewayMs)} ms and PostgreSQL ${ms(times.databaseMs)} ms of CPU, sync ${ms(times.syncMs)} ms, search ${ms(times.searchMs)} ms, lists ${ms(times.listsMs)} ms.
PostgreSQL with ${deployment.cores} cores, ${deployment.connections} connections and ${deployment.clients} clients for each gateway.

${markdownTable(heads, rows)}`;
}

/** The machine's cores are shared by all, and others use them too: both figures are for the cores that the run could use. */
async function compared(times: ServiceTimes, { seconds, deployment }: Options): Promise<string> {
  const rows: string[][] = [];
  let alone: number | null = null;
  for (const gateways of [1, 2, 4]) {
    const run = await runGateways(gateways, seconds);
    const cpuMs = run.gatewayMs + run.databaseMs;
    alone ??= cpuMs;
    // A part of a core is simulated as a slower core.
    const cores = Math.max(1, Math.round(run.cores));
    const slower = cores / run.cores;
    const slow = { gatewayMs: times.gatewayMs * slower, databaseMs: times.databaseMs * slower };
    const { perSecond } = simulateDeployment(
      { ...times, ...slow, searchMs: 0, listsMs: 0 },
      { ...deployment, gateways, cores, isShared: true, networkMs: 0, clients: clientsOfGateway },
    );
    rows.push([
      String(gateways),
      ...[run.perSecond, perSecond].map((figure) => figure.toFixed(0)),
      (run.perSecond / perSecond).toFixed(2),
      run.p99Ms.toFixed(0),
      ...[run.gatewayMs, run.databaseMs].map((figure) => (figure * 1000).toFixed(0)),
      (cpuMs / alone).toFixed(2),
      run.cores.toFixed(2),
    ]);
    process.stderr.write(`${gateways} gateways: measured\n`);
  }
  const heads = [
    ...['gateways', 'payments/s', 'simulated', 'real ÷ simulated', 'p99 ms'],
    ...['gateway CPU µs', 'PostgreSQL CPU µs', 'CPU ÷ one gateway', 'cores it could use'],
  ];
  return `Real runs of ${seconds} s on ${describeMachine()}:\n\n${markdownTable(heads, rows)}`;
}

await main();
