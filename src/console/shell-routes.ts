import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { RequestHandler, Router } from 'express';
import { html } from 'hono/html';
import sirv from 'sirv';
import { pageHeaders } from '../html/page.ts';
import { chosenLanguage } from '../kernel/locale/language.ts';
import { type BuiltConsole, builtConsole, builtFolder, factsPlace, manifestName } from './built.ts';
import type { Shared } from './shared.ts';
import { policyOf } from './show.ts';
import { notBuiltPage } from './sign-in-page.ts';

type Shell = Pick<BuiltConsole, 'page' | 'pages'> & { readonly builtAt: number; readonly assets: RequestHandler };

/**
 * The one page of the console, for every address of it, and its files. The page is the same for all, and asks for what a
 * person may see: so a link in a mail works, with which the browser leaves the session's cookie out.
 */
export function addShellRoutes(router: Router, { show, randomNonce, languageOf, deployment }: Shared): void {
  const read = createShellReader();
  router.get(/^\/assets\//, async (request, response, next) => {
    const shell = await read();
    const leave = (): void => next('router');
    if (shell) shell.assets(request, response, leave);
    else leave();
  });
  router.get(/.*/, async (request, response) => {
    const shell = await read();
    if (shell === null) return show(request, response, notBuiltPage);
    const language = chosenLanguage(request.query.lang, request.get('Accept-Language'), languageOf);
    const nonce = randomNonce();
    response.set({ ...pageHeaders({ nonce, language }), 'Content-Security-Policy': policyOf(nonce) });
    response.send(
      shell.page
        .replace(factsPlace, () => factsOf(language, deployment))
        .replace('</title>', (end) => end + nonceOf(nonce))
        .replace('</head>', (end) => linksOf(shell, request.path) + end),
    );
  });
}

const factsOf = (language: string, deployment: string): string =>
  `<html lang="${language}" data-deployment="${deployment}">`;

/** For the few styles that a library puts into the page. */
const nonceOf = (nonce: string): string => `\n${html`<meta property="csp-nonce" content="${nonce}" nonce="${nonce}">`}`;

/** The browser loads the files of the page at once, not when the first script has found out which page it is. */
function linksOf({ pages }: Shell, address: string): string {
  const asked = partsOf(address);
  const isAt = (path: string): boolean => {
    const parts = partsOf(path);
    return parts.length === asked.length && parts.every((part, index) => part.startsWith('$') || part === asked[index]);
  };
  const files = pages.find(({ path }) => isAt(path))?.files ?? [];
  return files.map((file) => `<link ${kindOf(file)} crossorigin href="/console/${file}">\n`).join('');
}

const partsOf = (address: string): readonly string[] => address.split('/').filter((part) => part !== '');
const kindOf = (file: string): string => (file.endsWith('.css') ? 'rel="preload" as="style"' : 'rel="modulepreload"');

/** Reads what was built when it is first asked for, and again when it was built again. Null: nothing was built. */
export function createShellReader(folder: URL = builtFolder): () => Promise<Shell | null> {
  let shell: Shell | null = null;
  const manifest = new URL(manifestName, folder);
  return async () => {
    const builtAt = await stat(manifest).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    );
    if (builtAt === null || shell?.builtAt === builtAt) return builtAt === null ? null : shell;
    const { page, pages } = builtConsole.parse(JSON.parse(await readFile(manifest, 'utf8')));
    const assets = sirv(fileURLToPath(folder), {
      ...{ brotli: true, gzip: true, etag: true, immutable: true, maxAge: 31_536_000 },
      setHeaders: (response) => response.setHeader('X-Content-Type-Options', 'nosniff'),
    });
    shell = { page, pages, builtAt, assets };
    return shell;
  };
}
