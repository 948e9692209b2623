import type { Logger } from 'pino';
import type { LeaseWrites } from '../kernel/lease.ts';
import { faultOf } from '../kernel/store-unavailable.ts';
import type { Transacting } from '../kernel/transacting.ts';
import { createHeldLease } from './held-lease.ts';

/** A work that is never finished, done round by round, by one process at a time. */
export type Worker = {
  readonly name: string;
  /** From the end of a round to the next. */
  readonly everyMs: number;
  /** One round. A long one calls `keepsLease` between its steps and ends where the answer is false. */
  readonly round: (keepsLease: () => Promise<boolean>) => Promise<void>;
};

export type Workers = {
  readonly start: () => void;
  /** Starts a round of `name` soon, because there is something to do. */
  readonly wake: (name: string) => void;
  /** Runs one round of each worker (or of `name`) now; false where another process has a lease. */
  readonly runNow: (name?: string) => Promise<boolean>;
  /** Ends after the rounds under way, and gives the leases back. */
  readonly stop: () => Promise<void>;
};

/** A process that died gives its work to another after this. */
const leaseMs = 30_000;

export type WorkersOptions = {
  readonly store: Transacting<LeaseWrites>;
  readonly clock: () => number;
  /** Names this process, and no other. */
  readonly holder: string;
  readonly logger: Logger;
};

/** A failed round is logged and repeated; it never ends the process. */
export function createWorkers(options: WorkersOptions, workers: readonly Worker[]): Workers {
  const runners = new Map(workers.map((worker) => [worker.name, createRunner(options, worker)]));
  return {
    start: () => {
      for (const runner of runners.values()) runner.schedule();
    },
    wake: (name) => runners.get(name)?.wake(),
    runNow: async (name) => {
      const chosen = [...runners].filter(([key]) => name === undefined || key === name);
      if (chosen.length === 0) throw new Error(`there is no worker ${name}`);
      let all = true;
      for (const [, runner] of chosen) all = (await runner.run()) && all;
      return all;
    },
    stop: async () => {
      await Promise.all([...runners.values()].map((runner) => runner.stop()));
    },
  };
}

function createRunner({ store, clock, holder, logger }: WorkersOptions, { name, everyMs, round }: Worker) {
  const lease = createHeldLease({ store, clock, name, holder, forMs: leaseMs });
  let timer: NodeJS.Timeout | null = null;
  let isStarted = false;
  let isStopped = false;
  /** A woken run waits for its beginning. */
  let isWoken = false;
  let isRefused = false;
  let last: Promise<unknown> = Promise.resolve();

  const keepsLease = async (): Promise<boolean> => !isStopped && lease.keeps();
  const runOnce = async (): Promise<boolean> => {
    isWoken = false;
    isRefused = !(await keepsLease());
    if (isRefused) return false;
    await round(keepsLease);
    return true;
  };
  /** Rounds of one process never overlap. */
  const run = (): Promise<boolean> => {
    const next = last.then(runOnce);
    last = next.catch(() => undefined);
    return next;
  };
  const schedule = (delayMs = everyMs): void => {
    isStarted = true;
    if (isStopped) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      run()
        .catch((error: unknown) => logger.error({ worker: name, fault: faultOf(error) }, 'a round of a worker failed'))
        .finally(() => schedule(isWoken ? 0 : everyMs));
    }, delayMs);
    timer.unref();
  };
  return {
    schedule,
    run,
    // One run for all that ask until it begins, after the round under way. A process without the lease waits for its
    // tick: each claim is a write.
    wake: () => {
      if (!isStarted || isWoken || isRefused) return;
      isWoken = true;
      if (timer) schedule(0);
    },
    stop: async () => {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await last;
      // Where that fails it runs out, and the rest of the process stops all the same.
      await lease
        .giveBack()
        .catch((error: unknown) => logger.error({ worker: name, fault: faultOf(error) }, 'a lease was not given back'));
    },
  };
}
