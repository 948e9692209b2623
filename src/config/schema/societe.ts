import { z } from 'zod';
import { isCountry } from '../../kernel/countries.ts';
import { accountingRulesOf } from '../../kernel/merchant.ts';
import { accountKinds, modes } from '../accounts/accounts.ts';
import { accounting, problemsOfSharedAccounts } from './accounting.ts';
import { httpUrl } from './values.ts';

type PerMode<Account extends z.ZodType> = z.ZodOptional<
  z.ZodObject<{ TEST: z.ZodOptional<Account>; LIVE: z.ZodOptional<Account> }, z.core.$strict>
>;

const perMode = <Account extends z.ZodType>(account: Account): PerMode<Account> =>
  z.strictObject({ TEST: account.optional(), LIVE: account.optional() }).optional();

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be an international phone number, for instance +33612345678');

const payer = z.strictObject({
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  address: z.string().min(1),
  zipCode: z.string().min(1),
  city: z.string().min(1),
  country: z.string().refine(isCountry, 'must be an ISO 3166-1 alpha-2 country code, for instance FR'),
  phone,
});

const sentence = z.string().min(1).max(120);

/** What the customer's pages say beside the payment. */
const customerPages = z.strictObject({
  site: httpUrl.optional(),
  contact: z
    .strictObject({
      phone: phone.optional(),
      email: z.email('must be an e-mail address').optional(),
      hours: z.strictObject({ fr: sentence, en: sentence }).optional(),
    })
    .refine(({ phone: number, email }) => number !== undefined || email !== undefined, 'needs a phone or an email')
    .refine(({ phone: number, hours }) => hours === undefined || number !== undefined, {
      path: ['hours'],
      message: 'says when the phone is answered, and there is no phone',
    })
    .optional(),
  retryAfterExpiry: z.boolean().default(false),
});

const accounts = Object.fromEntries(
  Object.entries(accountKinds).map(([target, { schema }]) => [target, perMode<z.ZodType>(schema)]),
) as unknown as { [Target in keyof typeof accountKinds]: PerMode<(typeof accountKinds)[Target]['schema']> };

const societeEntries = z.strictObject({
  name: z.string().min(1),
  customerPages: customerPages.optional(),
  fallbackPayer: payer.optional(),
  ...accounts,
  accounting: perMode(accounting),
});
export type SocieteEntry = z.output<typeof societeEntries>;

export const societe = societeEntries.superRefine((entry, { addIssue }) => {
  for (const { path, message } of misbookingAccounts(entry)) addIssue({ code: 'custom', path, message });
});

/**
 * Accounts by which the books could not show what happened. Those of a rule: on the bank account both lines cancel out,
 * in suspense no exception asks.
 */
const misbookingAccounts = (entry: SocieteEntry) =>
  modes.flatMap((runMode) => {
    const { accounts } = accountingRulesOf(entry, runMode);
    const { bank, suspense } = accounts;
    const forbidden = new Map([
      [
        bank.number,
        `is the bank account of the books (accounting.${runMode}.accounts.bank): both lines would cancel out`,
      ],
      [
        suspense.number,
        `is the suspense account (accounting.${runMode}.accounts.suspense), which the action EXCEPTION uses`,
      ],
    ]);
    const ofRules = (entry.MILLIET?.[runMode]?.rules ?? []).flatMap(({ account }, index) => {
      const message = account && forbidden.get(account.number);
      return message ? [{ path: ['MILLIET', runMode, 'rules', index, 'account', 'number'], message }] : [];
    });
    return [...problemsOfSharedAccounts(accounts, ['accounting', runMode, 'accounts']), ...ofRules];
  });
