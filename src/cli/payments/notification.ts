import type { Command } from 'commander';
import { replayNotification } from '../../modules/payments/notifications/replay-notification.ts';
import { operator } from '../operator/operator.ts';
import { printJson } from '../output/print.ts';
import { type CommandWorld, withServices } from '../world.ts';

type ReplayOptions = { readonly json?: true };

export function addNotificationCommands(program: Command, world: CommandWorld): void {
  program
    .command('notification')
    .description("The banks' messages, as they were kept.")
    .command('replay')
    .argument('<id>', '`ntf_…`, as `payment show`, the query `notifications` and the log name it')
    .description(
      'Read a message again: one that was refused (a key may have been added since), that was of no payment, or that ' +
        'was never read. One that was applied changes nothing.',
    )
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', '\nExample:\n  npm run gateway -- notification replay ntf_01a2…\n')
    .action((id: string, options: ReplayOptions) => replay(id, options, world));
}

async function replay(id: string, { json }: ReplayOptions, world: CommandWorld): Promise<void> {
  const { notification, changed } = await withServices(world, (services) => replayNotification(services, operator, id));
  const { target, idSociete, receivedAt, digest, outcome } = notification;
  if (json) {
    printJson(world, { id, changed, target, idSociete, receivedAt, digest, outcome });
    return;
  }
  const { kind, reason, paymentId } = outcome;
  world.write(
    [
      `${id} is ${kind}${changed ? ' now' : ', as before'}${reason === null ? '' : `: ${reason}`}.`,
      ...(paymentId === null ? [] : [`It is about ${paymentId}.`]),
      '',
    ].join('\n'),
  );
}
