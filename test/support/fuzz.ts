import fc from 'fast-check';
import { fuzzSeconds, seed } from './sample.ts';

/** Checks random values until the time is over. fast-check stops waiting in the middle of the last check; this waits. */
export async function fuzz<Value>(
  values: fc.Arbitrary<Value>,
  check: (value: Value) => void | Promise<void>,
): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const property = fc.asyncProperty(values, (value) => (last = Promise.resolve(check(value))));
  const report = await fc.check(property, {
    interruptAfterTimeLimit: fuzzSeconds * 1000,
    markInterruptAsFailure: false,
    numRuns: 1_000_000,
    seed,
  });
  // Without one, fast-check also calls it a failure that the time was over in the first check.
  if (report.counterexample !== null)
    throw new Error(await fc.asyncDefaultReportMessage(report), { cause: report.errorInstance });
  await last;
}
