import { expect, it } from 'vitest';
import { heldBy } from '../../console/src/api/holds.ts';
import { heldBy as heldAtGateway, scope } from '../../src/kernel/caller.ts';

it.each(scope.names)('the console shows what %s holds, as the gateway allows it', (name) => {
  expect((heldBy[name] ?? []).toSorted()).toEqual(heldAtGateway(name).toSorted());
});
