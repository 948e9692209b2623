import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RecordedAction } from '../../kernel/recorded-action.ts';
import { moment, printJson } from '../output/print.ts';
import { tableOf } from '../output/table.ts';
import { type CommandWorld, withStore } from '../world.ts';

type ListOptions = { readonly subject?: string; readonly limit: number; readonly json?: true };

export function addActionsCommand(program: Command, world: CommandWorld): void {
  program
    .command('actions')
    .description(
      'Who did what: replays, tests of endpoints, reversals, erasures, and every command that changed something.',
    )
    .option('--subject <id>', 'only of this: `pay_…`, `ntf_…`, `msg_…`, `jrn_…`, or `client/endpoint`')
    .addOption(new Option('--limit <number>', 'how many at most').default(50).argParser(limitOf))
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', '\nExample:\n  npm run gateway -- actions --subject ntf_01a2…\n')
    .action((options: ListOptions) => list(options, world));
}

async function list({ subject, limit, json }: ListOptions, world: CommandWorld): Promise<void> {
  const query = { subject: subject ?? null, beforeId: null, limit };
  const found = await withStore(world, (store) => store.recordedActions(query));
  if (json) printJson(world, found);
  else world.write(found.length === 0 ? 'Nothing was recorded.\n' : `${tableOf(found.map(rowOfAction)).join('\n')}\n`);
}

/** The user of the operating system, and the client for which the command worked. */
export const rowOfAction = ({ at, kind, client, operator, subject }: RecordedAction): string[] => [
  ...[moment(at), kind, operator === null ? client : `${client} (${operator})`],
  subject,
];

function limitOf(text: string): number {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 1000) throw new InvalidArgumentError('It must be 1 to 1000.');
  return limit;
}
