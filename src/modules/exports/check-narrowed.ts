import { type Caller, consoleRight, hasRight } from '../../kernel/caller.ts';
import { NotAllowedError } from '../../kernel/errors.ts';

/**
 * The rights of a person may change during an export. With narrower ones the rows that follow would be fewer, and the
 * file would look whole.
 * @throws NotAllowedError
 */
export function checkNarrowed(first: Caller, now: Caller): void {
  const isWhole =
    holdsAll(now.societes, first.societes) &&
    holdsAll(now.origins, first.origins) &&
    holdsAll(now.targets, first.targets) &&
    holdsAll(now.runModes, first.runModes) &&
    holdsAll(now.scopes, first.scopes) &&
    consoleRight.names.every((right) => hasRight(now, right) || !hasRight(first, right));
  if (!isWhole) throw new NotAllowedError('You may see less than when the export began.');
}

/** Null: any. */
const holdsAll = (now: ReadonlySet<string> | null, first: ReadonlySet<string> | null): boolean =>
  now === null || (first !== null && [...first].every((one) => now.has(one)));
