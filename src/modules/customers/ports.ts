import type { AuditWrites } from '../../kernel/audit/audit-entry.ts';
import type { ActionWrites } from '../../kernel/audit/recorded-action.ts';
import type { Identifiers } from '../../kernel/identifiers.ts';
import type { Societe } from '../../kernel/merchant.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type { CustomerReads, CustomerWrites } from './customer.ts';

/** The ports of the directory of customers. `src/app` fills them in. */

export type Transaction = CustomerReads & CustomerWrites & ActionWrites & AuditWrites;

export type Services = {
  readonly store: CustomerReads & Transacting<Transaction>;
  readonly societes: ReadonlyMap<string, Societe>;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly identifiers: Identifiers;
};
