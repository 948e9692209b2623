import { parseArgs } from 'node:util';
import { openStore, type Store } from '../src/app/store.ts';
import { anonymous } from '../src/kernel/caller.ts';
import { findObjects } from '../src/modules/search/find-objects.ts';
import { indexDocuments } from '../src/modules/search/index-documents.ts';
import type { Services } from '../src/modules/search/ports.ts';
import { type Databases, postgresDatabases, sqliteDatabases } from './growth-databases.ts';
import { createRows, type Rows } from './growth-rows.ts';
import { readOptions } from './read-options.ts';
import { describeMachine, markdownTable } from './report.ts';

const help = `Fills a database, indexes it, and measures a fixed set of 200 searches.

  npm run bench:search -- [options]

  --payments N    how many (100000); 1000000 takes some minutes
  --postgres      on PostgreSQL instead of SQLite: a server of its own, from npm
  --help`;

const rowsAtOnce = 1000;
const searchesOfKind = 25;

const firstNames = ['Hélène', 'Jean', 'Marie', 'Søren', 'Zoë', 'Paul', 'Anne', 'Luc', 'Inès', 'Noël'];
const nameOf = (number: number): string => `nom${((number * 7919) % 20_011).toString(36)}`;
const orderOf = (number: number): string => String(2_026_000_000 + number);
const amountOf = (number: number): number => 100 + ((number * 37) % 50_000);
const firstNameOf = (number: number): string => firstNames[number % firstNames.length] ?? '';

/** The same shop, with people, orders and amounts that differ. */
function withPeople(rows: Rows, number: number): Rows {
  const [name, firstName] = [nameOf(number), firstNameOf(number)];
  return rows.map(([table, row]) => {
    if (table !== 'payments') return [table, row];
    const payer = JSON.stringify({ firstName, lastName: name });
    const email = `${name}.${number % 100}@${number % 3 === 0 ? 'gmail.com' : 'example.fr'}`;
    const change = { id_commande: orderOf(number), amount_cents: amountOf(number), email, payer };
    return [table, { ...row, ...change, commentaire: `Livraison du ${(number % 28) + 1}` }];
  });
}

const euros = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

/** What people type, by kind; `number` is a payment. */
const kinds: Readonly<Record<string, (number: number) => string>> = {
  'an order': orderOf,
  'the beginning of an order': (number) => orderOf(number).slice(0, 7),
  'a name': nameOf,
  'an e-mail address': (number) => `${nameOf(number)}.${number % 100}@example.fr`,
  'a name and an amount': (number) => `${nameOf(number)} ${euros(amountOf(number))}`,
  'an amount': (number) => euros(amountOf(number)),
  'frequent words': (number) => `${firstNameOf(number)} gmail livraison ${(number % 28) + 1}`,
  'nothing that is there': (number) => `absent${number} ${firstNameOf(number)}`,
};

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;

/** Of a search: how long it took, and the processor time of this process and the server, in milliseconds. */
type Figure = { readonly wallMs: number; readonly cpuMs: number };

/** A busy machine lengthens the first and hardly the second. */
async function measure(
  store: Store,
  total: number,
  serverCpuMicroseconds: Databases['serverCpuMicroseconds'],
): Promise<readonly (readonly string[])[]> {
  const services = { store, settings: { deployment: 'production' }, societes: new Map() } as unknown as Services;
  const searchOnce = async (text: string): Promise<Figure> => {
    const [start, server, own] = [performance.now(), serverCpuMicroseconds(), process.cpuUsage()];
    await findObjects(services, anonymous, { text, first: 20, runModes: ['TEST'] });
    const { user, system } = process.cpuUsage(own);
    const wallMs = performance.now() - start;
    return { wallMs, cpuMs: (user + system + serverCpuMicroseconds() - server) / 1000 };
  };
  const texts = Object.entries(kinds).map(([name, textOf]) => ({
    name,
    texts: Array.from({ length: searchesOfKind }, (_, turn) =>
      textOf(Math.floor(((turn + 0.5) * total) / searchesOfKind)),
    ),
  }));
  // One of each before the first is measured.
  for (const {
    texts: [text = ''],
  } of texts)
    await searchOnce(text);
  const all: Figure[] = [];
  const rows: string[][] = [];
  for (const { name, texts: asked } of texts) {
    const figures: Figure[] = [];
    for (const text of asked) figures.push(await searchOnce(text));
    rows.push([name, ...cellsOf(figures)]);
    all.push(...figures);
  }
  return [...rows, [`all ${all.length}`, ...cellsOf(all)]];
}

function cellsOf(figures: readonly Figure[]): string[] {
  const sorted = (['wallMs', 'cpuMs'] as const).map((name) =>
    figures.map((figure) => figure[name]).toSorted((one, other) => one - other),
  );
  return sorted.flatMap((values) =>
    [percentile(values, 0.5), percentile(values, 0.95), values.at(-1) ?? 0].map((ms) => ms.toFixed(1)),
  );
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
  if (!Number.isSafeInteger(total) || total < searchesOfKind) throw new Error('--payments must be a whole number');
  return { ...values, total };
}

async function main(): Promise<void> {
  const { postgres, total } = readOptions(optionsGiven, help);
  const databases: Databases = postgres ? await postgresDatabases(null) : await sqliteDatabases();
  try {
    const { databaseUrl, fill, settle } = await databases.open(String(total));
    const store = await openStore({ databaseUrl });
    try {
      await store.migrate();
      const rowsOf = createRows({ total, everyMs: 30_000, until: Date.now(), keyMs: 0, webhookMs: 0 });
      for (let start = 0; start < total; start += rowsAtOnce) {
        const numbers = Array.from({ length: Math.min(rowsAtOnce, total - start) }, (_, index) => start + index);
        await fill(numbers.map((number) => withPeople(rowsOf(number), number)));
      }
      await settle();
      process.stderr.write(`${total} payments stored\n`);
      const [cpu, server] = [process.cpuUsage(), databases.serverCpuMicroseconds()];
      const keepsLease = async () => true;
      await indexDocuments({ store, clock: Date.now, keepsLease, onOlder: () => undefined });
      const { user, system } = process.cpuUsage(cpu);
      const serverUsed = databases.serverCpuMicroseconds() - server;
      const perPayment = ((user + system + serverUsed) / total).toFixed(0);
      console.log(`${describeMachine()}, ${postgres ? 'PostgreSQL' : 'SQLite'}, ${total} payments\n`);
      const heads = ['milliseconds', 'median', 'p95', 'longest', 'CPU median', 'CPU p95', 'CPU longest'];
      console.log(markdownTable(heads, await measure(store, total, databases.serverCpuMicroseconds)));
      console.log(`\nIndexing took ${perPayment} µs of CPU for each payment.`);
    } finally {
      await store.close();
    }
  } finally {
    await databases.close();
  }
}

await main();
