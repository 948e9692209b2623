import type { ChangeKind } from '../../kernel/caller.ts';
import type { Secret } from '../../kernel/merchant.ts';
import type { Roles } from './role.ts';
import type { SessionLimits } from './session.ts';

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client, which PKCE alone protects. */
  readonly clientSecret: Secret | null;
  /** The claim of the ID token with the roles or groups of a person. */
  readonly rolesClaim: string;
};

/** The config's entry `console`, as it is in force now. */
export type ConsoleSettings = {
  readonly oidc: OidcSettings | null;
  /** Null: there are no local accounts. The first key seals secrets, all of them open what they sealed. */
  readonly local: { readonly keys: readonly [Secret, ...Secret[]] } | null;
  readonly roles: Roles;
  readonly sessions: SessionLimits;
  /** The changes of people that wait for a second person. */
  readonly changesToApprove: ReadonlySet<ChangeKind>;
};
