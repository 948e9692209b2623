import { createServer } from 'node:http';
import pino from 'pino';
import { expect, it } from 'vitest';
import { createAvailability } from '../../src/workers/availability.ts';
import { type Serving, serving } from '../support/http/serving.ts';

it('a page without an end is judged by its beginning, and the rest of it is not taken', async () => {
  let sent = 0;
  const server = createServer((_request, response) => {
    const go = (): void => {
      while (!response.destroyed) {
        sent += 65_536;
        if (!response.write('x'.repeat(65_536))) break;
      }
    };
    response.on('drain', go);
    response.write('<div id="server_status">OK</div>');
    go();
  });
  const { url, close } = await serving(server);
  const page = { target: 'PAYBOX', idSociete: '1', runMode: 'LIVE', url } as const;
  const availability = createAvailability({ pages: () => [page], logger: pino({ level: 'silent' }) });
  await availability.check();
  expect(availability.isDown('PAYBOX', '1', 'LIVE')).toBe(false);
  expect(sent).toBeLessThan(64 * 1024 * 1024);
  await close();
});

type Answer = 'UP' | 'DOWN' | 'BROKEN' | 'SILENT';
type Asked = { readonly first: Answer; readonly backup?: Answer };

/** What one round makes of pages that answer like this. */
async function reconciled({ first, backup }: Asked, runMode: 'TEST' | 'LIVE') {
  const pages = [await page(first), ...(backup ? [await page(backup)] : [])];
  const [url = '', backupUrl] = pages.map((it) => it.url);
  const watched = { target: 'PAYBOX', idSociete: '1', runMode, url, backupUrl } as const;
  const availability = createAvailability({ pages: () => [watched], logger: pino({ level: 'silent' }) });
  await availability.check();
  for (const { close } of pages) await close();
  const of = ['PAYBOX', '1', runMode] as const;
  return { isDown: availability.isDown(...of), usesBackupPage: availability.usesBackupPage(...of) };
}

const page = (answer: Answer): Promise<Serving> =>
  serving(
    createServer((request, response) => {
      if (answer === 'SILENT') request.destroy();
      else if (answer === 'BROKEN') response.writeHead(500).end('down for maintenance');
      else response.end(`<div id="server_status">${answer === 'UP' ? 'OK' : 'KO'}</div>`);
    }),
  );

it.each<[Asked, 'FIRST' | 'BACKUP' | 'NONE']>([
  [{ first: 'UP' }, 'FIRST'],
  [{ first: 'DOWN' }, 'NONE'],
  [{ first: 'BROKEN' }, 'NONE'],
  // The fault is probably in our own way out.
  [{ first: 'SILENT' }, 'FIRST'],
  [{ first: 'UP', backup: 'UP' }, 'FIRST'],
  [{ first: 'DOWN', backup: 'UP' }, 'BACKUP'],
  [{ first: 'SILENT', backup: 'UP' }, 'BACKUP'],
  [{ first: 'DOWN', backup: 'DOWN' }, 'NONE'],
  [{ first: 'SILENT', backup: 'SILENT' }, 'FIRST'],
  [{ first: 'SILENT', backup: 'DOWN' }, 'FIRST'],
])('of pages that are %j, customers with real money are sent to: %s', async (asked, open) => {
  expect(await reconciled(asked, 'LIVE')).toEqual({ isDown: open === 'NONE', usesBackupPage: open === 'BACKUP' });
});

it.each<Answer>(['DOWN', 'BROKEN', 'SILENT'])('no check holds test payments up: %s', async (first) => {
  expect(await reconciled({ first }, 'TEST')).toEqual({ isDown: false, usesBackupPage: false });
});

it('a page that moves to another address, or leaves the config, is not held up by what the last one answered', async () => {
  const [down, up] = [await page('DOWN'), await page('UP')];
  const pageAt = ({ url }: Serving) => ({ target: 'PAYBOX', idSociete: '1', runMode: 'LIVE', url }) as const;
  let pages = [pageAt(down)];
  const availability = createAvailability({ pages: () => pages, logger: pino({ level: 'silent' }) });
  const isDown = () => availability.isDown('PAYBOX', '1', 'LIVE');
  await availability.check();
  expect(isDown()).toBe(true);
  pages = [pageAt(down)];
  expect(isDown()).toBe(true);
  pages = [pageAt(up)];
  expect(isDown()).toBe(false);
  await availability.check();
  expect(isDown()).toBe(false);
  pages = [];
  await availability.check();
  pages = [pageAt(down)];
  expect(isDown()).toBe(false);
  await availability.check();
  expect(isDown()).toBe(true);
  for (const { close } of [down, up]) await close();
});
