import { isLoopback } from './networks.ts';

type Hosts = {
  /** From the config: names and addresses as `hostNameOf` gives them. */
  readonly acceptedHosts: readonly string[];
};

/** Whether a request may be for a host, by the value of its header `Host`. */
export type IsAcceptedHost = (host: string) => boolean;

/** So many ways to write an accepted host are remembered; a port is any number. */
const mostRemembered = 64;

/**
 * Guards against DNS rebinding: a foreign page whose host name suddenly points at the gateway could call it with the
 * rights of the browser's network, and read the answers. So the gateway answers only to the host of its public address,
 * to those of the config, and to this machine's own, on any port. The config is read for each request, because it may
 * be reloaded.
 */
export function createHostCheck(hosts: Hosts, publicUrl: string): IsAcceptedHost {
  let listed = hosts.acceptedHosts;
  const remembered = new Set<string>();
  return (host) => {
    if (listed !== hosts.acceptedHosts) {
      listed = hosts.acceptedHosts;
      remembered.clear();
    }
    if (remembered.has(host)) return true;
    const name = hostNameOf(host);
    if (name === null || !(isLoopback(name) || acceptedNames(listed, publicUrl).includes(name))) return false;
    if (remembered.size < mostRemembered) remembered.add(host);
    return true;
  };
}

/** The names that are accepted beside this machine's own. */
export function acceptedNames(acceptedHosts: readonly string[], publicUrl: string | null): string[] {
  const own = publicUrl === null ? null : hostNameOf(new URL(publicUrl).host);
  return [...new Set([...(own === null ? [] : [own]), ...acceptedHosts])];
}

/** A host without its port, in one spelling: lower case, no final dot. Null for an invalid one. */
export function hostNameOf(host: string): string | null {
  if (!/^(?:[\p{L}\p{M}\p{N}._-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu.test(host)) return null;
  const url = `http://${host}/`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : null;
}
