import type { Config } from '../config/config.ts';
import { checkedBytes } from '../modules/bank-statements/import/bank-file-content.ts';
import { customerFileBytes } from '../modules/customers/import/limits.ts';
import { houseBankUpload } from '../sandbox/house-bank/upload-limit.ts';

/**
 * How many bytes a body may have at the paths that take whole files; null for all others, where it is little. The config
 * is read for each request, because it may be reloaded.
 */
export const uploadLimits =
  (config: Pick<Config, 'deployment' | 'bankFiles'>) =>
  (path: string): number | null => {
    const { deployment, bankFiles } = config;
    if (path === '/bank-files' || path === '/console/bank-files') return bankFiles.maximumMegabytes * 1024 * 1024;
    if (path === '/console/bank-files/check') return checkedBytes;
    if (path === '/console/customers/check') return customerFileBytes;
    const isSandbox = deployment !== 'production' && path === `/sandbox${houseBankUpload.path}`;
    return isSandbox ? houseBankUpload.maximumBytes : null;
  };
