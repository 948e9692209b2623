import { isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { bankRuleAction } from '../../kernel/sepa/bank-rule.ts';
import { isCreditorIdentifier } from '../../kernel/sepa/creditor-identifier.ts';
import { mandateScheme } from '../../kernel/sepa/mandate.ts';
import { isBic } from '../../kernel/sepa/sepa-accounts.ts';
import { isReadableInSepa } from '../../kernel/sepa/sepa-text.ts';
import { isSiren } from '../../kernel/sepa/siren.ts';
import { postalAddress } from '../../modules/direct-debits/mandates/mandate-input.ts';
import { accountingAccount } from './accounting.ts';
import { httpUrl, network, oneOrMore, publicKey, secretReference } from './values.ts';

/** The accounts of a société: one for each bank and mode. */

export const payboxAccount = z
  .strictObject({
    site: z.string().regex(/^\d{7}$/, 'must be 7 digits'),
    rang: z.string().regex(/^\d{2,3}$/, 'must be 2 or 3 digits'),
    identifiant: z.string().regex(/^\d{1,9}$/, 'must be 1 to 9 digits'),
    /** Hexadecimal; the first signs. Two during a change-over. */
    hmacKeys: oneOrMore(secretReference),
    hash: z.enum(['SHA512', 'SHA384', 'SHA256', 'SHA224']).default('SHA512'),
    pageUrl: httpUrl,
    /** PEM; left out: the platform's published key. A list, because the key pair may change. */
    publicKeys: oneOrMore(publicKey).optional(),
    /** Paybox Direct, where the contract has it: captures, cancellations, refunds and inquiries. */
    direct: z.strictObject({ url: httpUrl, backupUrl: httpUrl.nullable().default(null) }).optional(),
    /** Without Paybox Direct nothing confirms a LIVE message. From these networks it counts as paid alone. */
    acceptsMessagesAlone: z.strictObject({ networks: oneOrMore(network) }).optional(),
    /** `load.html` of the page's host: asked in the background whether it takes payments. */
    availabilityUrl: httpUrl.optional(),
    /** The same page on the platform's other host, for while the first says that it takes no payments. */
    backup: z.strictObject({ pageUrl: httpUrl, availabilityUrl: httpUrl }).optional(),
  })
  .refine(({ backup, availabilityUrl }) => !backup || availabilityUrl, {
    path: ['availabilityUrl'],
    message: 'is missing: without it the gateway cannot know when to use the backup',
  })
  .refine(({ direct, acceptsMessagesAlone }) => !direct || !acceptsMessagesAlone, {
    path: ['acceptsMessagesAlone'],
    message: 'is for accounts without direct: with Paybox Direct the bank confirms each message',
  });

export const labanquepostaleAccount = z.strictObject({
  siteId: z.string().regex(/^\d{8}$/, 'must be 8 digits'),
  /** The first signs, any is accepted. */
  formKeys: oneOrMore(secretReference),
  algorithm: z.enum(['HMAC-SHA-256', 'SHA-1']).default('HMAC-SHA-256'),
  formUrl: httpUrl.default('https://scelliuspaiement.labanquepostale.fr/vads-payment/'),
  /** When a card is debited. Left out: `backOffice`, with a remark. */
  capture: z
    .union([z.enum(['immediate', 'backOffice']), z.int().min(1).max(365)], {
      error: 'must be "immediate", "backOffice" or a number of days, 1 to 365',
    })
    .optional(),
  /** `vads_trans_id`: the platform keeps 900000 to 999999 for itself. */
  transactionNumbers: z
    .strictObject({
      from: z.int().min(0).max(899_999).default(0),
      to: z.int().min(0).max(899_999).default(899_999),
    })
    .refine(({ from, to }) => from <= to, 'must have a from that is not above its to')
    .optional(),
  /** The REST API V4, where the contract has it: the same. */
  rest: z
    .strictObject({
      url: httpUrl.transform((url) => url.replace(/\/+$/, '')),
      password: secretReference,
      /** The HMAC-SHA-256 key, for messages that are signed with it and not with the password. */
      hmacKey: secretReference.optional(),
    })
    .optional(),
  availabilityUrl: httpUrl.optional(),
});

/** The terms of the company's bank. The defaults are the most common ones; the bank has to confirm them. */
const directDebit = z.strictObject({
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

const millietEntries = z.strictObject({
  creditorName: z
    .string()
    .min(1)
    .max(70)
    .refine((name) => name === name.trim() && !/\p{Cc}/u.test(name), 'must not begin or end with a blank')
    .refine(isReadableInSepa, 'must have a letter or digit'),
  iban: z
    .string()
    .transform((iban) => iban.replaceAll(/\s/g, '').toUpperCase())
    .refine((iban) => isValidIBAN(iban), 'must be an IBAN: a digit is wrong or missing'),
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
export const millietAccount = millietEntries.refine(
  ({ bic, directDebit: contract }) => contract?.painVersion !== '02' || isBic(bic, 'pain.008.001.02'),
  {
    path: ['bic'],
    message: 'must begin with six letters (not 0 or 1 seventh, not O eighth), or painVersion 02 cannot hold it',
  },
);
