import path from 'node:path';
import { type Balancer, startBalancer } from '../test/support/postgres/balancer.ts';
import type { ClockMessage } from './moved-clock.ts';
import { startPostgres, type TorturedPostgres } from './postgres.ts';
import { createWeakDisk, type WeakDisk } from './power-cut.ts';
import { type Ending, type Program, startProgram } from './program.ts';
import type { SimulatorsReady } from './simulators.ts';
import { createWorld, type World, writeConfig } from './world.ts';

/** Every process of a run: gateways, simulators, and the database where it is one. */

export type Machines = {
  readonly world: World;
  readonly gateways: readonly Program[];
  readonly simulators: Program;
  readonly postgres: TorturedPostgres | null;
  readonly disk: WeakDisk | null;
  /** The next gateway that dies by SIGKILL loses what it did not sync. */
  readonly cutPowerNext: () => void;
  /** The next start of this gateway is with these settings in its environment. */
  readonly armNext: (gateway: number, environment: Readonly<Record<string, string>>) => void;
  /** Moves all clocks, each gateway's a little differently. */
  readonly moveClocks: (move: ClockMove) => void;
  readonly faults: () => readonly string[];
  readonly forgotten: () => number;
  readonly stop: () => Promise<void>;
};

export type ClockMove = {
  readonly offsetMs: number;
  /** Of each gateway. */
  readonly skewsMs: readonly number[];
  /** Time goes by, and timers ring; otherwise a clock was only set. */
  readonly passes: boolean;
};

export type MachineSettings = {
  readonly folder: string;
  readonly store: 'sqlite' | 'postgres';
  /** Of the gateway's program: the checkout's own, or a copy with a planted fault. */
  readonly source: string;
  readonly receiverUrl: string;
};

const gatewaysOnPostgres = 3;
const unavailable = 69;

export async function startMachines(settings: MachineSettings): Promise<Machines> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(settings, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  { folder, store, source, receiverUrl }: MachineSettings,
  stops: (() => Promise<unknown>)[],
): Promise<Omit<Machines, 'stop'>> {
  const postgres = store === 'postgres' ? await startPostgres(folder) : null;
  if (postgres) stops.push(postgres.stop);
  const databaseFile = path.join(folder, 'database', 'payments.sqlite');
  const databaseUrl = postgres?.url ?? `sqlite:${databaseFile}`;
  const count = postgres ? gatewaysOnPostgres : 1;
  const balancer = postgres ? await startBalancer([]) : null;
  if (balancer) stops.push(balancer.close);
  const places = { folder, databaseUrl, gateways: count, receiverUrl, balancerUrl: balancer?.url ?? null };
  const world = await createWorld(places);
  const clocks = createClocks();
  const simulators = await startSimulators(world, clocks.environment, stops);
  const disk = postgres ? null : await createWeakDisk(folder, databaseFile);
  const parts = { world, source, disk, clocks, isOnPostgres: postgres !== null };
  const { gateways, ...arms } = await startGateways(parts, stops, balancer);
  return {
    world,
    gateways,
    simulators,
    postgres,
    disk,
    ...arms,
    moveClocks: ({ offsetMs, skewsMs, passes }) => {
      clocks.move(offsetMs, skewsMs);
      const tell = (program: Program, index: number | null): void =>
        program.send({ clockOffsetMs: clocks.of(index), passes } satisfies ClockMessage);
      tell(simulators, null);
      for (const [index, gateway] of gateways.entries()) tell(gateway, index);
    },
    faults: () => [simulators, ...gateways].flatMap(({ faults }) => faults),
  };
}

function createClocks() {
  let offset = 0;
  let skews: readonly number[] = [];
  const of = (index: number | null): number => offset + (index === null ? 0 : (skews[index] ?? 0));
  return {
    of,
    move: (offsetMs: number, skewsMs: readonly number[]) => {
      offset = offsetMs;
      skews = skewsMs;
    },
    environment: (index: number | null) => ({ TORTURE_CLOCK_OFFSET_MS: String(of(index)) }),
  };
}

type Clocks = ReturnType<typeof createClocks>;

const movedClock = path.join(import.meta.dirname, 'moved-clock.ts');
const quiet = ['--disable-warning=ExperimentalWarning', '--import', movedClock];
const byKill = ({ signal }: Ending): boolean => signal === 'SIGKILL';

async function startSimulators(
  world: World,
  environment: Clocks['environment'],
  stops: (() => Promise<unknown>)[],
): Promise<Program> {
  const { promise: ready, resolve } = Promise.withResolvers<SimulatorsReady>();
  const simulators = startProgram({
    name: 'simulators',
    arguments: [...quiet, path.join(import.meta.dirname, 'simulators.ts'), JSON.stringify(world.simulators)],
    environment: () => environment(null),
    folder: world.folder,
    healthUrl: `${new URL(world.simulatorsUrl).origin}/health/ready`,
    mayEnd: () => false,
    onMessage: (message) => resolve(message as SimulatorsReady),
  });
  stops.push(simulators.stop);
  await simulators.healthy();
  await writeConfig(world, (await ready).payboxPublicKeyPem);
  return simulators;
}

type Parts = {
  readonly world: World;
  readonly source: string;
  readonly disk: WeakDisk | null;
  readonly clocks: Clocks;
  readonly isOnPostgres: boolean;
};

async function startGateways(
  { world, source, disk, clocks, isOnPostgres }: Parts,
  stops: (() => Promise<unknown>)[],
  balancer: Balancer | null,
) {
  let cutsPower = false;
  let forgotten = 0;
  const armed = new Map<number, Readonly<Record<string, string>>>();
  const startOne = (port: number, index: number): Program => {
    const gateway = startProgram({
      name: `gateway-${index + 1}`,
      arguments: [...quiet, path.join(source, 'main.ts')],
      environment: () => {
        const once = armed.get(index) ?? {};
        armed.delete(index);
        return {
          // A start costs half where the compiled code is kept; a run has hundreds of them.
          NODE_COMPILE_CACHE: path.join(world.folder, 'compiled'),
          ...world.environment,
          ...disk?.environment,
          ...clocks.environment(index),
          PORT: String(port),
          ...once,
        };
      },
      folder: world.folder,
      healthUrl: `http://127.0.0.1:${port}/health/ready`,
      // Its database may be away when it starts; at a crash point it kills itself.
      mayEnd: (ending) => byKill(ending) || (isOnPostgres && ending.code === unavailable),
      afterEnd: (ending) => {
        if (cutsPower && disk) forgotten += disk.forget();
        // It closed its database, which the disk has whole.
        else if (!byKill(ending)) disk?.keep();
        cutsPower = false;
      },
    });
    stops.push(gateway.stop);
    balancer?.add(`http://127.0.0.1:${port}`);
    return gateway;
  };
  const gateways = world.gatewayPorts.map(startOne);
  await Promise.all(gateways.map((gateway) => gateway.healthy()));
  return {
    gateways,
    cutPowerNext: () => {
      cutsPower = true;
    },
    armNext: (index: number, environment: Readonly<Record<string, string>>) => void armed.set(index, environment),
    forgotten: () => forgotten,
  };
}
