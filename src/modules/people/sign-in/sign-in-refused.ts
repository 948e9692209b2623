/** Why a person was not signed in. The page says no more than this. */
export type SignInRefusal =
  /** Login, password or code is wrong; which one is not said. */
  | 'WRONG'
  /** Too many wrong guesses. */
  | 'WAIT'
  /** The one-time link was used, or is too old. */
  | 'LINK'
  /** The passkey, or the provider's answer, does not hold. */
  | 'PROOF'
  /** The provider asked the person too long ago, or does not say when. */
  | 'NOT_ASKED'
  /** The person signed in, or proved who it is, too long ago for this. */
  | 'STALE'
  /** The account of the gateway has no other proof. */
  | 'LAST'
  /** It is who it says, and may not sign in here. */
  | 'NOT_ALLOWED'
  /** No page of ours asks for this. */
  | 'FOREIGN';

export class SignInRefusedError extends Error {
  override readonly name = 'SignInRefusedError';
  readonly refusal: SignInRefusal;
  readonly waitMs: number;
  /** Whose sign-in it would be, for the audit log alone. Null: it is not known. */
  readonly personId: string | null;

  constructor(
    refusal: SignInRefusal,
    {
      waitMs = 0,
      personId = null,
      cause,
    }: { readonly waitMs?: number; readonly personId?: string | null; readonly cause?: unknown } = {},
  ) {
    super(`a sign-in was refused: ${refusal}`, { cause });
    this.refusal = refusal;
    this.waitMs = waitMs;
    this.personId = personId;
  }
}
