import { createPublicKey } from 'node:crypto';
import { isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { accountingMeans, defaultAccountingRules } from '../kernel/accounting-rules.ts';
import { scope } from '../kernel/caller.ts';
import { isCountry } from '../kernel/countries.ts';
import { maximumCents } from '../kernel/money.ts';
import { isCreditorIdentifier } from '../kernel/sepa/creditor-identifier.ts';
import { mandateScheme } from '../kernel/sepa/mandate.ts';
import { isBic } from '../kernel/sepa/sepa-accounts.ts';
import { isReadableInSepa } from '../kernel/sepa/sepa-text.ts';
import { isSiren } from '../kernel/sepa/siren.ts';
import { isCalendarDate } from '../kernel/sepa/target-calendar.ts';
import { paymentRunMode, paymentTarget } from '../kernel/vocabulary.ts';
import { postalAddress } from '../modules/direct-debits/mandates/mandate-input.ts';
import { webhookEventType } from '../modules/webhooks/webhook.ts';
import { hostNameOf } from './accepted-hosts.ts';
import { hashOfClientKey } from './client-key.ts';
import { parseNetwork, plainAddress } from './networks.ts';

/** The shape of the config file. Secrets stand in it by reference only. */

const secretReference = z.union(
  [z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })],
  { error: 'must be {"env":"NAME"} or {"file":"/path"}: secrets stand in the config by reference only' },
);
export type SecretReference = z.output<typeof secretReference>;

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' });
const oneOrMore = <Item extends z.ZodType>(item: Item) => z.tuple([item], item);

/** The rule of `id_origin` and `id_societe`: what could never be asked for is a slip of the pen. */
const identifier = z
  .string()
  .transform((value) => value.normalize('NFC'))
  .refine(
    (value) => /^[\p{L}\p{N}][\p{L}\p{N} ._:-]{0,63}$/u.test(value),
    'must be 1 to 64 letters, digits, blanks or . _ : - and begin with a letter or a digit',
  );

const publicKey = z.string().refine(isRsaPublicKey, 'must be an RSA public key in PEM form (BEGIN PUBLIC KEY)');

