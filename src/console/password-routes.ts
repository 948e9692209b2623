import type { Router } from 'express';
import { InvalidInputError } from '../kernel/errors.ts';
import { changePassword } from '../modules/people/sign-in/change-password.ts';
import { SignInRefusedError } from '../modules/people/sign-in/sign-in-refused.ts';
import { confirmWithCode, signInWithPassword } from '../modules/people/sign-in/sign-in-with-password.ts';
import { refusedOf } from './refusals.ts';
import { showStart } from './session-routes.ts';
import { enter, fieldOf, leadTo, type Shared, servicesFor } from './shared.ts';

/** Password and code, and a code as a step-up. */
export function addPasswordRoutes(router: Router, shared: Shared): void {
  const { services, signedInOf, browserOf } = shared;
  router.post('/sign-in', async (request, response) => {
    try {
      const [login, password, code] = ['login', 'password', 'code'].map((name) => fieldOf(request, name));
      if (!login || !password || !code || services.console().local === null) throw new SignInRefusedError('WRONG');
      const { token, session } = await signInWithPassword(servicesFor(shared, response), {
        login,
        password,
        code,
        browser: browserOf(request),
      });
      enter(shared, response, { token, person: session.personId, isSignIn: true });
      leadTo(response, '/console');
    } catch (error) {
      await showStart(shared, request, response, await refusedOf(error, response, shared));
    }
  });
  router.post('/password', async (request, response) => {
    const signedIn = await signedInOf(request);
    if (!signedIn?.caller.person) return leadTo(response, '/console/sessions');
    const [current = '', next = '', code = ''] = ['current', 'next', 'code'].map((name) => fieldOf(request, name));
    try {
      const change = { current, next, code: code.replaceAll(/\s/g, '') };
      const token = await changePassword(servicesFor(shared, response), signedIn.caller.person, change);
      enter(shared, response, { token, person: signedIn.caller.person.id, isSignIn: false });
      leadTo(response, '/console/sessions?password=changed');
    } catch (error) {
      if (error instanceof InvalidInputError) return showStart(shared, request, response, null, 'WEAK');
      await showStart(shared, request, response, await refusedOf(error, response, shared));
    }
  });
  router.post('/confirm', async (request, response) => {
    const signedIn = await signedInOf(request);
    if (!signedIn?.caller.person) return leadTo(response, '/console/sessions');
    try {
      const code = fieldOf(request, 'code').replaceAll(/\s/g, '');
      const token = await confirmWithCode(servicesFor(shared, response), signedIn.caller.person, code);
      enter(shared, response, { token, person: signedIn.caller.person.id, isSignIn: false });
      leadTo(response, '/console/sessions');
    } catch (error) {
      await showStart(shared, request, response, await refusedOf(error, response, shared));
    }
  });
}
