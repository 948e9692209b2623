import type { Request, Response, Router } from 'express';
import { InvalidInputError } from '../kernel/errors.ts';
import {
  enrolPassword,
  offerTotp,
  offerTotpAgain,
  personOfLink,
  type TotpOffer,
} from '../modules/people/sign-in/enrol-password.ts';
import { refusedOf } from './refusals.ts';
import { enter, fieldOf, type Shared, servicesFor } from './shared.ts';
import { refusedPage } from './sign-in-page.ts';
import { recoveryPage, type WelcomeView, welcomePage } from './welcome-page.ts';

/** `/console/link/{token}`: the one-time link of an invitation or a reset. Looking at it uses nothing up. */
export function addLinkRoutes(router: Router, shared: Shared): void {
  const { services, site, show, browserOf } = shared;
  const refuse = async (request: Request, response: Response, error: unknown): Promise<void> =>
    show(request, response, refusedPage(await refusedOf(error, response, shared)));
  const welcome = async (
    request: Request,
    response: Response,
    offered: Promise<TotpOffer>,
    wrong: WelcomeView['wrong'],
  ): Promise<void> => {
    const token = tokenOfLink(request);
    try {
      const offer = await offered;
      const { name, login } = await personOfLink(services, token);
      const view = { token, offer, wrong, name, login: login ?? name, takesPasskeys: site !== null };
      show(request, response, welcomePage(view));
    } catch (error) {
      await refuse(request, response, error);
    }
  };
  router.get('/link/:token', (request, response) =>
    welcome(request, response, offerTotp(services, tokenOfLink(request)), null),
  );
  router.post('/link/:token', async (request, response) => {
    const token = tokenOfLink(request);
    const [password = '', sealed = '', code = ''] = ['password', 'sealed', 'code'].map((name) =>
      fieldOf(request, name),
    );
    try {
      const enrolment = { token, password, sealed, code, browser: browserOf(request) };
      const { opened, recoveryCodes } = await enrolPassword(servicesFor(shared, response), enrolment);
      enter(shared, response, { token: opened.token, person: opened.session.personId, isSignIn: true });
      show(request, response, recoveryPage(recoveryCodes));
    } catch (error) {
      if (!(error instanceof InvalidInputError)) return refuse(request, response, error);
      const wrong = error.path?.[0] === 'password' ? 'password' : 'code';
      await welcome(request, response, offerTotpAgain(services, token, sealed), wrong);
    }
  });
}

/** What cannot be a token is one that is unknown. */
export const tokenOfLink = ({ params: { token } }: Request): string =>
  typeof token === 'string' && /^[\w-]{43}$/.test(token) ? token : '';
