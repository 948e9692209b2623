import type { Config } from '../../config/config.ts';
import type { Remark } from './remark.ts';

/** A gateway that answers to every host. */
export function remarksOnHosts({ acceptedHostsMode }: Config): Remark[] {
  return acceptedHostsMode === 'reportOnly'
    ? [
        'acceptedHostsMode: requests for hosts that are not accepted are counted and served. A web page can call the ' +
          'gateway with the rights of the network of its browser. Set it to "enforce" once the log names no such host.',
      ]
    : [];
}
