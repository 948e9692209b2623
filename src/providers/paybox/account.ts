import type { Secret } from '../../kernel/merchant.ts';

/** A Paybox contract (`paybox.md` section 1). SITE, RANG and IDENTIFIANT are text: leading zeros count. */
export type PayboxAccount = {
  readonly site: string;
  readonly rang: string;
  readonly identifiant: string;
  /** In hexadecimal; we sign with the first. */
  readonly hmacKeys: readonly [Secret, ...Secret[]];
  readonly hash: 'SHA512' | 'SHA384' | 'SHA256' | 'SHA224';
  /** The hosted page, final address. */
  readonly pageUrl: string;
  /** The same page on the platform's backup host. Absent: no backup. */
  readonly backupPageUrl?: string | undefined;
  /** PEM. A list, because the key pair may change. */
  readonly publicKeys: readonly [string, ...string[]];
  /** Paybox Direct (PPPS), for capture, cancel, refund and inquiry. Absent where the contract has none. */
  readonly direct?: { readonly url: string; readonly backupUrl: string | null } | undefined;
  /**
   * Whether a LIVE message from this address pays with nothing to confirm it. Absent: none does. `networks` are those of
   * the config.
   */
  readonly acceptsMessagesAlone?:
    | { readonly networks: readonly string[]; readonly includes: (address: string) => boolean }
    | undefined;
};

declare module '../../kernel/merchant.ts' {
  interface MerchantAccounts {
    readonly PAYBOX: PayboxAccount;
  }
}
