import { openStore } from '../../src/app/store.ts';
import { allPayments } from '../../src/modules/payments/payment-store.ts';
import { flag, readOptions, text } from '../read-options.ts';
import { describeMachine } from '../report.ts';
import { startGateway } from '../servers.ts';
import { measureBrowser } from './browser.ts';
import { measureDoors } from './doors.ts';
import { measureExports } from './exports.ts';
import { type Filled, openFilled } from './fill.ts';
import { measureLists, measureTotals } from './lists.ts';
import { createMeter, type Figure, isMet, tableOf } from './measure.ts';
import { measureSearch } from './search.ts';
import { measureWorkers } from './workers.ts';

const parts = ['lists', 'totals', 'search', 'exports', 'doors', 'browser', 'workers'] as const;
type Part = (typeof parts)[number];

const help = `Measures what the back office asks of a year of payments, and compares it with the aims.

  npm run bench:console -- [options]

  --payments N     how many (1000000); filling takes minutes
  --postgres       on PostgreSQL instead of SQLite: a server of its own, from npm
  --keep FOLDER    leaves the filled database there, and uses it another time
  --only PARTS     some of ${parts.join(',')} (all but browser and workers); workers adds 10,000 payments
  --browser        also in Chromium with a processor four times slower: largest paint, next page
  --help

Processor time is compared where there is one, because the clock also counts other programs. Exit code 1 where an aim is
missed.`;

const optional = { type: 'string' } as const;
const spec = { payments: text('1000000'), postgres: flag, keep: optional, only: optional, browser: flag };

const optionsGiven = () =>
  readOptions(help, spec, (values) => {
    const total = Number(values.payments);
    if (!Number.isSafeInteger(total) || total < 1000)
      throw new Error('--payments must be a whole number, at least 1000');
    const chosen =
      values.only?.split(',') ?? parts.filter((part) => (part === 'browser' ? values.browser : part !== 'workers'));
    const unknown = chosen.find((part) => !parts.includes(part as Part));
    if (unknown !== undefined) throw new Error(`--only knows no ${unknown}`);
    return { total, isPostgres: values.postgres, keep: values.keep ?? null, chosen: new Set(chosen) };
  });

async function main(): Promise<void> {
  const { total, isPostgres, keep, chosen } = optionsGiven();
  const { databaseUrl, databases: opened } = await openFilled(total, isPostgres, keep);
  await using databases = opened;
  const figures = await measure({ databaseUrl, databases }, total, chosen);
  console.log(`${describeMachine()}, ${isPostgres ? 'PostgreSQL' : 'SQLite'}, ${total} payments\n`);
  console.log(tableOf(figures));
  if (!figures.every(isMet)) process.exitCode = 1;
}

async function measure(filled: Filled, total: number, chosen: ReadonlySet<string>): Promise<readonly Figure[]> {
  const { databaseUrl, databases } = filled;
  const figures: Figure[] = [];
  const store = await openStore({ databaseUrl });
  let ids: readonly string[] = [];
  try {
    await store.migrate();
    const report = (line: string): void => void process.stderr.write(`${line}\n`);
    const own = () => Object.values(process.cpuUsage()).reduce((sum, microseconds) => sum + microseconds);
    const meter = createMeter(async () => own() + databases.serverCpuMicroseconds());
    const measurePart = async (part: Part, run: () => Promise<readonly Figure[]>): Promise<void> => {
      if (!chosen.has(part)) return;
      report(`measuring ${part}`);
      figures.push(...(await run()));
    };
    await measurePart('lists', () => measureLists({ store, meter, report }));
    await measurePart('totals', () => measureTotals({ store, meter, report }));
    await measurePart('search', () => measureSearch(store, meter, total));
    await measurePart('exports', () => measureExports(store, meter));
    await measurePart('workers', () => measureWorkers({ store, databases, total, meter }));
    ids = (await store.payments({ ...allPayments, sort: 'AMOUNT', limit: 200 })).map(({ id }) => id);
  } finally {
    await store.close();
  }
  if (!chosen.has('doors') && !chosen.has('browser')) return figures;
  await using server = await startGateway({ databaseUrl });
  if (chosen.has('doors')) figures.push(...(await measureDoors(server, databases.serverCpuMicroseconds, ids)));
  if (chosen.has('browser')) figures.push(...(await measureBrowser(server.origin, ids[0] ?? '')));
  return figures;
}

await main();
