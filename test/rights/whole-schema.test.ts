import { describe, expect, it } from 'vitest';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { createBelongings } from '../support/rights/belongings.ts';
import { startProduction, withKey } from '../support/rights/clients.ts';
import { seenBy } from '../support/rights/whole-schema.ts';

/** What is of another société or run mode changes no answer: no row, no count, no sum, no refusal. */

/** What each sees of it all the same: customers have no run mode. */
const narrowed: Readonly<Record<string, readonly string[]>> = {
  'wrong-societe': [],
  'only-tests': ['customer', 'customers', 'search'],
};

const shown = [
  ...['payments', 'paymentTotals', 'paymentsInDoubt', 'notifications', 'mandate', 'mandates', 'directDebitBatches'],
  ...['bankFiles', 'bankExceptions', 'customer', 'customers', 'journalEntries', 'trialBalance', 'workload', 'search'],
];

describe.each(drawnDatabases())('every list, count and sum of the schema, on $name', ({ open }) => {
  it('answers the same whatever there is beyond the sight of who asks', async () => {
    await using gateway = await startProduction({ open });
    const look = (name: string) => seenBy(gateway, withKey(name));
    const before = new Map<string, Awaited<ReturnType<typeof look>>>();
    await gateway.runWorkers('search');
    for (const name of Object.keys(narrowed)) before.set(name, await look(name));
    await createBelongings(gateway);
    await gateway.runWorkers('search');
    const changed = async (name: string, was = before.get(name)): Promise<readonly string[]> =>
      [...(await look(name))].flatMap(([root, answers]) =>
        JSON.stringify(answers) === JSON.stringify(was?.get(root)) ? [] : [root],
      );
    for (const [name, sees] of Object.entries(narrowed)) expect([name, await changed(name)]).toEqual([name, sees]);
    // The same fields show it to a client that may see it.
    expect(await changed('back-office-before', before.get('wrong-societe'))).toEqual(expect.arrayContaining(shown));
  });
});
