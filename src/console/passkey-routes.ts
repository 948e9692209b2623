import type { Request, RequestHandler, Response, Router } from 'express';
import type { ActingPerson } from '../kernel/caller.ts';
import { addOwnPasskey, offerOwnPasskey } from '../modules/people/sign-in/own-passkeys.ts';
import {
  askForPasskey,
  confirmWithPasskey,
  enrolPasskey,
  offerPasskey,
  type PasskeySite,
  signInWithPasskey,
} from '../modules/people/sign-in/passkeys.ts';
import { SignInRefusedError } from '../modules/people/sign-in/sign-in-refused.ts';
import { tokenOfLink } from './link-routes.ts';
import { refusedOf } from './refusals.ts';
import { enter, type Shared, servicesFor } from './shared.ts';
import { statusOf } from './sign-in-page.ts';

/** What the script of the pages asks: JSON in, JSON out. */
export function addPasskeyRoutes(router: Router, shared: Shared): void {
  const { services, signedInOf, browserOf } = shared;
  const personOf = async (request: Request): Promise<ActingPerson> => {
    const person = (await signedInOf(request))?.caller.person;
    if (!person) throw new SignInRefusedError('PROOF');
    return person;
  };
  const route = (path: string, answer: Answer): void => void router.post(path, answering(shared, answer));
  route('/passkeys/options', (_request, _response, site) => askForPasskey(services, site));
  route('/passkeys/sign-in', async (request, response, site) => {
    const given = { response: request.body, site, browser: browserOf(request) };
    const { token, session } = await signInWithPasskey(servicesFor(shared, response), given);
    enter(shared, response, { token, person: session.personId, isSignIn: true });
    return {};
  });
  route('/passkeys/confirm', async (request, response, site) => {
    const person = await personOf(request);
    const token = await confirmWithPasskey(servicesFor(shared, response), person, { response: request.body, site });
    enter(shared, response, { token, person: person.id, isSignIn: false });
    return {};
  });
  route('/passkeys/own/options', async (request, _response, site) =>
    offerOwnPasskey(services, await personOf(request), site),
  );
  route('/passkeys/own', async (request, response, site) => {
    await addOwnPasskey(servicesFor(shared, response), await personOf(request), { response: request.body, site });
    return {};
  });
  route('/link/:token/passkey/options', (request, _response, site) =>
    offerPasskey(services, tokenOfLink(request), site),
  );
  route('/link/:token/passkey', async (request, response, site) => {
    const given = { token: tokenOfLink(request), response: request.body, site, browser: browserOf(request) };
    const { token, session } = await enrolPasskey(servicesFor(shared, response), given);
    enter(shared, response, { token, person: session.personId, isSignIn: true });
    return {};
  });
}

type Answer = (request: Request, response: Response, site: PasskeySite) => Promise<object>;

const answering =
  (shared: Shared, answer: Answer): RequestHandler =>
  async (request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      // A form cannot send this type, nor this header: the same rule as for GraphQL.
      const isOfScript = request.is('application/json') && request.get('X-Console') === '1';
      if (shared.site === null || !isOfScript) throw new SignInRefusedError('PROOF');
      response.json(await answer(request, response, shared.site));
    } catch (error) {
      const refused = await refusedOf(error, response, shared);
      response.status(statusOf(refused)).json({ error: { code: refused.name } });
    }
  };
