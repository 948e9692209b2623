import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { createCheckCustomerFile } from '../../../src/modules/customers/import/check-customer-file.ts';

it.each([
  ['customers', 10_000, Array.from({ length: 10_000 }, (_, number) => `C${number};Nom${number};Paris`)],
  ['empty rows', 0, Array.from({ length: 300_000 }, () => ';;')],
])('a look at a long file of %s lets others have their turn', async (_name, created, lines) => {
  const bytes = Buffer.from(['client;nom;ville', ...lines].join('\n'));
  const services = { societes: new Map([['1', {}]]), clock: () => 1, store: { customersAmong: async () => [] } };
  const check = createCheckCustomerFile(services as never);
  let turns = 0;
  let isDone = false;
  const checking = check(anonymous, {
    ...{ societe: '1', country: undefined },
    bytes: (async function* whole() {
      yield bytes;
    })(),
  }).finally(() => {
    isDone = true;
  });
  for (; !isDone; turns++) await setImmediate();
  expect((await checking).counts).toMatchObject({ CREATED: created });
  expect(turns).toBeGreaterThanOrEqual(20);
});
