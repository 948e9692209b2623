import { modes } from '../../config/accounts/accounts.ts';
import type { Config } from '../../config/config.ts';
import type { Account } from '../../kernel/accounting-rules.ts';
import { accountingRulesOf, type Societe } from '../../kernel/merchant.ts';
import { accountOf } from '../../modules/payments/provider.ts';
import type { Remark } from './remark.ts';

/** Accounts with two labels: the FEC names an account in each line, and should name it in one way. */
export function remarksOnBooks({ societes }: Config): Remark[] {
  return [...(societes?.values() ?? [])].flatMap((societe) =>
    modes.flatMap((mode) =>
      [...Map.groupBy(accountsOf(societe, mode), ({ number }) => number)].flatMap(([number, accounts]) => {
        const labels = [...new Set(accounts.map(({ label }) => `"${label}"`))];
        const where = `societes.${societe.id}.accounting.${mode}.accounts`;
        return labels.length === 1
          ? []
          : [`${where}: ${number} has the labels ${labels.join(' and ')}, here and in the rules of MILLIET.${mode}.`];
      }),
    ),
  );
}

function accountsOf(societe: Societe, mode: (typeof modes)[number]): readonly Account[] {
  const ofRules = (accountOf(societe, 'MILLIET', mode)?.rules ?? []).flatMap(({ account }) => account ?? []);
  return [...Object.values(accountingRulesOf(societe, mode).accounts), ...ofRules];
}
