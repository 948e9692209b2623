import { hash } from 'node:crypto';
import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { Person } from './person.ts';

export const signInMethod = closedSet('SignInMethod', 'How a person proved who it is.', {
  OIDC: "By the company's identity provider.",
  PASSKEY: 'By a passkey.',
  PASSWORD: 'By a password and a code.',
});
export type SignInMethod = NameOf<typeof signInMethod>;

/** A browser that is signed in. All gateways share it. Times are milliseconds since the epoch, UTC. */
export type Session = {
  /** `ses_…`; it grants nothing. */
  readonly id: string;
  readonly personId: string;
  readonly method: SignInMethod;
  /** Browser and system, for the person to recognise: `Firefox, Windows`. */
  readonly device: string;
  readonly createdAt: number;
  /** The last request, to the minute. */
  readonly seenAt: number;
  /** When the person proved last who it is. Null: a recovery code, or a provider that says no time, let it in. */
  readonly confirmedAt: number | null;
};

export type SessionLimits = {
  /** Without a request for so long, it ends. */
  readonly idleMs: number;
  /** It ends after so long in any case. */
  readonly longestMs: number;
  /** For how long a proof counts as fresh. */
  readonly confirmedMs: number;
};

export type SessionReads = {
  /** With its person. */
  sessionByToken(tokenHash: string): Promise<{ readonly session: Session; readonly person: Person } | null>;
  session(id: string): Promise<Session | null>;
  /** Newest first. */
  sessionsOf(personId: string): Promise<readonly Session[]>;
};

export type SessionWrites = {
  insertSession(session: Session, tokenHash: string): Promise<void>;
  /** A new token for it, after a fresh proof. False where it ended. */
  renewSession(
    change: Pick<Session, 'id' | 'seenAt'> & { readonly tokenHash: string; readonly confirmedAt: number },
  ): Promise<boolean>;
  touchSession(id: string, at: number): Promise<void>;
  /** False where there is none. */
  removeSession(id: string): Promise<boolean>;
  /** All of a person, but `exceptId` ('' for none). Answers how many. */
  removeSessionsOf(personId: string, exceptId: string): Promise<number>;
  /** Sessions that began before this. */
  removeSessionsBefore(createdAt: number): Promise<void>;
};

/** A token has 256 random bits, so that a plain hash cannot be reversed. */
export const hashOfToken = (token: string): string => hash('sha256', token);

/** The moment from which a session is no good. */
export const endOf = ({ createdAt, seenAt }: Session, { idleMs, longestMs }: SessionLimits): number =>
  Math.min(createdAt + longestMs, seenAt + idleMs);
