import type { Services as BankStatementServices } from '../bank-statements/ports.ts';
import type { ChangeReads } from './change-topic.ts';
import type { ChangeWatch } from './watch-changes.ts';

/** The module's ports: its own part of the store, and what says who sees an object. */

export type Services = Omit<BankStatementServices, 'store'> & {
  readonly store: BankStatementServices['store'] & ChangeReads;
  readonly changes: ChangeWatch;
};
