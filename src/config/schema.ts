import { z } from 'zod';
import { paymentRunMode } from '../domain/vocabulary.ts';

/** The shape of the config file. Secrets stand in it by reference only. */

const secretReference = z.union(
  [z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })],
  { error: 'must be {"env":"NAME"} or {"file":"/path"}: secrets stand in the config by reference only' },
);
export type SecretReference = z.output<typeof secretReference>;

const httpUrl = z.url({ protocol: /^https?$/ });
const oneOrMore = <Item extends z.ZodType>(item: Item) => z.tuple([item], item);

const payboxAccount = z.strictObject({
  site: z.string().regex(/^\d{7}$/),
  rang: z.string().regex(/^\d{2,3}$/),
  identifiant: z.string().regex(/^\d{1,9}$/),
  /** Hexadecimal; the first signs. Two during a change-over. */
  hmacKeys: oneOrMore(secretReference),
  hash: z.enum(['SHA512', 'SHA384', 'SHA256', 'SHA224']).default('SHA512'),
  pageUrl: httpUrl,
  /** PEM; left out: the platform's published key. */
  publicKeys: oneOrMore(z.string().startsWith('-----BEGIN PUBLIC KEY-----')).optional(),
  /** `load.html` of the page's host: asked in the background whether the page answers. */
  availabilityUrl: httpUrl.optional(),
});

const labanquepostaleAccount = z.strictObject({
  siteId: z.string().regex(/^\d{8}$/),
  /** The first signs, any is accepted. */
  formKeys: oneOrMore(secretReference),
  algorithm: z.enum(['HMAC-SHA-256', 'SHA-1']).default('HMAC-SHA-256'),
  formUrl: httpUrl.default('https://scelliuspaiement.labanquepostale.fr/vads-payment/'),
  availabilityUrl: httpUrl.optional(),
});

const millietAccount = z.strictObject({
  creditorName: z.string().min(1).max(70),
  iban: z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/),
  bic: z.string().regex(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/),
});

const perMode = <Account extends z.ZodType>(account: Account) =>
  z.strictObject({ TEST: account.optional(), LIVE: account.optional() }).optional();

const payer = z.strictObject({
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  address: z.string().min(1),
  zipCode: z.string().min(1),
  city: z.string().min(1),
  country: z.string().regex(/^[A-Z]{2}$/),
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/),
});

const societe = z.strictObject({
  name: z.string().min(1),
  fallbackPayer: payer.optional(),
  PAYBOX: perMode(payboxAccount),
  LABANQUEPOSTALE: perMode(labanquepostaleAccount),
  MILLIET: perMode(millietAccount),
});

const origin = z
  .string()
  .refine(
    (value) => URL.canParse(value) && new URL(value).origin === value && value.startsWith('https:'),
    'must be an https origin, for instance https://shop.example',
  );

const client = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
  /** SHA-256 of the key, in hex. Several while keys rotate. */
  keyHashes: oneOrMore(z.string().regex(/^[0-9a-f]{64}$/)),
  origins: z.array(z.string().min(1)).min(1),
  societes: z.array(z.string().min(1)).min(1),
  runModes: z.array(z.enum(paymentRunMode.names)).min(1),
  returnOrigins: z.array(origin).default([]),
});

export const configFile = z.strictObject({
  deployment: z.enum(['development', 'production']).default('development'),
  publicUrl: httpUrl.optional(),
  host: z.string().optional(),
  port: z.int().min(0).max(65535).optional(),
  databaseUrl: z.string().optional(),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  societes: z.record(z.string().min(1), societe),
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
      /** Browser origins that may call `/graphql` from elsewhere. Loopback may on a development deployment. */
      corsOrigins: z.array(z.string()).default([]),
    })
    .prefault({}),
  lifetimes: z
    .strictObject({
      hostedPageHours: z.int().min(1).max(720).default(24),
      bankTransferDays: z.int().min(1).max(365).default(30),
    })
    .prefault({}),
});
export type ConfigFile = z.output<typeof configFile>;
