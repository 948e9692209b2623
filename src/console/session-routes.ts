import type { Request, Response, Router } from 'express';
import { hasFreshProof, hasRight } from '../kernel/caller.ts';
import { NotAllowedError } from '../kernel/errors.ts';
import { endSession, endSessions, signOut } from '../modules/people/end-session.ts';
import { listSessions } from '../modules/people/list-people.ts';
import type { SignedIn } from '../modules/people/read-session.ts';
import { mayChangePasskeys, removeOwnPasskey } from '../modules/people/sign-in/own-passkeys.ts';
import { SignInRefusedError } from '../modules/people/sign-in/sign-in-refused.ts';
import { waysToConfirm } from '../modules/people/ways-to-confirm.ts';
import { clearSession, sessionTokenOf } from './cookies.ts';
import { refusedOf } from './refusals.ts';
import { type SessionsView, sessionsPage } from './sessions-page.ts';
import { fieldOf, leadTo, type Shared, servicesFor } from './shared.ts';
import { type Refused, signInPage } from './sign-in-page.ts';

/** The sign-in and the person's own sessions: one page, whichever of the two it is now. */
export function addSessionRoutes(router: Router, shared: Shared): void {
  const { isOpen, signedInOf } = shared;
  router.get('/sign-in', async (request, response) => {
    if (isOpen() || (await signedInOf(request))) leadTo(response, '/console');
    else await showStart(shared, request, response, null);
  });
  router.get('/sessions', async (request, response) => {
    if (isOpen()) return leadTo(response, '/console');
    await showStart(shared, request, response, null, request.query.password === 'changed' ? 'CHANGED' : null);
  });
  router.post('/sign-out', async (request, response) => {
    const token = sessionTokenOf(request);
    if (token !== null) await signOut(servicesFor(shared, response), token);
    clearSession(response);
    response.set('Clear-Site-Data', '"cache"');
    leadTo(response, '/console/sign-in');
  });
  router.post('/sessions/end', async (request, response) => {
    const signedIn = await signedInOf(request);
    try {
      if (signedIn) await endSession(servicesFor(shared, response), signedIn.caller, fieldOf(request, 'id'));
      leadTo(response, '/console/sessions');
    } catch (cause) {
      if (!(cause instanceof NotAllowedError)) throw cause;
      // The page lists one's own sessions alone.
      const refusal = signedIn && hasRight(signedIn.caller, 'people') ? 'STALE' : 'FOREIGN';
      const refused = new SignInRefusedError(refusal, { personId: signedIn?.caller.person?.id ?? null, cause });
      await showStart(shared, request, response, await refusedOf(refused, response, shared));
    }
  });
  router.post('/passkeys/remove', async (request, response) => {
    const person = (await signedInOf(request))?.caller.person;
    if (!person) return leadTo(response, '/console/sessions');
    try {
      await removeOwnPasskey(servicesFor(shared, response), person, fieldOf(request, 'id'));
      leadTo(response, '/console/sessions');
    } catch (error) {
      await showStart(shared, request, response, await refusedOf(error, response, shared));
    }
  });
  router.post('/sessions/end-others', async (request, response) => {
    const signedIn = await signedInOf(request);
    if (signedIn)
      await endSessions(servicesFor(shared, response), signedIn.caller, { personId: null, keepsThis: true });
    leadTo(response, '/console/sessions');
  });
}

/** The sign-in for a visitor, the sessions for a person; with what was refused. */
export async function showStart(
  shared: Shared,
  request: Request,
  response: Response,
  refused: Refused | null,
  password: SessionsView['password'] = null,
): Promise<void> {
  const { services, show, site, signedInOf } = shared;
  const signedIn = await signedInOf(request);
  if (signedIn?.caller.person) {
    show(request, response, sessionsPage({ ...(await viewOf(shared, signedIn)), refused, password }));
    return;
  }
  const { oidc, local } = services.console();
  const view = { hasProvider: oidc !== null, hasLocal: local !== null, takesPasskeys: site !== null, refused };
  show(request, response, signInPage(view));
}

async function viewOf(
  { services, site }: Shared,
  { caller }: SignedIn,
): Promise<Omit<SessionsView, 'refused' | 'password'>> {
  const { person } = caller;
  if (!person) throw new Error('a session is of a person');
  const passkeys = await services.store.passkeysOf(person.id);
  const ways = await waysToConfirm(services, person);
  const isFresh = hasFreshProof(caller, services.clock());
  return {
    person,
    login: (await services.store.person(person.id))?.login ?? person.name,
    sessions: await listSessions(services, caller, null),
    passkeys,
    ways: { ...ways, passkey: site !== null && ways.passkey },
    recoveryCodes: await services.store.recoveryCodesLeft(person.id),
    changesPasskeys: site !== null && (await mayChangePasskeys(services, person)),
    confirmedUntil: isFresh ? person.confirmedUntil : null,
    isTest: !caller.runModes.has('LIVE'),
  };
}
