import type { IncomingMessage } from 'node:http';
import { hourMs } from '../kernel/durations.ts';
import type { Refusal } from './refuse.ts';
import { hostOfTarget } from './request-target.ts';

export type HostGuardOptions = {
  /** Whether the gateway answers to a host, by the value of a header `Host`. */
  readonly isAccepted: (host: string) => boolean;
  /** Whether a request for another host is served all the same. */
  readonly isReportOnly: () => boolean;
  /** Called for each request for another host. */
  readonly onForeignHost: (foreign: {
    readonly request: IncomingMessage;
    readonly host: string;
    readonly outcome: 'refused' | 'served';
  }) => void;
};

/**
 * Refuses a request for a host that is not accepted. Probes and `/metrics` are called under any address of a process,
 * and reveal nothing to a web page. A request without `Host` (HTTP/1.0) does not come from a browser.
 */
export function createHostGuard({ isAccepted, isReportOnly, onForeignHost }: HostGuardOptions) {
  return (request: IncomingMessage, path: string): Refusal | null => {
    const named = [request.headers.host, hostOfTarget(request)];
    const foreign = named.find((host) => host != null && !isAccepted(host)) ?? null;
    if (foreign === null || path === '/metrics' || /^\/health(?:\/|$)/.test(path)) return null;
    const outcome = isReportOnly() ? 'served' : 'refused';
    onForeignHost({ request, host: foreign, outcome });
    return outcome === 'served' ? null : foreignHost;
  };
}

const foreignHost: Refusal = {
  status: 421,
  code: 'HOST_NOT_ACCEPTED',
  message:
    'The gateway does not answer to this host name. Nothing was done. An operator can accept it: set PUBLIC_URL, or ' +
    'add it to acceptedHosts in the config.',
};

/** The most log lines in an hour, one for each host, because any sender can choose the names. */
const linesPerHour = 20;

/** Says whether a foreign host deserves a line in the log: the first time in an hour, as long as there are few. */
export function createForeignHostLog(clock: () => number): (host: string) => boolean {
  let endsAt = 0;
  const seen = new Set<string>();
  return (host) => {
    if (clock() >= endsAt) {
      seen.clear();
      endsAt = clock() + hourMs;
    }
    if (seen.has(host) || seen.size >= linesPerHour) return false;
    seen.add(host);
    return true;
  };
}
