import type { Config } from '../../config/config.ts';
import { overlap } from '../../config/networks.ts';
import type { Remark } from './remark.ts';

/** How long nginx and the balancers of the large clouds keep an idle connection to the gateway. */
const usualIdleSeconds = 60;

/** Proxies whose own address is a client's, and proxies that keep a connection longer than the gateway does. */
export function remarksOnProxies({ clients, trustedProxies, limits }: Config): Remark[] {
  const { keepAliveSeconds } = limits;
  const isShort = trustedProxies.length > 0 && keepAliveSeconds <= usualIdleSeconds;
  return [
    ...clients.flatMap(({ caller, networks }) =>
      networks.flatMap((network) =>
        trustedProxies
          .filter((proxy) => overlap(proxy, network))
          .map(
            (proxy) =>
              `${caller.client}: the network ${network} holds addresses of trustedProxies (${proxy}). A request of ` +
              'such a proxy without X-Forwarded-For is not this client. Name each proxy by its own address.',
          ),
      ),
    ),
    ...(isShort
      ? [
          `limits.keepAliveSeconds: ${keepAliveSeconds} is not longer than the ${usualIdleSeconds} seconds for which ` +
            'most proxies keep an idle connection. A request may meet a connection that the gateway closes.',
        ]
      : []),
  ];
}
