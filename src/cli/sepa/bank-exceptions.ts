import type { Command } from 'commander';
import { Option } from 'commander';
import {
  type BankException,
  type BankExceptionKind,
  type BankExceptionStatus,
  bankExceptionKind,
  bankExceptionStatus,
} from '../../modules/bank-statements/bank-import.ts';
import { batchOfException } from '../../modules/bank-statements/exceptions/debits-in-doubt.ts';
import { listBankExceptions } from '../../modules/bank-statements/import/read-bank-files.ts';
import { limitOption } from '../output/list-options.ts';
import { eurosOf } from '../output/print.ts';
import { writeList } from '../output/write-list.ts';
import { withServices } from '../world.ts';
import type { BankCommands } from './bank-decisions.ts';

type ListOptions = {
  readonly status?: BankExceptionStatus;
  readonly kind?: BankExceptionKind;
  readonly limit: number;
  readonly json?: true;
};

const examples = `
What an exception means and how to decide it: docs/how-to/decide-an-exception.md.

Examples:
  npm run gateway -- bank exceptions --status OPEN
  npm run -s gateway -- bank exceptions --kind UNMATCHED_CREDIT --json
`;

/** What waits for a person. */
export function addExceptionsCommand(bank: Command, commands: BankCommands): void {
  bank
    .command('exceptions')
    .description('What a person has to look at in files of the bank, newest first.')
    .addOption(new Option('--status <status>', 'only of this status').choices(bankExceptionStatus.names))
    .addOption(new Option('--kind <kind>', 'only of this kind').choices(bankExceptionKind.names))
    .addOption(limitOption(20))
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', examples)
    .action((options: ListOptions) => list(options, commands));
}

async function list(options: ListOptions, { world, operator }: BankCommands): Promise<void> {
  const { status = null, kind = null, limit, json } = options;
  const query = { limit: limit + 1, beforeId: null, status, kind };
  const found = await withServices(world, async (services) => {
    const listed: Listed[] = [];
    for (const exception of await listBankExceptions(services, operator, query)) {
      const batch = await batchOfException(services, operator, exception);
      listed.push({ ...exception, batch: batch?.id ?? null });
    }
    return listed;
  });
  writeList(world, {
    ...{ found, limit, rowOf, json },
    titles: ['opened', 'id', 'status', 'kind', 'amount', 'booked', 'société', 'mode', 'payment', 'batch'],
    nothing: status === null && kind === null ? 'Nothing waits for a person.' : 'No exception matches.',
  });
}

/** With the batch of direct debits that it is about. */
type Listed = BankException & { readonly batch: string | null };

const rowOf = (exception: Listed, moment: (at: number) => string): string[] => [
  ...[moment(exception.openedAt), exception.id, exception.status, exception.kind],
  `${exception.direction === 'DEBIT' ? '-' : ''}${eurosOf(exception.amountCents)}`,
  ...[
    exception.bookedOn ?? '-',
    exception.idSociete,
    exception.runMode,
    exception.paymentId ?? '-',
    exception.batch ?? '-',
  ],
];
