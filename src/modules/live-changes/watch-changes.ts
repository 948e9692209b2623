import { type ChangedRow, type ChangedRows, type ChangeReads, type ChangeTopic, mostRows } from './change-topic.ts';

export type ChangeFollower = {
  readonly topics: ReadonlySet<ChangeTopic>;
  /** Called once a second, also where nothing changed: rights may have ended. */
  readonly look: (changed: ReadonlyMap<ChangeTopic, ChangedRows>) => void;
};

/** What changed, for all followers of this process. */
export type ChangeWatch = {
  /**
   * What changes from now on. It may name what changed up to a second before, so that a reader that takes over from
   * another misses nothing. Resolves when it is being watched, to a function that ends it.
   */
  readonly listen: (follower: ChangeFollower) => Promise<() => void>;
  readonly size: () => number;
};

const usualTickMs = 1_000;
/** How far back it looks from its last read: the clock of another gateway may be late, and a commit slow. */
const windowMs = 60_000;

/**
 * Reads the newest rows of the topics that have followers, once a second, and compares them with what it read before. So
 * it finds what any gateway did, writers pay nothing, and without followers nothing is read.
 */
export function createChangeWatch({
  store,
  clock,
  tickMs = usualTickMs,
}: {
  readonly store: ChangeReads;
  readonly clock: () => number;
  readonly tickMs?: number;
}): ChangeWatch {
  const followers = new Set<ChangeFollower>();
  const known = new Map<ChangeTopic, { readonly at: number; readonly rows: ReadonlyMap<string, ChangedRow> }>();
  let isScheduled = false;
  /** One read after the other. */
  let reading: Promise<unknown> = Promise.resolve();
  const read = async (topic: ChangeTopic): Promise<ChangedRows> => {
    const at = clock();
    const before = known.get(topic);
    // The database may not have answered for a while, or the machine was asleep.
    const since = Math.min(at, before?.at ?? at) - windowMs;
    const found = await store.recentChanges(topic, since);
    known.set(topic, { at, rows: new Map(found.map((row) => [row.key, row])) });
    return before ? difference(before.rows, found) : [];
  };
  const tick = async (): Promise<void> => {
    const wanted = new Set([...followers].flatMap(({ topics }) => [...topics]));
    for (const topic of known.keys()) if (!wanted.has(topic)) known.delete(topic);
    const changed = new Map<ChangeTopic, ChangedRows>();
    for (const topic of wanted) {
      // While the database does not answer, nothing is known to have changed: the next answer has it.
      const rows = await read(topic).catch(() => []);
      if (rows?.length !== 0) changed.set(topic, rows);
    }
    for (const follower of followers) follower.look(changed);
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    const next = (): void => {
      reading = reading.then(tick).finally(() => {
        isScheduled = false;
        if (followers.size > 0) schedule();
        else known.clear();
      });
    };
    setTimeout(next, tickMs).unref();
  };
  return {
    listen: async (follower) => {
      const begun = reading.then(async () => {
        for (const topic of follower.topics) if (!known.has(topic)) await read(topic);
        followers.add(follower);
        schedule();
      });
      reading = begun.catch(() => undefined);
      await begun;
      return () => void followers.delete(follower);
    },
    size: () => followers.size,
  };
}

function difference(before: ReadonlyMap<string, ChangedRow>, found: readonly ChangedRow[]): ChangedRows {
  const now = new Map(found.map((row) => [row.key, row]));
  const [oldestBefore, oldestNow] = [oldestWaiting(before), oldestWaiting(now)];
  const isAdded = ({ key, waits }: ChangedRow): boolean => !before.has(key) && !(waits && key < oldestBefore);
  // Where even the oldest one is new, older ones that are new as well were not read.
  if (found.some((row) => row.isLimit && isAdded(row))) return null;
  const ended = [...before.values()].filter(({ key, waits }) => waits && !now.has(key) && key > oldestNow);
  return [...[...now.values()].filter(isAdded), ...ended];
}

/** Where more wait than are read, an older one comes and goes with the newer ones: that is no change of it. */
function oldestWaiting(rows: ReadonlyMap<string, ChangedRow>): string {
  const keys = [...rows.values()].flatMap(({ key, waits }) => (waits ? [key] : []));
  return keys.length < mostRows ? '' : (keys.toSorted()[0] ?? '');
}
