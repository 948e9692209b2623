import { randomBytes } from 'node:crypto';
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
  /** Id and label of each part of `main.tabs`. One is shown at a time: the one that the address names, else `.open`. */
  readonly tabs?: readonly (readonly [id: string, label: string])[];
  /** Beside the tabs: address, label, and an id. */
  readonly links?: readonly (readonly [address: string, label: string, id?: string])[];
};

/** Marks the tab that is shown. The style shows it, so that tabs work without a script. */
const tabScript = `
function markTab() {
  const shown = [...document.querySelectorAll('main.tabs > .tab')].find((tab) => tab.offsetParent !== null);
  for (const link of document.querySelectorAll('nav.bar a[href^="#"]')) {
    if (shown && link.hash === '#' + shown.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
addEventListener('hashchange', markTab);
// The target of the address is known then.
addEventListener('load', markTab);
`;

function navigation({ tabs = [], links = [] }: Page): Markup | '' {
  if (tabs.length + links.length === 0) return '';
  return html`<nav class="bar"><div>${tabs.map(([id, label]) => html`<a href="#${id}">${label}</a>`)}
<span class="links">${links.map(([address, label, id]) => html`<a href="${address}"${id ? html` id="${id}"` : ''}>${label}</a> `)}</span></div></nav>`;
}

type Cell = string | Markup;

/** On a narrow screen each row is a block of its own, with the heads beside its cells. */
export function table(heads: readonly Text[], rows: readonly (readonly Cell[])[], language: Language): Markup {
  if (rows.length === 0) return html`<p class="hint">${texts.none[language]}</p>`;
  const row = (cells: readonly Cell[]): Markup =>
    html`<tr>${cells.map((cell, index) => html`<td data-label="${heads[index]?.[language] ?? ''}">${cell}</td>`)}</tr>`;
  return html`<table class="rows">
<thead><tr>${heads.map((head) => html`<th scope="col">${head[language]}</th>`)}</tr></thead>
<tbody>
${rows.map(row)}
</tbody></table>`;
}

/** The options of a choice: the interface's names, and their words. */
export const options = <Name extends string>(
  names: readonly Name[],
  words: Readonly<Record<Name, Text>>,
  language: Language,
): Markup[] => names.map((name) => html`<option value="${name}">${words[name][language]}</option>`);

/** Writes a whole page with its headers. No page of the simulators loads anything from anywhere. */
export async function sendPage(response: Response, page: Page): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const script = [page.script, page.tabs && tabScript].filter((part) => part !== undefined).join('');
  const document = await html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${page.title} · SANDBOX</title>
<style nonce="${nonce}">${raw(style)}</style>
</head>
<body class="${page.look.className}">
<div class="banner" role="note"><strong>SANDBOX — aucun argent réel / no real money</strong><span>${texts.bannerDetail[page.language]}</span></div>
<header class="bar"><div><span class="wordmark">${page.look.wordmark[page.language]}</span><span class="tagline">${page.look.tagline[page.language]}</span></div></header>
${navigation(page)}
${page.content}
${script === '' ? '' : html`<script nonce="${nonce}">${raw(script)}</script>`}
</body>
</html>
`;
  response.status(page.status ?? 200);
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(page, nonce, script !== ''));
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Robots-Tag', 'noindex');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(document.toString());
}

/** Browsers apply `form-action` to the redirects after a form as well, so it must list the shop's origins. */
function contentSecurityPolicy(page: Page, nonce: string, hasScript: boolean): string {
  const origins = new Set((page.formTargets ?? []).map((url) => new URL(url).origin));
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(hasScript ? [`script-src 'nonce-${nonce}'`, "connect-src 'self'"] : []),
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
