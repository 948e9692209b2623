import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type { VisibleTo } from '../payments/may-see.ts';
import type { Payment } from '../payments/payment.ts';

export const transferState = closedSet('TransferState', 'How an awaited transfer stands.', {
  AWAITED: 'All that are awaited.',
  LATE: 'It expires soon: the time to remind the customer has come.',
  IN_PART: 'A part of it came.',
});
export type TransferState = NameOf<typeof transferState>;

export type AwaitedTransfer = { readonly payment: Payment; readonly receivedCents: number; readonly isLate: boolean };

export type TransferQuery = {
  readonly runMode: EffectiveRunMode;
  readonly idSociete: string | null;
  readonly visibleTo: VisibleTo;
  /** Null: also those that expire later. */
  readonly expiresBy: number | null;
  readonly isInPart: boolean;
  readonly beforeId: string | null;
  readonly limit: number;
};

export type TransferReads = {
  /** Newest first. */
  awaitedTransfers(query: TransferQuery): Promise<readonly Payment[]>;
  /** Of each payment, see `receivedFor`; 0 is left out. */
  receivedForPayments(paymentIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
};
