import type { BatchQuery } from '../../generated/operations.ts';

export type Batch = NonNullable<BatchQuery['directDebitBatch']>;

/** By showing that it has the file, where no person and no client said so before. */
export const isClosedByBank = ({ closedAt, bankShowedAt }: Pick<Batch, 'closedAt' | 'bankShowedAt'>): boolean =>
  closedAt !== null && closedAt === bankShowedAt;
