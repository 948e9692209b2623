import { type Command, Option } from 'commander';
import { type AuditEntry, auditOutcome } from '../../kernel/audit/audit-entry.ts';
import type { AuditFilter } from '../../modules/audit-log/audit-log.ts';
import { exportAuditEntries } from '../../modules/audit-log/export-entries.ts';
import { limitOption, momentOf } from '../output/list-options.ts';
import { writeList } from '../output/write-list.ts';
import { type CommandWorld, withStore } from '../world.ts';

type FilterOptions = {
  readonly actor?: string;
  readonly action?: string;
  readonly object?: string;
  readonly outcome?: AuditEntry['outcome'];
  readonly from?: number;
  readonly until?: number;
};
type ListOptions = FilterOptions & { readonly limit: number; readonly json?: true };

const examples = `
Examples:
  npm run gateway -- audit list --actor boutique
  npm run gateway -- audit list --object pay_01a2…
  npm run -s gateway -- audit export --from 2026-11-01 --until 2026-12-01 > audit.csv
`;

export function addAuditCommands(program: Command, world: CommandWorld): void {
  const audit = program
    .command('audit')
    .description('Who did what: people, clients and commands. An initiation has no entry; its event names the client.')
    .addHelpText('after', examples);
  filtered(audit.command('list'))
    .description('Entries of the audit log, newest first.')
    .addOption(limitOption(50))
    .option('--json', 'print JSON, for a program')
    .action((options: ListOptions) => list(options, world));
  filtered(audit.command('export'))
    .description('All of them as CSV, newest first: semicolons, times in UTC. The export has an entry of its own.')
    .action((options: FilterOptions) => exportAll(options, world));
}

const filtered = (command: Command): Command =>
  command
    .option('--actor <name>', 'a client, `console/per_…`, or `command line`')
    .option('--action <name>', 'for instance `refundPayment`, `signIn` or `payment refund`')
    .option('--object <id>', 'what it was done to')
    .addOption(new Option('--outcome <outcome>', 'how the action ended').choices(auditOutcome.names))
    .addOption(new Option('--from <date>', 'since then, in UTC: 2026-11-01').argParser(momentOf('date', 'UTC')))
    .addOption(new Option('--until <date>', 'before then').argParser(momentOf('date', 'UTC')));

async function list({ limit, json, ...options }: ListOptions, world: CommandWorld): Promise<void> {
  const found = await withStore(world, (store) => store.auditEntries(filterOf(options), null, limit + 1));
  writeList(world, {
    ...{ found, limit, json },
    titles: ['AT', 'ACTOR', 'ACTION', 'OBJECT', 'OUTCOME', 'ROLES'],
    rowOf: ({ at, actor, operator, action, object, outcome, code, roles }: AuditEntry, moment) => [
      ...[moment(at), operator === null ? actor : `${actor} (${operator})`, action, object ?? '-'],
      ...[code === null ? outcome : `${outcome} ${code}`, roles.join(' ') || '-'],
    ],
    nothing: 'There is no entry.',
  });
}

async function exportAll(options: FilterOptions, world: CommandWorld): Promise<void> {
  await withStore(world, async (store) => {
    for await (const text of exportAuditEntries({ store }, filterOf(options))) world.write(text);
  });
}

const filterOf = ({ actor, action, object, outcome, from, until }: FilterOptions): AuditFilter => ({
  actors: actor === undefined ? null : [actor],
  ...{ action: action ?? null, object: object ?? null, outcome: outcome ?? null },
  ...{ from: from ?? null, until: until ?? null },
});
