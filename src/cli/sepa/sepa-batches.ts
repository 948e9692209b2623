import { type Command, Option } from 'commander';
import { listBatches } from '../../modules/direct-debits/batches/close-batch.ts';
import { type BatchStatus, batchStatus, type StoredBatch } from '../../modules/direct-debits/batches/direct-debit.ts';
import { commandLine } from '../operator/operator.ts';
import { limitOption } from '../output/list-options.ts';
import { eurosOf } from '../output/print.ts';
import { writeList } from '../output/write-list.ts';
import type { CommandWorld } from '../world.ts';
import { withBatchServices } from './sepa-world.ts';

type ListOptions = {
  readonly status?: readonly BatchStatus[];
  readonly societe?: string;
  readonly limit: number;
  readonly json?: true;
};

const examples = `
Examples:
  npm run gateway -- sepa batches
  npm run -s gateway -- sepa batches --societe 1 --status CREATED --json
`;

export function addBatchesCommand(sepa: Command, world: CommandWorld): void {
  sepa
    .command('batches')
    .description('The batches of direct debits, newest first.')
    .addOption(new Option('--status <status...>', 'only of these statuses').choices(batchStatus.names))
    .option('--societe <number>', 'only of this société')
    .addOption(limitOption(20))
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', examples)
    .action((options: ListOptions) => list(options, world));
}

async function list({ status = [], societe, limit, json }: ListOptions, world: CommandWorld): Promise<void> {
  const statuses = status.length === 0 ? null : status;
  const query = { limit: limit + 1, beforeId: null, idSociete: societe ?? null, statuses };
  const found = await withBatchServices(world, (services) => listBatches(services, commandLine, query));
  const isNarrowed = statuses !== null || societe !== undefined;
  writeList(world, {
    ...{ found, limit, rowOf, json },
    titles: ['made', 'id', 'status', 'debits', 'total', 'scheme', 'société', 'mode', 'due by', 'file'],
    nothing: isNarrowed ? 'No batch matches.' : 'There is no batch yet: `sepa batch` makes one.',
  });
}

const rowOf = (batch: StoredBatch, moment: (at: number) => string): string[] => [
  ...[moment(batch.createdAt), batch.id, batch.status, String(batch.debits), eurosOf(batch.totalCents)],
  ...[batch.scheme, batch.idSociete, batch.runMode, batch.cutOff, batch.fileName],
];
