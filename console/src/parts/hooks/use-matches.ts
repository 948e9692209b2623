import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds now. */
export function useMatches(query: string): boolean {
  const listen = useCallback(
    (listener: () => void) => {
      const asked = matchMedia(query);
      asked.addEventListener('change', listener);
      return () => asked.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(listen, () => matchMedia(query).matches);
}
