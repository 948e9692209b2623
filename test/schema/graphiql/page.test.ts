import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type GraphiqlOptions, routeGraphiql } from '../../../src/schema/graphiql/page.ts';
import { buildGraphiql } from '../../support/build-graphiql.ts';
import { serving } from '../../support/http/serving.ts';
import { temporaryFolder } from '../../support/open-for.ts';

beforeAll(buildGraphiql, 60_000);

/** The page alone, with something else beside it. */
async function serve(options?: GraphiqlOptions) {
  const app = express().disable('etag');
  const router = express.Router();
  routeGraphiql(router, options);
  app.use(router);
  app.use((_request, response) => void response.status(404).send('something else'));
  const { url, close } = await serving(createServer(app));
  onTestFinished(close);
  return (target: string, headers: Record<string, string> = {}) => rawGet(url + target, headers);
}

/** As it travels: `fetch` would decompress it. */
async function rawGet(url: string, headers: Record<string, string>) {
  const [response] = (await once(get(url, { headers }), 'response')) as [IncomingMessage];
  const body = await buffer(response);
  return { status: response.statusCode, headers: response.headers, body, text: String(body) };
}

const folder = temporaryFolder('graphiql');
const html = { Accept: 'text/html,*/*;q=0.8' };

describe('the page', () => {
  it('is for browsers; others go on to the door', async () => {
    const visit = await serve();
    const page = await visit('/graphql', html);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.vary).toContain('Accept');
    expect(page.text).toContain('<title>GraphiQL');
    expect((await visit('/graphql', { Accept: 'application/json' })).text).toBe('something else');
  });

  it('holds no script and no style of its own, and its policy allows none', async () => {
    const visit = await serve();
    const { text, headers } = await visit('/graphql', html);
    expect(headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(text).not.toMatch(/<script(?![^>]* src=)|<style|style="|https?:/);
  });

  it('travels again only when it changed', async () => {
    const shown: ('documentation' | 'sandbox')[] = [];
    const visit = await serve({ shows: () => shown });
    const { headers } = await visit('/graphql', html);
    const again = await visit('/graphql', { ...html, 'If-None-Match': String(headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    shown.push('sandbox');
    const other = await visit('/graphql', { ...html, 'If-None-Match': String(headers.etag) });
    expect([other.status, other.text]).toEqual([200, expect.stringContaining('data-shows="sandbox"')]);
  });

  it('says what to run where it was not built, and is there as soon as it was', async () => {
    const visit = await serve({ folder: pathToFileURL(`${folder}/`) });
    const missing = await visit('/graphql', html);
    expect([missing.status, missing.text]).toEqual([404, expect.stringContaining('npm run build:graphiql')]);
    await writeFile(path.join(folder, 'manifest.json'), '{"sources":"1","page":"the page","files":[]}');
    expect((await visit('/graphql', html)).text).toBe('the page');
  });
});

describe('each file of it', () => {
  it('comes compressed as the browser wants it, and is kept for good', async () => {
    const visit = await serve();
    const { text } = await visit('/graphql', html);
    const targets = [...text.matchAll(/(?:src|href)="\.(\/graphql\/assets\/[^"]+)"/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(4);
    for (const target of targets) {
      const plain = await visit(target);
      const [brotli, gzip] = [
        await visit(target, { 'Accept-Encoding': 'gzip, br' }),
        await visit(target, { 'Accept-Encoding': 'gzip' }),
      ];
      expect([plain, brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([
        undefined,
        'br',
        'gzip',
      ]);
      expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
      expect(brotli.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(brotli.headers.vary).toContain('Accept-Encoding');
      expect(brotli.headers['content-type']).toMatch(/^text\/(javascript|css); charset=utf-8$/);
    }
  });

  it.each(['manifest.json', 'nothing.js', '..%2f..%2fpackage.json', '%2e%2e%2fmanifest.json'])(
    'is one of a closed set: %s is none',
    async (name) => {
      const visit = await serve();
      expect((await visit(`/graphql/assets/${name}`)).status).toBe(404);
    },
  );
});

it('is built once for the same sources', async () => {
  expect(await buildGraphiql()).toContain('built already');
});
