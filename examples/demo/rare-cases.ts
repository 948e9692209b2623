import { addDays } from '../../src/kernel/sepa/target-calendar.ts';
import { done } from '../done.ts';
import { RefundDocument } from '../generated/graphql.ts';
import { workdayAfter } from './agenda.ts';
import { openBankPage } from './bank-page.ts';
import type { Demo, Order } from './demo-world.ts';
import { initiate } from './initiate.ts';
import { refund } from './refunds.ts';
import { setFault } from './simulator-faults.ts';

/** What happens once in months, and is to be seen in the demo all the same. All of it in the last days. */
export function planRareCases(demo: Demo, orderOf: (amountCents: number, label: string) => Order): void {
  const { agenda, lastDay } = demo;
  const daysBefore = (days: number): string => workdayAfter(addDays(lastDay, -days), 0);
  agenda.plan(daysBefore(5), () => contradict(demo, orderOf(18_450, 'contradicted')));
  agenda.plan(daysBefore(4), () => waitForSecondPerson(demo, orderOf(96_200, 'large refund')));
  agenda.plan(daysBefore(3), () => loseAnswer(demo, orderOf(23_780, 'in doubt')));
  agenda.plan(daysBefore(2), () => waitForSecondPerson(demo, orderOf(131_540, 'larger refund')));
  agenda.plan(daysBefore(1), () => hold(demo, orderOf(47_320, 'held')));
}

/** Authentic, and of another amount than was asked for: a person has to look at the payment. */
async function contradict(demo: Demo, order: Order): Promise<void> {
  const { page } = await openCard(demo, order);
  await setFault(demo, { kind: 'WRONG_AMOUNT', bank: 'PAYBOX', reference: page.reference });
  await page.pay();
}

/** The answer to a refund is lost, and the bank cannot be asked: it stays in doubt. The shop asks: it has no limit. */
async function loseAnswer(demo: Demo, order: Order): Promise<void> {
  const { id, page } = await openCard(demo, order);
  await page.pay();
  const lost = { kind: 'CUT_CONNECTION', bank: 'PAYBOX', reference: page.reference } as const;
  await setFault(demo, { ...lost, operation: 'REFUND' });
  const { refundPayment } = await demo.gateway.execute(RefundDocument, { input: { id } });
  done(refundPayment, 'OutcomeUnknownError');
  await setFault(demo, { ...lost, operation: 'INQUIRY', lasting: true });
}

/** Not decided before the demo ends. */
async function waitForSecondPerson(demo: Demo, order: Order): Promise<void> {
  const { id, page } = await openCard(demo, order);
  await page.pay();
  demo.gateway.clock.wait(3_600_000);
  const { dice } = order;
  await refund({ ...demo, today: () => demo.lastDay }, { id, amount: null, dice });
}

/** Authorised, and not captured yet. */
async function hold(demo: Demo, order: Order): Promise<void> {
  const { page } = await openCard(demo, order, 'LATER');
  await page.pay();
}

async function openCard(demo: Demo, order: Order, capture: 'NOW' | 'LATER' = 'NOW') {
  const route = { paymentTarget: 'PAYBOX', paymentType: 'CB', idOrigin: 'web', capture } as const;
  const { id, nextAction } = await initiate(demo, order, route);
  if (nextAction?.__typename !== 'RedirectAction') throw new Error('a card payment has a form');
  demo.gateway.clock.wait(60_000);
  return { id, page: await openBankPage(nextAction, 'PAYBOX', 'CB', order.dice) };
}
