import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

/**
 * Serves this folder and, below `/client`, the client package. The browser gets the TypeScript files with their types
 * stripped, so there is no build. Your own front end has a bundler, and `npm install @reglement/client`.
 */

const port = Number(process.env.PORT ?? 4100);
const gateway = new URL(process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000').origin;
const client = path.join(import.meta.dirname, '../../clients/typescript/src');

const files: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
  'main.ts': 'text/javascript; charset=utf-8',
  'texts.ts': 'text/javascript; charset=utf-8',
};

/** The page as it is sent: it names the gateway. */
const page = (await read(path.join(import.meta.dirname, 'index.html'))).replace('http://127.0.0.1:4000', gateway);
const [, importMap = ''] = /<script type="importmap">(.*?)<\/script>/s.exec(page) ?? [];
const importMapHash = createHash('sha256').update(importMap).digest('base64');
const policy = `default-src 'none'; script-src 'self' 'sha256-${importMapHash}'; style-src 'self'; img-src data:; connect-src ${gateway}; base-uri 'none'`;

async function read(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  return file.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
}

/** A file of the page or of the package, with its type; null where there is none. */
async function find(pathname: string): Promise<{ readonly type: string; readonly body: string } | null> {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  const [, module] = /^client\/((?:generated\/)?[a-z-]+\.ts)$/.exec(name) ?? [];
  if (module !== undefined)
    return { type: 'text/javascript; charset=utf-8', body: await read(path.join(client, module)) };
  const type = Object.hasOwn(files, name) ? files[name] : undefined;
  if (type === undefined) return null;
  return { type, body: name === 'index.html' ? page : await read(path.join(import.meta.dirname, name)) };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const found = await find(pathname).catch(() => null);
  if (found === null) {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, { 'content-type': found.type, 'content-security-policy': policy, 'cache-control': 'no-store' })
    .end(found.body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});

server.on('error', ({ message }) => {
  console.error(`The example cannot start: ${message}. PORT names another port.`);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  const listening = typeof address === 'object' ? address?.port : port;
  console.log(`The checkout example is at http://127.0.0.1:${listening}/ and pays at ${gateway}`);
});
