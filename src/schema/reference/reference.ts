import { fileURLToPath } from 'node:url';
import { type RequestHandler, Router } from 'express';
import { type GraphQLSchema, printSchema } from 'graphql';
import { html } from 'hono/html';
import { pageHeaders, renderPage, renderProblem } from '../../html/page.ts';
import { withRelativeLinks } from '../../html/relative-links.ts';
import { requestIdOf } from '../../kernel/identifiers.ts';
import { chosenLanguage, type Language, type LanguageOf } from '../../kernel/locale/language.ts';
import { once } from '../../kernel/once.ts';
import { renderErrors } from './errors-page.ts';
import { createSearch, referencePath, rootKinds } from './model.ts';
import { type Content, renderField, renderStart, renderType } from './pages.ts';
import { searchScript } from './search-script.ts';
import { referenceTexts } from './texts.ts';

export type ReferenceOptions = {
  readonly schema: GraphQLSchema;
  /** Base64, made anew for each page. */
  readonly randomNonce: () => string;
  readonly languageOf: LanguageOf;
};

/**
 * `/docs/graphql`: the schema and its errors as pages, made from the descriptions when they are asked for. The search
 * works without scripts; with one, results come while a reader types.
 */
export function createReference({ schema, randomNonce, languageOf }: ReferenceOptions): Router {
  const router = Router();
  const search = once(() => createSearch(schema));
  const show =
    (
      render: (language: Language, parameters: Readonly<Record<string, string>>, query: string) => Content | null,
    ): RequestHandler =>
    (request, response) => {
      const { lang, q } = request.query;
      const language = chosenLanguage(lang, request.get('Accept-Language'), languageOf);
      const nonce = randomNonce();
      const content = render(
        language,
        request.params as Readonly<Record<string, string>>,
        typeof q === 'string' ? q.slice(0, 100) : '',
      );
      response.set(pageHeaders({ language, nonce, hasScript: true, connectsToSelf: true, formAction: ["'self'"] }));
      if (content === null) {
        const requestId = requestIdOf(response);
        response.status(404).send(renderProblem({ language, status: 404, requestId, nonce }));
      } else {
        const page = renderShell(content, { language, nonce, path: request.path });
        response.send(withRelativeLinks(page, request.originalUrl));
      }
    };
  router.get(
    referencePath,
    show((language, _parameters, query) => renderStart(schema, referenceTexts[language], query, search())),
  );
  router.get(
    `${referencePath}/errors`,
    show((language) => renderErrors(schema, referenceTexts[language])),
  );
  router.get(`${referencePath}/schema.graphql`, (_request, response) => {
    response.type('text/plain; charset=utf-8').send(`${printSchema(schema)}\n`);
  });
  for (const kind of rootKinds) {
    router.get(
      `${referencePath}/${kind}/:name`,
      show((language, { name = '' }) => renderField(schema, kind, name, referenceTexts[language])),
    );
  }
  router.get(
    `${referencePath}/types/:name`,
    show((language, { name = '' }) => renderType(schema, name, referenceTexts[language])),
  );
  router.get(`${referencePath}/reference.css`, (_request, response, next) => {
    response.sendFile(
      'reference.css',
      { root: fileURLToPath(new URL('./files/', import.meta.url)), maxAge: '1h' },
      (error) => {
        if (error && !response.headersSent) next(error);
      },
    );
  });
  return router;
}

type Shell = { readonly language: Language; readonly nonce: string; readonly path: string };

function renderShell({ title, body: content }: Content, { language, nonce, path }: Shell): string {
  const texts = referenceTexts[language];
  const other = language === 'fr' ? 'en' : 'fr';
  const places = [
    [referencePath, texts.title],
    [`${referencePath}/errors`, texts.errors],
    ['/graphql', 'GraphiQL'],
    ['/docs', 'OpenAPI'],
    [`${referencePath}/schema.graphql`, texts.sdl],
  ] as const;
  const body = html`<link rel="stylesheet" href="${referencePath}/reference.css" nonce="${nonce}">
<header class="brand wide"><a href="/?lang=${language}">Règlement</a>
<a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${other === 'fr' ? 'Français' : 'English'}</a></header>
<nav class="wide">${places.map(([address, label]) =>
    address === path ? html`<span aria-current="page">${label}</span>` : html`<a href="${address}">${label}</a>`,
  )}</nav>
<main class="reference"><h1>${title}</h1>${content}</main>`;
  return renderPage({ language, title: `${title} · Règlement`, body, nonce, script: searchScript });
}
