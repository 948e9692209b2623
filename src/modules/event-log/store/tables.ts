import type { Tables as PaymentTables } from '../../payments/store/tables.ts';

/** One link of the chain over all payments. Never changed, never deleted. */
export type AnchorRow = {
  readonly number: number;
  readonly at: number;
  readonly from_payment: string;
  readonly from_event: string;
  readonly until_payment: string;
  readonly until_event: string;
  /** JSON: [payment id, sequence, hash] of each event. */
  readonly events: string;
  readonly previous_hash: string | null;
  readonly hash: string;
};

export const anchorColumns = [
  'number',
  'at',
  'from_payment',
  'from_event',
  'until_payment',
  'until_event',
  'events',
  'previous_hash',
  'hash',
] as const satisfies readonly (keyof AnchorRow)[];

export type Tables = PaymentTables & { readonly ledger_anchors: AnchorRow };
