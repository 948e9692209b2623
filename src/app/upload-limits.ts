import type { Config } from '../config/config.ts';
import { houseBankUpload } from '../sandbox/house-bank/house-bank.ts';

/** How many bytes a body may have at the paths that take whole files; null for all others, where it is little. */
export const uploadLimits =
  ({ deployment, bankFiles }: Config) =>
  (path: string): number | null => {
    if (path === '/bank-files') return bankFiles.maximumMegabytes * 1024 * 1024;
    const isSandbox = deployment !== 'production' && path === `/sandbox${houseBankUpload.path}`;
    return isSandbox ? houseBankUpload.maximumBytes : null;
  };
