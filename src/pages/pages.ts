import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { PaymentEvent } from '../domain/payment.ts';
import { returnOutcomes } from '../domain/provider.ts';
import { isFinal } from '../domain/vocabulary.ts';
import { languageOf, type Markup, pageHeaders, renderPage } from '../html/page.ts';
import { type Language, pageTexts, statusTexts } from '../html/texts.ts';
import type { OpenedAttempt } from '../use-cases/open-attempt.ts';
import type { PaymentView } from '../use-cases/read-payments.ts';
import { copyScript, followScript, returnScript, submitScript } from './scripts.ts';
import { createStreams } from './streams.ts';
import { formView, outcomeView, transferView, unavailableView, unknownView } from './views.ts';

export type PagesOptions = {
  readonly viewPayment: (token: string) => Promise<PaymentView | null>;
  readonly openAttempt: (token: string, language: Language) => Promise<OpenedAttempt | null>;
  readonly followPayment: (paymentId: string, afterSequence: number) => AsyncIterableIterator<PaymentEvent>;
  readonly randomNonce: () => string;
};

type Shown = {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  readonly script?: string;
  readonly formAction?: readonly string[];
  readonly connectsToSelf?: boolean;
  readonly refreshSeconds?: number;
};

/** 128 bits in base64url. */
const tokenPattern = /^[\w-]{22}$/;
const refreshSeconds = 5;

/** What the customer's browser sees. It shows what our record says; whatever the browser brings along decides nothing. */
export function createPages(options: PagesOptions): Router {
  const streams = createStreams(options.followPayment);
  const router = Router();
  const show = (response: Response, { formAction, connectsToSelf, ...page }: Shown): void => {
    const nonce = options.randomNonce();
    const policy = { nonce, language: page.language, hasScript: page.script !== undefined };
    response.set(
      pageHeaders({ ...policy, ...(formAction && { formAction }), ...(connectsToSelf && { connectsToSelf }) }),
    );
    response.send(renderPage({ ...page, nonce }));
  };
  const showUnknown = (request: Request, response: Response): void => {
    const language = languageOf(request.get('Accept-Language'));
    response.status(404);
    show(response, { language, title: pageTexts[language].unknown, body: unknownView(language) });
  };

  router.get(
    '/pay/:token',
    withToken(showUnknown, async (token, request, response) => {
      const language = languageOf(request.get('Accept-Language'));
      if (isUnintended(request)) {
        response.status(403).set('Cache-Control', 'no-store').end();
        return;
      }
      // HEAD looks and opens nothing.
      const opened =
        request.method === 'HEAD' ? await lookOnly(options, token) : await options.openAttempt(token, language);
      if (opened === null) showUnknown(request, response);
      else show(response, pageOfOpened(opened, token, language));
    }),
  );

  router.get(
    '/pay/:token/return/:outcome',
    withToken(showUnknown, async (token, request, response) => {
      const language = languageOf(request.get('Accept-Language'));
      const view = isReturnOutcome(request.params.outcome) ? await options.viewPayment(token) : null;
      if (view === null) showUnknown(request, response);
      else show(response, pageOfReturn(view, token, language));
    }),
  );

  // A bank may bring the browser back by POST. What it posts is not read: the page is asked for again by GET.
  router.post(
    '/pay/:token/return/:outcome',
    withToken(showUnknown, (token, request, response) => {
      const { outcome } = request.params;
      if (isReturnOutcome(outcome))
        response.set('Referrer-Policy', 'no-referrer').redirect(303, `/pay/${token}/return/${outcome}`);
      else showUnknown(request, response);
    }),
  );

  router.get(
    '/pay/:token/events',
    withToken(showUnknown, async (token, request, response) => {
      const view = await options.viewPayment(token);
      if (view === null) response.status(404).end();
      else if (!streams.open(view.payment, request, response)) response.status(503).set('Retry-After', '5').end();
    }),
  );

  router.all(['/pay/:token', '/pay/:token/return/:outcome', '/pay/:token/events'], (_request, response) => {
    response.status(405).set('Allow', 'GET').end();
  });
  return router;
}

function withToken(
  showUnknown: (request: Request, response: Response) => void,
  handle: (token: string, request: Request, response: Response) => Promise<void> | void,
): RequestHandler {
  return async (request, response) => {
    const { token } = request.params;
    if (typeof token === 'string' && tokenPattern.test(token)) await handle(token, request, response);
    else showUnknown(request, response);
  };
}

async function lookOnly({ viewPayment }: PagesOptions, token: string): Promise<OpenedAttempt | null> {
  const view = await viewPayment(token);
  return view && { kind: 'OUTCOME', payment: view.payment, societeName: view.societeName };
}

function pageOfOpened(opened: OpenedAttempt, token: string, language: Language): Shown {
  const texts = pageTexts[language];
  const [title] = statusTexts[language][opened.payment.status];
  switch (opened.kind) {
    case 'FORM': {
      const formAction = [new URL(opened.form.url).origin];
      return { language, title, body: formView(opened, opened.form, language), script: submitScript, formAction };
    }
    case 'TRANSFER': {
      const body = transferView(opened, opened.bankTransfer, language, eventsPath(token));
      return { language, title: texts.transferTitle, body, script: followScript + copyScript, connectsToSelf: true };
    }
    case 'OUTCOME':
      return pageOfReturn(opened, token, language);
    case 'UNAVAILABLE':
      return { language, title: texts.unavailable, body: unavailableView(opened, language, `/pay/${token}`) };
  }
}

function pageOfReturn(
  subject: Pick<OpenedAttempt, 'payment' | 'societeName'>,
  token: string,
  language: Language,
): Shown {
  const { payment } = subject;
  const [title] = statusTexts[language][payment.status];
  if (isFinal(payment.status)) {
    const script = payment.returnUrl === null ? {} : { script: returnScript };
    return { language, title, body: outcomeView(subject, { language }), ...script };
  }
  const body = outcomeView(subject, { language, eventsPath: eventsPath(token), payPath: `/pay/${token}` });
  return { language, title, body, script: followScript, connectsToSelf: true, refreshSeconds };
}

const eventsPath = (token: string): string => `/pay/${token}/events`;

const isReturnOutcome = (outcome: unknown): outcome is string =>
  (returnOutcomes as readonly unknown[]).includes(outcome);

/** A browser that only looks ahead opens no attempt. */
function isUnintended(request: Request): boolean {
  return (
    /prefetch|prerender/.test(`${request.get('Sec-Purpose') ?? ''} ${request.get('Purpose') ?? ''}`) ||
    request.get('Service-Worker') === 'script'
  );
}
