import { useSyncExternalStore } from 'react';
import { todayInParis } from '../values/when.tsx';

const lookEveryMs = 30_000;

/** A timer may be late in a window that is not seen. */
function listen(look: () => void): () => void {
  const timer = setInterval(look, lookEveryMs);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

/** Today in Paris, also of a page that stays open over midnight. */
export const useToday = (): string => useSyncExternalStore(listen, () => todayInParis());
