import { exponential, type Network, type Outcome, type Step, simulate } from './simulation.ts';

/** What one initiation takes of each part, in milliseconds: measured by `npm run bench:scale -- --measure`. */
export type ServiceTimes = {
  readonly machine: string;
  readonly day: string;
  /** CPU of the gateway and of PostgreSQL. */
  readonly gatewayMs: number;
  readonly databaseMs: number;
  /** Until a write is on the disk. */
  readonly syncMs: number;
  /** CPU of a worker and of PostgreSQL, for each payment, to index its words and to copy it for lists and totals. */
  readonly searchMs: number;
  readonly listsMs: number;
};

export type Deployment = {
  readonly gateways: number;
  /** Cores of PostgreSQL; with `isShared` of all together, as on one machine. */
  readonly cores: number;
  readonly isShared: boolean;
  /** Of each gateway. */
  readonly connections: number;
  /** From a gateway to the database and back. */
  readonly networkMs: number;
  /** The part of the payments that takes a number of its shop's counter (LABANQUEPOSTALE), and how many shops there are. */
  readonly counted: number;
  readonly shops: number;
  /** Clients of each gateway; each waits for its answer and asks again. */
  readonly clients: number;
};

/** `busy` is the average of all gateways, connections or counters; `first` has no room left. */
export type Simulated = Outcome & { readonly deployment: Deployment; readonly first: string };

export const names = {
  gateways: "the gateways' CPU",
  database: "PostgreSQL's CPU",
  machine: "the machine's CPU",
  log: 'the syncs of the log',
  connections: 'the connections of a gateway',
  counters: 'the counter of a shop',
  search: 'the worker of the search',
  lists: 'the worker of the lists',
} as const;

const countedMs = 2_000;

/** One initiation: parse and check, then its part of a statement and of its commit, then the answer. */
export function simulateDeployment(times: ServiceTimes, deployment: Deployment): Simulated {
  const { gateways, cores, connections, shops, isShared } = deployment;
  const places: Record<string, number> = { [names.search]: 1, [names.lists]: 1 };
  for (let gateway = 0; gateway < gateways; gateway++) {
    places[gatewayNamed(gateway)] = 1;
    places[connectionsOf(gateway)] = connections;
  }
  for (let shop = 0; shop < shops; shop++) places[counterOf(shop)] = 1;
  places[isShared ? names.machine : names.database] = cores;
  const outcome = simulate({
    places,
    groups: [names.log],
    jobOf: (client, random) => initiation(times, deployment, { gateway: client % gateways, random }),
    load: { clients: gateways * deployment.clients },
    forMs: countedMs,
    warmMs: 500,
    seed: 1,
  });
  const busy = byKind(outcome);
  return { ...outcome, deployment, busy, first: firstFull(busy, isShared) };
}

/** A gateway runs on one core at a time, also on a machine with more. */
const gatewayNamed = (gateway: number): string => `${names.gateways} ${gateway}`;
const connectionsOf = (gateway: number): string => `${names.connections} ${gateway}`;
const counterOf = (shop: number): string => `${names.counters} ${shop}`;

function initiation(
  { gatewayMs, databaseMs, syncMs, searchMs, listsMs }: ServiceTimes,
  { isShared, networkMs, counted, shops }: Deployment,
  { gateway, random }: { readonly gateway: number; readonly random: () => number },
): ReturnType<Network['jobOf']> {
  const on = (resource: string, steps: readonly Step[]): Step[] => [{ take: resource }, ...steps, { give: resource }];
  const serverCpu = isShared ? names.machine : names.database;
  const inServer = (ms: number): Step[] => on(serverCpu, [{ lastMs: exponential(ms, random) }]);
  const inGateway = (ms: number): Step[] =>
    on(gatewayNamed(gateway), isShared ? inServer(ms) : [{ lastMs: exponential(ms, random) }]);
  const commit: Step[] = [...inServer(databaseMs), { group: names.log, lastMs: syncMs }];
  const written = random() < counted ? on(counterOf(Math.floor(random() * shops)), commit) : commit;
  return {
    steps: [
      ...inGateway(gatewayMs / 2),
      ...on(connectionsOf(gateway), [{ lastMs: networkMs / 2 }, ...written, { lastMs: networkMs / 2 }]),
      ...inGateway(gatewayMs / 2),
    ],
    after: [...on(names.search, inServer(searchMs)), ...on(names.lists, inServer(listsMs))],
  };
}

function byKind({ busy }: Outcome): Record<string, number> {
  const parts = new Map<string, number[]>();
  for (const [resource, part] of Object.entries(busy)) {
    const name = resource.replace(/ \d+$/, '');
    parts.set(name, [...(parts.get(name) ?? []), part]);
  }
  const average = (all: readonly number[]): number => all.reduce((sum, part) => sum + part, 0) / all.length;
  return Object.fromEntries([...parts].map(([name, all]) => [name, average(all)]));
}

const fullFrom = 0.9;

/**
 * The log is not among them: one sync serves all commits that wait, so it costs time and no rate. Connections are held
 * while their transactions wait for something else, so they count only where nothing else is full.
 */
function firstFull(busy: Readonly<Record<string, number>>, isShared: boolean): string {
  const { gateways, database, machine, counters, search, lists, connections } = names;
  const own = isShared ? [machine] : [gateways, database];
  const fullest = [...own, counters, search, lists].reduce((one, other) =>
    (busy[other] ?? 0) > (busy[one] ?? 0) ? other : one,
  );
  if ((busy[fullest] ?? 0) >= fullFrom) return fullest;
  return (busy[connections] ?? 0) >= fullFrom ? connections : 'nothing: clients wait';
}
