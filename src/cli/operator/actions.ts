import type { Command } from 'commander';
import type { RecordedAction } from '../../kernel/audit/recorded-action.ts';
import { limitOption } from '../output/list-options.ts';
import { writeList } from '../output/write-list.ts';
import { type CommandWorld, withStore } from '../world.ts';

type ListOptions = { readonly subject?: string; readonly limit: number; readonly json?: true };

export function addActionsCommand(program: Command, world: CommandWorld): void {
  program
    .command('actions')
    .description(
      'Who did what, where no event says it whole: replays, tests of endpoints, reversals, erasures, imports, decisions. ' +
        'Every command that changed something is in the audit log: audit list.',
    )
    .option('--subject <id>', 'only of this: `pay_…`, `ntf_…`, `msg_…`, `jrn_…`, or `client/endpoint`')
    .addOption(limitOption(50))
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', '\nExample:\n  npm run gateway -- actions --subject ntf_01a2…\n')
    .action((options: ListOptions) => list(options, world));
}

async function list({ subject, limit, json }: ListOptions, world: CommandWorld): Promise<void> {
  const query = { subject: subject ?? null, beforeId: null, limit: limit + 1 };
  const found = await withStore(world, (store) => store.recordedActions(query));
  writeList(world, {
    ...{ found, limit, json },
    rowOf: (action, moment) => rowOfAction(moment)(action),
    ...{ titles: ['at', 'action', 'who', 'about'], nothing: 'Nothing was recorded.' },
  });
}

/** The user of the operating system, and the client for which the command worked. */
export const rowOfAction =
  (moment: (at: number) => string) =>
  ({ at, kind, client, operator, subject }: RecordedAction): string[] => [
    ...[moment(at), kind, operator === null ? client : `${client} (${operator})`],
    subject,
  ];
