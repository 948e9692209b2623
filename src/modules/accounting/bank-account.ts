import assert from 'node:assert/strict';
import type { AccountingRules } from '../../kernel/accounting-rules.ts';
import { bankLineOf, type JournalEntry, type JournalLine } from './journal.ts';

/** The account of the bank in the books: today's number, and the group of the plan that it had before as well. */
export type BankAccount = { readonly number: string; readonly group: string; readonly others: ReadonlySet<string> };

export function bankAccountOf(rules: AccountingRules | null): BankAccount {
  assert(rules, 'the config names the sociétés of its own account');
  const { bank, ...others } = rules.accounts;
  const numbersOfOthers = new Set(Object.values(others).map(({ number }) => number));
  return { number: bank.number, group: bank.number.slice(0, 3), others: numbersOfOthers };
}

/** Where it is not plain which account was the bank's, none: the day differs. A rule may book to the account itself. */
export function bankLinesOf(entry: JournalEntry, { number, group, others }: BankAccount): readonly JournalLine[] {
  const linesOn = (one: string) => entry.lines.filter(({ account }) => account === one);
  const wasBank = (one: string) => one.startsWith(group) && !others.has(one);
  const own = bankLineOf(entry)?.account;
  if (own !== undefined && wasBank(own)) return linesOn(own);
  const today = linesOn(number);
  if (today.length > 0) return today;
  const [before, ...more] = new Set(entry.lines.map(({ account }) => account).filter(wasBank));
  return before === undefined || more.length > 0 ? [] : linesOn(before);
}
