import type { MerchantAccounts } from '../kernel/merchant.ts';
import type { EffectiveRunMode } from '../kernel/vocabulary.ts';
import type { BankOperations } from '../modules/payments/operations/bank-operation.ts';
import type { HostedPageProvider, HostedTarget } from '../modules/payments/provider.ts';

/** What a bank with a page brings: the export of its folder, for the registry. */
export type Bank<Target extends HostedTarget> = {
  /** Its page: the form, and messages about it. */
  createProvider(): HostedPageProvider<Target>;
  /** How it is asked, server to server. */
  createOperations(): BankOperations<MerchantAccounts[Target]>;
  /** Sentences about settings that are allowed and perhaps not meant; `path` is the account's in the config. */
  remarksOn(account: MerchantAccounts[Target], runMode: EffectiveRunMode, path: string): readonly string[];
};
