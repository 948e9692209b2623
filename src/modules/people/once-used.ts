/** What serves once, and guesses at it. Only hashes are stored. */

export type OnceUsedReads = {
  /** Whose link it is; null where there is none, or it expired. */
  linkHolder(hash: string, now: number): Promise<string | null>;
};

/** Failed guesses at one login, or from one network. */
export type Guesses = {
  /** `login <hash>` or `network <hash>`. */
  readonly guessed: string;
  readonly failures: number;
  /** No guess counts before this moment. */
  readonly blockedUntil: number;
  readonly at: number;
};

export type OnceUsedWrites = {
  insertLink(link: { readonly hash: string; readonly personId: string; readonly expiresAt: number }): Promise<void>;
  /** False where it was used, or expired. */
  useLink(hash: string, now: number): Promise<boolean>;
  removeLinksOf(personId: string): Promise<void>;
  insertChallenge(challenge: { readonly hash: string; readonly expiresAt: number }): Promise<void>;
  /** False where it was used, or expired. */
  useChallenge(hash: string, now: number): Promise<boolean>;
  /** The failures so far, none for a new one; nothing else counts for it until the transaction ends. */
  lockGuesses(guessed: string, at: number): Promise<Guesses>;
  removeChallengesUntil(now: number): Promise<void>;
  saveGuesses(guesses: Guesses): Promise<void>;
  removeGuesses(guessed: string): Promise<void>;
  /** Links and challenges that expired, and guesses that count no more. */
  removeUsedUp(before: { readonly now: number; readonly guessesAt: number }): Promise<void>;
};
