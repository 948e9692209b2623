import { z } from 'zod';
import { hostNameOf } from '../accepted-hosts.ts';
import { plainAddress } from '../networks.ts';
import { client } from './client.ts';
import { consoleEntry } from './console.ts';
import { databaseUrl } from './database-url.ts';
import { limits } from './limits.ts';
import { societe } from './societe.ts';
import { httpUrl, identifier, network, secretReference, webOrigin } from './values.ts';

/** As in a URL; an IPv6 address may omit its brackets. */
const hostName = z
  .string()
  .refine(
    (value) => hostNameOf(bracketed(value)) !== null && !/^[^:]*:\d*$|\]:/.test(value),
    'must be a host name or an address without a port, for instance payments.example',
  )
  .transform((value) => hostNameOf(bracketed(value)) ?? value);

const bracketed = (host: string): string => (plainAddress(host)?.includes(':') ? `[${host}]` : host);

/** The shape of the config file. */
export const configFile = z.strictObject({
  deployment: z.enum(['development', 'production']).default('development'),
  publicUrl: httpUrl.optional(),
  host: z.string().min(1).optional(),
  port: z.int().min(0).max(65535).optional(),
  databaseUrl: databaseUrl.optional(),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  /** Of pages, for a browser that names no language. */
  defaultLanguage: z.enum(['fr', 'en']).default('fr'),
  /** Left out: `text` on a terminal, `json` elsewhere. */
  logFormat: z.enum(['json', 'text']).optional(),
  /** Host names by which the gateway is called, beside that of `publicUrl` and those of this machine; any port. */
  acceptedHosts: z.array(hostName).max(100).default([]),
  /** A request for another host is refused, or counted and served. */
  acceptedHostsMode: z.enum(['enforce', 'reportOnly']).default('enforce'),
  /** Proxies before the gateway whose `X-Forwarded-For` counts. */
  trustedProxies: z.array(network).default([]),
  /** Left out on a development deployment: the built-in sociétés, on the sandbox banks. */
  societes: z.record(identifier, societe).optional(),
  clients: z.array(client).default([]),
  /** Files with the operations of the company's own front ends, by their ids. */
  documents: z.array(z.string().min(1)).max(20).default([]),
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
      /** Whether documents that come often are compiled: by default they are. */
      compiledOperations: z.boolean().optional(),
    })
    .prefault({}),
  webhooks: z
    .strictObject({
      /** Private networks that webhooks may go to. */
      privateNetworks: z.array(network).default([]),
      /** Ports that webhooks may go to in production. */
      ports: z.array(z.int().min(1).max(65535)).default([443]),
      /** How long delivered and dead messages are kept. */
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
  limits,
  console: consoleEntry,
  /** The right to read the metrics. Left out: all callers in development, none in production. */
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
      /** Longer than a load balancer needs to notice. By default 5 in production, else 0. */
      graceSeconds: z.int().min(0).max(300).optional(),
      finishSeconds: z.int().min(1).max(300).default(10),
    })
    .prefault({}),
  /** Limits of each gateway's connections to PostgreSQL. */
  database: z
    .strictObject({
      connections: z.int().min(2).max(200).default(16),
      connectTimeoutSeconds: z.int().min(1).max(60).default(5),
      // The event log's anchors rely on transactions that end within two minutes.
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
      /** Schemas of ISO 20022 (`camt.053.001.08.xsd`, …) to validate incoming files. */
      schemaFolder: z.string().min(1).nullable().default(null),
    })
    .prefault({}),
  /** The banks' messages. */
  notifications: z
    .strictObject({
      /** Unverified messages of each account: the newest ones, because a key may be mistyped here. */
      unverified: z
        .strictObject({
          messages: z.int().min(10).max(100_000).default(1000),
          days: z.int().min(1).max(365).default(30),
          megabytes: z.int().min(1).max(1024).default(8),
        })
        .prefault({}),
    })
    .prefault({}),
  /** Retention of data that the accounts do not need; null: for ever. */
  retention: z
    .strictObject({
      /** Bank messages. A card payment may be disputed for 13 months, with a deferred debit for 15. */
      notificationMonths: z.int().min(1).max(240).nullable().default(15),
      /** Payers. Claims against a merchant lapse after five years (Code de commerce, L110-4). */
      payerMonths: z.int().min(1).max(240).nullable().default(60),
      /** Bank files without a confirmation. */
      unconfirmedBankFileDays: z.int().min(1).max(3650).nullable().default(30),
      /** Which user of the operating system ran a command. */
      operatorMonths: z.int().min(1).max(240).nullable().default(60),
      /** The audit log. */
      auditMonths: z.int().min(1).max(240).nullable().default(60),
      /** Clients are promised 31. */
      idempotencyKeyDays: z.int().min(31).max(3650).nullable().default(31),
    })
    .prefault({}),
});
export type ConfigFile = z.output<typeof configFile>;
