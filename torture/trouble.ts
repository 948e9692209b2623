import { createRandom } from './random.ts';

/** What befalls the machines of a run, and when: at so many initiations. The same seed gives the same list. */

export type TroubleKind =
  /** SIGKILL of a gateway, of the banks' simulators, of PostgreSQL with all its processes. */
  | 'KILL_GATEWAY'
  | 'KILL_SIMULATORS'
  | 'KILL_POSTGRES'
  /** SIGKILL of the gateway on SQLite, and what it did not sync is gone. */
  | 'CUT_POWER'
  /** SIGKILL of a gateway; the one that takes its place kills itself at a named point of its work. */
  | 'CRASH_AT_POINT'
  /** SIGTERM: it drains, and another takes over. */
  | 'REPLACE_GATEWAY'
  /** Stopped for longer than a lease is held, then awake again and unaware of it. */
  | 'FREEZE_GATEWAY'
  | 'FILL_DISK'
  | 'FAIL_SYNCS'
  | 'MOVE_CLOCK';

export type Trouble = {
  readonly at: number;
  readonly kind: TroubleKind;
  /** Which gateway, how long, how far: 0 to 1. */
  readonly chance: number;
};

/** How many processes die of it. */
const deaths: Readonly<Partial<Record<TroubleKind, number>>> = {
  KILL_GATEWAY: 1,
  KILL_SIMULATORS: 1,
  KILL_POSTGRES: 1,
  CUT_POWER: 1,
  CRASH_AT_POINT: 2,
};

export type TroublePlan = {
  readonly seed: number;
  readonly initiations: number;
  readonly kills: number;
  readonly store: 'sqlite' | 'postgres';
  /** False where the machine has no C compiler. */
  readonly hasWeakDisk: boolean;
  /** The only way in which processes die; left out: all of them. */
  readonly onlyKill?: TroubleKind | undefined;
};

const weights = {
  sqlite: { KILL_GATEWAY: 20, CRASH_AT_POINT: 25, CUT_POWER: 25, KILL_SIMULATORS: 10, KILL_POSTGRES: 0 },
  postgres: { KILL_GATEWAY: 25, CRASH_AT_POINT: 25, CUT_POWER: 0, KILL_SIMULATORS: 10, KILL_POSTGRES: 20 },
} as const;

/** For each kill, so many of the other troubles. */
const othersPerKill = 0.5;

export function planTrouble({ onlyKill, ...plan }: TroublePlan): readonly Trouble[] {
  const { seed, initiations, kills, store, hasWeakDisk } = plan;
  const random = createRandom(seed, 'trouble');
  const disk = store === 'sqlite' && hasWeakDisk;
  const killing: TroubleKind[] = [];
  for (let dead = 0; dead < kills; dead += deaths[killing.at(-1) as TroubleKind] ?? 0) {
    killing.push(onlyKill ?? random.weighted({ ...weights[store], CUT_POWER: disk ? weights[store].CUT_POWER : 0 }));
  }
  const others = Array.from({ length: Math.round(kills * othersPerKill) }, () =>
    random.weighted({
      REPLACE_GATEWAY: 15,
      FREEZE_GATEWAY: 15,
      MOVE_CLOCK: 40,
      FILL_DISK: disk ? 15 : 0,
      FAIL_SYNCS: disk ? 15 : 0,
    }),
  );
  const spread = (kinds: readonly TroubleKind[]): Trouble[] =>
    kinds.map((kind, index) => ({
      at: Math.floor((initiations * (index + random.next())) / kinds.length),
      kind,
      chance: random.next(),
    }));
  return [...spread(killing), ...spread(others)].toSorted((one, another) => one.at - another.at);
}
