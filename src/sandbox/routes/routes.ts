import express, { type Request, type Router } from 'express';
import type { Bank } from '../bank.ts';
import { hostedPage } from '../hosted-page.ts';
import { houseBankRoutes } from '../house-bank/house-bank.ts';
import type { State as HouseBankState } from '../house-bank/state.ts';
import { indexPage } from '../index-page.ts';
import { labanquepostaleRest } from '../labanquepostale/rest.ts';
import type { startNotifying } from '../notify.ts';
import { sendPage } from '../page-shell.ts';
import { payboxDirect } from '../paybox/direct.ts';
import type { SandboxOptions } from '../sandbox-options.ts';
import type { State } from '../state.ts';
import type { Language } from '../texts.ts';
import { faultRoutes } from './fault-routes.ts';
import { baseOf } from './requests.ts';

type Opened = {
  readonly state: State;
  readonly houseBankState: HouseBankState;
  readonly banks: readonly Bank[];
  readonly notifying: ReturnType<typeof startNotifying>;
};

/** The pages and the server APIs of the simulators. */
export function sandboxRoutes(options: SandboxOptions, { state, houseBankState, banks, notifying }: Opened): Router {
  const { clock, calls } = options;
  const languageOf = (request: Request): Language => options.languageOf(request.get('Accept-Language'));
  const router = express.Router();
  router.get('/', (request, response) => sendPage(response, indexPage(state, languageOf(request), baseOf(request))));
  router.get('/paybox/load.html', (_request, response) => {
    response.type('html').send('<!doctype html><title>load</title><div id="server_status">OK</div>');
  });
  router.use(houseBankRoutes({ ...options.houseBank, clock, languageOf }, houseBankState));
  router.use(payboxDirect({ shops: options.payboxShops, state, clock }));
  router.use(labanquepostaleRest({ shops: options.labanquepostaleShops, state, clock }));
  router.use(faultRoutes({ state, clock, releaseHeld: () => notifying.releaseAll() }));
  for (const bank of banks) {
    const parts = { bank, state, clock, notify: notifying.notify, mayCall: calls.mayCall };
    router.use(hostedPage({ ...parts, languageOf }));
  }
  return router;
}
