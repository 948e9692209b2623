import { readFileSync } from 'node:fs';
import type { Footprint } from '../../bench/scale/footprint.ts';
import { names, type ServiceTimes, simulateDeployment } from '../../bench/scale/model.ts';

/** What gateways and databases need, computed from what was measured. */

const read = <Value>(file: string): Value =>
  JSON.parse(readFileSync(new URL(`../../bench/scale/${file}.json`, import.meta.url), 'utf8')) as Value;

/** A paid payment has pages, messages, webhooks and reads beside its initiation. */
const timesAnInitiation = 5;
/** The busiest second against the average one. */
const peak = 10;
/** The part of a core that is planned with. */
const planned = 0.6;
const bytesOfPaidPayment = 10_000;
/** Commits of a paid payment. */
const commits = 6;

const ms = (figure: number): string => figure.toFixed(2);
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

export function describeSizing(): string {
  const times = read<ServiceTimes>('service-times');
  const footprint = read<Footprint>('footprint');
  return `# Sizing

Written by \`npm run codegen\` from what \`npm run bench:scale -- --measure\` and \`-- --footprint\` measured on ${times.day}: ${times.machine}.
[Scale](../explanation/scale.md) says what else limits.

## One initiation

${costs(times, footprint)}

## Bytes kept of a payment

Each table with its indexes; one attempt, one event. [Retention](configuration-entries.md#retention) removes keys after 31 days, webhooks after 90.

${bytes(footprint)}

A paid payment has more events, a bank message and a second webhook: some ${bytesOfPaidPayment / 1000} KB on PostgreSQL.

## How much for how many

PostgreSQL. Estimated with a peak of ${peak} times the average, ${timesAnInitiation} times the CPU of an initiation for a paid payment, cores used to ${planned * 100} %, and one
gateway to spare.

${sizes(times, footprint)}

SQLite is for one machine, up to some 1,000 initiations a second.

## What is full first

Simulated by \`npm run bench:scale\`: PostgreSQL with 16 cores, 32 clients for each gateway.

${simulated(times)}
`;
}

function costs(times: ServiceTimes, { sqlite, postgres }: Footprint): string {
  return table(
    ['on PostgreSQL', 'figure'],
    [
      ['CPU of the gateway', `${ms(times.gatewayMs)} ms`],
      ['CPU of PostgreSQL', `${ms(times.databaseMs)} ms`],
      ['log', `${(postgres.written / 1000).toFixed(1)} KB`],
      ['initiations that share a sync, with 16 at once', String(postgres.initiationsOfSync)],
      ['a sync of this disk', `${ms(times.syncMs)} ms`],
      ['CPU of the worker that indexes words', `${ms(times.searchMs)} ms`],
      ['CPU of the worker of lists and totals', `${ms(times.listsMs)} ms`],
      ['on SQLite: log and file', `${(sqlite.written / 1000).toFixed(1)} KB, ${sqlite.pages} pages`],
    ],
  );
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  'payment, attempt, event': ['payments', 'payment_attempts', 'payment_events'],
  'lists and totals': ['payment_list', 'payment_days'],
  search: ['search_documents', 'search_postings', 'search_words_data', 'search_words_docsize'],
  'idempotency key': ['idempotency_keys'],
  webhook: ['webhook_deliveries'],
};

function bytes({ sqlite, postgres }: Footprint): string {
  const sum = (all: Readonly<Record<string, number>>, tables: readonly string[]): number =>
    tables.reduce((total, name) => total + (all[name] ?? 0), 0);
  const rows = Object.entries(kinds).map(([kind, tables]) => [
    kind,
    ...[sqlite, postgres].map((one) => sum(one.bytes, tables).toLocaleString('en')),
  ]);
  const all = [sqlite, postgres].map((one) => sum(one.bytes, Object.values(kinds).flat()).toLocaleString('en'));
  return table(['bytes', 'SQLite', 'PostgreSQL'], [...rows, ['all', ...all]]);
}

function sizes(times: ServiceTimes, { postgres }: Footprint): string {
  const cores = (perSecond: number, cpuMs: number): number =>
    Math.ceil((perSecond * cpuMs * timesAnInitiation) / 1000 / planned);
  const rows = [10_000, 100_000, 1_000_000, 10_000_000].map((daily) => {
    const perSecond = (daily / 86_400) * peak;
    const disk = (daily * 365 * bytesOfPaidPayment) / 1e9;
    const database = cores(perSecond, times.databaseMs + (times.searchMs + times.listsMs) / timesAnInitiation);
    return [
      daily.toLocaleString('en'),
      Math.ceil(perSecond).toLocaleString('en'),
      String(cores(perSecond, times.gatewayMs) + 1),
      String(Math.max(2, database)),
      `${Math.ceil(disk).toLocaleString('en')} GB`,
      Math.ceil(perSecond * (commits / postgres.initiationsOfSync + 4)).toLocaleString('en'),
      `${((perSecond * postgres.written * timesAnInitiation) / 1e6).toFixed(1)} MB/s`,
    ];
  });
  const heads = ['payments a day', 'peak/s', 'gateways of 1 vCPU', 'vCPU of PostgreSQL', 'disk a year', 'IOPS', 'log'];
  return table(heads, rows);
}

function simulated(times: ServiceTimes): string {
  const deployment = { cores: 16, isShared: false, connections: 16, networkMs: 0.5, counted: 0, shops: 4, clients: 32 };
  const percent = (part: number | undefined): string => `${Math.round((part ?? 0) * 100)} %`;
  const rows = [1, 2, 4, 8, 16, 32, 64].map((gateways) => {
    const { perSecond, p99Ms, busy, first } = simulateDeployment(times, { ...deployment, gateways });
    return [
      String(gateways),
      (Math.round(perSecond / 100) * 100).toLocaleString('en'),
      `${p99Ms.toFixed(0)} ms`,
      ...[names.gateways, names.database, names.search].map((name) => percent(busy[name])),
      first,
    ];
  });
  return table(['gateways', 'payments/s', 'p99', 'gateways', 'PostgreSQL', 'search worker', 'full first'], rows);
}
