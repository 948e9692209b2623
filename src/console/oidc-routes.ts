import type { Request, Response, Router } from 'express';
import { SignInRefusedError } from '../modules/people/sign-in/sign-in-refused.ts';
import { confirmWithProvider, signInWithProvider } from '../modules/people/sign-in/sign-in-with-provider.ts';
import { clearFlow, type Flow, flowOf, setFlow } from './cookies.ts';
import { ProviderUnreachableError } from './oidc.ts';
import { refusedOf } from './refusals.ts';
import { comesFromElsewhere } from './same-origin.ts';
import { showStart } from './session-routes.ts';
import { provenPage } from './sessions-page.ts';
import { enter, leadTo, type Shared, servicesFor } from './shared.ts';

/** The way to the identity provider and back. */
export function addOidcRoutes(router: Router, shared: Shared): void {
  const { services, oidc } = shared;
  router.get('/oidc', async (request, response) => {
    const settings = services.console().oidc;
    // A session begins where the person asks for it, not where another site sends the browser.
    if (settings === null || comesFromElsewhere(request)) return leadTo(response, '/console/sign-in');
    try {
      const { longestMs } = services.console().sessions;
      const { confirm, window, again } = request.query;
      const maxAgeMs = confirm === '1' || again === '1' ? 0 : longestMs;
      const asked = { confirms: confirm === '1', closes: window === '1', maxAgeMs };
      const { url, flow } = await oidc.begin(settings, asked);
      setFlow(response, flow);
      leadTo(response, url.href);
    } catch (error) {
      await showStart(shared, request, response, await refusedOf(error, response, shared));
    }
  });
  router.get('/proven', async (request, response) => {
    if (await shared.signedInOf(request)) shared.show(request, response, provenPage);
    else leadTo(response, '/console/sign-in');
  });
  router.get('/callback', async (request, response) => {
    // Whatever the outcome, this answer of the provider serves once.
    clearFlow(response);
    try {
      const entered = await sessionOfAnswer(shared, request, response);
      enter(shared, response, entered);
      leadTo(response, entered.isSignIn ? '/console' : entered.closes ? '/console/proven' : '/console/sessions');
    } catch (error) {
      await showStart(shared, request, response, await refusedOf(error, response, shared));
    }
  });
}

/** @throws SignInRefusedError, ProviderUnreachableError */
async function sessionOfAnswer(
  shared: Shared,
  request: Request,
  response: Response,
): Promise<Parameters<typeof enter>[2] & { readonly closes?: boolean }> {
  const { browserOf, signedInOf } = shared;
  const services = servicesFor(shared, response);
  const flow = flowOf(request);
  if (flow === null) throw new SignInRefusedError('PROOF');
  const identity = await identityOf(shared, flow, request);
  if (!flow.confirms) {
    const { token, session } = await signInWithProvider(services, identity, browserOf(request));
    return { token, person: session.personId, isSignIn: true };
  }
  const person = (await signedInOf(request))?.caller.person;
  if (!person) throw new SignInRefusedError('PROOF');
  const token = await confirmWithProvider(services, person, identity);
  return { token, person: person.id, isSignIn: false, closes: flow.closes };
}

async function identityOf({ services, oidc }: Shared, flow: Flow, request: Request) {
  const settings = services.console().oidc;
  if (settings === null) throw new SignInRefusedError('PROOF');
  const start = request.originalUrl.indexOf('?');
  try {
    return await oidc.finish(settings, flow, start < 0 ? '' : request.originalUrl.slice(start));
  } catch (cause) {
    if (cause instanceof ProviderUnreachableError) throw cause;
    throw new SignInRefusedError('PROOF', { cause });
  }
}
