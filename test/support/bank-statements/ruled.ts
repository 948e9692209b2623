import type { GatewayServices } from '../../../src/app/services.ts';
import type { Store } from '../../../src/app/store.ts';
import type { BankRule } from '../../../src/kernel/sepa/bank-rule.ts';
import type { BankEntryRecord, BankException } from '../../../src/modules/bank-statements/bank-import.ts';
import { withAccount } from '../config/changed-account.ts';
import { found } from '../store/found.ts';

/** The same services, and société 1 has these rules. */
export const withRules = (services: GatewayServices, rules: readonly BankRule[]): GatewayServices => ({
  ...services,
  societes: withAccount(services.societes, '1', 'MILLIET', (account) => ({ TEST: { ...account, rules } })),
});

export async function bankEntryOfException(store: Store, { entryId }: BankException): Promise<BankEntryRecord> {
  return found(entryId === null ? null : await store.bankEntry(entryId));
}
