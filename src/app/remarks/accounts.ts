import type { Config } from '../../config/config.ts';
import { ownAccounts } from '../../modules/bank-statements/import/check-bank-file.ts';
import { maskIban } from '../../modules/direct-debits/mandates/mandate.ts';
import type { Remark } from './remark.ts';

/** Accounts of the company that stand for test money and for real money at once. */
export function remarksOnAccounts({ societes }: Config): Remark[] {
  return [...ownAccounts(societes ?? new Map())].flatMap(([iban, account]) =>
    account === null
      ? [`MILLIET: the account ${maskIban(iban)} stands for TEST and for LIVE: its files are refused.`]
      : [],
  );
}
