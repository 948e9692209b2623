import { closedSet, type NameOf } from '../../kernel/closed-set.ts';

/** The issuer of people whom the gateway itself knows: they have a passkey, or a password and a code. */
export const localIssuer = 'local';

export const personStatus = closedSet('PersonStatus', 'Whether a person may sign in.', {
  ACTIVE: 'May sign in.',
  DISABLED: 'May not sign in, and has no session.',
});
export type PersonStatus = NameOf<typeof personStatus>;

/** Times are milliseconds since the epoch, UTC. */
export type Person = {
  /** `per_…` */
  readonly id: string;
  /** The URL of the identity provider, or `local`. */
  readonly issuer: string;
  /** The provider's own id of the person; for a local account the login. */
  readonly subject: string;
  readonly name: string;
  /** An address or user name, for administrators to recognise the person. */
  readonly login: string | null;
  /** Names of roles. Those that the config does not have grant nothing. */
  readonly roles: readonly string[];
  readonly status: PersonStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly signedInAt: number | null;
};

/** The proofs of a local account. Apart from the person, so that no list of people carries them. */
export type LocalProofs = {
  /** An argon2id hash. */
  readonly password: string | null;
  /** The secret of the codes, sealed. */
  readonly totp: string | null;
  /** The time step of the last code that was used: no code counts twice. */
  readonly totpStep: number;
};

export type Passkey = {
  /** The credential's id, base64url. */
  readonly id: string;
  readonly personId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly createdAt: number;
  readonly usedAt: number | null;
};

export type PersonReads = {
  person(id: string): Promise<Person | null>;
  personBySubject(issuer: string, subject: string): Promise<Person | null>;
  /** By id; those after `afterId` ('' for all). */
  people(page: { readonly afterId: string; readonly limit: number }): Promise<readonly Person[]>;
  localProofs(personId: string): Promise<LocalProofs | null>;
  passkey(id: string): Promise<Passkey | null>;
  /** The oldest first. */
  passkeysOf(personId: string): Promise<readonly Passkey[]>;
  recoveryCodesLeft(personId: string): Promise<number>;
};

export type PersonWrites = {
  /**
   * The person as it is now. Until the transaction ends nothing else changes its proofs and sessions, if it locks the
   * person first as well.
   */
  lockPerson(id: string): Promise<Person | null>;
  /** False, and nothing is written, where the subject is taken. */
  insertPerson(person: Person): Promise<boolean>;
  /** What the identity provider or an administrator says of it; its status is a matter of its own. */
  updatePerson(person: Pick<Person, 'id' | 'name' | 'login' | 'roles' | 'updatedAt'>): Promise<void>;
  setPersonStatus(id: string, status: PersonStatus, at: number): Promise<void>;
  notePersonSignIn(id: string, at: number): Promise<void>;
  /** Name, login, subject, roles and proofs go; the id stays, disabled. */
  erasePersonOfConsole(id: string, at: number): Promise<void>;
  setLocalProofs(personId: string, proofs: LocalProofs): Promise<void>;
  /** False where a code of this step, or a later one, was used before. */
  useTotpStep(personId: string, step: number): Promise<boolean>;
  insertPasskey(passkey: Passkey): Promise<boolean>;
  /** False where it was removed. */
  usePasskey(id: string, counter: number, at: number): Promise<boolean>;
  removePasskey(id: string, personId: string): Promise<void>;
  removePasskeysOf(personId: string): Promise<void>;
  insertRecoveryCode(hash: string, personId: string): Promise<void>;
  /** False where the person has no such code, or used it before. */
  useRecoveryCode(hash: string, personId: string): Promise<boolean>;
  removeRecoveryCodesOf(personId: string): Promise<void>;
};
