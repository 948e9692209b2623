import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/app/store.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { postgres } from '../../support/databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { startSlowProxy } from '../../support/postgres/meddling-proxies.ts';
import { found, index } from '../../support/search/searching.ts';
import { initiate } from '../../support/store/examples.ts';

/** How often a search asks PostgreSQL: a page of results is read at once, and a text goes only where its form leads. */

describe.each([postgres])('a search on $name', ({ open }) => {
  const database = openForGroup(open);
  const slow = openForGroup(() => startSlowProxy(5));
  const store = openForGroup(() => openStore({ databaseUrl: slow.url(database.databaseUrl) }));
  let last: Payment;

  beforeAll(async () => {
    const change = { commentaire: 'fragment de voyage', idCommande: '20260042', email: 'a.client@example.fr' };
    for (let made = 0; made < 25; made++) last = await initiate(store, change);
    await index(store);
  });

  it.each<[string, number, number, () => string]>([
    ['words', 5, 20, () => 'fragment voyage'],
    ['an amount', 6, 20, () => '12,50'],
    ['an order', 8, 20, () => '20260042'],
    ['an e-mail address', 5, 20, () => 'a.client@example.fr'],
    ['a reference', 8, 1, () => last.reference],
    ['an id', 3, 1, () => last.id],
  ])('for %s asks %d times at most for %d results', async (_what, most, results, text) => {
    // The first one opens the connections.
    await found(store, text());
    const before = slow.waits();
    expect((await found(store, text())).hits).toHaveLength(results);
    expect(slow.waits() - before).toBeLessThanOrEqual(most);
  });
});
