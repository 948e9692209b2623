import { z } from 'zod';
import { type AccountingRules, accountingMeans, defaultAccountingRules } from '../../kernel/accounting-rules.ts';
import { isCalendarDate } from '../../kernel/sepa/target-calendar.ts';

const day = z.string().refine(isCalendarDate, 'must be a day, for instance 2026-12-31');
/** Characters that would end a field or record of the FEC, or are invisible. */
const label = z
  .string()
  .min(1)
  .max(99)
  .refine((text) => text === text.trim() && !/[\p{Cc}|]/u.test(text), 'must not hold control characters or |');

export const accountingAccount = z.strictObject({
  number: z.string().regex(/^[1-7]\d{2}[0-9A-Z]{0,12}$/, 'must be an account of the plan: three digits, then more'),
  label,
});
const journal = z.strictObject({
  code: z.string().regex(/^[0-9A-Za-z]{1,10}$/, 'must be 1 to 10 letters or digits'),
  label,
});

const { journals, accounts, ...accountingDefaults } = defaultAccountingRules;

/** Accounts and journals of a société: each that is left out is that of the Plan comptable général. */
export const accounting = z.strictObject({
  /** Month and day; not 29 February, which most years do not have. */
  fiscalYearStart: z
    .string()
    .refine(
      (text) => /^\d{2}-\d{2}$/.test(text) && isCalendarDate(`2027-${text}`),
      'must be a month and a day, as 07-01',
    )
    .default(accountingDefaults.fiscalYearStart),
  closedUntil: day.nullable().default(null),
  journals: z
    .strictObject({
      bank: journal.default(journals.bank),
      cards: journal.default(journals.cards),
      directDebits: journal.default(journals.directDebits),
      cash: journal.default(journals.cash),
      miscellaneous: journal.default(journals.miscellaneous),
    })
    .refine(hasOneLabelPerCode, 'has a journal code with two labels')
    .prefault({}),
  accounts: z
    .strictObject({
      customer: accountingAccount.default(accounts.customer),
      advance: accountingAccount.default(accounts.advance),
      bank: accountingAccount.default(accounts.bank),
      cards: accountingAccount.default(accounts.cards),
      cheques: accountingAccount.default(accounts.cheques),
      cash: accountingAccount.default(accounts.cash),
      offset: accountingAccount.default(accounts.offset),
      suspense: accountingAccount.default(accounts.suspense),
      fees: accountingAccount.default(accounts.fees),
    })
    .prefault({}),
  auxiliaryPrefix: z
    .string()
    .regex(/^[0-9A-Za-z-]{0,10}$/, 'must be 10 letters, digits or dashes at most')
    .nullable()
    .default(accountingDefaults.auxiliaryPrefix),
  defaultMeans: z.enum(accountingMeans.names).default(accountingDefaults.defaultMeans),
  cashLimitCents: z.int().min(0).default(accountingDefaults.cashLimitCents),
});

function hasOneLabelPerCode(named: Readonly<Record<string, { code: string; label: string }>>): boolean {
  const all = Object.values(named);
  return all.every(({ code, label: text }) => all.every((other) => other.code !== code || other.label === text));
}

const besideThem = ['bank', 'customer', 'advance', 'fees'] as const;

/**
 * What is left in suspense, and what moved the bank account, is read from the lines on these two. A line of a customer or of a
 * fee stands in the same entries, and would count as well.
 */
export const problemsOfSharedAccounts = (named: AccountingRules['accounts'], path: readonly string[]) =>
  (['suspense', 'bank'] as const).flatMap((one) =>
    besideThem
      .filter((other) => other !== one && named[other].number === named[one].number)
      .map((other) => ({
        path: [...path, one, 'number'],
        message: `is that of accounts.${other} as well: the books could not tell them apart`,
      })),
  );
