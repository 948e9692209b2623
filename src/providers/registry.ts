import type { BankAccess } from '../modules/payments/inquiry/provider-inquiry.ts';
import type { BankOperations } from '../modules/payments/operations/bank-operation.ts';
import { type HostedAccount, type HostedTarget, hostedTargets, type Providers } from '../modules/payments/provider.ts';
import type { Bank } from './bank.ts';
import { banks as all } from './generated/banks.ts';
import { createMilliet } from './milliet/milliet.ts';

export const banks: { readonly [Target in HostedTarget]: Bank<Target> } = all;

export function createProviders(): Providers {
  const pages = hostedTargets.map((target) => [target, banks[target].createProvider()]);
  return { ...Object.fromEntries(pages), MILLIET: createMilliet() };
}

/** @param around what each is wrapped in */
export function createOperations(
  around: <Account>(bank: BankOperations<Account>) => BankOperations<Account> = (bank) => bank,
): BankAccess['operations'] {
  const operations = hostedTargets.map((target) => [target, around<HostedAccount>(banks[target].createOperations())]);
  return Object.fromEntries(operations) as BankAccess['operations'];
}
