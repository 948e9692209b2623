import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import type { MeasuredServer } from '../servers.ts';
import { createMeter, type Figure, slowestOf, type Taken } from './measure.ts';

const operations = path.join(import.meta.dirname, '../../console/operations');
/** So many payments of all ages are looked at. */
const looked = 12;

type Ask = (document: string, variables: object) => Promise<Answer>;
type Answer = { readonly data?: Readonly<Record<string, unknown>>; readonly errors?: readonly unknown[] };

/** As the pages of the console ask, in the same documents: processor time of the gateway and of its database. */
export async function measureDoors(
  server: MeasuredServer,
  serverCpuMicroseconds: () => number,
  ids: readonly string[],
): Promise<readonly Figure[]> {
  const meter = createMeter(async () => (await server.readUsage()).cpuMicroseconds + serverCpuMicroseconds());
  const ask = createAsk(server.origin);
  const lists: (readonly [string, Taken])[] = [];
  for (const filter of [{}, { status: ['REFUSED'] }, { status: ['FAILED'], paymentType: ['AMEX'], idSociete: '3' }]) {
    const variables = { filter: { runMode: 'TEST', ...filter }, first: 50 };
    const page = await meter.time(() =>
      Promise.all([ask('payments/payments', variables), ask('payments/payment-totals', variables)]),
    );
    lists.push([JSON.stringify(filter), page]);
  }
  const details: (readonly [string, Taken])[] = [];
  for (const id of ids.filter((_, index) => index % Math.ceil(ids.length / looked) === 0)) {
    details.push([id, await meter.time(() => ask('payment/payment', { id }), 3)]);
  }
  const overviews: (readonly [string, Taken])[] = [];
  for (const days of [1, 30, 365]) overviews.push([`${days} days`, await meter.time(() => askOverview(ask, days))]);
  return [
    slowestOf('page of payments with its totals, over HTTP', 100, lists),
    slowestOf('one payment, over HTTP', 100, details),
    slowestOf('overview, over HTTP', 300, overviews),
  ];
}

/** Everything that the page asks for a period and the one before it. */
function askOverview(ask: Ask, days: number): Promise<unknown> {
  const today = parisDateOf(Date.now());
  const runMode = 'TEST';
  const range = (before: number) => ({ from: addDays(today, 1 - before - days), to: addDays(today, -before) });
  return Promise.all([
    ask('overview/overview', { runMode, created: range(0) }),
    ask('overview/overview', { runMode, created: range(days) }),
    ask('overview/workload', { runMode }),
    ask('overview/refusals', { filter: { runMode, created: range(0), status: ['REFUSED', 'RETURNED', 'FAILED'] } }),
    ...(days === 1
      ? [ask('overview/same-weekdays', { runMode, created: { from: addDays(today, -56), to: today } })]
      : []),
  ]);
}

function createAsk(origin: string): Ask {
  return async (document, variables) => {
    const query = readFileSync(path.join(operations, `${document}.graphql`), 'utf8');
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json' };
    const answer: Answer = await (await fetch(`${origin}/graphql`, { method: 'POST', headers, body })).json();
    const isEmpty = Object.values(answer.data ?? { nothing: null }).includes(null);
    if (answer.errors || isEmpty)
      throw new Error(`${document}: ${JSON.stringify(answer.errors ?? 'nothing was found')}`);
    return answer;
  };
}
