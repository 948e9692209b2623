import type { Tables as PaymentTables } from '../../payments/store/tables.ts';

/** One link of a chain. Never changed, never deleted. The other columns are its places, and the JSON of its items. */
export type AnchorRow = Readonly<Record<string, string | number | null>> & {
  readonly number: number;
  readonly at: number;
  readonly previous_hash: string | null;
  readonly hash: string;
};

export type Tables = PaymentTables;
