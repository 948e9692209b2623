import { describe, expect, test } from 'vitest';
import { style } from '../../../src/html/style.ts';
import { paymentStatus } from '../../../src/kernel/vocabulary.ts';
import { requestSets } from '../../../src/rest/documentation/closed-sets.ts';
import { documentedErrors } from '../../../src/rest/documentation/errors.ts';
import {
  dataFormats,
  renderSamples,
  sampleAnswer,
  samplePath,
  sampleValues,
} from '../../../src/rest/documentation/samples.ts';
import { operation, pathFields, routes } from '../../../src/rest/request/operation.ts';
import { openForGroup } from '../../support/open-for.ts';
import { startDocumentedGateway } from '../../support/rest/documented-gateway.ts';

const documented = openForGroup(() => startDocumentedGateway());

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(documented.url + path, { headers, redirect: 'manual' });
const read = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await ask(path, headers)).text();
const operationPath = '/json/metadata?op=payment_initiate';

/** Text as it stands in a page. */
const textOf = (markup: string): string =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const withCode = (text: string): string => text.replaceAll(/`(\w+)`/g, '<code>$1</code>');
const linksOf = (page: string, pattern: RegExp): string[] =>
  [...page.matchAll(pattern)].map(([, link = '']) => textOf(link));

describe('the list of operations', () => {
  test('names the operation and leads to its pages and to everything else there is to read', async () => {
    const page = await read('/metadata');
    expect(page).toContain('payment_initiate');
    const links = linksOf(page, /href="\.(\/[^"]*)"/g);
    expect(links).toEqual(
      expect.arrayContaining([
        '/json/metadata?op=payment_initiate&lang=fr',
        '/xml/metadata?op=payment_initiate&lang=fr',
        '/jsv/metadata?op=payment_initiate&lang=fr',
        '/csv/metadata?op=payment_initiate&lang=fr',
        '/json/metadata?op=payment_status&lang=fr',
        '/docs?lang=fr',
        '/openapi.json?lang=fr',
        '/types/typescript?lang=fr',
      ]),
    );
    for (const link of links.filter((path) => path !== '/graphql')) {
      const { status } = await ask(link);
      expect([link, status]).toEqual([link, 200]);
    }
  });
});

