import type { BankBooks } from './bank.ts';
import type { Findings } from './findings.ts';
import type { GatewayRecord } from './record.ts';

/** What the checks compare: each adds what it finds. They share nothing with the gateway but its tables. */
export type Known = { readonly record: GatewayRecord; readonly bank: BankBooks; readonly findings: Findings };

/** Statuses in which something is awaited. */
export const waitingStatuses: ReadonlySet<string> = new Set(['REQUIRES_ACTION', 'PENDING', 'SUBMITTED', 'AUTHORIZED']);
