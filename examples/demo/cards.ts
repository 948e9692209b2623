import { addDays } from '../../src/kernel/sepa/target-calendar.ts';
import { done } from '../done.ts';
import { CancelDocument, CaptureDocument } from '../generated/graphql.ts';
import { workdayAfter } from './agenda.ts';
import { type BankPage, type CardBank, openBankPage } from './bank-page.ts';
import type { Demo, Later, Order } from './demo-world.ts';
import { initiate } from './initiate.ts';
import { refund } from './refunds.ts';
import { setFault } from './simulator-faults.ts';

/** Payments by card at both banks, and how they end. */

const fates = {
  ...{ PAID: 852, REFUSED: 46, TRIED_AGAIN: 30, CANCELLED: 24, LEFT: 14, NEVER_OPENED: 28, MESSAGE_LOST: 6 },
} as const;
const heldFates = { CAPTURED: 88, GIVEN_UP: 8, LAPSED: 4 } as const;

export async function payByCard(demo: Demo, bank: CardBank, order: Order): Promise<Later> {
  const { dice } = order;
  const brand = dice.percent(6) ? 'AMEX' : 'CB';
  const isHeld = bank === 'PAYBOX' && dice.percent(9);
  const fate = isHeld ? 'PAID' : dice.weigh(fates);
  const { id, nextAction } = await initiate(demo, order, {
    ...{ paymentTarget: bank, paymentType: brand, idOrigin: isHeld ? 'dcp' : dice.weigh({ web: 80, televente: 20 }) },
    ...(isHeld && { capture: 'LATER' }),
  });
  if (nextAction?.__typename !== 'RedirectAction') throw new Error('a card payment has a form');
  if (fate === 'NEVER_OPENED') return null;
  return async () => {
    const page = await openBankPage(nextAction, bank, brand, dice);
    await ended[fate](page, demo, bank);
    if (isHeld) captureLater(demo, id, dice.weigh(heldFates), 1 + dice.below(3));
    else if (fate === 'PAID' || fate === 'TRIED_AGAIN') refundLater(demo, id, order);
  };
}

type Fate = Exclude<keyof typeof fates, 'NEVER_OPENED'>;

const ended: Readonly<Record<Fate, (page: BankPage, demo: Demo, bank: CardBank) => Promise<void>>> = {
  PAID: ({ pay }) => pay(),
  REFUSED: ({ refuse }) => refuse(),
  TRIED_AGAIN: async ({ refuse, press, pay }) => {
    await refuse();
    await press('try-again');
    await pay();
  },
  CANCELLED: ({ press }) => press('cancel'),
  LEFT: async () => undefined,
  MESSAGE_LOST: async ({ pay, reference }, demo, bank) => {
    await setFault(demo, { kind: 'LOSE_NOTIFICATION', bank, reference });
    await pay();
  },
};

function captureLater(demo: Demo, id: string, fate: keyof typeof heldFates, days: number): void {
  const { agenda, gateway, today } = demo;
  if (fate === 'LAPSED') return;
  agenda.plan(workdayAfter(today(), days), async () => {
    const variables = { input: { id } };
    if (fate === 'CAPTURED') {
      done((await gateway.execute(CaptureDocument, variables)).capturePayment, 'CapturePaymentSuccess');
    } else done((await gateway.execute(CancelDocument, variables)).cancelPayment, 'CancelPaymentSuccess');
  });
}

function refundLater(demo: Demo, id: string, { amountCents, dice }: Order): void {
  const what = dice.weigh({ NOTHING: 935, WHOLE: 28, PART: 37 });
  if (what === 'NOTHING') return;
  const share = 10 + dice.below(60);
  const amount = what === 'PART' ? Math.max(1, Math.round((amountCents * share) / 100)) : null;
  demo.agenda.plan(workdayAfter(addDays(demo.today(), 2), dice.below(9)), () => refund(demo, { id, amount, dice }));
}
