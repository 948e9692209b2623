import type { MandateQuery } from '../../generated/operations.ts';

export type Mandate = NonNullable<MandateQuery['mandate']>;
