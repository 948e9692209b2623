import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

/** Serves this folder. The browser gets the TypeScript files with their types stripped, so there is no build. */

const port = Number(process.env.PORT ?? 4100);
const gateway = new URL(process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000').origin;

const contentTypes: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
  'main.ts': 'text/javascript; charset=utf-8',
  'gateway.ts': 'text/javascript; charset=utf-8',
  'generated/graphql.ts': 'text/javascript; charset=utf-8',
};
const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src ${gateway}; base-uri 'none'`;

async function read(file: string): Promise<string> {
  const text = await readFile(path.join(import.meta.dirname, file), 'utf8');
  if (file.endsWith('.ts')) return stripTypeScriptTypes(text);
  return text.replace('http://127.0.0.1:4000', gateway);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = pathname === '/' ? 'index.html' : pathname.slice(1);
  const contentType = Object.hasOwn(contentTypes, file) ? contentTypes[file] : undefined;
  if (contentType === undefined) {
    response.writeHead(404).end();
    return;
  }
  const body = await read(file);
  response
    .writeHead(200, { 'content-type': contentType, 'content-security-policy': policy, 'cache-control': 'no-store' })
    .end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});

server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  const listening = typeof address === 'object' ? address?.port : port;
  console.log(`The checkout example is at http://127.0.0.1:${listening}/ and pays at ${gateway}`);
});