describe('the page of the operation', () => {
  test.each(['json', 'xml', 'jsv', 'csv'])('/%s/metadata describes every field, set, route, error', async (format) => {
    // Each cell names its column too, for narrow screens.
    const answer = await read(`/${format}/metadata?op=payment_initiate`);
    const page = textOf(answer.replaceAll(/ data-label="[^"]*"/g, ''));
    for (const { name, description, rule } of operation.fields) {
      expect(page).toContain(`<code>${name}</code>`);
      expect(page).toContain(description.fr);
      expect(page).toContain(rule.fr);
    }
    for (const { set, values } of requestSets) {
      const table = page.slice(page.indexOf(`id="${set.name}"`)).split('</table>')[0] ?? '';
      for (const { name, ordinal, description } of values) {
        expect(table).toContain(`<code>${name}</code></th><td>${ordinal}</td><td>${withCode(description.fr)}</td>`);
      }
    }
    const statuses = page.slice(page.indexOf('id="PaymentStatus"')).split('</table>')[0] ?? '';
    for (const name of paymentStatus.names) expect(statuses).toContain(`<code>${name}</code></th><td>`);
    for (const route of [...routes, '/json/reply/payment_initiate', '/api/payment_initiate']) {
      expect(page).toContain(`<code>${route}</code>`);
    }
    for (const { status, errorCode, meaning } of documentedErrors) {
      expect(page).toContain(`<td>${status}</td><th scope="row"><code>${errorCode}</code></th><td>${meaning.fr}</td>`);
    }
  });

  test('is in French, unless the reader prefers English or asks for it', async () => {
    expect(await read(operationPath)).toContain('<html lang="fr">');
    expect(await read(operationPath, { 'Accept-Language': 'en-GB,en;q=0.9' })).toContain('<html lang="en">');
    expect(await read(`${operationPath}&lang=fr`, { 'Accept-Language': 'en' })).toContain('<html lang="fr">');
    const english = textOf(await read(`${operationPath}&lang=en`));
    for (const { description } of operation.fields) expect(english).toContain(description.en);
    expect(await read(`${operationPath}&lang=xx`)).toContain('<html lang="fr">');
  });

  test('is found under the operation’s name in any case', async () => {
    expect((await ask('/json/metadata?op=Payment_Initiate')).status).toBe(200);
  });

  test('of an operation that does not exist is a 404 page, which echoes nothing', async () => {
    const answer = await ask('/json/metadata?op=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).not.toContain('alert');
    expect(page).toContain('Cette page n’existe pas');
    expect((await ask('/json/metadata?op=payment_initiate&op=payment_initiate')).status).toBe(404);
    expect((await ask('/json/metadata?op=')).status).toBe(404);
  });

  test('without an operation leads to the list', async () => {
    const answer = await ask('/json/metadata');
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '../metadata']);
  });

  test('has a policy that lets nothing in from elsewhere and runs no script', async () => {
    const { headers } = await ask(operationPath);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test('speaks of the legacy names alone, in English too', async () => {
    const english = await read(`${operationPath}&lang=en`);
    expect(english).toContain('<code>payment_url</code>');
    const ofGraphql = operation.fields.map(({ property }) => property).filter((name) => /[A-Z]/.test(name));
    for (const name of [...ofGraphql, 'paymentUrl', 'nextAction']) expect(english).not.toContain(name);
  });

  test('uses no colour that the style of every page does not have', async () => {
    const used = (await read('/metadata/metadata.css')).match(/--[a-z-]+/g) ?? [];
    expect(used.length).toBeGreaterThan(5);
    for (const name of used) expect(style).toContain(`${name}:`);
  });

  test('says how callers are known where they have to be', async () => {
    await using strict = await startDocumentedGateway({ identifiesCallers: true });
    const page = await (await fetch(`${strict.url}${operationPath}`)).text();
    expect(page).toContain('X-API-Key');
    expect(await read(operationPath)).not.toContain('X-API-Key');
  });
});

describe('the samples', () => {
  test.each([
    ['json', 'application/json; charset=utf-8'],
    ['xml', 'application/xml'],
    ['jsv', 'application/jsv'],
    ['csv', 'text/csv'],
  ])('of the %s page run, in TEST', async (format, contentType) => {
    const page = await read(`/${format}/metadata?op=payment_initiate`);
    const [inFormat = '', inBrowser = ''] = linksOf(page, /class="sample" href="([^"]*)"/g);
    const answer = await fetch(inFormat);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, contentType]);
    expect(await answer.text()).toContain('TEST');
    const shown = await fetch(inBrowser, { headers: { Accept: 'text/html' } });
    expect([shown.status, shown.headers.get('Content-Type')]).toEqual([200, 'text/html']);
    expect(textOf(page)).toContain(`curl '${inFormat}'`);
  });

  test('show the answer as it comes, name by name', async () => {
    await using fresh = await startDocumentedGateway();
    const answer = await (await fetch(fresh.url + samplePath({ withComment: true, suffix: '.json' }))).json();
    const sample = JSON.parse(JSON.stringify(sampleAnswer(fresh.gateway.url)));
    expect(Object.keys(sample)).toEqual(Object.keys(answer));
    const { payment_id, reference, payment_url, redirect, ...rest } = answer;
    expect(sample).toMatchObject(rest);
    expect(sample).toMatchObject(sampleValues(pathFields));
    for (const [name, value] of Object.entries({ payment_id, reference, payment_url })) {
      expect(sample[name]).toHaveLength(String(value).length);
    }
    expect(Object.keys(redirect.fields)).toEqual(expect.arrayContaining(Object.keys(sample.redirect.fields)));
  });

  test('show the refusal as it comes, in every format', async () => {
    const samples = renderSamples(documented.url, 'camel');
    for (const format of dataFormats) {
      const answer = await ask(`${samplePath({ suffix: `.${format}` }).replace('/PAYBOX/', '/BANQUE/')}`);
      expect([answer.status, await answer.text()]).toEqual([400, samples[format].fault]);
    }
  });

  test('show the casing of the deployment', async () => {
    await using pascal = await startDocumentedGateway({ envelopeCasing: 'pascal' });
    expect(await (await fetch(`${pascal.url}${operationPath}`)).text()).toContain('ResponseStatus');
  });
});
