import { type Command, Option } from 'commander';
import {
  type PaymentTotal,
  type PaymentTotalBy,
  type PaymentTotals,
  paymentTotalBy,
} from '../../modules/payment-lists/payment-totals.ts';
import { totalPayments } from '../../modules/payment-lists/total-payments.ts';
import { operator } from '../operator/operator.ts';
import { eurosOf, printJson } from '../output/print.ts';
import { titledTable } from '../output/table.ts';
import { type CommandWorld, withServices } from '../world.ts';
import { type FilterOptions, filterOfOptions, withFilterOptions } from './payment-filter-options.ts';

type TotalsOptions = FilterOptions & { readonly by?: readonly string[]; readonly json?: true };

const examples = `
Examples:
  npm run gateway -- payment totals --by day --created-from 2026-11-01 --created-to 2026-11-30
  npm run gateway -- payment totals --by status target --run-mode LIVE --societe 1
  npm run -s gateway -- payment totals --by day status --json
`;

export function addPaymentTotalsCommand(payment: Command, world: CommandWorld): void {
  const names = paymentTotalBy.names.map((name) => name.toLowerCase());
  withFilterOptions(payment.command('totals').description('Number and sum of payments, each with its status now.'))
    .addOption(new Option('--by <what...>', 'a total for each of these together').choices(names))
    .option('--json', 'print JSON, for a program; sums are in cents')
    .addHelpText('after', examples)
    .action((options: TotalsOptions) => total(options, world));
}

async function total({ by: given = [], json, ...narrowing }: TotalsOptions, world: CommandWorld): Promise<void> {
  const by = paymentTotalBy.names.filter((name) => given.includes(name.toLowerCase()));
  const filter = filterOfOptions(narrowing);
  const found = await withServices(world, (services) => totalPayments(services, operator, filter, by));
  if (json) printJson(world, found);
  else world.write(textOf(found, by));
}

type Column = { readonly title: string; readonly cellOf: (total: PaymentTotal) => string | null };
const columns: Readonly<Record<PaymentTotalBy, Column>> = {
  DAY: { title: 'day', cellOf: ({ day }) => day },
  STATUS: { title: 'status', cellOf: ({ status }) => status },
  TARGET: { title: 'target', cellOf: ({ paymentTarget }) => paymentTarget },
  TYPE: { title: 'type', cellOf: ({ paymentType }) => paymentType },
  ORIGIN: { title: 'origin', cellOf: ({ idOrigin }) => idOrigin },
};

function textOf({ totals, isExact }: PaymentTotals, by: readonly PaymentTotalBy[]): string {
  if (totals.length === 0) return 'No payment matches.\n';
  const shown = by.map((name) => columns[name]);
  const rows = totals.map((one) => [
    ...shown.map(({ cellOf }) => cellOf(one) ?? ''),
    ...[one.runMode, String(one.count), isExact ? eurosOf(one.cents) : ''],
  ]);
  const table = titledTable([...shown.map(({ title }) => title), 'mode', 'payments', 'sum'], rows);
  if (isExact) return table;
  return `${table}More payments match than are counted one by one. Leave out the customer, order, mandate, due days and amount.\n`;
}
