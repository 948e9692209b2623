import { describe, expect, test } from 'vitest';
import { entries } from '../../support/differential/corpus/corpus.ts';
import { differentialConfig } from '../../support/differential/differential-config.ts';
import {
  ask,
  type Door,
  type Entry,
  isKeyed,
  openMandates,
  recordOf,
  type Said,
  type Step,
  stepsOf,
} from '../../support/differential/two-doors.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { countPayments, moveTo } from '../../support/requests.ts';

/**
 * Two doors, one truth. Each entry of the corpus says the same in the words of the old interface and in those of
 * GraphQL; both are sent to a running gateway, and everything that can be compared must be the same.
 */

test('the corpus says everything once, and knows every kind of refusal', () => {
  expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  expect([...new Set(entries.flatMap((entry) => stepsOf(entry).map(({ outcome }) => outcome)))].toSorted()).toEqual([
    'IdempotencyConflict',
    'InvalidInput',
    'MandateRequired',
    'NotAllowed',
    'PayerDataMissing',
    'Unauthorized',
    'UnsupportedPayment',
    'payment',
    'unreadable',
  ]);
});

describe.each(drawnDatabases())('both doors, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open, config: differentialConfig() }));
  const mandates = openForGroup(() => openMandates(gateway));

  /** Tells what became of the last payment, where the step comes after that. */
  const catchUp = async ({ after }: Step, said: readonly Said[]): Promise<void> => {
    const last = said.findLast((one) => 'id' in one);
    if (after && last) await moveTo(gateway, last.id, after);
  };

  /** The entry's steps through one door, and what was recorded of them. */
  async function run(entry: Entry & { readonly index: number }, door: Door) {
    const before = await countPayments(gateway);
    const texts = { ...mandates, order: `o-${entry.index}`, key: `key-${entry.index}-${door}` };
    const said: Said[] = [];
    for (const step of stepsOf(entry)) {
      await catchUp(step, said);
      said.push(await ask(gateway, door, step, texts));
    }
    const ids = [...new Set(said.flatMap((one) => ('id' in one ? [one.id] : [])))];
    const payments = await Promise.all(ids.map((id) => gateway.store.paymentById(id)));
    return {
      // Which of this door's payments it is, for the identifiers themselves differ.
      said: said.map((one) => ('id' in one ? { ...one, id: ids.indexOf(one.id) } : one)),
      recorded: payments.map((payment) => payment && recordOf(payment)),
      created: (await countPayments(gateway)) - before,
    };
  }

  test.each(entries)('$name', async (entry) => {
    const legacy = await run(entry, 'legacy');
    const graphql = await run(entry, 'graphql');
    expect(legacy).toEqual(graphql);
    expect(legacy.said.map(({ outcome }) => outcome)).toEqual(stepsOf(entry).map(({ outcome }) => outcome));
    expect(legacy.created).toBe(legacy.recorded.length);
  });

  describe.each([
    ['legacy', 'graphql'],
    ['graphql', 'legacy'],
  ] as const)('the same key through %s and then through %s', (first, second) => {
    test.each(entries.filter(isKeyed))('$name', async (entry) => {
      const before = await countPayments(gateway);
      const texts = { ...mandates, order: `o-${entry.index}`, key: `key-${entry.index}-${first}-${second}` };
      const ids = new Set<string>();
      const said: Said[] = [];
      for (const step of stepsOf(entry)) {
        await catchUp(step, said);
        const one = await ask(gateway, first, step, texts);
        const other = await ask(gateway, second, step, texts);
        expect(one.outcome).toBe(step.outcome);
        expect(other).toEqual('id' in one ? { ...one, replayed: true } : one);
        said.push(one);
        if ('id' in one) ids.add(one.id);
      }
      expect(await countPayments(gateway)).toBe(before + ids.size);
    });
  });
});
