import { done } from '../done.ts';
import { DecideDocument } from '../generated/graphql.ts';
import { workdayAfter } from './agenda.ts';
import type { Demo } from './demo-world.ts';
import type { Dice } from './dice.ts';

type Decision = { readonly decision: 'APPROVE' | 'REFUSE'; readonly reason: string };

/** A second person decides some days later. */
export function decideLater(
  { gateway, staff, agenda, today }: Demo,
  { id, dice, decision }: { readonly id: string; readonly dice: Dice; readonly decision: Decision },
  afterwards: () => Promise<void> = async () => undefined,
): void {
  agenda.plan(workdayAfter(today(), 1 + dice.below(3)), async () => {
    const { decideApproval } = await gateway.execute(
      DecideDocument,
      { input: { id, ...decision } },
      staff.as('validation'),
    );
    done(decideApproval, 'DecideApprovalSuccess');
    gateway.clock.wait(180_000);
    await afterwards();
  });
}
