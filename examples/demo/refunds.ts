import { done } from '../done.ts';
import { RefundDocument } from '../generated/graphql.ts';
import { decideLater } from './approvals.ts';
import type { Demo } from './demo-world.ts';
import type { Dice } from './dice.ts';

type WantedRefund = {
  readonly id: string;
  /** Null: all of it. */
  readonly amount: number | null;
  readonly dice: Dice;
};

const refusals = ['Geste commercial refusé', 'La marchandise n’est pas revenue', 'Avoir déjà établi'] as const;

/** Accounting gives money back. Above the limit of its role the refund waits for a second person, who decides later. */
export async function refund(demo: Demo, { id, amount, dice }: WantedRefund): Promise<void> {
  const { gateway, staff } = demo;
  const input = { id, ...(amount !== null && { amount }) };
  const { refundPayment } = await gateway.execute(RefundDocument, { input }, staff.as('comptabilite'));
  gateway.clock.wait(120_000);
  if (refundPayment.__typename !== 'ApprovalRequiredError') {
    done(refundPayment, 'RefundPaymentSuccess');
    return;
  }
  const isApproved = dice.percent(78);
  const decision = isApproved
    ? ({ decision: 'APPROVE', reason: 'Retour de marchandise vérifié' } as const)
    : ({ decision: 'REFUSE', reason: dice.pick(refusals) } as const);
  decideLater(demo, { id: refundPayment.approval.id, dice, decision });
}
