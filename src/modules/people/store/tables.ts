import { asIs, flag, json, oneOf, orNull, type RowOf, recordOf } from '../../../store/record.ts';
import { type Passkey, type Person, personStatus } from '../person.ts';
import { type Session, signInMethod } from '../session.ts';
import { consolePage, type SavedView } from '../views/saved-view.ts';

/** Without the proofs. */
export const people = recordOf<Person>()({
  ...asIs('id', 'issuer', 'subject', 'name', 'login', 'createdAt', 'updatedAt', 'signedInAt'),
  roles: json<readonly string[]>(),
  status: oneOf(personStatus),
});
export type PersonRow = RowOf<typeof people> & {
  readonly password: string | null;
  readonly totp: string | null;
  readonly totp_step: number;
};

export const passkeys = recordOf<Passkey>()({
  ...asIs('id', 'personId', 'counter', 'createdAt', 'usedAt'),
  publicKey: {
    read: (kept: Uint8Array) => new Uint8Array(kept),
    write: (key: Uint8Array): Uint8Array => key,
    column: null,
  },
});
export type PasskeyRow = RowOf<typeof passkeys>;

export const sessions = recordOf<Session>()({
  ...asIs('id', 'personId', 'device', 'createdAt', 'seenAt', 'confirmedAt'),
  method: oneOf(signInMethod),
});
export type SessionRow = RowOf<typeof sessions> & { readonly token_hash: string };

export type LinkRow = { readonly hash: string; readonly person_id: string; readonly expires_at: number };
export type ChallengeRow = { readonly hash: string; readonly expires_at: number };
export type GuessRow = {
  readonly guessed: string;
  readonly failures: number;
  readonly blocked_until: number;
  readonly at: number;
};

export const savedViews = recordOf<SavedView>()({
  ...asIs('id', 'owner', 'name', 'search', 'createdAt', 'updatedAt'),
  page: oneOf(consolePage),
  isShared: flag,
  /** Numbers of sociétés. */
  societes: orNull(json<readonly string[]>()),
});
export type SavedViewRow = RowOf<typeof savedViews>;

export type Tables = {
  readonly saved_views: SavedViewRow;
  readonly people: PersonRow;
  readonly passkeys: PasskeyRow;
  readonly recovery_codes: { readonly hash: string; readonly person_id: string };
  readonly sessions: SessionRow;
  readonly sign_in_links: LinkRow;
  readonly sign_in_challenges: ChallengeRow;
  readonly sign_in_guesses: GuessRow;
};
