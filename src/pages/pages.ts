import { type Request, type Response, Router } from 'express';
import { pageHeaders, renderPage } from '../html/page.ts';
import type { Language } from '../html/texts.ts';
import { isLinkPreview, isSpeculative, isUnintended } from '../http/unintended-requests.ts';
import { tokenPattern } from '../kernel/identifiers.ts';
import type { LanguageOf } from '../kernel/locale/language.ts';
import type { PaymentView } from '../modules/payments/attempts/customer-view.ts';
import type { OpenedAttempt } from '../modules/payments/attempts/open-attempt.ts';
import type { Press, Retried } from '../modules/payments/attempts/try-again.ts';
import { type ReturnOutcome, returnOutcomes } from '../modules/payments/provider.ts';
import { pageOfLink, pageOfLook, pageOfRetry, pageOfReturn, type ShownPage, unknownPage } from './choose-page.ts';
import type { StreamRefusal } from './stream-shares.ts';
import { awaitsMoney, createStreams, defaultStreamLimits, type FollowPayment, type StreamLimits } from './streams.ts';

export type PagesOptions = {
  readonly viewPayment: (token: string) => Promise<PaymentView | null>;
  readonly openAttempt: (token: string, language: Language) => Promise<OpenedAttempt | null>;
  /** The bank sent the browser of a customer back. */
  readonly useUpForm: (payment: PaymentView['payment'], outcome: ReturnOutcome) => Promise<void>;
  readonly tryAgain: (press: Press) => Promise<Retried | null>;
  readonly followPayment: FollowPayment;
  readonly randomNonce: () => string;
  readonly languageOf: LanguageOf;
  /** The address under which a reader of events is counted. */
  readonly addressOf: (request: Request) => string;
  readonly streamLimits?: Partial<StreamLimits>;
  readonly countRefusedStream?: (reason: StreamRefusal) => void;
};

const retryAfterSeconds = 5;
const waitSeconds = 3600;

/**
 * The customer's pages: `/pay/{token}`, `/pay/{token}/return/{outcome}`, `/pay/{token}/retry/{version}` and
 * `/pay/{token}/events`. They show the record; the browser's parameters decide nothing. The token is the right, and is
 * never logged.
 */
export function createPages(options: PagesOptions): Router {
  const { viewPayment, openAttempt } = options;
  const show = createShow(options.randomNonce);
  const readerOf = (request: Request): Language => options.languageOf(request.get('Accept-Language'));
  const showUnknown = (request: Request, response: Response): void =>
    show(response.status(404), unknownPage(readerOf(request)));
  // Strict, because the pages' links are relative to an address without a final slash.
  const router = Router({ strict: true });

  router.get('/pay/:token', async (request, response) => {
    const language = readerOf(request);
    const token = tokenOf(request);
    if (token === null) return showUnknown(request, response);
    // The browser would show a page that it kept from before, and the customer needs a fresh form.
    if (isSpeculative(request.headers)) return void response.status(403).set('Cache-Control', 'no-store').end();
    if (request.method === 'HEAD' || isLinkPreview(request.headers)) {
      const view = await viewPayment(token);
      return view === null ? showUnknown(request, response) : show(response, pageOfLook(view, token, language));
    }
    const opened = await openAttempt(token, language);
    if (opened === null) return showUnknown(request, response);
    show(withStatusOf(opened, response), pageOfLink(opened, token, language));
  });

  // A slash that a mail program or a person added. The pages' links are relative to the address without it.
  router.get('/pay/:token/', (request, response) => {
    const token = tokenOf(request);
    return token === null ? showUnknown(request, response) : leadTo(response, `../${token}`);
  });

  // The bank's parameters, by query or by POST, are not read. The browser is redirected to the page without them, so
  // that no card digits stay in its history.
  router.get('/pay/:token/return/:outcome', async (request, response) => {
    const language = readerOf(request);
    const [token, outcome] = [tokenOf(request), outcomeOf(request)];
    const view = token === null || outcome === null ? null : await viewPayment(token);
    if (token === null || outcome === null || view === null) return showUnknown(request, response);
    if (request.originalUrl.includes('?')) return leadTo(response, outcome);
    if (request.method !== 'HEAD' && !isUnintended(request.headers)) await options.useUpForm(view.payment, outcome);
    show(response, pageOfReturn(view, { token, outcome, language }));
  });

  router.post('/pay/:token/return/:outcome', (request, response) => {
    const outcome = outcomeOf(request);
    if (tokenOf(request) === null || outcome === null) showUnknown(request, response);
    else leadTo(response, outcome);
  });

  openRetry(router, options.tryAgain, { show, showUnknown, readerOf });
  openEvents(router, options);
  const methodNotAllowed = (allowed: string) => (_request: Request, response: Response) =>
    void response.status(405).set({ Allow: allowed, 'Cache-Control': 'no-store' }).end();
  router.all(['/pay/:token', '/pay/:token/events'], methodNotAllowed('GET, HEAD'));
  router.all(['/pay/:token/return/:outcome', '/pay/:token/retry/:version'], methodNotAllowed('GET, HEAD, POST'));
  return router;
}

