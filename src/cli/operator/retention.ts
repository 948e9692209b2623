import type { Command } from 'commander';
import { eventHandlersOf } from '../../app/event-handlers.ts';
import { announceAction } from '../../kernel/audit/record-action.ts';
import { createIdentifiers } from '../../kernel/identifiers.ts';
import { faultOf } from '../../kernel/store-unavailable.ts';
import { applyRetention, type Retired } from '../../modules/privacy/apply-retention.ts';
import { retentionPeriods } from '../../modules/privacy/retention.ts';
import { agreeing, countOf } from '../output/count.ts';
import { createProgress } from '../output/progress.ts';
import { CommandFailure, type CommandWorld, withStore } from '../world.ts';
import { commandLine } from './operator.ts';

export function addRetentionCommand(privacy: Command, world: CommandWorld): void {
  privacy
    .command('retention')
    .description(
      "Remove what is older than the config's `retention` keeps it: the content of the banks' messages, who paid or could be " +
        'debited, who ran a command, the audit log, and idempotency keys. A running gateway does so by itself, a little every quarter of an hour.',
    )
    .option('--dry-run', 'only count what would be removed')
    .action((options: { readonly dryRun?: true }) => retire(options.dryRun === true, world));
}

async function retire(isRehearsal: boolean, world: CommandWorld): Promise<void> {
  const { clock, write } = world;
  const progress = createProgress(world);
  const identifiers = createIdentifiers(clock);
  const failures: string[] = [];
  const retired = await withStore(world, async (store, config) => {
    const eventHandlers = eventHandlersOf(config, { identifiers, clock });
    const services = { store, clock, identifiers, eventHandlers, actor: commandLine.client };
    if (!isRehearsal) await announceAction(services, commandLine, 'APPLY_RETENTION', 'retention');
    return applyRetention(services, {
      periods: retentionPeriods(config.retention),
      isRehearsal,
      limit: Number.POSITIVE_INFINITY,
      goesOn: async (soFar) => {
        progress.show(listOf(soFar));
        return true;
      },
      failed: (subject, error) => failures.push(`${subject}: ${faultOf(error)}`),
    });
  });
  progress.end();
  write(
    isRehearsal ? `Would be removed: ${listOf(retired)}. Nothing was changed.\n` : `Removed: ${listOf(retired)}.\n`,
  );
  if (failures.length > 0) throw new CommandFailure(`It failed for:\n${failures.join('\n')}`);
}

const listOf = ({
  notifications,
  payers,
  debtors,
  bankExceptions,
  bankFiles,
  operators,
  auditEntries,
  idempotencyKeys,
}: Retired): string =>
  [
    `the content of ${countOf(notifications, 'message')} of banks`,
    `the payers of ${countOf(payers, 'payment')}`,
    `the debtors of ${countOf(debtors, 'mandate')}`,
    `the names in ${countOf(bankExceptions, 'exception')} of bank files`,
    `${countOf(bankFiles, 'bank file')} that ${agreeing(bankFiles, 'was', 'were')} never confirmed`,
    `the users who ran ${countOf(operators, 'command')}`,
    `${countOf(auditEntries, 'entry')} of the audit log`,
    countOf(idempotencyKeys, 'idempotency key'),
  ].join(', ');
