import type { DirectDebitContract, MerchantAccounts, Societe } from '../../../src/kernel/merchant.ts';
import type { EffectiveRunMode, PaymentTarget } from '../../../src/kernel/vocabulary.ts';

type Accounts<Target extends PaymentTarget> = Partial<Record<EffectiveRunMode, MerchantAccounts[Target]>>;

/** The sociétés, where one has other accounts at a target: made of its account in TEST. */
export function withAccount<Target extends PaymentTarget>(
  societes: ReadonlyMap<string, Societe>,
  id: string,
  target: Target,
  change: (account: MerchantAccounts[Target]) => Accounts<Target>,
): Map<string, Societe> {
  const societe = societes.get(id);
  const account = (societe?.accounts[target] as Accounts<Target> | undefined)?.TEST;
  if (!societe || !account) throw new Error(`société ${id} has no account at ${target}`);
  return new Map([...societes, [id, { ...societe, accounts: { ...societe.accounts, [target]: change(account) } }]]);
}

/** The sociétés, where one has another contract for its direct debits. */
export const withContract = (
  societes: ReadonlyMap<string, Societe>,
  id: string,
  contract: Partial<DirectDebitContract>,
): Map<string, Societe> =>
  withAccount(societes, id, 'MILLIET', (account) => {
    if (!account.directDebit) throw new Error(`société ${id} takes no direct debits`);
    return { TEST: { ...account, directDebit: { ...account.directDebit, ...contract } } };
  });
