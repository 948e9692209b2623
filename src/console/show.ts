import type { Request, Response } from 'express';
import { html, raw } from 'hono/html';
import { type Markup, pageHeaders, renderPage } from '../html/page.ts';
import type { Language } from '../html/texts.ts';
import { chosenLanguage, type LanguageOf } from '../kernel/locale/language.ts';
import { consoleStyle } from './style.ts';
import { consoleTexts } from './texts.ts';

export const scriptPath = '/console/passkeys.js';

export type ConsolePage = {
  readonly title: string;
  readonly main: Markup;
  readonly status?: number;
  readonly hasPasskeys?: boolean;
  /** Its window closes, where a page of the console opened it. */
  readonly closes?: boolean;
  /** No person is signed in: the other windows of the browser look whether their session has ended. */
  readonly isSignedOut?: boolean;
  /** The visitor may act in TEST alone. */
  readonly isTest?: boolean;
};

/** Sends a page of the console. */
export type Show = (request: Request, response: Response, pageIn: (language: Language) => ConsolePage) => void;

/** The policy of the console: nothing from elsewhere, no script within the page. */
export const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export const createShow =
  (languageOf: LanguageOf, randomNonce: () => string): Show =>
  (request, response, pageIn) => {
    const language = chosenLanguage(request.query.lang, request.get('Accept-Language'), languageOf);
    const {
      title,
      main,
      status = 200,
      hasPasskeys = false,
      closes = false,
      isSignedOut = false,
      isTest = false,
    } = pageIn(language);
    const nonce = randomNonce();
    const other = language === 'fr' ? 'en' : 'fr';
    const body = html`<style nonce="${nonce}">${raw(consoleStyle)}</style>
<header class="brand">Règlement<a href="?lang=${other}" lang="${other}" hreflang="${other}">${other === 'fr' ? 'Français' : 'English'}</a></header>
${isTest ? html`<div class="band">${consoleTexts[language].test}</div>` : ''}
<main${closes ? html` data-closes` : ''}${isSignedOut ? html` data-signed-out` : ''}>${main}</main>
${hasPasskeys || closes || isSignedOut ? html`<script src="${scriptPath}" defer></script>` : ''}`;
    response.status(status).set({
      ...pageHeaders({ nonce, language }),
      'Content-Security-Policy': policyOf(nonce),
    });
    response.send(renderPage({ language, title: `${title} · Règlement`, body, nonce }));
  };

/**
 * Answers a browser that another site led here, and that so left out its session: it asks again for the same address, now
 * from a page of the gateway.
 */
export function askAgain(response: Response, language: Language): void {
  response.set({
    ...pageHeaders({ nonce: 'none', language }),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    Refresh: '0',
  });
  response.send(
    `<!doctype html><html lang="${language}"><title>Règlement</title><p>${consoleTexts[language].continuing}</p></html>`,
  );
}
