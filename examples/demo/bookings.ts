import { done } from '../done.ts';
import { CancelDocument } from '../generated/graphql.ts';
import { workdayAfter } from './agenda.ts';
import type { Demo, Later, Order } from './demo-world.ts';
import { initiate } from './initiate.ts';

/** Cheques and cash, which accounting records. */
export async function recordBooking(demo: Demo, order: Order): Promise<Later> {
  const { dice } = order;
  const { gateway, staff, agenda, today } = demo;
  const means = dice.weigh({ CHEQUE: 78, CASH: 22 });
  const pieceReference = means === 'CHEQUE' ? `CHQ ${1_000_000 + dice.below(8_999_999)}` : `CAISSE ${order.number}`;
  const { id } = await initiate(
    demo,
    // No one carries thousands in notes.
    means === 'CASH' ? { ...order, amountCents: Math.min(order.amountCents, 95_000) } : order,
    {
      paymentTarget: 'MILLIET',
      paymentType: 'COMPTABILITE',
      idOrigin: 'compta',
      accounting: { means, pieceReference },
    },
    staff.as('comptabilite'),
  );
  if (dice.percent(2)) {
    agenda.plan(workdayAfter(today(), 1 + dice.below(4)), async () => {
      const { cancelPayment } = await gateway.execute(CancelDocument, { input: { id } }, staff.as('comptabilite'));
      done(cancelPayment, 'CancelPaymentSuccess');
    });
  }
  return null;
}