function isRsaPublicKey(pem: string): boolean {
  if (!pem.trimStart().startsWith('-----BEGIN PUBLIC KEY-----')) return false;
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

const network = z
  .string()
  .refine(
    (value) => parseNetwork(value) !== null,
    'must be a network, for instance 10.1.0.0/16, 2001:db8::/32 or 10.1.2.3, and not that of everybody',
  );

const payboxAccount = z
  .strictObject({
    site: z.string().regex(/^\d{7}$/, 'must be 7 digits'),
    rang: z.string().regex(/^\d{2,3}$/, 'must be 2 or 3 digits'),
    identifiant: z.string().regex(/^\d{1,9}$/, 'must be 1 to 9 digits'),
    /** Hexadecimal; the first signs. Two during a change-over. */
    hmacKeys: oneOrMore(secretReference),
    hash: z.enum(['SHA512', 'SHA384', 'SHA256', 'SHA224']).default('SHA512'),
    pageUrl: httpUrl,
    /** PEM; left out: the platform's published key. A list, for the pair may change. */
    publicKeys: oneOrMore(publicKey).optional(),
    /** Paybox Direct, where the contract has it: captures, cancellations, refunds and inquiries. */
    direct: z.strictObject({ url: httpUrl, backupUrl: httpUrl.nullable().default(null) }).optional(),
    /** Without Paybox Direct: a LIVE message from one of these networks pays, with nothing to confirm it. */
    acceptsMessagesAlone: z.strictObject({ networks: oneOrMore(network) }).optional(),
    /** `load.html` of the page's host: asked in the background whether it takes payments. */
    availabilityUrl: httpUrl.optional(),
    /** The same page on the platform's other host, for while the first says that it takes no payments. */
    backup: z.strictObject({ pageUrl: httpUrl, availabilityUrl: httpUrl }).optional(),
  })
  .refine(({ backup, availabilityUrl }) => !backup || availabilityUrl, {
    path: ['availabilityUrl'],
    message: 'is missing: without it nobody knows when the backup is to stand in',
  })
  .refine(({ direct, acceptsMessagesAlone }) => !direct || !acceptsMessagesAlone, {
    path: ['acceptsMessagesAlone'],
    message: 'is for accounts without direct: with Paybox Direct the bank confirms each message',
  });

const labanquepostaleAccount = z.strictObject({
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

/** What the company's bank agreed to; the figures are the most common ones, to be confirmed by the bank. */
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

const millietEntries = z.strictObject({
  creditorName: z
    .string()
    .min(1)
    .max(70)
    .refine((name) => name === name.trim() && !/\p{Cc}/u.test(name), 'must not begin or end with a blank')
    .refine(isReadableInSepa, 'must be written in Latin letters: a bank knows no others'),
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
  directDebit: directDebit.optional(),
});

/** What its files of direct debits could not hold is found out at the start, and not by the first batch. */
const millietAccount = millietEntries.refine(
  ({ bic, directDebit: contract }) => contract?.painVersion !== '02' || isBic(bic, 'pain.008.001.02'),
  {
    path: ['bic'],
    message: 'must begin with six letters (not 0 or 1 seventh, not O eighth), or painVersion 02 cannot hold it',
  },
);

const day = z.string().refine(isCalendarDate, 'must be a day, for instance 2026-12-31');
/** What would end a field or a record of the FEC, or is not to be seen. */
const label = z
  .string()
  .min(1)
  .max(99)
  .refine((text) => text === text.trim() && !/[\p{Cc}|]/u.test(text), 'must not hold control characters or |');

const account = z.strictObject({
  number: z.string().regex(/^[1-7]\d{2}[0-9A-Z]{0,12}$/, 'must be an account of the plan: three digits, then more'),
  label,
});
const journal = z.strictObject({
  code: z.string().regex(/^[0-9A-Za-z]{1,10}$/, 'must be 1 to 10 letters or digits'),
  label,
});

const { journals, accounts, ...accountingDefaults } = defaultAccountingRules;

/** Accounts and journals of a société: each that is left out is that of the Plan comptable général. */
const accounting = z.strictObject({
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
      customer: account.default(accounts.customer),
      advance: account.default(accounts.advance),
      bank: account.default(accounts.bank),
      cards: account.default(accounts.cards),
      cheques: account.default(accounts.cheques),
      cash: account.default(accounts.cash),
      offset: account.default(accounts.offset),
      suspense: account.default(accounts.suspense),
      fees: account.default(accounts.fees),
    })
    .refine(
      ({ suspense, bank, customer, advance }) =>
        [bank, customer, advance].every(({ number }) => number !== suspense.number),
      'has a suspense account that is another account as well',
    )
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

const perMode = <Account extends z.ZodType>(account: Account) =>
  z.strictObject({ TEST: account.optional(), LIVE: account.optional() }).optional();

const payer = z.strictObject({
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  address: z.string().min(1),
  zipCode: z.string().min(1),
  city: z.string().min(1),
  country: z.string().refine(isCountry, 'must be an ISO 3166-1 alpha-2 country code, for instance FR'),
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be an international phone number, for instance +33612345678'),
});

const societe = z.strictObject({
  name: z.string().min(1),
  fallbackPayer: payer.optional(),
  PAYBOX: perMode(payboxAccount),
  LABANQUEPOSTALE: perMode(labanquepostaleAccount),
  MILLIET: perMode(millietAccount),
  accounting: perMode(accounting),
});
export type SocieteEntry = z.output<typeof societe>;

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value;
const httpsOrigin = z
  .string()
  .refine(
    (value) => isOrigin(value) && value.startsWith('https:'),
    'must be an https origin, for instance https://shop.example',
  );
const webOrigin = z
  .string()
  .refine(
    (value) => isOrigin(value) && /^https?:/.test(value),
    'must be the origin of a site, for instance https://shop.example',
  );

/** As a URL would spell it; an IPv6 address may stand without its brackets. */
const hostName = z
  .string()
  .refine(
    (value) => hostNameOf(bracketed(value)) !== null && !/^[^:]*:\d*$|\]:/.test(value),
    'must be a host name or an address without a port, for instance payments.example',
  )
  .transform((value) => hostNameOf(bracketed(value)) ?? value);

const bracketed = (host: string): string => (plainAddress(host)?.includes(':') ? `[${host}]` : host);

/** A key's hash: `npm run gateway -- client key` gives one. Several while keys rotate. */
const keyHash = z.strictObject({
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be the SHA-256 of the client's key: 64 hexadecimal digits")
    .refine((value) => value !== hashOfClientKey(''), 'is the hash of nothing: the key was empty when it was hashed'),
  expiresAt: z.iso
    .datetime({ offset: true, error: 'must be a moment, for instance 2027-01-31T00:00:00Z' })
    .transform((moment) => Date.parse(moment))
    .optional(),
});

const shortName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be 1 to 32 small letters, digits or dashes');

const webhook = z.strictObject({
  /** Deliveries keep it. */
  name: shortName,
  url: z.string().refine((url) => isPlainUrl(url), 'must be a web address without user, password or fragment'),
  /** Each signs. Two during a change-over. */
  secrets: oneOrMore(secretReference),
  /** Left out: all. */
  events: z.array(z.enum(webhookEventType.names)).min(1).optional(),
});
export type WebhookEntry = z.output<typeof webhook>;

const longestUrl = 1024;

function isPlainUrl(text: string): boolean {
  if (text.length > longestUrl || /[\s\p{Cc}\\]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '' && !text.includes('#');
}

/** Names that the gateway uses itself, for nobody in particular. */
const reservedNames = new Set(['anonymous', 'unknown']);

const client = z
  .strictObject({
    name: shortName.refine((name) => !reservedNames.has(name), 'must not be a name that the gateway uses itself'),
    keyHashes: z.array(keyHash).default([]),
    /** Where an old system that cannot send a key calls from. */
    networks: z.array(network).default([]),
    /** Lets it move real money from there; a web page may ask for it from these origins alone. */
    keylessMoney: z.strictObject({ pageOrigins: z.array(webOrigin).default([]) }).optional(),
    origins: z.array(identifier).min(1),
    societes: z.array(identifier).min(1),
    /** Left out: all. */
    targets: z.array(z.enum(paymentTarget.names)).min(1).optional(),
    runModes: z.array(z.enum(paymentRunMode.names)).min(1),
    scopes: z.array(z.enum(scope.names)).min(1),
    returnOrigins: z.array(httpsOrigin).default([]),
    /** Where it is told what happens to its payments. */
    webhooks: z.array(webhook).max(10).default([]),
    /** How much it may give back in a day of Paris, in cents; left out: no limit. */
    refundCeilingCents: z.int().min(0).max(maximumCents).optional(),
    /** Answers as scripts, for old pages of other sites; no other page can read an answer with them off. */
    jsonp: z.boolean().default(true),
    /** Left out: true for a client that has the right to bring them by `operations` alone. */
    bankFilesNeedConfirmation: z.boolean().optional(),
  })
  .refine(
    ({ keyHashes, networks }) => keyHashes.length + networks.length > 0,
    'needs keyHashes or networks: nobody could be this client',
  )
  .refine(({ keylessMoney, networks }) => !keylessMoney || networks.length > 0, {
    path: ['keylessMoney'],
    message: 'is for a client that is known by its networks, and this one has none',
  });
export type ClientEntry = z.output<typeof client>;

/** A password in it would be a secret: then the whole URL stands in the environment or in a file. */
const databaseUrlRule =
  'must be a database URL without a password, or {"env":"NAME"} or {"file":"/path"} where it has one';
const databaseUrl = z.union(
  [
    z
      .string()
      .min(1)
      .refine((value) => !URL.canParse(value) || !holdsPassword(new URL(value)), databaseUrlRule),
    secretReference,
  ],
  { error: databaseUrlRule },
);

function holdsPassword({ password, searchParams }: URL): boolean {
  return password !== '' || searchParams.has('password');
}

const rate = (requests: number) =>
  z
    .strictObject({
      requests: z.int().min(1).max(1_000_000).default(requests),
      seconds: z.int().min(1).max(3600).default(10),
    })
    .prefault({});

export const configFile = z.strictObject({
  deployment: z.enum(['development', 'production']).default('development'),
  publicUrl: httpUrl.optional(),
  host: z.string().min(1).optional(),
  port: z.int().min(0).max(65535).optional(),
  databaseUrl: databaseUrl.optional(),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  /** Host names by which the gateway is called, beside that of `publicUrl` and those of this machine; any port. */
  acceptedHosts: z.array(hostName).max(100).default([]),
  /** What becomes of a request for another host: refused, or counted and served. */
  acceptedHostsMode: z.enum(['enforce', 'reportOnly']).default('enforce'),
  /** Proxies in front of the gateway, whose word about the sender's address counts. */
  trustedProxies: z.array(network).default([]),
  /** Left out on a development deployment: the built-in sociétés, on the sandbox banks. */
  societes: z.record(identifier, societe).optional(),
  clients: z.array(client).default([]),
  rest: z
    .strictObject({
      /** Casing of ServiceStack's envelope. */
      envelopeCasing: z.enum(['camel', 'pascal']).default('camel'),
      /** Lets any `type_paiement` pass. */
      acceptsAnyTypePaiement: z.boolean().default(false),
      /** How long the same URL without an order's number means the same payment. */
      repeatWindowMinutes: z.int().min(0).max(1440).default(10),
      /** The documentation of the old interface: by default on everywhere but in production. */
      documentation: z.boolean().optional(),
    })
    .prefault({}),
  graphql: z
    .strictObject({
      /** GraphiQL: by default on everywhere but in production. */
      graphiql: z.boolean().optional(),
      /** The schema by introspection, for clients: by default they may look. */
      introspection: z.boolean().optional(),
      /** Browser origins that may call `/graphql` from elsewhere. Loopback may on a development deployment. */
      corsOrigins: z.array(webOrigin).default([]),
    })
    .prefault({}),
  webhooks: z
    .strictObject({
      /** Private networks that webhooks may go to. */
      privateNetworks: z.array(network).default([]),
      /** Ports that webhooks may go to in production. */
      ports: z.array(z.int().min(1).max(65535)).default([443]),
      /** How long what was delivered or given up is kept. */
      retentionDays: z.int().min(1).max(3650).default(90),
    })
    .prefault({}),
  lifetimes: z
    .strictObject({
      hostedPageHours: z.int().min(1).max(720).default(24),
      bankTransferDays: z.int().min(1).max(365).default(30),
      /** How long before its end a customer is reminded of a transfer; 0: never. */
      bankTransferReminderDays: z.int().min(0).max(364).default(7),
      /** How long Paybox has to confirm a LIVE payment that its message reported, before a person is called. */
      confirmationMinutes: z.int().min(1).max(1440).default(15),
    })
    .prefault({}),
  /** What one process bears, and how much each may ask for. */
  limits: z
    .strictObject({
      connections: z.int().min(10).max(100_000).default(2_000),
      /** How many of them one address may hold; null: no limit. By default a tenth in production, else no limit. */
      connectionsPerAddress: z.int().min(1).max(100_000).nullable().optional(),
      /** The same for a network (IPv4 /24, IPv6 /64). By default four tenths in production, else no limit. */
      connectionsPerNetwork: z.int().min(1).max(100_000).nullable().optional(),
      /** Longer than that of the proxy in front. */
      keepAliveSeconds: z.int().min(1).max(600).default(5),
      /** Events of a payment as they happen, for customers' pages: how many streams are open at once. */
      streams: z
        .strictObject({
          total: z.int().min(1).max(100_000).default(1_000),
          perLink: z.int().min(1).max(100_000).default(20),
          /** Null: no limit. By default a twentieth of `total` in production, else no limit. */
          perAddress: z.int().min(1).max(100_000).nullable().optional(),
          /** Of the payments of one client. By default three quarters of `total`. */
          perClient: z.int().min(1).max(100_000).optional(),
          /** Subscriptions of one client over GraphQL. */
          subscriptionsPerClient: z.int().min(1).max(100_000).default(100),
        })
        .prefault({}),
      rates: z
        .strictObject({ address: rate(1000), notification: rate(1000), reading: rate(1000), creation: rate(300) })
        .prefault({}),
    })
    .prefault({}),
  /** Who may read the metrics. Left out: everybody in development, nobody in production. */
  metrics: z
    .strictObject({
      host: z.string().min(1).optional(),
      /** On an address of their own; the gateway's has none then. */
      port: z.int().min(1).max(65535).optional(),
      /** `Authorization: Bearer …` */
      token: secretReference.optional(),
    })
    .optional(),
  /** How a process leaves: see `createStopping`. */
  stop: z
    .strictObject({
      /** Longer than a load balancer needs to find out. By default 5 in production, where there is one, else 0. */
      graceSeconds: z.int().min(0).max(300).optional(),
      finishSeconds: z.int().min(1).max(300).default(10),
    })
    .prefault({}),
  /** Of each gateway's connections to PostgreSQL. */
  database: z
    .strictObject({
      connections: z.int().min(2).max(200).default(16),
      connectTimeoutSeconds: z.int().min(1).max(60).default(5),
      // The ledger's anchors rely on transactions that end within two minutes.
      statementTimeoutSeconds: z.int().min(1).max(20).default(10),
      lockTimeoutSeconds: z.int().min(1).max(20).default(5),
      idleInTransactionTimeoutSeconds: z.int().min(1).max(20).default(10),
    })
    .prefault({}),
  /** Files from the company's bank. */
  bankFiles: z
    .strictObject({
      /** Where the bank's software puts them: each is imported and moved to `done` or `refused` in it. */
      folder: z.string().min(1).nullable().default(null),
      maximumMegabytes: z.int().min(1).max(4096).default(256),
      /** Schemas of ISO 20022 (`camt.053.001.08.xsd`, …), against which what comes is checked. */
      schemaFolder: z.string().min(1).nullable().default(null),
    })
    .prefault({}),
  /** The banks' messages. */
  notifications: z
    .strictObject({
      /** Those that did not verify, of each account: the newest ones, for a key may be mistyped here. */
      unverified: z
        .strictObject({
          messages: z.int().min(10).max(100_000).default(1000),
          days: z.int().min(1).max(365).default(30),
          megabytes: z.int().min(1).max(1024).default(8),
        })
        .prefault({}),
    })
    .prefault({}),
  /** How long what is not needed for the accounts is kept; null: for ever. */
  retention: z
    .strictObject({
      /** What the banks sent. A card payment may be disputed for 13 months, with a deferred debit for 15. */
      notificationMonths: z.int().min(1).max(240).nullable().default(15),
      /** Who paid. What may be claimed of a merchant lapses after five years (Code de commerce, L110-4). */
      payerMonths: z.int().min(1).max(240).nullable().default(60),
      /** Files of the bank that nobody confirmed. */
      unconfirmedBankFileDays: z.int().min(1).max(3650).nullable().default(30),
      /** Which user of the operating system ran a command. */
      operatorMonths: z.int().min(1).max(240).nullable().default(60),
      /** Clients are promised 31. */
      idempotencyKeyDays: z.int().min(31).max(3650).nullable().default(31),
    })
    .prefault({}),
});
export type ConfigFile = z.output<typeof configFile>;
