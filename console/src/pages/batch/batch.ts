import type { BatchQuery } from '../../generated/operations.ts';

export type Batch = NonNullable<BatchQuery['directDebitBatch']>;
