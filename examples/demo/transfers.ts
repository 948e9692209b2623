import { workdayAfter } from './agenda.ts';
import type { Demo, Later, Order } from './demo-world.ts';
import { initiate } from './initiate.ts';
import { strangers } from './names.ts';

/** Payments by transfer, and how their customers pay them. */

const fates = {
  ...{ STRUCTURED: 500, FREE_TEXT: 140, END_TO_END: 80, SPLIT: 50, MISSING: 45, WRONG: 15 },
  ...{ UNDERPAID: 25, OVERPAID: 15, IN_PARTS: 20, TWICE: 8, TOO_LATE: 14, NEVER: 50 },
} as const;

/** After the 30 days that the gateway waits. */
const tooLateDays = 33;

export async function payByTransfer(demo: Demo, order: Order): Promise<Later> {
  const { dice, customer, amountCents } = order;
  const { nextAction } = await initiate(demo, order, {
    ...{ paymentTarget: 'MILLIET', paymentType: 'SEPA', idOrigin: dice.weigh({ web: 35, dcp: 40, televente: 25 }) },
  });
  if (nextAction?.__typename !== 'BankTransferAction') throw new Error('a transfer says how to pay it');
  const { iban: account, reference } = nextAction;
  const fate = dice.weigh(fates);
  const usualDays = 1 + dice.below(4) + (dice.percent(25) ? dice.below(14) : 0);
  const transfer = (cents: number, days: number, manner: string = 'STRUCTURED'): void => {
    const sent = {
      ...{ account, reference, manner, amountCents: cents, instant: dice.percent(15) },
      ...{ payer: nameAtBank(customer.name), payerAccount: customer.iban },
    };
    demo.agenda.plan(workdayAfter(demo.today(), days), async () => void (await demo.bank.transfer(sent)));
  };
  const part = Math.max(100, Math.round((amountCents * (20 + dice.below(50))) / 100));
  switch (fate) {
    case 'NEVER':
      break;
    case 'UNDERPAID':
      transfer(amountCents - part, usualDays);
      break;
    case 'IN_PARTS':
      transfer(amountCents - part, usualDays);
      transfer(part, usualDays + 6);
      break;
    case 'OVERPAID':
      transfer(amountCents + 1000, usualDays);
      break;
    case 'TWICE':
      transfer(amountCents, usualDays);
      transfer(amountCents, usualDays + 2, 'FREE_TEXT');
      break;
    case 'TOO_LATE':
      transfer(amountCents, tooLateDays);
      break;
    default:
      transfer(amountCents, usualDays, fate);
  }
  return null;
}

/** Money that is no customer's, on some days: accounting deals with it by hand. */
export async function receiveStrangersMoney({ bank, gateway, dice }: Demo, day: string): Promise<void> {
  const drawn = dice.of(`stranger ${day}`);
  if (!drawn.percent(14)) return;
  const societe = gateway.services.societes.get(drawn.pick(['1', '2', '3']));
  const account = societe?.accounts.MILLIET?.TEST?.iban;
  const amountCents = 10_000 + drawn.below(90_000);
  await bank.transfer({ account, amountCents, manner: 'MISSING', payer: drawn.pick(strangers) });
}

/** As banks write names: capitals, without accents. */
const nameAtBank = (name: string): string =>
  name
    .normalize('NFD')
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('’', ' ')
    .replaceAll(/[^A-Z0-9 ]/g, '');
