import type { Store } from '../../../src/app/store.ts';
import type { EventLogProblem } from '../../../src/modules/event-log/event-log-problem.ts';
import { type VerifyRequest, verifyEventLog } from '../../../src/modules/event-log/verify-event-log.ts';

/** The report of a verification, and every problem that it found. */
export async function verifyWhole(store: Store, request: Partial<VerifyRequest> = {}) {
  const problems: EventLogProblem[] = [];
  const listening = { report: (problem: EventLogProblem) => void problems.push(problem), progress: () => undefined };
  const report = await verifyEventLog(store, { paymentId: null, since: null, noted: [], ...request }, listening);
  return { problems, report };
}

export const eventLogProblems = async (store: Store): Promise<readonly EventLogProblem[]> =>
  (await verifyWhole(store)).problems;
