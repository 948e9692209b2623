import assert from 'node:assert/strict';
import { html, raw } from 'hono/html';
import { style } from './style.ts';
import { type Language, problemTexts } from './texts.ts';

/** Escaped already; only the `html` tag makes it. */
export type Markup = ReturnType<typeof html>;

export type Page = {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  /** Random, new for each answer. */
  readonly nonce: string;
  /** Runs in the page; it never holds data. */
  readonly script?: string;
  /** For browsers without scripts: look again after so many seconds. */
  readonly refreshSeconds?: number;
};

/** The page's own sign in the browser's tab; without one, browsers ask the gateway for `/favicon.ico`. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0b57a4"/>' +
    '<path d="m4.5 8.4 2.4 2.4 4.6-5.3" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>',
)}`;

/** The whole document. Everything that is put into `body` by the `html` tag is escaped. */
export function renderPage({ language, title, body, nonce, script, refreshSeconds }: Page): string {
  const document = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
${refreshSeconds === undefined ? '' : html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>`}
<title>${title}</title>
<link rel="icon" href="${icon}">
<style nonce="${nonce}">${raw(style)}</style>
</head>
<body>
${body}
${script === undefined ? '' : html`<script nonce="${nonce}">${raw(script)}</script>`}
</body>
</html>
`;
  assert(!(document instanceof Promise), 'a page waits for nothing: all that it shows is there');
  return document.toString();
}

export type PagePolicy = {
  readonly nonce: string;
  /** Origins to which a form of the page may lead. */
  readonly formAction?: readonly string[];
  readonly hasScript?: boolean;
  /** The page listens to this gateway. */
  readonly connectsToSelf?: boolean;
  readonly language: Language;
};

/** The headers of every page: nothing is loaded from elsewhere, framed, cached, indexed or sent as a referrer. */
export function pageHeaders({
  nonce,
  formAction = [],
  hasScript = false,
  connectsToSelf = false,
  language,
}: PagePolicy): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(hasScript ? [`script-src 'nonce-${nonce}'`] : []),
    ...(connectsToSelf ? ["connect-src 'self'"] : []),
    "img-src data: 'self'",
    `form-action ${formAction.length === 0 ? "'none'" : formAction.join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    'Content-Security-Policy': policy.join('; '),
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Frame-Options': 'DENY',
    Vary: 'Accept-Language',
  };
}

export type Problem = {
  readonly language: Language;
  readonly status: number;
  readonly requestId: string;
  readonly nonce: string;
};

/** A page for an unknown path or a fault. Nothing of the request is echoed. */
export function renderProblem({ language, status, requestId, nonce }: Problem): string {
  const texts = problemTexts[language];
  const [title, detail] = texts[problemOf(status)];
  const body = html`<header class="brand">Règlement</header>
<main><h1>${title}</h1><p>${detail}</p></main>
<footer>${texts.requestId} ${requestId}</footer>`;
  return renderPage({ language, title, body, nonce });
}

function problemOf(status: number): 'notFound' | 'tooMany' | 'tooBusy' | 'fault' | 'badRequest' {
  if (status === 404) return 'notFound';
  if (status === 429) return 'tooMany';
  if (status === 503) return 'tooBusy';
  return status >= 500 ? 'fault' : 'badRequest';
}
