import type { ApprovalQuery } from '../../generated/operations.ts';
import type { texts } from './texts.ts';

type Asked = Extract<ApprovalQuery['node'], { readonly __typename: 'Approval' }>;

/** Why what waits cannot be approved now; null where it can. */
export function obstacleOf(
  { kind, status, isOutOfDate, payment }: Pick<Asked, 'kind' | 'status' | 'isOutOfDate' | 'payment'>,
  { outOfDate }: Pick<(typeof texts)['fr'], 'outOfDate'>,
): string | null {
  if (status !== 'PENDING') return null;
  if (isOutOfDate) return outOfDate;
  // What is left counts all that waits, this one too.
  const refund = kind === 'REFUND' && payment?.availableActions.find(({ action }) => action === 'REFUND');
  return refund && refund.maximumAmount === null ? refund.reason : null;
}
