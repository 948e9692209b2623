import { useEffect, useState } from 'react';

/** The click follows the pointer's release: on a touch screen, some time later. */
const clickMs = 100;

/**
 * Keeps what is shown while a pointer is pressed on it, for a press means what is under the pointer. A browser sends no
 * click where that is replaced before the release.
 * @returns what to show, and `hold` for `onPointerDown`
 */
export function useHeld<Shown extends object>(now: Shown) {
  const [held, setHeld] = useState<{ readonly shown: Shown } | null>(null);
  useEffect(() => {
    if (!held) return;
    const ends = new AbortController();
    const options = { capture: true, signal: ends.signal };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const release = (): void => {
      clearTimeout(timer);
      timer = setTimeout(setHeld, clickMs, null);
    };
    addEventListener('pointerup', release, options);
    addEventListener('pointercancel', release, options);
    return () => {
      ends.abort();
      clearTimeout(timer);
    };
  }, [held]);
  const shown = held?.shown ?? now;
  return { shown, hold: () => setHeld({ shown }) };
}
