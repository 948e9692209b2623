import type { Response } from 'express';
import { recordAudit } from '../kernel/audit/record-audit.ts';
import { consoleClient } from '../kernel/caller.ts';
import { UnauthenticatedError } from '../kernel/errors.ts';
import { requestIdOf } from '../kernel/identifiers.ts';
import { TooManySignInsError } from '../modules/people/proofs/password.ts';
import { SignInRefusedError } from '../modules/people/sign-in/sign-in-refused.ts';
import { createNoteLimit } from './note-refused-request.ts';
import { ProviderUnreachableError } from './oidc.ts';
import type { Shared } from './shared.ts';
import type { Refused } from './sign-in-page.ts';

/**
 * What a page says of a sign-in that failed. The log gets the kind alone: a login may be a password in the wrong field.
 * @throws whatever is no refusal
 */
export async function refusedOf(error: unknown, response: Response, shared: Shared): Promise<Refused> {
  const { logger, countSignIn } = shared;
  const refused = refusalIn(error);
  if (refused === null) throw error;
  countSignIn(refused.name === 'WRONG' ? 'wrong' : refused.name === 'WAIT' ? 'blocked' : 'refused');
  const line = { refusal: refused.name, request: requestIdOf(response), cause: causeOf(error) };
  logger.warn(line, 'a sign-in was refused');
  if (refused.name === 'BUSY' || refused.name === 'UNREACHABLE') response.set('Retry-After', '5');
  if (refused.waitMs !== undefined) response.set('Retry-After', String(Math.ceil(refused.waitMs / 1000)));
  // After the answer, so that its time does not tell a known person from another.
  const action = actionOf(response.req.path);
  response.once('close', () => void noteRefusal(shared, { error, action, code: refused.name }, response));
  return refused;
}

/** Of guesses that were not checked there is no entry: they cost nothing, and may come in floods. */
const unchecked: ReadonlySet<Refused['name']> = new Set(['WAIT', 'BUSY', 'UNREACHABLE']);

/** Names the person whose sign-in it would be, where it is known; never what was typed. */
async function noteRefusal(
  shared: Shared,
  { error, action, code }: { readonly error: unknown; readonly action: string; readonly code: Refused['name'] },
  response: Response,
): Promise<void> {
  const { services, browserOf, mayNoteRefusal, logger } = shared;
  const object = error instanceof SignInRefusedError ? error.personId : null;
  if (unchecked.has(code) || !mayNoteRefusal(object, browserOf(response.req).network)) return;
  const request = requestIdOf(response);
  const facts = { action, object, outcome: 'REFUSED', code, request } as const;
  try {
    await services.store.transact((transaction) =>
      recordAudit(services, transaction, { client: consoleClient }, facts),
    );
  } catch (err) {
    logger.error({ err, request }, 'a refused sign-in could not be noted');
  }
}

const actions: Readonly<Record<string, string>> = {
  ...{ '/confirm': 'stepUp', '/passkeys/confirm': 'stepUp', '/password': 'changePassword' },
  ...{ '/passkeys/own/options': 'addPasskey', '/passkeys/own': 'addPasskey', '/passkeys/remove': 'removePasskey' },
  '/sessions/end': 'endSession',
};
const actionOf = (path: string): string => actions[path] ?? (path.startsWith('/link/') ? 'useLink' : 'signIn');

const mostPeople = 1000;
const mostNetworks = 1000;

/** The log has every refusal, the audit log a few a minute of each person, and of strangers of each network. */
export function createRefusalLimit(clock: () => number): Shared['mayNoteRefusal'] {
  const [ofPerson, ofNetwork] = [createNoteLimit(clock, mostPeople), createNoteLimit(clock, mostNetworks)];
  return (personId, network) => (personId === null ? ofNetwork(network) : ofPerson(personId));
}

function refusalIn(error: unknown): Refused | null {
  if (error instanceof TooManySignInsError) return { name: 'BUSY' };
  if (error instanceof ProviderUnreachableError) return { name: 'UNREACHABLE' };
  // The session ended between two steps.
  if (error instanceof UnauthenticatedError) return { name: 'PROOF' };
  if (!(error instanceof SignInRefusedError)) return null;
  const { refusal: name, waitMs } = error;
  return waitMs > 0 ? { name, waitMs } : { name };
}

/** A name or a code of the library; never its message, which may repeat what was sent. */
function causeOf(error: unknown): string | undefined {
  const { cause } = Object(error) as { readonly cause?: unknown };
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { readonly code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : cause.name;
}
