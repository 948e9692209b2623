import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentedSets } from '../../src/rest/documentation/closed-sets.ts';
import { operation } from '../../src/rest/request/operation.ts';
import { launchBrowser } from '../support/browser.ts';
import { startGateway } from '../support/gateway.ts';
import { serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';

/** `docs/reference/legacy.md` is what owners of old systems copy from: every example in it runs. */

let guide: string;
const gateway = openForGroup(() => startGateway());
beforeAll(async () => {
  const text = await readFile(path.resolve(import.meta.dirname, '../../docs/reference/legacy.md'), 'utf8');
  guide = text.replaceAll('http://127.0.0.1:4000', gateway.url);
});

const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w*)\n([\s\S]*?)```/g)].flatMap(([, found, block = '']) =>
    found === language ? [block] : [],
  );

type Command = { url: string; headers: Record<string, string>; body: string | null };

/** The little of curl that the guide uses: an address, `-H` and `-d`. */
function readCommand(line: string): Command {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  expect(words.shift()).toBe('curl');
  const command: Command = { url: '', headers: { Accept: '*/*' }, body: null };
  const data: string[] = [];
  while (words.length > 0) {
    const word = words.shift() ?? '';
    if (word === '-d') data.push(words.shift() ?? '');
    else if (word === '-H') {
      const [name = '', value = ''] = (words.shift() ?? '').split(': ');
      command.headers[name] = value;
    } else command.url = word;
  }
  if (data.length > 0) {
    command.body = data.join('&');
    command.headers['Content-Type'] ??= 'application/x-www-form-urlencoded';
  }
  return command;
}

describe('the guide to the legacy interface', () => {
  test('has commands that all run', async () => {
    const lines = blocksOf('sh').flatMap((block) => block.trim().split('\n'));
    expect(lines.length).toBeGreaterThan(4);
    const types: (string | null)[] = [];
    for (const line of lines) {
      const { url, headers, body } = readCommand(line);
      const answer = await fetch(url, body === null ? { headers } : { method: 'POST', headers, body });
      expect([line, answer.status]).toEqual([line, 200]);
      types.push(answer.headers.get('Content-Type'));
    }
    const json = 'application/json; charset=utf-8';
    expect(types).toEqual([json, 'application/xml', json, 'text/csv', json, json]);
  });

  test('shows the error as it comes', async () => {
    const answer = await fetch(
      `${gateway.url}/payment_initiate/BANQUE/TEST/CB/web/1/2263/45012/CB/1250/client@example.fr.json`,
    );
    expect(await answer.json()).toEqual(JSON.parse(blocksOf('json')[0] ?? ''));
  });

  test('names every field and every value', () => {
    for (const { name } of operation.fields) expect(guide).toContain(`\`${name}\``);
    const sets = documentedSets.filter(({ set }) => operation.fields.some(({ kind }) => kind === set));
    for (const { name, ordinal } of sets.flatMap(({ values }) => values))
      expect(guide).toContain(`\`${name}\` (${ordinal}`);
  });

  describe('in a browser, on pages of another site', () => {
    const browser = openForGroup(launchBrowser);
    const pages = createServer((request, response) => {
      const [script = '', form = ''] = blocksOf('html');
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>intranet</title>${request.url === '/jsonp' ? script : form}`);
    });
    const site = openForGroup(() => serving(pages));
    // Another name of this machine is another site.
    const siteUrl = (): string => `http://localhost:${site.port}`;

    test('the script tag brings the payment to the function', async () => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${siteUrl()}/jsonp`);
      await expect.poll(() => page.title()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    });

    test('the form leads to the payment, comment included', async () => {
      const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
      await page.goto(`${siteUrl()}/form`);
      await page.click('button');
      await page.waitForURL(/\/payment_initiate\//);
      expect(await page.textContent('body')).toContain("Livraison d'été");
      expect(await page.locator('a.button').getAttribute('href')).toContain('/pay/');
    });
  });
});
