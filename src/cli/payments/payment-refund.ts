import type { Command } from 'commander';
import { OperationNotPossibleError } from '../../kernel/errors.ts';
import { euros } from '../../kernel/money.ts';
import { announceAction } from '../../kernel/record-action.ts';
import { availableActions } from '../../modules/payments/operations/available-actions.ts';
import { refundPayment } from '../../modules/payments/operations/refund-payment.ts';
import { OutcomeUnknownError } from '../../modules/payments/payment-errors.ts';
import { operator } from '../operator/operator.ts';
import { formatCents, printJson, withoutPerson } from '../output/print.ts';
import { CommandFailure, type CommandWorld, withServices } from '../world.ts';
import { paymentNamed } from './named-payment.ts';

type RefundOptions = {
  readonly cents?: string;
  readonly key?: string;
  readonly yes?: true;
  readonly json?: true;
};

export function addRefundCommand(payment: Command, world: CommandWorld): void {
  payment
    .command('refund')
    .argument('<payment>', '`pay_…`, or its reference')
    .description(
      'Give money back through the bank that took it. Without --yes it only says what it would do. Where the answer is ' +
        'lost the gateway asks the bank what it did; nothing is sent twice.',
    )
    .option('--cents <amount>', 'how much, in cents; left out: all that can still be given back')
    .option('--key <key>', 'an idempotency key: the same command again gives nothing back a second time')
    .option('--yes', 'do it')
    .option('--json', 'print JSON, for a program')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run gateway -- payment refund 4K7M-9QXT\n' +
        '  npm run gateway -- payment refund 4K7M-9QXT --cents 500 --key return-4711 --yes\n',
    )
    .action((named: string, options: RefundOptions) => (options.yes ? refund : rehearse)(named, options, world));
}

async function rehearse(named: string, { cents }: RefundOptions, world: CommandWorld): Promise<void> {
  const { payment, refund } = await withServices(world, async (services) => {
    const found = await paymentNamed(services, operator, named);
    const operations = await services.store.operationsOf(found.id);
    const actions = availableActions(services, found, operations, await services.store.attemptsOf(found.id));
    return { payment: found, refund: actions.find(({ action }) => action === 'REFUND') };
  });
  if (!refund || refund.reason !== null) throw new OperationNotPossibleError(refund?.reason?.en ?? 'Not possible.');
  const most = formatCents(euros(refund.maximumCents ?? 0));
  const what = cents === undefined ? most : `${cents} cents of ${most}`;
  world.write(`${what} of ${payment.reference} would be given back. Nothing was changed: add --yes to do it.\n`);
}

async function refund(named: string, options: RefundOptions, world: CommandWorld): Promise<void> {
  const { cents: amount, key: idempotencyKey } = options;
  const done = await withServices(world, async (services) => {
    const { id } = await paymentNamed(services, operator, named);
    await announceAction(services, operator, 'REFUND_PAYMENT', id);
    return refundPayment(services, operator, { id, amount, idempotencyKey });
  }).catch((error: unknown) => {
    if (error instanceof OutcomeUnknownError) throw new CommandFailure(`${error.operation.id}: ${error.message}`);
    throw error;
  });
  const { payment, operation, replayed } = done;
  if (options.json) printJson(world, { replayed, operation, payment: withoutPerson(payment) });
  else {
    const what = formatCents(euros(operation.amountCents));
    const isDone = operation.status === 'DONE';
    const words = isDone
      ? `${what} were given back${replayed ? ' before' : ''}`
      : `the bank refused to give ${what} back`;
    world.write(
      `${payment.reference}: ${words}${operation.reason ? `: ${operation.reason}` : ''}. It is ${payment.status}.\n`,
    );
  }
  if (operation.status !== 'DONE') throw new CommandFailure('Nothing was given back.');
}
