import { html, raw } from 'hono/html';
import { style } from './style.ts';
import { type Language, problemTexts } from './texts.ts';

/** Escaped already; only the `html` tag makes it. */
export type Markup = ReturnType<typeof html>;

export type Page = {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  /** Made anew for each answer, by a random source. */
  readonly nonce: string;
  /** Runs in the page; it never holds data. */
  readonly script?: string;
  /** For browsers without scripts: look again after so many seconds. */
  readonly refreshSeconds?: number;
};

/** The whole document. Everything that is put into `body` by the `html` tag is escaped. */
export function renderPage({ language, title, body, nonce, script, refreshSeconds }: Page): string {
  return String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
${refreshSeconds === undefined ? '' : html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>`}
<title>${title}</title>
<style nonce="${nonce}">${raw(style)}</style>
</head>
<body>
${body}
${script === undefined ? '' : html`<script nonce="${nonce}">${raw(script)}</script>`}
</body>
</html>
`);
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

/** The headers of every page: nothing is loaded from elsewhere, framed, cached, indexed or told to others. */
export function pageHeaders({
  nonce,
  formAction = [],
  hasScript,
  connectsToSelf,
  language,
}: PagePolicy): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(hasScript ? [`script-src 'nonce-${nonce}'`] : []),
    ...(connectsToSelf ? ["connect-src 'self'"] : []),
    "img-src 'self' data:",
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

/** French, unless the reader prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((range, index) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined);
      return { language: tag.trim().split('-')[0], quality: quality === undefined ? 1 : Number(quality), index };
    })
    .filter(({ language, quality }) => (language === 'fr' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)[0];
  return wanted?.language === 'en' ? 'en' : 'fr';
}

export type Problem = {
  readonly language: Language;
  readonly status: number;
  readonly requestId: string;
  readonly nonce: string;
};

/** A page for a path that nobody serves, or a fault. Nothing of the request is echoed. */
export function renderProblem({ language, status, requestId, nonce }: Problem): string {
  const texts = problemTexts[language];
  const title = status === 404 ? texts.notFound : status >= 500 ? texts.fault : texts.badRequest;
  const body = html`<div class="brand">Règlement</div>
<main><h1>${title}</h1><p>${status >= 500 ? texts.faultDetail : texts.detail}</p></main>
<footer>${texts.requestId} ${requestId}</footer>`;
  return renderPage({ language, title, body, nonce });
}
