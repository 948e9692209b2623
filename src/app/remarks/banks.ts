import type { Config } from '../../config/config.ts';
import { accountOf, type HostedAccount, hostedTargets } from '../../modules/payments/provider.ts';
import { banks } from '../../providers/registry.ts';
import type { Remark } from './remark.ts';

/** What each bank says of the accounts at it. */
export function remarksOnBanks({ societes }: Config): Remark[] {
  return [...(societes?.values() ?? [])].flatMap((societe) =>
    hostedTargets.flatMap((target) =>
      (['TEST', 'LIVE'] as const).flatMap((mode) => {
        const account = accountOf(societe, target, mode) as HostedAccount | null;
        return account ? banks[target].remarksOn(account, mode, `societes.${societe.id}.${target}.${mode}`) : [];
      }),
    ),
  );
}
