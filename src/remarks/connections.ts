import type { Config } from '../config/config.ts';
import type { Remark } from './remarks.ts';

/** Without the name of the proxy, all customers are one address to the gateway. */
export function remarksOnConnections({ deployment, publicUrl, trustedProxies, limits }: Config): Remark[] {
  const share = limits.connectionsPerAddress;
  const isBehindProxy = deployment === 'production' && publicUrl?.startsWith('https:');
  if (!isBehindProxy || trustedProxies.length > 0 || share === null) return [];
  return [
    `trustedProxies: names no proxy, and the gateway itself does not speak https. Connections from one address are ` +
      `limited to ${share} (limits.connectionsPerAddress), and the proxy's are from one address. Name the proxy.`,
  ];
}
