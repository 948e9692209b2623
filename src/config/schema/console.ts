import { z } from 'zod';
import { scope } from '../../kernel/caller.ts';
import { maximumCents } from '../../kernel/money.ts';
import { paymentRunMode, paymentTarget } from '../../kernel/vocabulary.ts';
import { httpUrl, identifier, oneOrMore, secretReference, shortName } from './values.ts';

/** What a role may do. A ready role keeps what is left out; any other must say its scopes. */
const role = z.strictObject({
  /** Values of `rolesClaim` that give it; left out: its own name. */
  claims: z.array(z.string().min(1).max(256)).min(1).max(50).optional(),
  /** Left out: all; so are origins and targets. */
  societes: z.array(identifier).min(1).optional(),
  origins: z.array(identifier).min(1).optional(),
  targets: z.array(z.enum(paymentTarget.names)).min(1).optional(),
  runModes: z.array(z.enum(paymentRunMode.names)).min(1).optional(),
  scopes: z.array(z.enum(scope.names)).min(1).optional(),
  approve: z.boolean().optional(),
  people: z.boolean().optional(),
  audit: z.boolean().optional(),
  refundLimitCents: z.int().min(0).max(maximumCents).optional(),
  bankFilesNeedConfirmation: z.boolean().optional(),
});
export type RoleEntry = z.output<typeof role>;

/** The changes that wait for a second person. People have one; a program has none, so that it must be asked for. */
export const approvalsEntry = (isDefault: boolean) =>
  z
    .strictObject({
      amendedIban: z.boolean().default(isDefault),
      reviewToPaid: z.boolean().default(isDefault),
    })
    .prefault({});
export type ApprovalsEntry = z.output<ReturnType<typeof approvalsEntry>>;

/** The back office in the browser: how people sign in, and what they may do. */
export const consoleEntry = z
  .strictObject({
    oidc: z
      .strictObject({
        issuer: httpUrl,
        clientId: z.string().min(1).max(256),
        clientSecret: secretReference.optional(),
        rolesClaim: z.string().min(1).max(256).default('roles'),
      })
      .optional(),
    /** Accounts of the gateway's own: passkey, or password and code. */
    local: z.strictObject({ keys: oneOrMore(secretReference) }).optional(),
    roles: z.record(shortName, role).default({}),
    sessions: z
      .strictObject({
        idleMinutes: z.int().min(1).max(480).default(30),
        hours: z.int().min(1).max(24).default(10),
        stepUpMinutes: z.int().min(1).max(30).default(5),
      })
      .prefault({}),
    approvals: approvalsEntry(true),
  })
  .prefault({});
