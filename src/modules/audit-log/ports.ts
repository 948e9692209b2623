import type { AuditWrites } from '../../kernel/audit/audit-entry.ts';
import type { Identifiers } from '../../kernel/identifiers.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type { ChainReads, ChainWrites } from '../event-log/chain.ts';
import type { AuditReads, AuditRemovals } from './audit-log.ts';

/** The module's ports. `src/app` fills them in. */

export type Reads = AuditReads & ChainReads;
export type Transaction = Reads & AuditWrites & AuditRemovals & ChainWrites;
export type Store = Reads & Transacting<Transaction>;

export type Services = {
  readonly store: Store;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly identifiers: Identifiers;
};
