import { normaliseIdentifier, normaliseOrder } from '../../kernel/identifiers.ts';

/** An identifier that a list is narrowed to, as it is kept of what comes in; null where the list is not narrowed. */
export const identifierWanted = (given: string | null | undefined): string | null =>
  given === null || given === undefined ? null : normaliseIdentifier(given);

export const orderWanted = (given: string | null | undefined): string | null =>
  given === null || given === undefined ? null : normaliseOrder(given);
