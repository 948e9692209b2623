import { type Command, Option } from 'commander';
import type { PaymentStatus, PaymentTarget, PaymentType } from '../../kernel/vocabulary.ts';
import { paymentStatus, paymentTarget, paymentType } from '../../kernel/vocabulary.ts';
import { filterOf } from '../../modules/payment-lists/given-filter.ts';
import type { PaymentFilter } from '../../modules/payments/payment-store.ts';
import { runModeOption } from '../output/run-mode-option.ts';
import { UsageError } from '../world.ts';

/** The options that narrow down payments. */
export type FilterOptions = {
  readonly status?: readonly PaymentStatus[];
  readonly target?: readonly PaymentTarget[];
  readonly type?: readonly PaymentType[];
  readonly runMode?: 'TEST' | 'LIVE';
  readonly client?: string;
  readonly societe?: string;
  readonly origin?: string;
  readonly customer?: string;
  readonly order?: string;
  readonly mandate?: string;
  readonly createdFrom?: string;
  readonly createdTo?: string;
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly amountFrom?: string;
  readonly amountTo?: string;
};

export const withFilterOptions = (command: Command): Command =>
  command
    .addOption(new Option('--status <status...>', 'only of these statuses').choices(paymentStatus.names))
    .addOption(new Option('--target <target...>', 'only at these targets').choices(paymentTarget.names))
    .addOption(new Option('--type <type...>', 'only of these types').choices(paymentType.names))
    .addOption(runModeOption('only of this mode').choices(['TEST', 'LIVE']))
    .option('--client <name>', 'only those that this client initiated')
    .option('--societe <number>', 'only of this société')
    .option('--origin <name>', 'only of this origin')
    .option('--customer <number>', 'only of the customer with this number (`id_client`)')
    .option('--order <number>', 'only of this order (`id_commande`)')
    .option('--mandate <reference>', 'only under this mandate (RUM)')
    .option('--created-from <day>', 'only recorded on this day in Paris or later, for instance 2026-11-01')
    .option('--created-to <day>', 'only recorded on this day or earlier')
    .option('--due-from <day>', 'only direct debits that are due on this day or later')
    .option('--due-to <day>', 'only direct debits that are due on this day or earlier')
    .option('--amount-from <cents>', 'only of this amount in cents or more')
    .option('--amount-to <cents>', 'only of this amount in cents or less');

/** @throws UsageError */
export function filterOfOptions(options: FilterOptions): PaymentFilter {
  const ranges = {
    created: { from: options.createdFrom, to: options.createdTo },
    due: { from: options.dueFrom, to: options.dueTo },
    amount: { from: options.amountFrom, to: options.amountTo },
  };
  const filter = filterOf(
    {
      ...{ status: options.status, paymentTarget: options.target, paymentType: options.type, runMode: options.runMode },
      ...{ client: options.client, idSociete: options.societe, idOrigin: options.origin, mandate: options.mandate },
      ...{ idClient: options.customer, idCommande: options.order },
      ...ranges,
    },
    (field, must) => {
      throw new UsageError(`--${field.replace('.', '-')} must ${must}.`);
    },
  );
  for (const [name, { from, to }] of Object.entries(ranges)) {
    if (from && to && comparable(to) < comparable(from)) {
      throw new UsageError(`--${name}-to must not lie before --${name}-from.`);
    }
  }
  return filter;
}

/** Of a day, or of cents: 12 digits at most. */
const comparable = (text: string): string => text.padStart(12, '0');
