import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { createStreamCount, type StreamOwner } from '../../src/pages/stream-shares.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { fromAddress, startProduction, withKey } from '../support/rights/clients.ts';

/** No link, no address and no client takes all streams of events. */

const limits = { total: 1000, perLink: 20, perAddress: 50, perClient: 750 };

/** How many of these streams are opened. */
function opened(count: ReturnType<typeof createStreamCount>, owners: readonly StreamOwner[]): number {
  return owners.filter((owner) => {
    const isRefused = count.refusalOf(owner) !== null;
    if (!isRefused) count.take(owner);
    return !isRefused;
  }).length;
}

const other: StreamOwner = { link: 'another', address: '198.51.100.9', client: 'another' };
const owners = (link: (index: number) => unknown, address: (index: number) => unknown): StreamOwner[] =>
  Array.from({ length: 2000 }, (_, index) => ({
    link: `${link(index)}`,
    address: `${address(index)}`,
    client: 'shop',
  }));

describe('of two thousand streams', () => {
  it.each([
    [
      'by fifty links, from one address',
      owners(
        (index) => index % 50,
        () => 'one',
      ),
      50,
    ],
    [
      'by one link, from an address each',
      owners(
        () => 'one',
        (index) => index,
      ),
      20,
    ],
    [
      'by a link and from an address each, of one client',
      owners(
        (index) => index,
        (index) => index,
      ),
      750,
    ],
  ])('%s, a share is opened, and there is room for another', (_title, all, expected) => {
    const count = createStreamCount(limits);
    expect(opened(count, all)).toBe(expected);
    expect(count.refusalOf(other)).toBeNull();
  });

  it('no more than all are opened, and each that ends makes room once', () => {
    const count = createStreamCount({ ...limits, perAddress: null, perClient: 2000 });
    const releases = Array.from({ length: 1000 }, (_, link) => count.take({ ...other, link: `${link}` }));
    expect(count.refusalOf(other)).toBe('total');
    releases[0]?.();
    expect(count.refusalOf(other)).toBeNull();
    count.take(other);
    expect(count.refusalOf({ ...other, link: '7' })).toBe('total');
  });
});

describe('a production deployment', () => {
  const leaving = new AbortController();
  // An answer that nothing holds is collected as garbage, and its stream ends.
  const held: Response[] = [];
  const gateway = openForGroup(() => {
    const { limits: usual } = readConfig({});
    const streams = { ...usual.streams, perAddress: 3, perClient: 5, subscriptionsPerClient: 2 };
    return startProduction({ config: { limits: { ...usual, streams } } });
  });
  afterAll(() => leaving.abort());

  async function statusOf(path: string, init: RequestInit): Promise<number> {
    const answer = await gateway.get(path, { ...init, signal: leaving.signal });
    held.push(answer);
    return answer.status;
  }

  async function payLinks(count: number): Promise<{ readonly id: string; readonly eventsPath: string }[]> {
    const links = [];
    for (let order = 0; order < count; order++) {
      const { payment } = await initiated(gateway, { idCommande: `${order}` }, withKey('owner'));
      const stored = await gateway.store.paymentById(payment.id);
      links.push({ id: payment.id, eventsPath: `/pay/${stored?.token}/events` });
    }
    return links;
  }

  it('counts the streams of customers by the address that the proxy names', async () => {
    const links = await payLinks(4);
    const listen = (index: number, address: string): Promise<number> =>
      statusOf(links[index]?.eventsPath ?? '', { headers: fromAddress(address) });
    const ofOne = [];
    for (const index of links.keys()) ofOne.push(await listen(index, `2001:db8::${index}`));
    expect(ofOne).toEqual([200, 200, 200, 503]);
    expect([await listen(3, '192.0.2.1'), await listen(3, '192.0.2.2')]).toEqual([200, 200]);
    expect(await listen(3, '192.0.2.3')).toBe(503);
  });

  it('counts the subscriptions of a client by its setting', async () => {
    const [link] = await payLinks(1);
    const subscribe = (client: string): Promise<number> =>
      statusOf('/graphql', {
        method: 'POST',
        headers: { ...withKey(client), 'Content-Type': 'application/json', Accept: 'text/event-stream' },
        body: JSON.stringify({
          query: 'subscription($id: ID!) { paymentUpdated(id: $id) { type } }',
          variables: { id: link?.id },
        }),
      });
    expect([await subscribe('owner'), await subscribe('owner'), await subscribe('owner')]).toEqual([200, 200, 429]);
    expect(await subscribe('right')).toBe(200);
  });
});
