import { closedSet, type NameOf } from '../../kernel/closed-set.ts';

export const eventLogProblemKind = closedSet('EventLogProblemKind', 'What is wrong with the event log.', {
  EVENT_CHANGED: 'An event is not what its hash was made over.',
  LINK_BROKEN: 'An event does not follow from the one before it.',
  EVENT_MISSING: 'An event of a story is missing.',
  STATUS_CHANGED: "The payment's status is not that of its last event.",
  AMOUNT_CHANGED: "The payment's amount is not the one that was recorded first.",
  REFUNDED_TOO_MUCH: 'More was given back than was paid.',
  PAYMENT_MISSING: 'A payment that was anchored is gone.',
  STORY_REWRITTEN: 'An event is not the one that was anchored, though its story holds together.',
  NOT_ANCHORED: 'An event stands where everything was anchored, and was not.',
  ANCHOR_CHANGED: 'An anchor is not what its hash was made over.',
  ANCHOR_LINK_BROKEN: 'An anchor does not follow from the one before it.',
  ANCHOR_MISSING: 'An anchor is missing.',
  ANCHOR_UNEXPECTED: 'An anchor is not the one that was noted down.',
});

export type EventLogProblem = {
  readonly kind: NameOf<typeof eventLogProblemKind>;
  readonly paymentId: string | null;
  readonly sequence: number | null;
  readonly anchor: number | null;
  /** The finding, with ids and hashes only. */
  readonly detail: string;
};
