import express, { type RequestHandler, Router } from 'express';
import { requestIdOf } from '../kernel/identifiers.ts';
import { readSession } from '../modules/people/read-session.ts';
import { sessionTokenOf } from './cookies.ts';
import { deviceOf } from './device.ts';
import { addBatchFileRoutes, addExportRoutes } from './exports/export-routes.ts';
import { addLinkRoutes } from './link-routes.ts';
import { createOidcClient } from './oidc.ts';
import { addOidcRoutes } from './oidc-routes.ts';
import { addPasskeyRoutes } from './passkey-routes.ts';
import { passkeysScript } from './passkeys-script.ts';
import { addPasswordRoutes } from './password-routes.ts';
import { createRefusalLimit } from './refusals.ts';
import { comesFromElsewhere, isSameOrigin } from './same-origin.ts';
import { addSessionRoutes } from './session-routes.ts';
import type { ConsoleOptions, Shared } from './shared.ts';
import { addShellRoutes } from './shell-routes.ts';
import { askAgain, createShow } from './show.ts';
import { elsewherePage, notSetUpPage, refusedPage } from './sign-in-page.ts';

const formBytes = 8 * 1024;
const jsonBytes = 64 * 1024;

/**
 * The console: its page, sign-in and one's own sessions. It is loaded when a request first asks for it. Every POST must come from a
 * page of the gateway.
 */
export function createConsole(options: ConsoleOptions): Router {
  const { services, publicUrl, logger, languageOf } = options;
  const url = new URL(publicUrl);
  const shared: Shared = {
    ...options,
    show: createShow(languageOf, options.randomNonce),
    oidc: createOidcClient(`${publicUrl}/console/callback`, () => performance.now()),
    mayNoteRefusal: createRefusalLimit(services.clock),
    site: isAddress(url.hostname) ? null : { origin: url.origin, rpId: url.hostname },
    signedInOf: async (request) => {
      const token = sessionTokenOf(request);
      return token === null ? null : readSession(services, token);
    },
    browserOf: (request) => ({
      device: deviceOf(request.get('User-Agent')),
      network: options.addressOf(request),
      replaces: sessionTokenOf(request),
    }),
  };
  const router = Router({ strict: true });
  router.get('/passkeys.js', sendScript);
  addExportRoutes(router, shared);
  addBatchFileRoutes(router, shared);
  router.use(isSetUp(shared));
  router.get(/.*/, (request, response, next) => {
    if (options.isOpen() || request.headers.host === url.host) next();
    else shared.show(request, response, elsewherePage(publicUrl));
  });
  router.get(['/sign-in', '/sessions', '/callback'], (request, response, next) => {
    const isLed = comesFromElsewhere(request) && sessionTokenOf(request) === null;
    if (isLed) askAgain(response, languageOf(request.get('Accept-Language')));
    else next();
  });
  router.post(/.*/, async (request, response, next) => {
    if (isSameOrigin(request)) return next();
    const requestId = requestIdOf(response);
    logger.warn({ request: requestId }, 'a page of another site sent a form to the console');
    await options.noteRefused({ code: 'CROSS_SITE_REQUEST', request: requestId, person: null });
    shared.show(request, response, refusedPage({ name: 'FOREIGN' }));
  });
  router.use(express.urlencoded({ extended: false, limit: formBytes, parameterLimit: 10, inflate: false }));
  router.use(express.json({ limit: jsonBytes, inflate: false, type: 'application/json' }));
  addSessionRoutes(router, shared);
  addPasswordRoutes(router, shared);
  addPasskeyRoutes(router, shared);
  addLinkRoutes(router, shared);
  addOidcRoutes(router, shared);
  addShellRoutes(router, shared);
  return router;
}

const isAddress = (hostname: string): boolean => /^[\d.]+$/.test(hostname) || hostname.startsWith('[');

const sendScript: RequestHandler = (_request, response) => {
  response.set({ 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }).send(passkeysScript);
};

/** Where the config names no way to sign in, only pages answer, which say so, and in production not even they. */
const isSetUp =
  (shared: Shared): RequestHandler =>
  (request, response, next) => {
    const { services, isOpen, saysHowToSetUp } = shared;
    const { oidc, local } = services.console();
    if (oidc !== null || local !== null) return next();
    if (request.method !== 'GET') return next('router');
    if (isOpen()) return next(/^\/(?:oidc|callback|link)\b/.test(request.path) ? 'router' : undefined);
    if (saysHowToSetUp && request.path === '/') return shared.show(request, response, notSetUpPage);
    next('router');
  };
