import type { AuditWrites } from '../../kernel/audit/audit-entry.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type { Reads as AccountingReads, Services as AccountingServices, Transaction } from '../accounting/ports.ts';
import type { AuditReads } from '../audit-log/audit-log.ts';
import type { Reads as PaymentListReads } from '../payment-lists/ports.ts';

/** The module's ports: what it reads, and the audit log. */

export type Reads = AccountingReads & PaymentListReads & AuditReads;
export type Services = Omit<AccountingServices, 'store'> & {
  readonly store: Reads & Transacting<Transaction & AuditWrites>;
};
