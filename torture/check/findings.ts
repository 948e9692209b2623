/** What must not be: each kind counts from nought, and has to stay there. */
export const findingKinds = {
  LOST: 'acknowledged and lost',
  DUPLICATED: 'duplicated',
  STUCK: 'stuck',
  WRONG_AMOUNT: 'wrong amount',
  DISAGREES: 'gateway and bank disagree',
  REFUNDED_TOO_MUCH: 'refunded more than paid',
  UNBALANCED: 'unbalanced books',
  BROKEN_EVENT_LOG: 'broken event log',
  UNTOLD: 'webhook missing or out of order',
  ANSWERED_WRONGLY: 'right request refused, or contradiction accepted',
  FELL_OVER: 'process ended by itself',
} as const;
export type FindingKind = keyof typeof findingKinds;

export type Finding = { readonly kind: FindingKind; readonly what: string };

/** Counts of each kind, and the first few of them in words. */
export type Findings = {
  readonly add: (kind: FindingKind, what: string) => void;
  readonly counts: () => Readonly<Record<FindingKind, number>>;
  readonly examples: () => readonly Finding[];
  readonly total: () => number;
};

const examplesOfEach = 5;

export function createFindings(): Findings {
  const counts = Object.fromEntries(Object.keys(findingKinds).map((kind) => [kind, 0])) as Record<FindingKind, number>;
  const examples: Finding[] = [];
  return {
    add: (kind, what) => {
      if (counts[kind]++ < examplesOfEach) examples.push({ kind, what });
    },
    counts: () => counts,
    examples: () => examples,
    total: () => Object.values(counts).reduce((sum, count) => sum + count, 0),
  };
}
