import type { CardBank } from './bank-page.ts';
import type { Demo } from './demo-world.ts';

/** What a simulator of a card bank does wrong with one payment. */
export async function setFault(
  { gateway }: Pick<Demo, 'gateway'>,
  fault: {
    readonly kind: 'LOSE_NOTIFICATION' | 'WRONG_AMOUNT' | 'CUT_CONNECTION';
    readonly bank: CardBank;
    readonly reference: string;
    readonly operation?: 'REFUND' | 'INQUIRY';
    readonly lasting?: boolean;
  },
): Promise<void> {
  const response = await fetch(`${gateway.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (response.status !== 201) throw new Error(`the simulator refused the fault: ${await response.text()}`);
}
