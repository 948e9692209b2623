import { readConfig } from '../src/config/config.ts';
import { postgresDatabases, sqliteDatabases } from './growth-databases.ts';
import { openDoorsAt } from './growth-doors.ts';
import type { Operation, Sized } from './growth-operation.ts';
import type { Shop } from './growth-rows.ts';
import { openStoreAt } from './growth-store.ts';
import { flag, readOptions, text } from './read-options.ts';
import { describeMachine, markdownTable, median } from './report.ts';

const help = `Measures how the work grows with the number of stored payments, and prints CPU time with ratios.

  npm run bench:growth -- [options]

  --doors         as clients ask, over HTTP: the operations that have an aim. Without it the rules and the store alone,
                  and more of them, where less else hides what grows
  --sizes N,N,…   numbers of stored payments (10000,100000); 1000000 takes some minutes
  --postgres      on PostgreSQL instead of SQLite: a server of its own, from npm
  --database URL  with --postgres: on this server, in databases that are made and dropped
  --every N       seconds from one stored payment to the next (30), which says how old the first of them is
  --rounds N      how often each is measured, the sizes in turn (9)
  --help

Each size has a database of its own, so that all of them are measured side by side. What the clock would have removed
by now, by the periods of the config, is not stored: 31 days of idempotency keys, 90 of webhooks.`;

const settings = readConfig({});
const dayMs = 86_400_000;

const shopOf = (total: number, everyMs: number): Shop => ({
  ...{ total, everyMs, until: Date.now() },
  keyMs: (settings.retention.idempotencyKeyDays ?? Number.POSITIVE_INFINITY) * dayMs,
  webhookMs: settings.webhooks.retentionDays * dayMs,
});

/** By operation, for each size the median of its batches. */
async function measureSizes(
  opened: readonly (() => Promise<Sized>)[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const sized: Sized[] = [];
  try {
    for (const open of opened) sized.push(await open());
    const names = sized[0]?.operations.map(({ name }) => name) ?? [];
    const results = new Map<string, readonly number[]>();
    for (const [place, name] of names.entries()) {
      const operations = sized.map((one) => one.operations[place] as Operation);
      const measured = operations.map((): number[] => []);
      // Two rounds more, which warm up and do not count; the order turns, so that no size always comes after another.
      for (let round = -2; round < rounds; round++) {
        for (let turn = 0; turn < operations.length; turn++) {
          const which = (turn + Math.max(round, 0)) % operations.length;
          const figure = await operations[which]?.measure(round + 2);
          if (round >= 0 && figure !== undefined) measured[which]?.push(figure);
        }
      }
      process.stderr.write(`${name}: measured\n`);
      results.set(name, measured.map(median));
    }
    return results;
  } finally {
    for (const { close } of sized) await close();
  }
}

function report(results: ReadonlyMap<string, readonly number[]>, sizes: readonly number[]): string {
  const rows = [...results].map(([name, figures]) => {
    const ratio = (figures.at(-1) ?? 0) / (figures[0] ?? 1);
    return [name, ...figures.map((figure) => figure.toFixed(1)), ratio.toFixed(2)];
  });
  const heads = ['CPU µs', ...sizes.map((size) => `${size} payments`), 'last ÷ first'];
  return `${describeMachine()}\n\n${markdownTable(heads, rows)}`;
}

const spec = {
  ...{ sizes: text('10000,100000'), doors: flag, postgres: flag, every: text('30'), rounds: text('9') },
  database: { type: 'string' },
} as const;

const optionsGiven = () =>
  readOptions(help, spec, (values) => {
    const sizes = values.sizes.split(',').map(Number);
    const rounds = Number(values.rounds);
    const everyMs = Number(values.every) * 1000;
    if (![...sizes, rounds, everyMs].every((figure) => Number.isSafeInteger(figure) && figure > 0)) {
      throw new Error('--sizes, --rounds and --every must be whole numbers');
    }
    return { ...values, sizes, rounds, everyMs };
  });

async function main(): Promise<void> {
  const { doors, postgres, database, sizes, rounds, everyMs } = optionsGiven();
  await using databases = postgres ? await postgresDatabases(database ?? null) : await sqliteDatabases();
  const openAt = doors ? openDoorsAt : openStoreAt;
  const opened = sizes.map((size) => () => openAt(databases, shopOf(size, everyMs)));
  console.log(report(await measureSizes(opened, rounds), sizes));
}

await main();
