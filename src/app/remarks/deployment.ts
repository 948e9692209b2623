import type { Config } from '../../config/config.ts';
import type { Remark } from './remark.ts';

/** A config file that leaves open which deployment it is for. */
export function remarksOnDeployment({ statesDeployment, clients, societes }: Config): Remark[] {
  const isBuiltIn = clients.length === 0 && societes === null;
  return statesDeployment || isBuiltIn
    ? []
    : [
        'deployment: is missing, so that this is a development deployment. Where NODE_ENV is production the gateway ' +
          'refuses to start with this file.',
      ];
}
