import type { Config } from '../../config/config.ts';
import { remarksOnAccounts } from './accounts.ts';
import { remarksOnBankFiles } from './bank-files.ts';
import { remarksOnBanks } from './banks.ts';
import { remarksOnBooks } from './books.ts';
import { remarksOnClients } from './clients.ts';
import { remarksOnConnections } from './connections.ts';
import { remarksOnDatabase } from './database.ts';
import { remarksOnDeployment } from './deployment.ts';
import { remarksOnHosts } from './hosts.ts';
import { remarksOnKeylessMoney } from './keyless-money.ts';
import { remarksOnMetrics } from './metrics.ts';
import { remarksOnProxies } from './proxies.ts';
import type { Remark, RemarksOn } from './remark.ts';
import { remarksOnRights } from './rights.ts';
import { remarksOnWebhooks } from './webhooks.ts';

const parts: readonly RemarksOn[] = [
  remarksOnAccounts,
  remarksOnBooks,
  remarksOnClients,
  remarksOnConnections,
  remarksOnDatabase,
  remarksOnDeployment,
  remarksOnHosts,
  remarksOnKeylessMoney,
  remarksOnMetrics,
  remarksOnProxies,
  remarksOnRights,
  remarksOnWebhooks,
  remarksOnBankFiles,
  remarksOnBanks,
];

/** `config check` prints them, and the gateway logs each as a warning when it starts, after a reload, and once time adds it. */
export function remarksOn(config: Config, now: number): Remark[] {
  return [...config.misspelt, ...parts.flatMap((remarks) => remarks(config, now))];
}
