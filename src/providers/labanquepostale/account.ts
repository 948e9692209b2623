import type { Secret } from '../../kernel/merchant.ts';

/** A Scellius shop (`scellius.md` sections 1 to 4). */
export type LabanquepostaleAccount = {
  readonly siteId: string;
  /** We sign with the first and accept any. */
  readonly formKeys: readonly [Secret, ...Secret[]];
  readonly algorithm: 'HMAC-SHA-256' | 'SHA-1';
  /** When a card is debited: the number is in days. Left out: `backOffice`, as the shop's own settings say. */
  readonly capture?: 'immediate' | 'backOffice' | number | undefined;
  /** `vads_trans_id`, both included. Left out: all that are the merchant's. Another program of the shop has others. */
  readonly transactionNumbers?: { readonly from: number; readonly to: number } | undefined;
  /** `https://scelliuspaiement.labanquepostale.fr/vads-payment/` or a simulator's. */
  readonly formUrl: string;
  /**
   * REST API V4, for operations; absent where the contract has none. `url` without a trailing slash. The password also
   * signs the API's own notifications; `hmacKey` signs what the customer's browser brings, which decides nothing.
   */
  readonly rest?:
    | { readonly url: string; readonly password: Secret; readonly hmacKey?: Secret | undefined }
    | undefined;
};

declare module '../../kernel/merchant.ts' {
  interface MerchantAccounts {
    readonly LABANQUEPOSTALE: LabanquepostaleAccount;
  }
}
