import type { Restore } from '../../modules/workload/ports.ts';
import { readRestoreToCompare } from '../../modules/workload/restores.ts';
import { momentIn } from '../output/print.ts';
import type { CliServices, CommandWorld } from '../world.ts';
import { operator } from './operator.ts';

/** As the console says it. */
export function textOfRestore({ restoredAt, knownUntil }: Restore, world: CommandWorld): string {
  const moment = momentIn(world);
  const state = knownUntil === null ? 'to an earlier state' : `as it was at ${moment(knownUntil)}`;
  return `restored at ${moment(restoredAt)}, ${state}`;
}

/**
 * Before what may be done twice. It stops nothing.
 * @param madeAt of a payment: a younger one has nothing that is missing. A debit file may repeat an older one
 */
export async function warnOfRestore(
  services: Pick<CliServices, 'store'>,
  world: CommandWorld,
  madeAt?: number,
): Promise<void> {
  const restore = await readRestoreToCompare(services, operator);
  if (restore === null || (madeAt !== undefined && madeAt >= restore.restoredAt)) return;
  world.complain(
    `The database was ${textOfRestore(restore, world)}: what was done in between may be missing. Before you give money ` +
      'back or make a debit file, make sure at the bank that this was not done already: it would be done twice.\n',
  );
}
