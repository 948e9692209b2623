import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Request, type Response, Router } from 'express';
import getViewerFolder from 'swagger-ui-dist/absolute-path.js';
import { pageHeaders, renderProblem } from '../../html/page.ts';
import { rootFrom, withRelativeLinks } from '../../html/relative-links.ts';
import { requestIdOf } from '../../kernel/identifiers.ts';
import { chosenLanguage } from '../../kernel/locale/language.ts';
import { operation, statusOperation } from '../request/operation.ts';
import { renderOperation, renderOperations } from './metadata-page.ts';
import { type Language, metadataFormats } from './metadata-sections.ts';
import type { DocumentationSettings } from './settings.ts';
import { renderStatusOperation } from './status-page.ts';
import { renderTypescriptTypes } from './typescript-types.ts';
import { renderViewer, viewerPolicy } from './viewer-page.ts';

export type DocumentationOptions = {
  readonly settings: DocumentationSettings;
  /** Base64, new for each page. */
  readonly randomNonce: () => string;
};

/**
 * The documentation of the legacy interface: `/metadata` and `/{json,xml,jsv,csv}/metadata?op=payment_initiate` as in
 * the old service, `/types/typescript`, `/openapi.json`, and `/docs` to try it. In French or English, by `?lang`
 * or `Accept-Language`. Nothing is loaded from elsewhere.
 */
export function createDocumentation({ settings, randomNonce }: DocumentationOptions): Router {
  const router = Router();
  const openapiTextIn = createOpenapiTexts(settings);
  const wantedLanguage = ({ query: { lang }, headers }: Request): Language =>
    chosenLanguage(lang, headers['accept-language'], settings.languageOf);

  const showPage = (request: Request, response: Response, render: (shown: Shown) => string): void => {
    const shown = { language: wantedLanguage(request), nonce: randomNonce() };
    response.set(pageHeaders(shown)).send(withRelativeLinks(render(shown), request.originalUrl));
  };
  router.get('/metadata', (request, response) => showPage(request, response, renderOperations));
  for (const format of metadataFormats) {
    router.get(`/${format}/metadata`, (request, response) => {
      if (request.query.op === undefined) {
        response.redirect(302, `${rootFrom(request.originalUrl)}metadata`);
        return;
      }
      const name = String(request.query.op).toLowerCase();
      if (name === statusOperation.name) {
        showPage(request, response, (shown) => renderStatusOperation(settings, shown));
        return;
      }
      const isKnown = name === operation.name;
      if (!isKnown) response.status(404);
      showPage(request, response, (shown) =>
        isKnown ? renderOperation(settings, format, shown) : renderProblem({ ...shown, ...problemOf(response) }),
      );
    });
  }
  router.get('/types/typescript', (request, response) => {
    const types = renderTypescriptTypes(settings.publicUrl, wantedLanguage(request));
    response.set(documentHeaders).type('text/plain; charset=utf-8').send(types);
  });
  router.get('/openapi.json', async (request, response) => {
    const text = await openapiTextIn(wantedLanguage(request));
    response.set(documentHeaders).type('application/json; charset=utf-8').send(text);
  });
  router.get('/docs', (request, response) => {
    response
      .set({ ...documentHeaders, 'Content-Security-Policy': viewerPolicy, 'X-Frame-Options': 'DENY' })
      .type('text/html; charset=utf-8')
      .send(withRelativeLinks(renderViewer(wantedLanguage(request)), request.originalUrl));
  });
  serveFiles(router);
  return router;
}

type Shown = { readonly language: Language; readonly nonce: string };

const problemOf = (response: Response): { status: number; requestId: string } => ({
  status: 404,
  requestId: requestIdOf(response),
});

const documentHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
  Vary: 'Accept-Language',
};

/** Each text is made once, at the first request for it, because its library loads slowly. The casing may be reloaded. */
function createOpenapiTexts(settings: DocumentationSettings): (language: Language) => Promise<string> {
  const texts = new Map<string, Promise<string>>();
  const make = async (language: Language): Promise<string> => {
    const { createOpenapiDocument } = await import('./openapi.ts');
    return JSON.stringify(createOpenapiDocument(settings, language));
  };
  return (language) => {
    const name = `${language} ${settings.envelopeCasing}`;
    const text = texts.get(name) ?? make(language);
    texts.set(name, text);
    return text;
  };
}

/** Only the files that the pages ask for. */
function serveFiles(router: Router): void {
  const viewerFolder = getViewerFolder();
  const files = [
    ['/metadata/metadata.css', fileURLToPath(new URL('./files/metadata.css', import.meta.url))],
    ['/docs/docs.css', fileURLToPath(new URL('./files/docs.css', import.meta.url))],
    ['/docs/docs.js', fileURLToPath(new URL('./files/docs.js', import.meta.url))],
    ['/docs/swagger-ui.css', join(viewerFolder, 'swagger-ui.css')],
    ['/docs/swagger-ui-bundle.js', join(viewerFolder, 'swagger-ui-bundle.js')],
  ] as const;
  for (const [path, file] of files) {
    router.get(path, (_request, response, next) => {
      response.set({ 'X-Content-Type-Options': 'nosniff', 'X-Robots-Tag': 'noindex, nofollow' });
      // By folder and name: a whole path is refused where a folder above begins with a dot.
      response.sendFile(basename(file), { root: dirname(file), maxAge: '1h' }, (error) => {
        if (error && !response.headersSent) next(error);
      });
    });
  }
}
