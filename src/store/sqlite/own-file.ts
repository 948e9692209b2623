import { statSync } from 'node:fs';
import { StoreUnavailableError } from '../../kernel/store-unavailable.ts';

/** A look costs a hundredth of a payment. */
const lookEveryMs = 100;

/**
 * A file that was moved or removed stays open, and SQLite goes on writing into it. The next start would not find these
 * payments: so there are none until the file is back in its place.
 * @returns the check, for before each unit of work; it throws StoreUnavailableError
 */
export function watchOwnFile(path: string): () => void {
  const look = (): string => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found ? `${found.dev} ${found.ino}` : '';
  };
  const own = look();
  let lookedAt = performance.now();
  return () => {
    const now = performance.now();
    if (now - lookedAt < lookEveryMs) return;
    if (look() !== own) {
      const cause = new Error(`${path} is not the file that was opened`);
      throw new StoreUnavailableError('MOVED', { cause, isOutcomeUnknown: false });
    }
    lookedAt = now;
  };
}
