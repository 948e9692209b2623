import fc from 'fast-check';
import { fuzzSeconds, seed } from './sample.ts';

/** Checks random values until the time is over. fast-check stops waiting in the middle of the last check; this waits. */
export async function fuzz<Value>(
  values: fc.Arbitrary<Value>,
  check: (value: Value) => void | Promise<void>,
): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const property = fc.asyncProperty(values, (value) => (last = Promise.resolve(check(value))));
  await fc.assert(property, {
    interruptAfterTimeLimit: fuzzSeconds * 1000,
    markInterruptAsFailure: false,
    numRuns: 1_000_000,
    seed,
  });
  await last;
}
