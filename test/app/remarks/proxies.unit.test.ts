import { describe, expect, it } from 'vitest';
import { remarksOnProxies } from '../../../src/app/remarks/proxies.ts';
import { clientEntry, configOf } from '../../support/config-of.ts';

const remarksOf = (file: object) => remarksOnProxies(configOf(file));
const longer = { limits: { keepAliveSeconds: 61 } };

describe('the remarks on trusted proxies', () => {
  it.each([
    ['10.0.0.1', '10.0.0.0/8'],
    ['10.0.0.0/8', '10.20.0.0/16'],
    ['2001:db8::/32', '2001:db8::5'],
  ])('name the proxy %s that is inside a network of a client, %s', (proxy, network) => {
    const clients = [clientEntry('shop'), clientEntry('dcp', { networks: ['192.0.2.0/24', network] })];
    expect(remarksOf({ clients, trustedProxies: ['198.51.100.1', proxy], ...longer })).toEqual([
      `dcp: the network ${network} holds addresses of trustedProxies (${proxy}). A request of such a proxy without ` +
        'X-Forwarded-For is not this client. Name each proxy by its own address.',
    ]);
  });

  it('say nothing of proxies beside the networks', () => {
    const clients = [clientEntry('dcp', { networks: ['10.20.0.0/16', '2001:db8::/32'] })];
    expect(remarksOf({ clients, trustedProxies: ['10.0.0.10', '2001:db9::1'], ...longer })).toEqual([]);
  });

  it('name the time after which connections are closed, where proxies keep theirs as long', () => {
    const short = /^limits\.keepAliveSeconds: (\d+) is not longer than the 60 seconds/;
    const behindProxy = { clients: [clientEntry('shop')], trustedProxies: ['10.0.0.10'] };
    expect(remarksOf(behindProxy)).toEqual([expect.stringMatching(short)]);
    expect(remarksOf({ ...behindProxy, limits: { keepAliveSeconds: 60 } })).toEqual([expect.stringMatching(short)]);
    expect(remarksOf({ ...behindProxy, ...longer })).toEqual([]);
    expect(remarksOf({})).toEqual([]);
  });
});
