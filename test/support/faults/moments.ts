import type { CrashPoint } from '../../../src/kernel/crash-point.ts';
import { isExhaustive } from '../sample.ts';
import { around, diedAt } from './lives.ts';

type Moment = CrashPoint extends infer Point ? (Point extends `before-${infer Name}` ? Name : never) : never;
type DyingTest = 'crashes' | 'sepa-crashes';

/** Which test has a gateway die at which moments: the compiler refuses a new moment without one. */
const testOf = {
  'commit:any': 'crashes',
  'commit:initiation': 'crashes',
  'commit:attempt-opened': 'crashes',
  'commit:notification-stored': 'crashes',
  'commit:notification-applied': 'crashes',
  'commit:inquiry-applied': 'crashes',
  'commit:operation-requested': 'crashes',
  'commit:operation-recorded': 'crashes',
  'commit:payment-ended': 'crashes',
  'commit:webhook-claimed': 'crashes',
  'commit:webhook-recorded': 'crashes',
  'commit:cursor-moved': 'crashes',
  'commit:ledger-anchored': 'crashes',
  'commit:mandate-changed': 'sepa-crashes',
  'commit:batch-changed': 'sepa-crashes',
  'commit:bank-file-changed': 'sepa-crashes',
  'commit:journal-posted': 'sepa-crashes',
  'call:inquiry': 'crashes',
  'call:refund': 'crashes',
  'call:capture': 'crashes',
  'call:cancel': 'crashes',
  'call:webhook': 'crashes',
  'answer:notification': 'crashes',
} as const satisfies Record<Moment, DyingTest>;

/** The moment that a point is before or after. */
export const momentOf = (point: string): string => point.replace(/^(?:before|after)-/, '');

/** The moments of that test at which no gateway died. A sample has one of the two sides of each. */
export function unreached(test: DyingTest): readonly string[] {
  const moments = Object.keys(testOf).filter((moment) => testOf[moment as Moment] === test);
  if (isExhaustive) return around(...moments).filter((point) => !diedAt.has(point));
  const reached = new Set([...diedAt].map(momentOf));
  return moments.filter((moment) => !reached.has(moment));
}
