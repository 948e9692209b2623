import type { Command } from 'commander';
import { announceAction } from '../../kernel/audit/record-action.ts';
import { findPayment, type PaymentStory, readStory } from '../../modules/event-log/read-story.ts';
import { refreshPayment } from '../../modules/payments/inquiry/refresh-payment.ts';
import type { Payment } from '../../modules/payments/payment.ts';
import { rowOfAction } from '../operator/actions.ts';
import { operator } from '../operator/operator.ts';
import { eurosOf, momentIn, printJson, withoutPerson } from '../output/print.ts';
import { tableOf } from '../output/table.ts';
import { type CommandWorld, withServices } from '../world.ts';
import { noSuchPayment, paymentNamed } from './named-payment.ts';
import { addPaymentFindCommand } from './payment-find.ts';
import { addPaymentListCommand } from './payment-list.ts';
import { addRefundCommand } from './payment-refund.ts';
import { addPaymentTotalsCommand } from './payment-totals.ts';

type ShowOptions = { readonly json?: true; readonly personal?: true };

export function addPaymentCommands(program: Command, world: CommandWorld): void {
  const payment = program
    .command('payment')
    .description('Payments: a list of them, their totals, or one by its id or its reference.');
  addPaymentListCommand(payment, world);
  addPaymentTotalsCommand(payment, world);
  addPaymentFindCommand(payment, world);
  payment
    .command('show')
    .argument('<payment>', '`pay_…`, or the reference that people say on the phone')
    .description("Tell its whole story: what was asked, attempts, events, refunds and the banks' messages.")
    .option('--personal', "show the customer's number, e-mail address, comment and payer as well")
    .option('--json', 'print JSON, for a program')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run gateway -- payment show 4K7M-9QXT\n  npm run -s gateway -- payment show pay_01a2… --json\n',
    )
    .action((named: string, options: ShowOptions) => show(named, options, world));
  payment
    .command('refresh')
    .argument('<payment>', '`pay_…`, or its reference')
    .description('Ask the bank for its outcome, and apply what it says: for a notification that never came.')
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', '\nExample:\n  npm run gateway -- payment refresh 4K7M-9QXT\n')
    .action((named: string, options: ShowOptions) => refresh(named, options, world));
  addRefundCommand(payment, world);
}

async function show(named: string, options: ShowOptions, world: CommandWorld): Promise<void> {
  const story = await withServices(
    world,
    (services) => readStory(services, operator, named),
    async (services) => (await findPayment(services, operator, named))?.id ?? null,
  );
  if (story === null) throw noSuchPayment(named);
  if (options.json) printJson(world, { ...story, payment: shown(story.payment, options) });
  else world.write(textOf(story, options, momentIn(world)));
}

async function refresh(named: string, { json }: ShowOptions, world: CommandWorld): Promise<void> {
  const { payment, changed } = await withServices(world, async (services) => {
    const { id } = await paymentNamed(services, operator, named);
    await announceAction(services, operator, 'REFRESH_PAYMENT', id);
    return refreshPayment(services, operator, id);
  });
  if (json) printJson(world, { changed, payment: withoutPerson(payment) });
  else world.write(`${payment.reference} is ${payment.status}${changed ? ' now' : ', as before'}.\n`);
}

/** The token is a right: its holder may pay and see the outcome. */
const shown = (payment: Payment, { personal }: ShowOptions): object => {
  const { token: _token, derivedKey: _key, ...facts } = payment;
  return personal ? facts : withoutPerson(payment);
};

function textOf(story: PaymentStory, { personal }: ShowOptions, moment: (at: number) => string): string {
  const { payment, attempts, events, operations, notifications, actions } = story;
  const section = (title: string, rows: readonly (readonly string[])[]): string[] =>
    rows.length === 0 ? [] : ['', title, ...tableOf(rows)];
  return [
    `${payment.reference}  ${payment.status}  ${eurosOf(payment.amountCents)}`,
    ...section('', factsOf(payment, moment)).slice(2),
    ...section('Customer', personal ? customerOf(payment) : []),
    ...section(
      'Attempts at the bank',
      attempts.map(({ number, reference, status, bankTransaction, bankCode, createdAt }) => [
        ...[String(number), reference, status, moment(createdAt)],
        ...[bankTransaction ?? '-', bankCode ?? '-'],
      ]),
    ),
    ...section(
      'Asked of the bank',
      operations.map(({ kind, amountCents, status, createdAt, reason, id }) => [
        ...[kind, eurosOf(amountCents), status, moment(createdAt)],
        ...[reason ?? '-', id],
      ]),
    ),
    ...section(
      'Events',
      events.map(({ sequence, at, type, status, data }) => [String(sequence), moment(at), type, status, dataOf(data)]),
    ),
    ...section(
      "The bank's messages, newest first",
      notifications.map(({ id, receivedAt, outcome: { kind, reason } }) => [
        ...[id, moment(receivedAt), kind],
        reason ?? '',
      ]),
    ),
    ...section('Who did what', actions.map(rowOfAction(moment))),
    '',
  ].join('\n');
}

const factsOf = (payment: Payment, moment: (at: number) => string): string[][] => [
  ['id', payment.id],
  ['what', `${payment.paymentTarget} ${payment.paymentType} (${payment.typePaiement}), ${payment.flow}`],
  ['run mode', `${payment.effectiveRunMode} (asked for ${payment.paymentRunMode})`],
  ['asked by', `${payment.client}, origin ${payment.idOrigin}`],
  ['société', payment.idSociete],
  ['order', payment.idCommande],
  ...(payment.mandate === null ? [] : [['mandate', payment.mandate]]),
  ['recorded', moment(payment.createdAt)],
  ['changed', moment(payment.updatedAt)],
  ...(payment.expiresAt === null ? [] : [['expires', moment(payment.expiresAt)]]),
];

const customerOf = (payment: Payment): string[][] => [
  ['number', payment.idClient],
  ['e-mail', payment.email],
  ...(payment.commentaire === null ? [] : [['comment', payment.commentaire]]),
  ...Object.entries(payment.payer ?? {}),
];

const dataOf = (data: object): string =>
  Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