/** Shows a page under headers that let nothing else run in it. */
export const createShow =
  (randomNonce: () => string) =>
  (response: Response, { formAction = [], connectsToSelf = false, ...content }: ShownPage): void => {
    const { language, script } = content;
    const nonce = randomNonce();
    response.set(pageHeaders({ nonce, language, formAction, hasScript: script !== undefined, connectsToSelf }));
    response.send(renderPage({ ...content, nonce }));
  };

const withStatusOf = ({ kind }: OpenedAttempt, response: Response): Response =>
  kind === 'TOO_MANY' ? response.status(429).set('Retry-After', String(waitSeconds)) : response;

type Door = {
  readonly show: ReturnType<typeof createShow>;
  readonly showUnknown: (request: Request, response: Response) => void;
  readonly readerOf: (request: Request) => Language;
};

/** The button by which the customer tries again. */
function openRetry(router: Router, tryAgain: PagesOptions['tryAgain'], { show, showUnknown, readerOf }: Door): void {
  router.post('/pay/:token/retry/:version', async (request, response) => {
    const language = readerOf(request);
    const [token, seenVersion] = [tokenOf(request), versionOf(request)];
    const retried = token && seenVersion ? await tryAgain({ token, seenVersion, language }) : null;
    if (token === null || retried === null) return showUnknown(request, response);
    if (retried.kind === 'AS_IT_IS') return leadTo(response, `../../${token}`);
    show(withStatusOf(retried, response), pageOfRetry(retried, token, language));
  });

  // Who reloads the address of the button asks where the payment stands.
  router.get('/pay/:token/retry/:version', (request, response) => {
    const token = tokenOf(request);
    if (token === null || versionOf(request) === null) showUnknown(request, response);
    else leadTo(response, `../../${token}`);
  });
}

/** Server-sent events of the payment. */
function openEvents(router: Router, options: PagesOptions): void {
  const { viewPayment } = options;
  const streams = createStreams(options.followPayment, { ...defaultStreamLimits, ...options.streamLimits });
  router.get('/pay/:token/events', async (request, response) => {
    const token = tokenOf(request);
    const view = token === null ? null : await viewPayment(token);
    response.set('Cache-Control', 'no-store');
    if (view === null) return void response.status(404).end();
    if (request.method === 'HEAD') return void response.type('text/event-stream').end();
    const address = options.addressOf(request);
    const refusal = streams.refusalOf(view.payment, address);
    if (refusal !== null) {
      options.countRefusedStream?.(refusal);
      return void response.status(503).set('Retry-After', String(retryAfterSeconds)).end();
    }
    const awaits = request.url.endsWith(`?${awaitsMoney}`);
    const reader = { lastEventId: request.get('Last-Event-ID'), awaitsMoney: awaits, address };
    await streams.send(view.payment, reader, response);
  });
}

function leadTo(response: Response, location: string): void {
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', Location: location }).status(303).end();
}

function tokenOf({ params: { token } }: Request): string | null {
  return typeof token === 'string' && tokenPattern.test(token) ? token : null;
}

/** The version of the payment that the page with the button showed. */
function versionOf({ params: { version } }: Request): number | null {
  return typeof version === 'string' && /^[1-9]\d{0,8}$/.test(version) ? Number(version) : null;
}

function outcomeOf({ params: { outcome } }: Request): ReturnOutcome | null {
  return returnOutcomes.find((known) => known === outcome) ?? null;
}
