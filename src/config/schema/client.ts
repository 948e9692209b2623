import { z } from 'zod';
import { scope } from '../../kernel/caller.ts';
import { maximumCents } from '../../kernel/money.ts';
import { paymentRunMode, paymentTarget } from '../../kernel/vocabulary.ts';
import { webhookEventType } from '../../modules/webhooks/webhook.ts';
import { hashOfClientKey } from '../client-key.ts';
import { approvalsEntry } from './console.ts';
import { httpsOrigin, identifier, network, oneOrMore, secretReference, shortName, webOrigin } from './values.ts';

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

/** Names that the gateway uses for requests without a client. */
const reservedNames = new Set(['anonymous', 'unknown']);

export const client = z
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
    /** The endpoints that receive events of its payments. */
    webhooks: z.array(webhook).max(10).default([]),
    /** How much it may give back in a day of Paris, in cents; left out: no limit. */
    refundCeilingCents: z.int().min(0).max(maximumCents).optional(),
    /** A refund above it waits for a person with the right `approve`; left out: none does. */
    refundLimitCents: z.int().min(0).max(maximumCents).optional(),
    /** Its changes that wait for a person with the right `approve`. */
    approvals: approvalsEntry(false),
    /** Answers as scripts, for old pages of other sites; no other page can read an answer with them off. */
    jsonp: z.boolean().default(true),
    /** `REGISTERED`: the documents that `documents` of the config names, by their ids, and no others. */
    documents: z.enum(['ANY', 'REGISTERED']).default('ANY'),
    /** Left out: true for a client that has the right to bring them by `operations` alone. */
    bankFilesNeedConfirmation: z.boolean().optional(),
  })
  .refine(
    ({ keyHashes, networks }) => keyHashes.length + networks.length > 0,
    'needs keyHashes or networks: no request could be this client',
  )
  .refine(({ keylessMoney, networks }) => !keylessMoney || networks.length > 0, {
    path: ['keylessMoney'],
    message: 'is for a client that is known by its networks, and this one has none',
  });
