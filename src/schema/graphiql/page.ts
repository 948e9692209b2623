import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Request, Response, Router } from 'express';
import { withRelativeLinks } from '../../html/relative-links.ts';
import { assetsPath, type BuiltGraphiql, builtFolder, builtGraphiql, manifestName, showsPlace } from './built.ts';
import { renderUnbuilt } from './unbuilt-page.ts';

/** Scripts and styles are files of ours alone; the marks in the editor are images in its style sheet. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export type GraphiqlOptions = {
  /** What the deployment has beside it now, for the links of its help: the config may be read again. */
  readonly shows?: () => readonly ('documentation' | 'sandbox')[];
  /** Left out: where `npm run build:graphiql` puts it. */
  readonly folder?: URL;
};

/**
 * GraphiQL for a browser that comes by a link, from whichever site: the page holds no data. It was bundled at `npm ci`.
 * The files are named by their content, so that a browser asks for each once; the page says by its ETag whether it
 * changed. On the door's own router: a router of its own would answer a preflight.
 */
export function routeGraphiql(router: Router, { shows = () => [], folder = builtFolder }: GraphiqlOptions = {}): void {
  const readBuilt = createReader(folder);
  router.get('/graphql', async (request, response, next) => {
    if (!request.headers.accept?.includes('text/html')) {
      next();
      return;
    }
    const built = await readBuilt();
    response.vary('Accept');
    if (built === null) sendUnbuilt(response);
    else {
      const page = built.page.replace(showsPlace, `data-shows="${shows().join(' ')}"`);
      sendPage(request, response, withRelativeLinks(page, request.originalUrl));
    }
  });
  router.get(`${assetsPath}/:name`, async (request, response, next) => {
    const built = await readBuilt();
    const file = built?.files.find(({ name }) => name === request.params.name);
    if (file === undefined) {
      next();
      return;
    }
    sendFile(request, response, { ...file, folder }, next);
  });
}

/** What was not there is looked for again at the next visit: it may have been built since. */
function createReader(folder: URL): () => Promise<BuiltGraphiql | null> {
  let built: Promise<BuiltGraphiql | null> | null = null;
  const read = async (): Promise<BuiltGraphiql | null> => {
    const text = await readFile(new URL(manifestName, folder), 'utf8').catch(() => null);
    return text === null ? null : builtGraphiql.parse(JSON.parse(text));
  };
  return async () => {
    built ??= read();
    const found = await built.catch(() => null);
    if (found === null) built = null;
    return found;
  };
}

function sendPage(request: Request, response: Response, page: string): void {
  const digest = createHash('sha256').update(page).digest('base64url').slice(0, 22);
  response.set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy, ETag: `"${digest}"` });
  if (request.fresh) response.status(304).end();
  else response.type('html').send(page);
}

/** The first that the browser takes. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

function sendFile(
  request: Request,
  response: Response,
  { name, type, folder }: BuiltGraphiql['files'][number] & { readonly folder: URL },
  next: (error: unknown) => void,
): void {
  const [encoding, suffix] = encodings.find(([one]) => request.acceptsEncodings(one)) ?? [null, ''];
  response.set({
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': type,
    ...(encoding && { 'Content-Encoding': encoding }),
  });
  response.vary('Accept-Encoding');
  // Its name is one of a closed set. By folder and name: a whole path is refused where a folder above begins with a dot.
  response.sendFile(`${name}${suffix}`, { root: fileURLToPath(folder), cacheControl: false }, (error) => {
    if (error && !response.headersSent) next(error);
  });
}

function sendUnbuilt(response: Response): void {
  response.status(404).set({ 'Cache-Control': 'no-store' }).type('html').send(renderUnbuilt());
}
