import { describe, expect, it } from 'vitest';
import { remarksOnBanks } from '../../../src/app/remarks/banks.ts';
import type { Societe } from '../../../src/kernel/merchant.ts';
import { configOf, problemsOfConfig } from '../../support/config-of.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { liveConfig, liveSociete, startLive, tell } from '../../support/providers/paybox-live.ts';
import type { Initiated } from '../../support/requests.ts';

/** A LIVE account without Paybox Direct, which lets the messages of some networks pay alone. */

const live = {
  site: '1234567',
  rang: '01',
  identifiant: '1',
  hmacKeys: [{ env: 'PAYBOX_KEY' }],
  pageUrl: 'https://a.example/',
};
const direct = { url: 'https://b.example/' };

describe('acceptsMessagesAlone', () => {
  const given = (change: object) =>
    [
      { societes: { 1: { name: 'A', PAYBOX: { LIVE: { ...live, ...change } } } } },
      { PAYBOX_KEY: 'ab'.repeat(20) },
    ] as const;
  const read = (change: object) => configOf(...given(change));

  it.each([
    [{ acceptsMessagesAlone: true }, 'acceptsMessagesAlone'],
    [{ acceptsMessagesAlone: {} }, 'acceptsMessagesAlone.networks'],
    [{ acceptsMessagesAlone: { networks: [] } }, 'acceptsMessagesAlone.networks'],
    [{ acceptsMessagesAlone: { networks: ['0.0.0.0/0'] } }, 'acceptsMessagesAlone.networks.0'],
    [{ acceptsMessagesAlone: { networks: ['paybox.com'] } }, 'acceptsMessagesAlone.networks.0'],
    [{ direct, acceptsMessagesAlone: { networks: ['194.2.122.190'] } }, 'is for accounts without direct'],
  ])('is refused as %j', (change, problem) => {
    expect(problemsOfConfig(...given(change)).join('\n')).toContain(problem);
  });

  it('knows its networks, and no unknown address', () => {
    const config = read({ acceptsMessagesAlone: { networks: ['194.2.122.190', '2001:db8::/32'] } });
    const alone = config.societes?.get('1')?.accounts.PAYBOX?.LIVE?.acceptsMessagesAlone;
    const addresses = ['194.2.122.190', '::ffff:194.2.122.190', '2001:db8::1', '194.2.122.191', '', 'proxy'];
    expect(addresses.map((address) => alone?.includes(address))).toEqual([true, true, true, false, false, false]);
  });

  it('and accounts without Paybox Direct are remarked on', () => {
    expect(remarksOnBanks(read({}))).toEqual([expect.stringContaining('societes.1.PAYBOX.LIVE: there is no direct')]);
    const alone = read({ acceptsMessagesAlone: { networks: ['194.2.122.190'] } });
    expect(remarksOnBanks(alone)).toEqual([expect.stringContaining('societes.1.PAYBOX.LIVE: acceptsMessagesAlone')]);
    expect(remarksOnBanks(read({ direct }))).toEqual([]);
  });
});

describe.each(drawnDatabases())('a LIVE message alone on $name', ({ open }) => {
  const gateway = openForGroup(() =>
    startGateway({ open, config: { ...liveConfig(accepting('1')), trustedProxies: ['127.0.0.1'] } }),
  );

  /** Behind the proxy at 127.0.0.1. */
  const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
  const statusOf = async ({ payment }: Initiated) => (await gateway.store.paymentById(payment.id))?.status;

  it('pays where it comes from a network of the account', async () => {
    const initiation = await startLive(gateway);
    await tell(gateway, initiation, { trans: '101' }, from('194.2.122.190'));
    expect(await statusOf(initiation)).toBe('PAID');
  });

  it.each([
    ['another address', from('194.2.122.191')],
    ['an address that the sender wrote', from('194.2.122.190, 198.51.100.7')],
    ['a proxy that names no sender', {}],
  ])('from %s is for a person, and the real one that follows pays', async (what, sender) => {
    const initiation = await startLive(gateway);
    const trans = String(200 + what.length);
    await tell(gateway, initiation, { trans }, sender);
    expect(await statusOf(initiation)).toBe('NEEDS_REVIEW');
    await tell(gateway, initiation, { trans }, from('194.2.122.190'));
    expect(await statusOf(initiation)).toBe('PAID');
  });

  it("pays after a stranger sent the same bytes to another société's path", async () => {
    const initiation = await startLive(gateway);
    const stranger = { ...from('198.51.100.7'), path: '/notify/paybox/2' };
    expect(await tell(gateway, initiation, { trans: '501' }, stranger)).toBe(200);
    expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
    await tell(gateway, initiation, { trans: '501' }, from('194.2.122.190'));
    expect(await statusOf(initiation)).toBe('PAID');
  });

  it('with a test authorisation pays nothing', async () => {
    const initiation = await startLive(gateway);
    await tell(gateway, initiation, { trans: '301', auth: 'XXXXXX' }, from('194.2.122.190'));
    expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
  });

  it('does not pay a second payment with the transaction of the first', async () => {
    const [one, other] = await Promise.all([startLive(gateway), startLive(gateway)]);
    await tell(gateway, one, { trans: '401' }, from('194.2.122.190'));
    await tell(gateway, other, { trans: '401' }, from('194.2.122.190'));
    expect([await statusOf(one), await statusOf(other)]).toEqual(['PAID', 'NEEDS_REVIEW']);
  });
});

function accepting(id: string): Societe {
  const networks = ['194.2.122.190'];
  const includes = (address: string): boolean => networks.includes(address);
  return liveSociete(id, null, { acceptsMessagesAlone: { networks, includes } });
}
