import type { Response } from 'express';
import { html, raw } from 'hono/html';
import { style } from './style.ts';
import { type Language, type Text, texts } from './texts.ts';

/** Escaped already; only `html` makes it. */
export type Markup = ReturnType<typeof html>;

/** How a bank presents itself: the class that `style` knows, its name in the page's head, and a word beneath. */
export type Look = {
  readonly className: 'paybox' | 'labanquepostale' | 'house' | 'platform';
  readonly wordmark: Text;
  readonly tagline: Text;
};

export type Page = {
  readonly status?: number;
  readonly language: Language;
  readonly look: Look;
  readonly title: string;
  readonly content: Markup;
  /** Addresses that a form of this page may lead to, directly or by a redirect. */
  readonly formTargets?: readonly string[];
  /** Runs in the page; nothing from outside may be part of it. */
  readonly script?: string;
};

/** Writes a whole page with its headers. No page of the simulators loads anything from anywhere. */
export async function sendPage(response: Response, page: Page, randomBytes: (size: number) => Buffer): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const document = await html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} · SANDBOX</title>
<style nonce="${nonce}">${raw(style)}</style>
</head>
<body class="${page.look.className}">
<div class="banner" role="note"><strong>SANDBOX — aucun argent réel / no real money</strong><span>${texts.bannerDetail[page.language]}</span></div>
<header class="bar"><div><span class="wordmark">${page.look.wordmark[page.language]}</span><span class="tagline">${page.look.tagline[page.language]}</span></div></header>
${page.content}
${page.script === undefined ? '' : html`<script nonce="${nonce}">${raw(page.script)}</script>`}
</body>
</html>
`;
  response.status(page.status ?? 200);
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(page, nonce));
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Robots-Tag', 'noindex');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(document.toString());
}

/** Browsers apply `form-action` to the redirects after a form as well, so it must list the shop's origins. */
function contentSecurityPolicy(page: Page, nonce: string): string {
  const origins = new Set((page.formTargets ?? []).map((url) => new URL(url).origin));
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(page.script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
    `form-action ${["'self'", ...origins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Sends the browser on. The address goes out as it is: rewriting it would break a signature that covers it. */
export function redirectTo(response: Response, url: string): void {
  response.status(303);
  response.setHeader('Location', url);
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  response.end();
}
