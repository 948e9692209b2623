import { addDays } from '../../src/kernel/sepa/target-calendar.ts';
import { type Mailbox, openMailbox } from './bank-files.ts';
import { sendBatches } from './debits.ts';
import type { Demo } from './demo-world.ts';
import type { Dice } from './dice.ts';
import { clearExceptions } from './exceptions.ts';
import { createOrders, type Orders } from './orders.ts';
import { planRareCases } from './rare-cases.ts';
import { isWeekday, momentOf, paymentsOn, weekdayOf } from './season.ts';
import { receiveStrangersMoney } from './transfers.ts';
import type { Receiver } from './webhook-receiver.ts';

/** Hours of Greenwich at which orders come in. */
const hours = [6.1, 6.9, 7.6, 8.3, 9, 9.7, 10.4, 11.5, 12.3, 13.1, 13.8, 14.6, 15.4, 16.3] as const;
const [agendaHour, officeHour, nightHour] = [7.6, 9, 18] as const;
const [monday, wednesday] = [1, 3] as const;
/** Messages of the last weeks alone: older ones say nothing new, and each is a call. */
const webhookDays = 14;
const brokenDays = 3;

export type Months = {
  readonly demo: Demo;
  readonly receiver: Receiver;
  /** Nothing happens after this moment. */
  readonly endsAt: number;
  readonly progress: (day: string) => void;
};

type Running = Months & { readonly orders: Orders; readonly mailbox: Mailbox };

/** Day by day: the bank's morning, the orders, the work of the back office, and the night. */
export async function passMonths(months: Months): Promise<void> {
  const { demo, endsAt, progress } = months;
  const running: Running = { ...months, orders: createOrders(demo), mailbox: openMailbox(demo) };
  planRareCases(demo, running.orders.one);
  for (let day = demo.firstDay; day <= demo.lastDay; day = addDays(day, 1)) {
    progress(day);
    await passDay(running, day);
    if (demo.gateway.clock.now() >= endsAt) return;
  }
}

async function passDay(running: Running, day: string): Promise<void> {
  const { demo, orders, endsAt } = running;
  const { gateway, agenda } = demo;
  const { clock, work } = gateway;
  const dice = demo.dice.of(day);
  if (!reach(running, momentOf(day, 5.5))) return;
  await morning(running, day);
  const count = paymentsOn(day, dice);
  const planned = Array.from({ length: count }, () => dice.pick(hours));
  for (const hour of hours) {
    if (!reach(running, momentOf(day, hour) + dice.below(600_000))) break;
    await orders.take(planned.filter((one) => one === hour).length, dice.of(`orders ${hour}`));
    if (hour === agendaHour) for (const action of agenda.take(day)) await action();
    if (hour === officeHour) await office(running, day, dice.of('office'));
  }
  clock.reach(Math.min(endsAt, momentOf(day, nightHour)));
  await work('resolver', 'remind-of-transfers', 'review-debits', 'expire-mandates', 'journal', 'webhooks', 'ledger');
}

/** False where the demo ends before it. */
function reach({ demo, endsAt }: Running, at: number): boolean {
  if (at >= endsAt || demo.gateway.clock.now() >= endsAt) return false;
  demo.gateway.clock.reach(at);
  return true;
}

async function morning({ demo, receiver, mailbox }: Running, day: string): Promise<void> {
  const { gateway, staff, firstDay, lastDay } = demo;
  if (isFirstSince(day, addDays(lastDay, -webhookDays), firstDay)) gateway.sendWebhooksTo(receiver.endpoints);
  if (isFirstSince(day, addDays(lastDay, -brokenDays), firstDay)) receiver.break();
  if (day === firstDay || weekdayOf(day) === monday) await staff.signIn();
  if (isWeekday(day)) await mailbox.empty();
}

const isFirstSince = (day: string, since: string, firstDay: string): boolean =>
  day === since || (day === firstDay && since < firstDay);

async function office({ demo, orders }: Running, day: string, dice: Dice): Promise<void> {
  const { lastDay } = demo;
  if (!isWeekday(day)) return;
  await receiveStrangersMoney(demo, day);
  await clearExceptions(demo);
  // The debits of the last day wait for their file.
  if (weekdayOf(day) === monday || day === lastDay) await orders.debitWeek(dice);
  if (weekdayOf(day) !== wednesday) return;
  // The file of the first société two weeks ago never reached the bank; two of this week were made only.
  const isOfThisWeek = day > addDays(lastDay, -7);
  const isLate = !isOfThisWeek && day > addDays(lastDay, -21) && day <= addDays(lastDay, -14);
  await sendBatches(demo, ['1'], isLate ? 'SAID_TO_BE_SENT' : 'TO_THE_BANK');
  await sendBatches(demo, ['2', '3'], isOfThisWeek ? 'MADE_ONLY' : 'TO_THE_BANK');
  if (!isOfThisWeek) await sendBatches(demo, ['6'], 'TO_THE_BANK');
}
