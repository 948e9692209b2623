/**
 * Loaded before a program (`--import`), so that the rig can move its time: `Date` runs early or late by the rig's
 * offset. A wrong clock moves no timer; where time passes, the timers due in between ring. The program itself does not
 * know. It also ends with the rig, however that ended.
 */

export type ClockMessage = { readonly clockOffsetMs: number; readonly passes: boolean };

const shortestMovedMs = 1_000;

let offsetMs = Number(process.env.TORTURE_CLOCK_OFFSET_MS ?? '0');
const RealDate = Date;
const realNow = Date.now;
Date.now = () => realNow() + offsetMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [target.now()] : given, newTarget),
});

type Waiting = { readonly ring: () => void; readonly timer: NodeJS.Timeout; readonly dueAt: number };

/** Timers of the program itself, long enough for a move to matter; those inside Node keep to the real time. */
const waiting = new Map<NodeJS.Timeout, Waiting>();
const realSetTimeout = globalThis.setTimeout;
const realClearTimeout = globalThis.clearTimeout;

const movedSetTimeout = (callback: (...given: unknown[]) => void, delayMs = 0, ...given: unknown[]): NodeJS.Timeout => {
  if (delayMs < shortestMovedMs) return realSetTimeout(callback, delayMs, ...given);
  const ring = (): void => {
    waiting.delete(timer);
    callback(...given);
  };
  const timer = realSetTimeout(ring, delayMs);
  waiting.set(timer, { ring, timer, dueAt: Date.now() + delayMs });
  return timer;
};
globalThis.setTimeout = Object.assign(movedSetTimeout, realSetTimeout) as typeof setTimeout;
globalThis.clearTimeout = ((timer: NodeJS.Timeout | undefined): void => {
  if (timer !== undefined) waiting.delete(timer);
  realClearTimeout(timer);
}) as typeof clearTimeout;

process.on('message', (message: ClockMessage) => {
  if (typeof message.clockOffsetMs !== 'number') return;
  offsetMs = message.clockOffsetMs;
  if (!message.passes) return;
  const now = Date.now();
  for (const { ring, timer, dueAt } of [...waiting.values()]) {
    if (dueAt > now) continue;
    realClearTimeout(timer);
    waiting.delete(timer);
    setImmediate(ring);
  }
});
process.channel?.unref();
process.once('disconnect', () => process.exit());
