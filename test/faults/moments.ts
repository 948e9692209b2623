import type { CrashPoint } from '../../src/domain/crash-point.ts';

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

/** Every point at which that test has to have a gateway die. */
export const pointsOf = (test: DyingTest): readonly string[] =>
  Object.entries(testOf)
    .filter(([, name]) => name === test)
    .flatMap(([moment]) => [`before-${moment}`, `after-${moment}`]);
