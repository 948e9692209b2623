import { type Intent, intentOf, orderOf } from '../intents.ts';
import type { Told } from '../told.ts';
import type { Findings } from './findings.ts';
import type { Known } from './known.ts';
import type { GatewayRecord } from './record.ts';

/** Every answer to a client is in the record, once, and unchanged. */
export async function checkTold(told: AsyncIterable<Told>, { record, findings }: Known, seed: number): Promise<number> {
  const paymentOf = new Map<number, string>();
  let answers = 0;
  for await (const line of told) {
    answers++;
    switch (line.what) {
      case 'INITIATED': {
        const known = paymentOf.get(line.intent) ?? line.payment;
        if (known !== line.payment) findings.add('DUPLICATED', `intent ${line.intent}: ${known} and ${line.payment}`);
        paymentOf.set(line.intent, line.payment);
        checkInitiated(line, record, findings, intentOf(seed, line.intent));
        break;
      }
      case 'OPERATED':
        checkOperated(line, record, findings);
        break;
      case 'SEEN':
        checkSeen(line, record, findings);
        break;
      case 'REFUSED':
        findings.add('ANSWERED_WRONGLY', `intent ${line.intent}, ${line.request}: ${line.answer.slice(0, 300)}`);
        break;
      case 'GAVE_UP':
        findings.add('STUCK', `intent ${line.intent}: nobody ever answered ${line.request}`);
        break;
      case 'CONFLICT':
        break;
    }
  }
  return answers;
}

type ToldOf<What extends Told['what']> = Extract<Told, { what: What }>;

function checkInitiated(
  told: ToldOf<'INITIATED'>,
  { payments }: GatewayRecord,
  findings: Findings,
  intent: Intent,
): void {
  const payment = payments.get(told.payment);
  if (!payment) {
    findings.add('LOST', `intent ${told.intent} was told ${told.payment}, which is not there`);
    return;
  }
  if (payment.reference !== told.reference) findings.add('LOST', `${told.payment} has another reference than was told`);
  if (payment.order !== orderOf(told.intent))
    findings.add('LOST', `${told.payment} is of another order than was asked`);
  if (told.cents !== intent.amountCents || payment.amountCents !== intent.amountCents) {
    findings.add(
      'WRONG_AMOUNT',
      `${payment.id}: asked ${intent.amountCents}, told ${told.cents}, kept ${payment.amountCents}`,
    );
  }
}

function checkOperated(told: ToldOf<'OPERATED'>, { operations, payments }: GatewayRecord, findings: Findings): void {
  if (told.operation === null) return;
  const operation = operations.get(told.payment)?.find(({ id }) => id === told.operation);
  if (!operation)
    findings.add('LOST', `${told.kind} of ${told.payment} was told ${told.operation}, which is not there`);
  else if (told.status === 'DONE' && operation.status !== 'DONE') {
    findings.add('LOST', `${told.operation} was told to be done and is ${operation.status}`);
  }
  if (!payments.has(told.payment)) findings.add('LOST', `${told.payment} with an operation is not there`);
}

const withMoney = new Set(['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED', 'RETURNED', 'NEEDS_REVIEW']);

/** Money that a client saw does not vanish; it can only go back. */
function checkSeen(told: ToldOf<'SEEN'>, { payments }: GatewayRecord, findings: Findings): void {
  const status = payments.get(told.payment)?.status;
  if (told.status === 'PAID' && (status === undefined || !withMoney.has(status))) {
    findings.add('LOST', `${told.payment} was shown as paid and is ${status ?? 'gone'}`);
  }
}

/** One order is one payment, whatever was repeated. */
export function checkOrders({ record, findings }: Known): void {
  const orders = new Map<string, string>();
  for (const { order, id } of record.payments.values()) {
    const other = orders.get(order);
    if (other !== undefined) findings.add('DUPLICATED', `${order} has the payments ${other} and ${id}`);
    orders.set(order, id);
  }
}
