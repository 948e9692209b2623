import { setTimeout as pause } from 'node:timers/promises';
import { type CrashPoint, crashPoint } from '../src/kernel/crash-point.ts';
import { deadlineMs as callersLeaveMs } from './caller.ts';
import type { Machines } from './machines.ts';
import type { Program } from './program.ts';
import { createRandom } from './random.ts';
import type { Trouble, TroubleKind } from './trouble.ts';

/** Lets trouble befall the machines of a run, one after the other, and counts it. */

export type FaultInjector = {
  readonly inject: (trouble: Trouble) => Promise<void>;
  /** How often each kind came about, and the named points at which gateways died. */
  readonly counts: () => Readonly<Partial<Record<TroubleKind, number>>>;
  readonly points: () => Readonly<Record<string, number>>;
  /** Processes that died by SIGKILL. PostgreSQL with all its processes is one. */
  readonly deaths: () => number;
  readonly letPass: (ms: number) => void;
  /** The time of the moved clocks. */
  readonly now: () => number;
};

/** Those that a run's payments reach. */
const points = crashPoint.names.filter((name) => !/mandate|batch|bank-file/.test(name));
const pointPatienceMs = 4_000;
const longestPassage = 8;
const leaseMs = 30_000;
/** Of the freezes: callers gave up meanwhile, and the awakened gateway reads what they asked. */
const longFreezes = 0.25;

export function createFaultInjector(machines: Machines, seed: number): FaultInjector {
  const counts: Partial<Record<TroubleKind, number>> = {};
  const died: Record<string, number> = {};
  let deaths = 0;
  let offsetMs = 0;
  const skewed = createRandom(seed, 'skews');
  const move = (ms: number, passes: boolean): void => {
    offsetMs += Math.round(ms);
    const skewsMs = machines.gateways.map(() => skewed.between(-3_000, 3_000));
    machines.moveClocks({ offsetMs, skewsMs, passes });
  };
  const kill = async (program: Program): Promise<void> => {
    await program.kill();
    deaths++;
    await program.healthy();
  };
  const gatewayOf = ({ chance }: Trouble): readonly [Program, number] => {
    const index = Math.floor(chance * machines.gateways.length);
    return [machines.gateways[index] as Program, index];
  };
  const crashAtPoint = async (trouble: Trouble): Promise<void> => {
    const [gateway, index] = gatewayOf(trouble);
    const random = createRandom(seed, `point ${trouble.at} ${trouble.chance}`);
    const point = points[random.between(0, points.length - 1)] as CrashPoint;
    machines.armNext(index, { CRASH_AT: `${point}@${random.between(1, longestPassage)}` });
    await gateway.kill();
    deaths++;
    await pause(100);
    const dying = gateway.ended();
    // Only one that takes requests comes to its point.
    await Promise.race([gateway.healthy(), dying]);
    const isDead = await Promise.race([dying.then(() => true), pause(pointPatienceMs, false)]);
    if (isDead) died[point] = (died[point] ?? 0) + 1;
    else await gateway.kill();
    deaths++;
    await gateway.healthy();
  };
  const withDisk = async (set: ((on: boolean) => void) | undefined, { chance }: Trouble): Promise<void> => {
    set?.(true);
    await pause(100 + 400 * chance);
    set?.(false);
  };
  const kinds: Readonly<Record<TroubleKind, (trouble: Trouble) => Promise<void>>> = {
    KILL_GATEWAY: (trouble) => kill(gatewayOf(trouble)[0]),
    KILL_SIMULATORS: () => kill(machines.simulators),
    KILL_POSTGRES: async () => {
      await machines.postgres?.kill();
      deaths++;
      await Promise.all(machines.gateways.map((gateway) => gateway.healthy()));
    },
    CUT_POWER: async (trouble) => {
      machines.cutPowerNext();
      await kill(gatewayOf(trouble)[0]);
    },
    CRASH_AT_POINT: crashAtPoint,
    REPLACE_GATEWAY: async (trouble) => {
      const [gateway] = gatewayOf(trouble);
      await gateway.restart();
      await gateway.healthy();
    },
    // Its lease runs out meanwhile, and another gateway takes the work over.
    FREEZE_GATEWAY: async (trouble) => {
      const pid = gatewayOf(trouble)[0].pid();
      if (pid === null) return;
      process.kill(pid, 'SIGSTOP');
      move(leaseMs + 5_000, false);
      const random = createRandom(seed, `freeze ${trouble.at} ${trouble.chance}`);
      await pause(
        random.chance(longFreezes) ? callersLeaveMs + random.between(1_000, 4_000) : random.between(500, 2_000),
      );
      process.kill(pid, 'SIGCONT');
    },
    FILL_DISK: (trouble) => withDisk(machines.disk?.setFull, trouble),
    FAIL_SYNCS: (trouble) => withDisk(machines.disk?.setSyncsFail, trouble),
    // Back by seconds now and then, as a clock that is set right.
    MOVE_CLOCK: async ({ chance }) => move(chance < 0.25 ? -20_000 * chance : chance * 400_000, false),
  };
  return {
    inject: async (trouble) => {
      counts[trouble.kind] = (counts[trouble.kind] ?? 0) + 1;
      await kinds[trouble.kind](trouble);
    },
    counts: () => counts,
    points: () => died,
    deaths: () => deaths,
    letPass: (ms) => move(ms, true),
    now: () => Date.now() + offsetMs,
  };
}
