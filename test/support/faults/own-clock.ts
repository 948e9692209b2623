import { vi } from 'vitest';
import { untilNight } from './night.ts';

/** A clock of the machine that stands until `advance` moves it. It begins in a night of the banks, or when `at` says. */
export function ownClock(at: number = Date.now() + untilNight(Date.now())): { readonly close: () => void } {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  return { close: () => void vi.useRealTimers() };
}

/** Moves the clock of `ownClock`. */
export const advance = (ms: number): void => void vi.setSystemTime(Date.now() + ms);
