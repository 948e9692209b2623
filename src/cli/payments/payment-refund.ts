import { type Command, InvalidArgumentError, Option } from 'commander';
import { announceAction } from '../../kernel/audit/record-action.ts';
import { InvalidInputError, OperationNotPossibleError } from '../../kernel/errors.ts';
import { customerRetryOf } from '../../modules/payments/attempts/customer-retry.ts';
import { payingAttemptOf } from '../../modules/payments/attempts/paying-attempt.ts';
import { availableActions } from '../../modules/payments/operations/available-actions.ts';
import { refundPayment } from '../../modules/payments/operations/refund-payment.ts';
import { OutcomeUnknownError } from '../../modules/payments/payment-errors.ts';
import { operator } from '../operator/operator.ts';
import { warnOfRestore } from '../operator/restored.ts';
import { eurosOf, printJson, withoutPerson } from '../output/print.ts';
import { CommandFailure, type CommandWorld, withServices } from '../world.ts';
import { paymentNamed } from './named-payment.ts';

type RefundOptions = {
  readonly euros?: string;
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
    .addOption(
      new Option('--euros <amount>', 'how much, for instance 5 or 5,00; left out: all that can still be given back')
        .argParser(centsOf)
        .conflicts('cents'),
    )
    .addOption(new Option('--cents <amount>', 'the same in cents, for programs').argParser(wholeCentsOf))
    .option('--key <key>', 'an idempotency key: the same command again gives nothing back a second time')
    .option('--yes', 'do it')
    .option('--json', 'print JSON, for a program')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run gateway -- payment refund 4K7M-9QXT\n' +
        '  npm run gateway -- payment refund 4K7M-9QXT --euros 5,00 --key return-4711 --yes\n',
    )
    .action((named: string, options: RefundOptions) => (options.yes ? refund : rehearse)(named, options, world));
}

async function rehearse(named: string, options: RefundOptions, world: CommandWorld): Promise<void> {
  const cents = options.euros ?? options.cents;
  const { payment, refund } = await withServices(world, async (services) => {
    const found = await paymentNamed(services, operator, named);
    await warnOfRestore(services, world, found.createdAt);
    const operations = await services.store.operationsOf(found.id);
    const paying = await payingAttemptOf(services.store, found);
    const retry = await customerRetryOf(services, services.store, found);
    const waitingCents = await services.store.waitingCentsOf(found.id, services.clock());
    const actions = availableActions(services, found, { operations, paying, retry, waitingCents });
    return { payment: found, refund: actions.find(({ action }) => action === 'REFUND') };
  });
  if (!refund || refund.reason !== null) throw new OperationNotPossibleError(refund?.reason?.en ?? 'Not possible.');
  const maximumCents = refund.maximumCents ?? 0;
  const amountCents = cents === undefined ? maximumCents : Number(cents);
  const most = eurosOf(maximumCents);
  if (amountCents > maximumCents) throw new CommandFailure(`amount is more than can still be given back: ${most}.`);
  if (options.json) {
    const operation = { paymentId: payment.id, kind: 'REFUND', amountCents };
    printJson(world, { done: false, maximumCents, operation, payment: withoutPerson(payment) });
    return;
  }
  const what = cents === undefined ? most : `${eurosOf(amountCents)} of ${most}`;
  world.write(`${what} of ${payment.reference} would be given back. Nothing was changed: add --yes to do it.\n`);
}

async function refund(named: string, options: RefundOptions, world: CommandWorld): Promise<void> {
  const { key: idempotencyKey } = options;
  const amount = options.euros ?? options.cents;
  const done = await withServices(world, async (services) => {
    const { id, createdAt } = await paymentNamed(services, operator, named);
    await warnOfRestore(services, world, createdAt);
    await announceAction(services, operator, 'REFUND_PAYMENT', id);
    return refundPayment(services, operator, { id, amount, idempotencyKey });
  }).catch((error: unknown) => {
    if (error instanceof OutcomeUnknownError) throw new CommandFailure(`${error.operation.id}: ${error.message}`);
    if (error instanceof InvalidInputError) throw new CommandFailure(inEuros(error.message));
    throw error;
  });
  const { payment, operation, replayed } = done;
  if (options.json) printJson(world, { replayed, operation, payment: withoutPerson(payment) });
  else {
    const what = eurosOf(operation.amountCents);
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

/** The message is written for programs, in cents; people read euros. */
const inEuros = (message: string): string =>
  message.replaceAll(/\b(\d{1,12}) cents\b/g, (_text, cents: string) => eurosOf(Number(cents)));

/** The cents of `5`, `5,00` or `5.00`. */
function centsOf(text: string): string {
  const [, whole, cents = '00'] = /^(\d{1,10})(?:[.,](\d{2}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new InvalidArgumentError('It must be euros, for instance 5 or 5,00.');
  return wholeCentsOf(`${whole}${cents}`);
}

function wholeCentsOf(text: string): string {
  if (!/^\d{1,12}$/.test(text)) throw new InvalidArgumentError('It must be 1 to 12 digits.');
  if (Number(text) === 0) throw new InvalidArgumentError('It must not be zero.');
  return String(Number(text));
}
