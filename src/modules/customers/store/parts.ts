import { createCustomerReads, createCustomerWrites, customerQueries } from './customers.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const customerParts = {
  createQueries: customerQueries,
  reads: [createCustomerReads],
  writes: [createCustomerWrites],
} as const;
