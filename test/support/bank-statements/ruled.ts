import type { GatewayServices } from '../../../src/app/services.ts';
import type { Store } from '../../../src/app/store.ts';
import type { BankRule } from '../../../src/kernel/sepa/bank-rule.ts';
import type { BankEntryRecord, BankException } from '../../../src/modules/bank-statements/bank-import.ts';

/** The same services, and société 1 has these rules. */
export function withRules(services: GatewayServices, rules: readonly BankRule[]): GatewayServices {
  const one = services.societes.get('1');
  const account = one?.accounts.MILLIET?.TEST;
  if (!one || !account) throw new Error('société 1 has an account');
  const ruled = { ...one, accounts: { ...one.accounts, MILLIET: { TEST: { ...account, rules } } } };
  return { ...services, societes: new Map([...services.societes, ['1', ruled]]) };
}

export async function bankEntryOfException(store: Store, { entryId }: BankException): Promise<BankEntryRecord> {
  const entry = entryId === null ? null : await store.bankEntry(entryId);
  if (entry === null) throw new Error('the exception has an entry');
  return entry;
}
