/**
 * A small discrete-event simulation of a queueing network. Jobs follow steps; resources have places, and who finds none
 * free waits in the order of arrival.
 */

export type Step =
  | { readonly take: string }
  | { readonly give: string }
  /** Time that passes, for instance the work on a resource that the job has taken. */
  | { readonly lastMs: number }
  /** Waits for the next run of a group: one run serves all that were waiting when it began, as one sync of a log does. */
  | { readonly group: string; readonly lastMs: number };

export type Network = {
  /** How many jobs each may have at once. */
  readonly places: Readonly<Record<string, number>>;
  readonly groups: readonly string[];
  /** The steps of the next job, and work that it leaves for later; `client` repeats, so that it may have its own resource. */
  readonly jobOf: (client: number, random: () => number) => Job;
  /** Jobs that arrive by themselves at this rate, or clients that each begin the next job when theirs has ended. */
  readonly load: { readonly perSecond: number } | { readonly clients: number };
  readonly forMs: number;
  /** Time at the beginning that is not counted. */
  readonly warmMs: number;
  readonly seed: number;
};

export type Job = { readonly steps: readonly Step[]; readonly after?: readonly Step[] };

export type Outcome = {
  readonly perSecond: number;
  readonly meanMs: number;
  readonly p99Ms: number;
  /** The part of its places that each resource had taken, on average; of a group, the part of the time that it ran. */
  readonly busy: Readonly<Record<string, number>>;
};

type Running = { readonly steps: readonly Step[]; next: number; readonly whenDone: () => void };
type Resource = {
  readonly places: number;
  taken: number;
  readonly queue: Running[];
  busyMs: number;
  changedAt: number;
};
type Group = { isRunning: boolean; waiting: Running[]; busyMs: number };

export function simulate(network: Network): Outcome {
  const random = randomFrom(network.seed);
  const events = createEvents();
  const { warmMs, forMs } = network;
  const endMs = warmMs + forMs;
  const resources = new Map<string, Resource>();
  for (const [name, places] of Object.entries(network.places)) {
    resources.set(name, { places, taken: 0, queue: [], busyMs: 0, changedAt: 0 });
  }
  const groups = new Map<string, Group>(
    network.groups.map((name) => [name, { isRunning: false, waiting: [], busyMs: 0 }]),
  );
  const durations: number[] = [];
  const countedMs = (from: number, to: number): number => Math.max(0, Math.min(to, endMs) - Math.max(from, warmMs));

  function account(resource: Resource): void {
    resource.busyMs += resource.taken * countedMs(resource.changedAt, events.now());
    resource.changedAt = events.now();
  }

  function give(resource: Resource): void {
    const next = resource.queue.shift();
    if (next) {
      go(next);
      return;
    }
    account(resource);
    resource.taken--;
  }

  function run(group: Group, lastMs: number): void {
    const served = group.waiting;
    group.waiting = [];
    group.isRunning = true;
    group.busyMs += countedMs(events.now(), events.now() + lastMs);
    events.in(lastMs, () => {
      group.isRunning = false;
      if (group.waiting.length > 0) run(group, lastMs);
      for (const one of served) go(one);
    });
  }

  function go(job: Running): void {
    for (;;) {
      const step = job.steps[job.next++];
      if (step === undefined) {
        job.whenDone();
        return;
      }
      if ('give' in step) give(found(resources, step.give));
      else if ('take' in step) {
        const resource = found(resources, step.take);
        if (resource.taken === resource.places) {
          resource.queue.push(job);
          return;
        }
        account(resource);
        resource.taken++;
      } else if ('group' in step) {
        const group = found(groups, step.group);
        group.waiting.push(job);
        if (!group.isRunning) run(group, step.lastMs);
        return;
      } else {
        events.in(step.lastMs, () => go(job));
        return;
      }
    }
  }

  function begin(client: number, whenDone: () => void): void {
    const { steps, after } = network.jobOf(client, random);
    const startedAt = events.now();
    const done = (): void => {
      if (events.now() >= warmMs && events.now() < endMs) durations.push(events.now() - startedAt);
      whenDone();
      if (after) go({ steps: after, next: 0, whenDone: () => undefined });
    };
    go({ steps, next: 0, whenDone: done });
  }

  startLoad(network.load, events, begin, random);
  events.runUntil(endMs);
  for (const resource of resources.values()) account(resource);
  durations.sort((one, other) => one - other);
  const busy = {
    ...Object.fromEntries([...resources].map(([name, { busyMs, places }]) => [name, busyMs / places / forMs])),
    ...Object.fromEntries([...groups].map(([name, { busyMs }]) => [name, busyMs / forMs])),
  };
  return {
    perSecond: (durations.length / forMs) * 1000,
    meanMs: durations.reduce((sum, ms) => sum + ms, 0) / Math.max(1, durations.length),
    p99Ms: durations[Math.floor(durations.length * 0.99)] ?? 0,
    busy,
  };
}

function startLoad(
  load: Network['load'],
  events: Events,
  begin: (client: number, whenDone: () => void) => void,
  random: () => number,
): void {
  if ('clients' in load) {
    const repeat = (client: number): void => begin(client, () => events.in(0, () => repeat(client)));
    for (let client = 0; client < load.clients; client++) repeat(client);
    return;
  }
  let count = 0;
  const arrive = (): void => {
    begin(count++, () => undefined);
    events.in(exponential(1000 / load.perSecond, random), arrive);
  };
  events.in(exponential(1000 / load.perSecond, random), arrive);
}

export const exponential = (meanMs: number, random: () => number): number => -meanMs * Math.log(1 - random());

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function found<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`the network has no ${name}`);
  return value;
}

type Event = { readonly at: number; readonly order: number; readonly run: () => void };
type Events = {
  readonly now: () => number;
  readonly in: (ms: number, run: () => void) => void;
  readonly runUntil: (endMs: number) => void;
};

/** What will happen, the next first: a binary heap. */
function createEvents(): Events {
  const heap: Event[] = [];
  let now = 0;
  let order = 0;
  const isBefore = (one: Event, other: Event): boolean =>
    one.at < other.at || (one.at === other.at && one.order < other.order);
  const at = (place: number): Event => heap[place] as Event;
  const swap = (one: number, other: number): void => {
    [heap[one], heap[other]] = [at(other), at(one)];
  };
  const add = (event: Event): void => {
    let place = heap.push(event) - 1;
    for (let above = (place - 1) >> 1; place > 0 && isBefore(at(place), at(above)); above = (place - 1) >> 1) {
      swap(place, above);
      place = above;
    }
  };
  const removeFirst = (): void => {
    const last = heap.pop() as Event;
    if (heap.length === 0) return;
    heap[0] = last;
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      if (left >= heap.length) return;
      const least = right < heap.length && isBefore(at(right), at(left)) ? right : left;
      if (!isBefore(at(least), at(place))) return;
      swap(place, least);
      place = least;
    }
  };
  return {
    now: () => now,
    in: (ms, run) => add({ at: now + ms, order: order++, run }),
    runUntil: (endMs) => {
      for (let next = heap[0]; next !== undefined && next.at < endMs; next = heap[0]) {
        removeFirst();
        now = next.at;
        next.run();
      }
      now = endMs;
    },
  };
}
