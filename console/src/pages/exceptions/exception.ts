import type { ExceptionQuery } from '../../generated/operations.ts';

export type Exception = Extract<ExceptionQuery['node'], { readonly __typename: 'BankException' }>;
export type FoundPayment = Exception['candidates'][number]['payment'];
