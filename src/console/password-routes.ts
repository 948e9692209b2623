import type { Router } from 'express';
import { InvalidInputError } from '../kernel/errors.ts';
import { changePassword } from '../modules/people/sign-in/change-password.ts';
import { SignInRefusedError } from '../modules/people/sign-in/sign-in-refused.ts';
import { confirmWithCode, signInWithPassword } from '../modules/people/sign-in/sign-in-with-password.ts';
import { setSession } from './cookies.ts';
import { refusedOf } from './refusals.ts';
import { showStart } from './session-routes.ts';
import { fieldOf, leadTo, type Shared } from './shared.ts';

/** Password and code, and a code as a step-up. */
export function addPasswordRoutes(router: Router, shared: Shared): void {
  const { services, logger, signedInOf, browserOf } = shared;
  router.post('/sign-in', async (request, response) => {
    try {
      const [login, password, code] = ['login', 'password', 'code'].map((name) => fieldOf(request, name));
      if (!login || !password || !code || services.console().local === null) throw new SignInRefusedError('WRONG');
      const { token } = await signInWithPassword(services, { login, password, code, browser: browserOf(request) });
      setSession(response, token);
      leadTo(response, '/console');
    } catch (error) {
      await showStart(shared, request, response, refusedOf(error, response, logger));
    }
  });
  router.post('/password', async (request, response) => {
    const signedIn = await signedInOf(request);
    if (!signedIn?.caller.person) return leadTo(response, '/console');
    const [current = '', next = '', code = ''] = ['current', 'next', 'code'].map((name) => fieldOf(request, name));
    try {
      const change = { current, next, code: code.replaceAll(/\s/g, '') };
      setSession(response, await changePassword(services, signedIn.caller.person, change));
      leadTo(response, '/console?password=changed');
    } catch (error) {
      if (error instanceof InvalidInputError) return showStart(shared, request, response, null, 'WEAK');
      await showStart(shared, request, response, refusedOf(error, response, logger));
    }
  });
  router.post('/confirm', async (request, response) => {
    const signedIn = await signedInOf(request);
    if (!signedIn?.caller.person) return leadTo(response, '/console');
    try {
      setSession(
        response,
        await confirmWithCode(services, signedIn.caller.person, fieldOf(request, 'code').replaceAll(/\s/g, '')),
      );
      leadTo(response, '/console');
    } catch (error) {
      await showStart(shared, request, response, refusedOf(error, response, logger));
    }
  });
}
