import { isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { bankRuleAction } from '../../kernel/sepa/bank-rule.ts';
import { isCreditorIdentifier } from '../../kernel/sepa/creditor-identifier.ts';
import { mandateScheme } from '../../kernel/sepa/mandate.ts';
import { isBic } from '../../kernel/sepa/sepa-accounts.ts';
import { isReadableInSepa } from '../../kernel/sepa/sepa-text.ts';
import { isSiren } from '../../kernel/sepa/siren.ts';
import { postalAddress } from '../../modules/direct-debits/mandates/mandate-input.ts';
import { accountingAccount } from '../schema/accounting.ts';
import type { AccountKind } from './account.ts';

/** The terms of the company's bank. The defaults are the most common ones; the bank has to confirm them. */
const directDebitEntries = z.strictObject({
  ics: z
    .string()
    .transform((ics) => ics.replaceAll(/\s/g, '').toUpperCase())
    .refine((ics) => isCreditorIdentifier(ics), 'must be a creditor identifier (ICS), for instance FR72ZZZ123456'),
  schemes: z.array(z.enum(mandateScheme.names)).min(1).default(['CORE']),
  painVersion: z.enum(['08', '02']).default('08'),
  batchBooking: z.boolean().default(true),
  namesFirst: z.boolean().default(false),
  rumPrefix: z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9-]{0,22}$/, 'must be 1 to 23 capital letters, digits or dashes')
    .default('RUM'),
  notificationDays: z.int().min(1).max(60).default(14),
  presentationDays: z.int().min(1).max(10).default(2),
  earliestDays: z.int().min(5).max(90).default(14),
});

/** Each five TARGET days have a weekend between them: with fewer days no debit could ever be handed over. */
const directDebit = directDebitEntries.refine(
  ({ earliestDays, presentationDays }) => earliestDays >= presentationDays + 2 * Math.floor(presentationDays / 5),
  { path: ['earliestDays'], message: 'leaves no day for the file: presentationDays with their weekends are more' },
);

const ruleText = z.string().refine((text) => text === text.trim() && [...text].length >= 2 && [...text].length <= 140, {
  message: 'must be 2 to 140 characters, without a blank at its beginning or end',
});

/** Rules without a condition would place everything: the last word on all entries is that of the gateway. */
const bankRule = z
  .strictObject({
    name: ruleText,
    direction: z.enum(['OUT', 'IN']).default('OUT'),
    counterparty: ruleText.optional(),
    text: ruleText.optional(),
    bankCode: z
      .string()
      .regex(
        /^(?:[A-Za-z0-9]{2,8} )?[A-Za-z0-9]{1,35}(\/[A-Za-z0-9]{1,35}){0,2}$/,
        "must be the bank's code, for instance PMNT/ICDT, CFONB 62 or SWIFT NCHG",
      )
      .optional(),
    action: z.enum(bankRuleAction.names),
    account: accountingAccount.optional(),
  })
  .refine(({ counterparty, text, bankCode }) => counterparty ?? text ?? bankCode, {
    message: 'must have a condition: counterparty, text or bankCode',
  })
  .refine(({ action, account }) => (action === 'BOOK') === (account !== undefined), {
    path: ['account'],
    message: 'goes with the action BOOK, which needs it',
  });

const ownIban = z
  .string()
  .transform((iban) => iban.replaceAll(/\s/g, '').toUpperCase())
  .refine((iban) => isValidIBAN(iban), 'must be an IBAN: a digit is wrong or missing');

const millietEntries = z.strictObject({
  creditorName: z
    .string()
    .min(1)
    .max(70)
    .refine((name) => name === name.trim() && !/\p{Cc}/u.test(name), 'must not begin or end with a blank')
    .refine(isReadableInSepa, 'must have a letter or digit'),
  iban: ownIban,
  formerIbans: z.array(ownIban).max(20).optional(),
  bic: z.string().refine((bic) => isBic(bic, 'pain.008.001.08'), 'must be a BIC of 8 or 11 characters'),
  address: postalAddress
    .transform(({ street = null, buildingNumber = null, postalCode = null, ...place }) => ({
      ...place,
      street,
      buildingNumber,
      postalCode,
    }))
    .optional(),
  siren: z
    .string()
    .transform((siren) => siren.replaceAll(/\s/g, ''))
    .refine((siren) => isSiren(siren), 'must be a SIREN: nine digits, and one is wrong or missing')
    .optional(),
  countsNotices: z.boolean().optional(),
  rules: z.array(bankRule).max(200).optional(),
  directDebit: directDebit.optional(),
});

/** Checks at the start whatever its direct-debit files could not hold, instead of at the first batch. */
const schema = millietEntries
  .refine(({ iban, formerIbans = [] }) => new Set([iban, ...formerIbans]).size > formerIbans.length, {
    path: ['formerIbans'],
    message: 'must name each account once, and not the one of iban',
  })
  .refine(({ bic, directDebit: contract }) => contract?.painVersion !== '02' || isBic(bic, 'pain.008.001.02'), {
    path: ['bic'],
    message: 'must begin with six letters (not 0 or 1 seventh, not O eighth), or painVersion 02 cannot hold it',
  });

export const milliet = {
  schema,
  accountOf: (account) => account,
  addressesOf: () => ({}),
  publishedMode: () => null,
  availabilityOf: () => ({}),
} satisfies AccountKind<'MILLIET', z.output<typeof schema>>;
