export type PersonRow = {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly login: string | null;
  readonly roles: string;
  readonly status: string;
  readonly password: string | null;
  readonly totp: string | null;
  readonly totp_step: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly signed_in_at: number | null;
};

/** Without the proofs. */
export const personColumns = [
  ...(['id', 'issuer', 'subject', 'name', 'login', 'roles', 'status'] as const),
  ...(['created_at', 'updated_at', 'signed_in_at'] as const),
] as const satisfies readonly (keyof PersonRow)[];

export type PasskeyRow = {
  readonly id: string;
  readonly person_id: string;
  readonly public_key: Uint8Array;
  readonly counter: number;
  readonly created_at: number;
  readonly used_at: number | null;
};

export const passkeyColumns = [
  ...(['id', 'person_id', 'public_key', 'counter', 'created_at', 'used_at'] as const),
] as const satisfies readonly (keyof PasskeyRow)[];

export type SessionRow = {
  readonly id: string;
  readonly token_hash: string;
  readonly person_id: string;
  readonly method: string;
  readonly device: string;
  readonly created_at: number;
  readonly seen_at: number;
  readonly confirmed_at: number | null;
};

export const sessionColumns = [
  ...(['id', 'token_hash', 'person_id', 'method', 'device', 'created_at', 'seen_at', 'confirmed_at'] as const),
] as const satisfies readonly (keyof SessionRow)[];

export type LinkRow = { readonly hash: string; readonly person_id: string; readonly expires_at: number };
export type ChallengeRow = { readonly hash: string; readonly expires_at: number };
export type GuessRow = {
  readonly guessed: string;
  readonly failures: number;
  readonly blocked_until: number;
  readonly at: number;
};

export type SavedViewRow = {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly page: string;
  readonly search: string;
  readonly is_shared: number;
  /** JSON: numbers of sociétés. */
  readonly societes: string | null;
  readonly created_at: number;
  readonly updated_at: number;
};

export const savedViewColumns = [
  ...(['id', 'owner', 'name', 'page', 'search', 'is_shared', 'societes', 'created_at', 'updated_at'] as const),
] as const satisfies readonly (keyof SavedViewRow)[];

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
