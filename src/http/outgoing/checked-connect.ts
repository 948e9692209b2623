import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';

export type AddressCheck = {
  /**
   * Whether an address may be called; asked of each one that a name resolves to, as the connection is made. An address
   * for which it throws is refused.
   */
  readonly mayCall: (address: string) => boolean;
  /** Replaces the system's resolver. */
  readonly resolve?: Resolve;
};

export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** An address to which nothing may be sent. It has a cause where the check itself failed. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError';
  readonly code = 'ADDRESS_REFUSED';
}

/** Connects only to allowed addresses: it connects to the very address that it checked. */
export function createCheckedConnect(check: AddressCheck & { readonly connectTimeoutMs: number }) {
  const connect = buildConnector({ timeout: check.connectTimeoutMs, lookup: createCheckedLookup(check) });
  const checkedConnect: buildConnector.connector = (options, callback) => {
    // An IP address in the URL needs no lookup.
    const host = withoutBrackets(options.hostname);
    const refusal = isIP(host) === 0 ? null : refusalOf(host, [host], check);
    if (refusal) callback(refusal, null);
    else connect(options, callback);
  };
  return checkedConnect;
}

/** Looks a name up, and refuses it as a whole where one of its addresses is refused. */
export function createCheckedLookup({ resolve = lookup, ...check }: AddressCheck): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return callback(error ?? new Error('no address'), '');
      const refusal = refusalOf(
        hostname,
        addresses.map(({ address }) => address),
        check,
      );
      if (refusal) callback(refusal, '');
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** Never throws: Node calls the lookup back outside of any promise, where a throw ends the process. */
function refusalOf(host: string, addresses: readonly string[], { mayCall }: AddressCheck): AddressRefusedError | null {
  try {
    return addresses.every((address) => mayCall(address)) ? null : new AddressRefusedError(host);
  } catch (cause) {
    return new AddressRefusedError(host, { cause });
  }
}

/** URLs write an IPv6 address in brackets. */
export const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');
