import { callerAt } from '../../config/clients.ts';
import type { Config } from '../../config/config.ts';
import type { Remark } from './remark.ts';

const soonMs = 30 * 86_400_000;

/** Keys that expire, clients that no request can be, and modes that a development deployment refuses or makes real. */
export function remarksOnClients({ clients, deployment }: Config, now: number): Remark[] {
  return clients.flatMap((client) => {
    const { caller, keyHashes } = client;
    const ends = keyHashes.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
    return [
      ...(callerAt(client, now) === null ? [`${caller.client}: every key has expired, so that it is shut out.`] : []),
      ...ends
        .filter((at) => at > now && at < now + soonMs)
        .map((at) => `${caller.client}: a key expires on ${new Date(at).toISOString()}.`),
      ...(deployment !== 'production' && caller.runModes.has('FORCE_LIVE')
        ? [`${caller.client}: may move real money on this development deployment (FORCE_LIVE).`]
        : []),
      ...(deployment !== 'production' && caller.runModes.has('LIVE') && !caller.runModes.has('TEST')
        ? [`${caller.client}: holds LIVE without TEST, so that its LIVE payments are refused on this deployment.`]
        : []),
    ];
  });
}
