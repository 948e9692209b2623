import type { AuditWrites } from '../../kernel/audit/audit-entry.ts';
import type { Identifiers } from '../../kernel/identifiers.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type { AuditAnchorWrites, AuditReads } from './audit-log.ts';

/** The module's ports. `src/app` fills them in. */

export type Reads = AuditReads;
export type Transaction = AuditReads & AuditWrites & AuditAnchorWrites;
export type Store = Reads & Transacting<Transaction>;

export type Services = {
  readonly store: Store;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly identifiers: Identifiers;
};
