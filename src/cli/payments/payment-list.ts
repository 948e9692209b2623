import { type Command, Option } from 'commander';
import type { Payment } from '../../modules/payments/payment.ts';
import { allPayments, type PaymentSort, paymentSort } from '../../modules/payments/payment-store.ts';
import { listPayments } from '../../modules/payments/read-payments.ts';
import { operator } from '../operator/operator.ts';
import { limitOption } from '../output/list-options.ts';
import { eurosOf, withoutPerson } from '../output/print.ts';
import { writeList } from '../output/write-list.ts';
import { type CommandWorld, withServices } from '../world.ts';
import { type FilterOptions, filterOfOptions, withFilterOptions } from './payment-filter-options.ts';

type ListOptions = FilterOptions & { readonly sort: PaymentSort; readonly limit: number; readonly json?: true };

const examples = `
Examples:
  npm run gateway -- payment list
  npm run gateway -- payment list --status NEEDS_REVIEW PENDING --societe 1
  npm run gateway -- payment list --created-from 2026-11-01 --sort AMOUNT --limit 50
  npm run -s gateway -- payment list --order 45012 --json
`;

export function addPaymentListCommand(payment: Command, world: CommandWorld): void {
  withFilterOptions(payment.command('list').description('Payments, newest first, without the customer.'))
    .addOption(new Option('--sort <order>', 'in another order').choices(paymentSort.names).default('NEWEST'))
    .addOption(limitOption(20))
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', examples)
    .action((options: ListOptions) => list(options, world));
}

async function list({ limit, json, sort, ...narrowing }: ListOptions, world: CommandWorld): Promise<void> {
  const query = { ...allPayments, ...filterOfOptions(narrowing), sort, limit: limit + 1 };
  const found = await withServices(world, (services) => listPayments(services, operator, query));
  const isNarrowed = Object.keys(narrowing).length > 0 || sort === 'DUE';
  writeList(world, {
    ...{ found, limit, rowOf, json, jsonOf: withoutPerson },
    titles: ['recorded', 'reference', 'status', 'amount', 'at', 'mode', 'société', 'order'],
    nothing: isNarrowed
      ? 'No payment matches. Leave out an option to see more.'
      : 'There is no payment yet in this database.',
  });
}

const rowOf = (payment: Payment, moment: (at: number) => string): string[] => [
  ...[moment(payment.createdAt), payment.reference, payment.status, eurosOf(payment.amountCents)],
  ...[`${payment.paymentTarget} ${payment.paymentType}`, payment.effectiveRunMode, payment.idSociete],
  payment.idCommande,
];
