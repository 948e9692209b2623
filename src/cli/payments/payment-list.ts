import { type Command, Option } from 'commander';
import type { PaymentStatus, PaymentTarget } from '../../kernel/vocabulary.ts';
import { paymentStatus, paymentTarget } from '../../kernel/vocabulary.ts';
import type { Payment } from '../../modules/payments/payment.ts';
import { allPayments } from '../../modules/payments/payment-store.ts';
import { listPayments } from '../../modules/payments/read-payments.ts';
import { operator } from '../operator/operator.ts';
import { limitOption } from '../output/list-options.ts';
import { eurosOf, withoutPerson } from '../output/print.ts';
import { writeList } from '../output/write-list.ts';
import { type CommandWorld, withServices } from '../world.ts';

type ListOptions = {
  readonly status?: readonly PaymentStatus[];
  readonly target?: readonly PaymentTarget[];
  readonly societe?: string;
  readonly origin?: string;
  readonly customer?: string;
  readonly order?: string;
  readonly limit: number;
  readonly json?: true;
};

const examples = `
Examples:
  npm run gateway -- payment list
  npm run gateway -- payment list --status NEEDS_REVIEW PENDING --societe 1
  npm run gateway -- payment list --order 45012 --json
`;

export function addPaymentListCommand(payment: Command, world: CommandWorld): void {
  payment
    .command('list')
    .description('Payments, newest first, without the customer.')
    .addOption(new Option('--status <status...>', 'only of these statuses').choices(paymentStatus.names))
    .addOption(new Option('--target <target...>', 'only at these targets').choices(paymentTarget.names))
    .option('--societe <number>', 'only of this société')
    .option('--origin <name>', 'only of this origin')
    .option('--customer <number>', 'only of the customer with this number (`id_client`)')
    .option('--order <number>', 'only of this order (`id_commande`)')
    .addOption(limitOption(20))
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', examples)
    .action((options: ListOptions) => list(options, world));
}

async function list({ limit, json, ...filter }: ListOptions, world: CommandWorld): Promise<void> {
  const { status = null, target = null, societe = null, origin = null, customer = null, order = null } = filter;
  const query = {
    ...{ ...allPayments, limit: limit + 1, statuses: status, paymentTargets: target },
    ...{ idSociete: societe, idOrigin: origin, idClient: customer, idCommande: order },
  };
  const found = await withServices(world, (services) => listPayments(services, operator, query));
  const isNarrowed = Object.keys(filter).length > 0;
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
