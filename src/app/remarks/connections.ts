import type { Config } from '../../config/config.ts';
import type { Remark } from './remark.ts';

/** Without the proxy's address in the config, all customers are one address to the gateway. */
export function remarksOnConnections({ deployment, publicUrl, trustedProxies, limits }: Config): Remark[] {
  const share = limits.connectionsPerAddress;
  const isBehindProxy = deployment === 'production' && publicUrl?.startsWith('https:');
  if (!isBehindProxy || trustedProxies.length > 0 || share === null) return [];
  return [
    'trustedProxies: names no proxy, and the gateway itself does not speak https. All customers are one address here, ' +
      `which may hold ${share} connections (limits.connectionsPerAddress) and as many streams of events as ` +
      'limits.streams.perAddress says. Name the proxy.',
  ];
}
