import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

/**
 * Serves this folder and, below `/client`, the client package. The browser gets the TypeScript files with their types
 * stripped, so there is no build. Your own front end has a bundler, and `npm install @reglement/client`.
 */

const { PORT = '4100', GATEWAY_URL = 'http://127.0.0.1:4000' } = process.env;
const port = Number(PORT);
if (!(port >= 0 && port < 65_536 && URL.canParse(GATEWAY_URL))) {
  console.error('PORT must be a port, and GATEWAY_URL an address, for instance http://127.0.0.1:4000.');
  process.exit(1);
}
const gateway = new URL(GATEWAY_URL).origin;
const client = path.join(import.meta.dirname, '../../clients/typescript/src');

const files: ReadonlySet<string> = new Set(['index.html', 'style.css', 'main.ts', 'texts.ts']);
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.ts': 'text/javascript' };

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
  const type = `${types[path.extname(name)]}; charset=utf-8`;
  const [, module] = /^client\/((?:generated\/)?[a-z-]+\.ts)$/.exec(name) ?? [];
  if (module !== undefined) return { type, body: await read(path.join(client, module)) };
  if (!files.has(name)) return null;
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
