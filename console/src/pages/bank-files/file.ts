import type { BankFileQuery } from '../../generated/operations.ts';

export type File = NonNullable<BankFileQuery['bankFile']>;
