import { expect, it } from 'vitest';
import type { ChangedRow } from '../../../src/modules/live-changes/change-topic.ts';
import { createChangeWatch } from '../../../src/modules/live-changes/watch-changes.ts';

const rowOf = (number: number): ChangedRow => ({
  ...{
    key: `apr_${String(number).padStart(4, '0')}`,
    id: `apr_${number}`,
    idSociete: '',
    client: null,
    idOrigin: null,
  },
  ...{ runMode: 'TEST', waits: true, paymentTarget: null, isLimit: false },
});

/** A table. The newest 500 of its rows are read, as the store does. */
async function watched(count: number) {
  const waiting = new Set(Array.from({ length: count }, (_, number) => number));
  const recentChanges = async () =>
    [...waiting]
      .toSorted((one, other) => other - one)
      .slice(0, 500)
      .map((number, index) => ({ ...rowOf(number), isLimit: index === 499 }));
  const watch = createChangeWatch({ store: { recentChanges }, clock: Date.now, tickMs: 1 });
  let seen: string[] = [];
  let looks = 0;
  const stop = await watch.listen({
    topics: new Set(['APPROVALS']),
    look: (changed) => {
      looks++;
      const rows = changed.get('APPROVALS');
      seen.push(...(rows === null ? ['any'] : (rows ?? []).map(({ id }) => id)));
    },
  });
  return {
    waiting,
    stop,
    changes: async (): Promise<readonly string[]> => {
      const from = looks;
      await expect.poll(() => looks).toBeGreaterThan(from + 1);
      const found = seen;
      seen = [];
      return found;
    },
  };
}

it.each([499, 500, 700])('names of %d that wait those that came and went, and no other', async (count) => {
  const { waiting, stop, changes } = await watched(count);
  expect(await changes()).toEqual([]);
  waiting.add(count);
  expect(await changes()).toEqual([`apr_${count}`]);
  waiting.delete(count - 1);
  expect(await changes()).toEqual([`apr_${count - 1}`]);
  stop();
});

it.each([0, 10, 499, 500, 700])('says of %d that any may have changed after more than it reads', async (count) => {
  const { waiting, stop, changes } = await watched(count);
  for (let number = 0; number < 501; number++) waiting.add(count + number);
  expect(await changes()).toEqual(['any']);
  waiting.add(count + 501);
  expect(await changes()).toEqual([`apr_${count + 501}`]);
  stop();
});
