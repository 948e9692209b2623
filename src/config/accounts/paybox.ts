import { z } from 'zod';
import { createNetworkCheck, plainAddress } from '../networks.ts';
import { httpUrl, network, oneOrMore, publicKey, type SecretRule, secretReference } from '../schema/values.ts';
import { type AccountKind, readAll } from './account.ts';

const schema = z
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

/**
 * The public key of the platform, the same for every merchant and for test and production, as Verifone publishes it in
 * its modules. SHA-256 of its DER form: e3e24366a97653cb40f9ed2ee2b91fe6d8c28ee81d062ca1508c9e32abe141bb.
 */
export const payboxPublicKey = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDe+hkicNP7ROHUssGNtHwiT2Ew
HFrSk/qwrcq8v5metRtTTFPE/nmzSkRnTs3GMpi57rBdxBBJW5W9cpNyGUh0jNXc
VrOSClpD5Ri2hER/GcNrxVRP7RlWOqB1C03q4QYmwjHZ+zlM4OUhCCAtSWflB4wC
Ka1g88CjFwRw/PB9kwIDAQAB
-----END PUBLIC KEY-----
`;

/** Paybox manual: at least 40 hexadecimal digits, two a byte. */
const hmacKeyRule: SecretRule = {
  pattern: /^(?:[0-9a-f]{2}){20,}$/i,
  message: 'must be 40 hexadecimal digits or more, an even number of them',
};

/** Paybox tells its environments apart by the host alone, under either of the platform's names. */
const hosts = /^(?<test>preprod-|recette-)?(?:tpeweb|ppps)1?\.(?:paybox\.com|e-transactions\.fr)\.?$/;

/** Paybox manual, PBX_REPONDRE_A: where its notifications go. The port is empty where it is the scheme's own. */
const notifiedPorts = new Set(['', '80', '443', '8080', '8081', '8082', '8083', '8084', '8085']);

export const paybox = {
  schema,
  accountOf: (
    { availabilityUrl: _url, acceptsMessagesAlone: alone, backup, hmacKeys, publicKeys, ...account },
    { path, secrets },
  ) => ({
    ...account,
    ...(alone && { acceptsMessagesAlone: { ...alone, includes: includedIn(alone.networks) } }),
    ...(backup && { backupPageUrl: backup.pageUrl }),
    hmacKeys: readAll(hmacKeys, `${path}.hmacKeys`, secrets, hmacKeyRule),
    publicKeys: publicKeys ?? [payboxPublicKey],
  }),
  addressesOf: ({ pageUrl, availabilityUrl, backup, direct }) => ({
    ...{ pageUrl, availabilityUrl },
    'backup.pageUrl': backup?.pageUrl,
    'backup.availabilityUrl': backup?.availabilityUrl,
    'direct.url': direct?.url,
    'direct.backupUrl': direct?.backupUrl,
  }),
  publishedMode: ({ hostname }) => {
    const found = hosts.exec(hostname);
    return found && { runMode: found.groups?.test === undefined ? 'LIVE' : 'TEST', bank: 'Paybox' };
  },
  availabilityOf: ({ availabilityUrl, backup }) => ({ url: availabilityUrl, backupUrl: backup?.availabilityUrl }),
  problemsOfPublicUrl: ({ port }) =>
    notifiedPorts.has(port) ? [] : ['Paybox notifies no other ports than 80, 443 and 8080 to 8085'],
} satisfies AccountKind<'PAYBOX', z.output<typeof schema>>;

/** An unknown address is in no network. */
function includedIn(networks: readonly string[]): (address: string) => boolean {
  const check = createNetworkCheck(networks);
  return (address) => {
    const plain = plainAddress(address);
    return plain !== null && check(plain);
  };
}
