import { normaliseIdentifier } from '../../kernel/identifiers.ts';

/** A filter's identifier, normalised like stored ones; null without a filter. */
export const identifierWanted = (given: string | null | undefined): string | null =>
  given === null || given === undefined ? null : normaliseIdentifier(given);
