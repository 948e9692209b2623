import { recordAudit } from '../../../kernel/audit/record-audit.ts';
import { consoleClient } from '../../../kernel/caller.ts';
import { refuseInput } from '../../../kernel/errors.ts';
import type { OpenedSession } from '../open-session.ts';
import type { Person } from '../person.ts';
import type { Services, Transaction } from '../ports.ts';
import { checkPassword, hashPassword } from '../proofs/password.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from '../proofs/recovery-codes.ts';
import { seal, unseal } from '../proofs/seal.ts';
import { newTotpSecret, totpStepOf, totpUri } from '../proofs/totp.ts';
import { hashOfToken } from '../session.ts';
import { SignInRefusedError } from './sign-in-refused.ts';
import { type Browser, openAllowed } from './sign-in-with-password.ts';

/** Whose one-time link it is. @throws SignInRefusedError */
export async function personOfLink({ store, clock, console }: Services, token: string): Promise<Person> {
  const id = console().local === null ? null : await store.linkHolder(hashOfToken(token), clock());
  const person = id === null ? null : await store.person(id);
  if (person === null || person.status !== 'ACTIVE') throw new SignInRefusedError('LINK', { personId: id });
  return person;
}

/** Uses the link up, in the transaction that gives the person a new proof. Its sessions end. @throws SignInRefusedError */
export async function useLink(
  services: Services,
  transaction: Transaction,
  person: Person,
  token: string,
): Promise<void> {
  await transaction.lockPerson(person.id);
  if (!(await transaction.useLink(hashOfToken(token), services.clock())))
    throw new SignInRefusedError('LINK', { personId: person.id });
  await transaction.removeSessionsOf(person.id, '');
  const actor = { client: consoleClient, person };
  await recordAudit(services, transaction, actor, { action: 'useLink', object: person.id });
}

export type TotpOffer = {
  readonly secret: string;
  readonly uri: string;
  /** Comes back with the form: the gateway keeps nothing before the code proves that the app has the secret. */
  readonly sealed: string;
};

/** A secret for the app of a person with a link. @throws SignInRefusedError */
export async function offerTotp(services: Services, token: string): Promise<TotpOffer> {
  const person = await personOfLink(services, token);
  const secret = newTotpSecret();
  return offerOf(services, token, { secret, person });
}

/** The same secret again, after a form that was refused. @throws SignInRefusedError */
export async function offerTotpAgain(services: Services, token: string, sealed: string): Promise<TotpOffer> {
  const person = await personOfLink(services, token);
  return offerOf(services, token, { secret: secretIn(services, token, sealed), person });
}

type Offered = { readonly secret: string; readonly person: Person };

const offerOf = ({ console }: Services, token: string, { secret, person }: Offered): TotpOffer => {
  const keys = console().local?.keys;
  if (!keys) throw new SignInRefusedError('LINK');
  return {
    secret,
    uri: totpUri(secret, person.login ?? person.name),
    sealed: seal(keys, secret, `link ${hashOfToken(token)}`),
  };
};

function secretIn({ console }: Services, token: string, sealed: string): string {
  const keys = console().local?.keys;
  const secret = keys ? unseal(keys, sealed, `link ${hashOfToken(token)}`) : null;
  if (secret === null) throw new SignInRefusedError('LINK');
  return secret;
}

export type PasswordEnrolment = {
  readonly token: string;
  readonly password: string;
  readonly sealed: string;
  readonly code: string;
  readonly browser: Browser;
};

/**
 * Sets the password and the app of a person with a link, and signs it in. Older sessions, passkeys and codes end.
 * @returns the recovery codes, which are shown this once
 * @throws InvalidInputError, SignInRefusedError, TooManySignInsError
 */
export async function enrolPassword(
  services: Services,
  { token, password, sealed, code, browser }: PasswordEnrolment,
): Promise<{ readonly opened: OpenedSession; readonly recoveryCodes: readonly string[] }> {
  const person = await personOfLink(services, token);
  const secret = secretIn(services, token, sealed);
  await checkPassword(password, [person.name, person.login ?? '']);
  const step = totpStepOf(secret, code.replaceAll(/\s/g, ''), services.clock());
  if (step === null) return refuseInput('code', 'is not the code that the app shows now.');
  const stored = await hashPassword(password);
  const recoveryCodes = newRecoveryCodes();
  const opened = await services.store.transact(async (transaction) => {
    const now = services.clock();
    const keys = services.console().local?.keys;
    if (!keys) throw new SignInRefusedError('LINK', { personId: person.id });
    await useLink(services, transaction, person, token);
    await transaction.setLocalProofs(person.id, {
      password: stored,
      totp: seal(keys, secret, person.id),
      totpStep: step,
    });
    await transaction.removeRecoveryCodesOf(person.id);
    for (const recovery of recoveryCodes) {
      await transaction.insertRecoveryCode(hashOfRecoveryCode(recovery) ?? '', person.id);
    }
    const { device, replaces } = browser;
    return openAllowed(services, transaction, {
      ...{ personId: person.id, method: 'PASSWORD', confirmedAt: now, device, replaces },
    });
  });
  return { opened, recoveryCodes };
}
