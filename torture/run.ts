import { parseArgs } from 'node:util';
import { plantedFaults } from './broken.ts';
import { describeReport } from './report.ts';
import { type RunSettings, torture } from './rig.ts';

/** `npm run torture`: load, faults and kills on real processes, and a check that nothing was lost or done twice. */

const help = `npm run torture -- [options]

Starts the gateway, its database and the banks' simulators as processes of their own, takes payments through both doors,
kills processes meanwhile, and compares at the end what clients were told, what the banks did and what was recorded.
Ends with 0 where nothing was found, else with 1.

  --store sqlite|postgres|both   one gateway on SQLite, three on PostgreSQL; both, one after the other (the default)
  --initiations <n>              how many payments are asked for (default 2000)
  --kills <n>                    how many processes die by SIGKILL (default 20)
  --rate <n>                     initiations a second (default 120, or what a planted fault needs to show)
  --seconds <n>                  no new ones after so long (default 3600)
  --seed <n>                     the same seed: the same payments, faults and kills
  --long                         100000 initiations and 200 kills
  --broken <name>                with a fault planted into a copy of the source; the run has to find it
  --keep                         leaves the run's folder (logs, database, what clients were told) where it is
  --help

Faults to plant:
${Object.entries(plantedFaults)
  .map(([name, { what, store }]) => `  ${name.padEnd(30)} ${what} (${store})`)
  .join('\n')}`;

const options = {
  store: { type: 'string', default: 'both' },
  initiations: { type: 'string' },
  kills: { type: 'string' },
  rate: { type: 'string' },
  seconds: { type: 'string', default: '3600' },
  seed: { type: 'string' },
  long: { type: 'boolean', default: false },
  broken: { type: 'string' },
  keep: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** As sysexits.h has it. */
const usageError = 64;

function refuse(reason: string): never {
  console.error(reason);
  process.exit(usageError);
}

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse(`${(error as Error).message.split('. ')[0]}. --help tells more.`);
  }
}
const values = readOptions();

function wholeNumber(name: string, text: string, lowest: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= lowest) return Number(text);
  return refuse(`--${name} has to be a whole number from ${lowest} on; --help tells more.`);
}

function storesOf(name: string): readonly RunSettings['store'][] {
  if (name === 'both') return ['sqlite', 'postgres'];
  if (name === 'sqlite' || name === 'postgres') return [name];
  return refuse('--store has to be sqlite, postgres or both; --help tells more.');
}

async function main(): Promise<void> {
  if (values.help) return console.log(help);
  const fault = values.broken === undefined ? undefined : plantedFaults[values.broken];
  if (values.broken !== undefined && !fault) {
    refuse(`There is no fault ${values.broken}: ${Object.keys(plantedFaults).join(', ')}.`);
  }
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => abort.abort());
  const common = {
    seed: wholeNumber('seed', values.seed ?? String(Math.floor(Math.random() * 1_000_000)), 0),
    initiations: wholeNumber('initiations', values.initiations ?? (values.long ? '100000' : '2000'), 1),
    kills: wholeNumber('kills', values.kills ?? (values.long ? '200' : '20'), 0),
    perSecond: wholeNumber('rate', values.rate ?? String(fault?.perSecond ?? 120), 1),
    seconds: wholeNumber('seconds', values.seconds, 1),
    broken: values.broken ?? null,
    keeps: values.keep,
    signal: abort.signal,
    progress: createProgress(),
  };
  for (const store of storesOf(fault?.store ?? values.store)) {
    if (abort.signal.aborted) break;
    const settings = { ...common, store };
    console.log(`Torture of the gateway on ${store}: seed ${settings.seed}`);
    const report = await torture(settings);
    clearProgress();
    console.log(describeReport(settings, report));
    if (report.findings.total() > 0) process.exitCode = 1;
  }
}

/** One line that changes where a person looks, one every few seconds in a file. */
function createProgress(): (line: string) => void {
  let shownAt = 0;
  return (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
    else if (performance.now() - shownAt > 5_000) {
      shownAt = performance.now();
      process.stderr.write(`${line}\n`);
    }
  };
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

await main().catch((error: Error) => {
  clearProgress();
  console.error(error.message);
  process.exit(1);
});
