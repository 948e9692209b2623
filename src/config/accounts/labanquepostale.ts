import { z } from 'zod';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import { httpUrl, oneOrMore, type SecretRule, secretReference } from '../schema/values.ts';
import { type AccountKind, readAll } from './account.ts';

const schema = z.strictObject({
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

/** The back office of Scellius shows letters and digits. A pasted value with other characters is another field. */
const formKeyRule: SecretRule = { pattern: /^[\x21-\x7e]+$/, message: 'must be printable characters without blanks' };

/** Both modes have one address; Lyra's passwords begin with the mode that they are for. */
const restPasswordRules: Readonly<Record<EffectiveRunMode, SecretRule>> = {
  TEST: { pattern: /^(?!prodpassword_)/, message: 'is a password for LIVE, and the account is for TEST' },
  LIVE: { pattern: /^(?!testpassword_)/, message: 'is a password for TEST, and the account is for LIVE' },
};

export const labanquepostale = {
  schema,
  accountOf: ({ availabilityUrl: _url, formKeys, rest, ...account }, { runMode, path, secrets }) => ({
    ...account,
    formKeys: readAll(formKeys, `${path}.formKeys`, secrets, formKeyRule),
    ...(rest && {
      rest: {
        url: rest.url,
        password: secrets.read(rest.password, `${path}.rest.password`, restPasswordRules[runMode]),
        hmacKey: rest.hmacKey && secrets.read(rest.hmacKey, `${path}.rest.hmacKey`, formKeyRule),
      },
    }),
  }),
  addressesOf: ({ formUrl, availabilityUrl, rest }) => ({ formUrl, availabilityUrl, 'rest.url': rest?.url }),
  // Both modes have the same addresses.
  publishedMode: () => null,
  availabilityOf: ({ availabilityUrl }) => ({ url: availabilityUrl }),
  /** The platform counts a shop's numbers over both modes, and the gateway with it: a shop has one range in the file. */
  problemsTogether: (written) => {
    const known = new Map<string, { readonly from: number; readonly to: number }>();
    return written.flatMap(({ path, entry: { siteId, transactionNumbers = { from: 0, to: 899_999 } } }) => {
      const { from, to } = transactionNumbers;
      const before = known.get(siteId) ?? { from, to };
      known.set(siteId, before);
      if (before.from === from && before.to === to) return [];
      const range = `${before.from} to ${before.to}`;
      return [`${path}.transactionNumbers: must be ${range}, as in the other account of the shop ${siteId}.`];
    });
  },
} satisfies AccountKind<'LABANQUEPOSTALE', z.output<typeof schema>>;
