import type { Config } from '../config/config.ts';
import { maskIban } from '../domain/mandate.ts';
import { ownAccounts } from '../use-cases/check-bank-file.ts';
import type { Remark } from './remarks.ts';

/** Accounts of the company that stand for test money and for real money at once. */
export function remarksOnAccounts({ societes }: Config): Remark[] {
  return [...ownAccounts(societes ?? new Map())].flatMap(([iban, account]) =>
    account === null
      ? [`MILLIET: the account ${maskIban(iban)} stands for TEST and for LIVE: its files are refused.`]
      : [],
  );
}
