import type { Command } from 'commander';
import { InvalidInputError } from '../../kernel/errors.ts';
import { findObjects, type SearchHit } from '../../modules/search/find-objects.ts';
import { operator } from '../operator/operator.ts';
import { limitOption } from '../output/list-options.ts';
import { eurosOf, printJson, withoutPerson } from '../output/print.ts';
import { runModeOption } from '../output/run-mode-option.ts';
import { writeList } from '../output/write-list.ts';
import { type CommandWorld, withServices, wrongOption } from '../world.ts';

type FindOptions = { readonly runMode: 'LIVE' | 'TEST' | 'ALL'; readonly limit: number; readonly json?: true };

const examples = `
Words may be beginnings; case and accents do not count. A running gateway takes words in some seconds after they were
recorded. Ids and references are found at once.

Examples:
  npm run gateway -- payment find 4K7M-9QXT
  npm run gateway -- payment find dupont 12,50
  npm run gateway -- payment find jean.dupont@example.fr --run-mode TEST
  npm run -s gateway -- payment find 45012 --json
`;

export function addPaymentFindCommand(payment: Command, world: CommandWorld): void {
  payment
    .command('find')
    .argument('<fragment...>', 'an id, reference, order, customer, e-mail, name, phone, amount, RUM, end of an IBAN')
    .description('Find payments by any fragment, and mandates, customers, exceptions, batches and entries with them.')
    .addOption(runModeOption('only in this run mode').choices(['LIVE', 'TEST', 'ALL']).default('ALL'))
    .addOption(limitOption(20))
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', examples)
    .action((fragments: readonly string[], options: FindOptions) => find(fragments.join(' '), options, world));
}

async function find(text: string, { runMode, limit, json }: FindOptions, world: CommandWorld): Promise<void> {
  const runModes = runMode === 'ALL' ? (['LIVE', 'TEST'] as const) : ([runMode] as const);
  const request = { text, first: limit, runModes };
  const result = await withServices(world, (services) => findObjects(services, operator, request)).catch((error) => {
    throw error instanceof InvalidInputError ? wrongOption(error) : error;
  });
  const { hits, hasMore, isComplete } = result;
  if (json) {
    printJson(world, { hits: hits.map(jsonOf), hasMore, isComplete });
    return;
  }
  writeList(world, {
    // One more than the limit says that there are more.
    ...{ found: hasMore ? [...hits, ...hits.slice(0, 1)] : hits, limit, rowOf, json },
    titles: ['recorded', 'what', 'named', 'matched', 'amount', 'status', 'mode', 'société'],
    nothing: 'Nothing matches. A word may be left out, or be the beginning of one.',
  });
  if (!isComplete) world.write('More may match: the index is being filled, or the words are too frequent.\n');
}

/** Of a payment no personal data, as in the other lists. */
const jsonOf = ({ found: { kind, value }, matched }: SearchHit): object => ({
  ...{ kind, matched },
  ...(kind === 'PAYMENT'
    ? { payment: withoutPerson(value) }
    : kind === 'CUSTOMER'
      ? idOfCustomer(value)
      : { id: value.id }),
});

const idOfCustomer = ({ idSociete, idClient }: { readonly idSociete: string; readonly idClient: string }) => ({
  ...{ idSociete, idClient },
});

type Row = { named: string; at: number; amountCents?: number; status?: string; runMode?: string; idSociete?: string };

function factsOf({ kind, value }: SearchHit['found']): Row {
  switch (kind) {
    case 'PAYMENT':
      return { ...value, named: value.reference, at: value.createdAt, runMode: value.effectiveRunMode };
    case 'MANDATE':
      return { ...value, named: value.rum, at: value.createdAt };
    case 'CUSTOMER':
      return { idSociete: value.idSociete, named: value.idClient, at: value.createdAt };
    case 'BANK_EXCEPTION':
      return { ...value, named: value.id, at: value.openedAt };
    case 'BATCH':
      return { ...value, named: value.id, at: value.createdAt, amountCents: value.totalCents };
    case 'JOURNAL_ENTRY':
      return { idSociete: value.idSociete, runMode: value.runMode, named: value.id, at: value.createdAt };
    case 'WEBHOOK_DELIVERY':
      return { named: value.id, at: value.createdAt, status: value.status };
  }
}

const words: Readonly<Record<SearchHit['found']['kind'], string>> = {
  PAYMENT: 'payment',
  MANDATE: 'mandate',
  CUSTOMER: 'customer',
  BANK_EXCEPTION: 'exception',
  BATCH: 'batch',
  JOURNAL_ENTRY: 'entry',
  WEBHOOK_DELIVERY: 'webhook',
};

const rowOf = ({ found, matched }: SearchHit, moment: (at: number) => string): string[] => {
  const { at, named, amountCents, status, runMode, idSociete } = factsOf(found);
  const amount = amountCents === undefined ? '-' : eurosOf(amountCents);
  return [
    ...[moment(at), words[found.kind], named, matched],
    ...[amount, status ?? '-', runMode ?? '-', idSociete ?? '-'],
  ];
};
