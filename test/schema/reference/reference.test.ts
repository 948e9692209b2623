import { globSync, readFileSync } from 'node:fs';
import type { GraphQLEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { requestErrors } from '../../../src/kernel/errors.ts';
import { schema } from '../../../src/schema/index.ts';
import { entriesOf } from '../../../src/schema/reference/model.ts';
import { launchBrowser, openPage } from '../../support/browser.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';

/** Enough for a busy machine. */

const gateway = openForGroup(() => startGateway());
const browser = openForGroup(() => launchBrowser());

const read = async (path: string, language = 'en'): Promise<string> =>
  (await gateway.get(path, { headers: { Accept: 'text/html', 'Accept-Language': language } })).text();

describe('the reference of the schema', () => {
  it('has a page for every root field and every type, and no link leads nowhere', async () => {
    const entries = entriesOf(schema);
    expect(entries.length).toBeGreaterThan(150);
    const pages = new Set(entries.map(({ path }) => path));
    let linked = 0;
    for (const { path, name } of entries) {
      const page = await read(path);
      expect([path, page.includes(`<h1>${name}</h1>`)]).toEqual([path, true]);
      const named = [...page.matchAll(/href="([^"]+)"/g)].map(
        ([, link = '']) => new URL(link, gateway.url + path).pathname,
      );
      const links = named.filter((link) => /\/(?:types|mutations|queries|subscriptions)\//.test(link));
      expect(links.filter((link) => !pages.has(link))).toEqual([]);
      linked += links.length;
    }
    expect(linked).toBeGreaterThan(entries.length);
  });

  it('lists the root fields in the order of use', async () => {
    const start = await read('/docs/graphql');
    expect(start.indexOf('>initiatePayment<')).toBeLessThan(start.indexOf('>refundPayment<'));
    expect(start.indexOf('>refundPayment<')).toBeLessThan(start.indexOf('>paymentCapabilities<'));
  });

  it('is searched without scripts too, by name, field and word; markup in it stays text', async () => {
    expect(await read('/docs/graphql?q=idempotency%20conflict')).toContain('IdempotencyConflictError');
    expect(await read('/docs/graphql?q=paymenturl')).toContain('/types/Payment"');
    expect(await read('/docs/graphql?q=zzzz')).toContain('Nothing fits');
    const hostile = await read(`/docs/graphql?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(hostile).not.toContain('<script>alert');
  });

  it.each([
    '/docs/graphql/types/Nothing',
    '/docs/graphql/types/__proto__',
    '/docs/graphql/mutations/constructor',
    '/docs/graphql/queries/x',
  ])('%s is 404', async (path) => {
    expect((await gateway.get(path)).status).toBe(404);
  });

  it('says every default and every rule of initiatePayment', async () => {
    const page = await read('/docs/graphql/mutations/initiatePayment');
    for (const text of ['idCommande', 'default <code>&quot;0&quot;</code>', 'InvalidInputError', 'commentaire']) {
      expect(page).toContain(text);
    }
  });

  it('speaks French around the descriptions', async () => {
    expect(await read('/docs/graphql', 'fr')).toContain('<h1>Référence GraphQL</h1>');
  });
});

describe('the reference of the errors', () => {
  it('has every type that implements PaymentError, with its code and advice', async () => {
    const page = await read('/docs/graphql/errors');
    const type = schema.getType('PaymentError');
    const types = schema.getPossibleTypes(type as never).map(({ name }) => name);
    expect(types.length).toBeGreaterThan(10);
    for (const name of types) expect(page).toContain(`<code>${name}</code>`);
    const codes = schema.getType('PaymentErrorCode') as GraphQLEnumType;
    for (const { name } of codes.getValues()) expect(page).toContain(`<code>${name}</code>`);
  });

  it('has every code that the doors send, and none besides', async () => {
    const page = await read('/docs/graphql/errors');
    const sources = globSync('src/{schema,http}/**/*.ts').map((path) => readFileSync(path, 'utf8'));
    const sent = sources.flatMap((source) => [...source.matchAll(/(?:code: |[eE]rror\(|\d, )'((?!ERR_)[A-Z_]{6,})'/g)]);
    const codes = new Set(sent.map(([, code = '']) => code));
    // Yoga's own, as those that begin with ERR_ are Node's.
    for (const code of ['GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE']) codes.add(code);
    const constants = sources.flatMap((source) => [...source.matchAll(/const code = '([A-Z_]+)'/g)]);
    for (const [, code = ''] of constants) codes.add(code);
    expect([...codes].sort()).toEqual(Object.keys(requestErrors).sort());
    for (const code of codes) expect(page).toContain(`<code>${code}</code>`);
  });

  it.each([
    ['en', 'No operation was executed, except for'],
    ['fr', 'Aucune opération n’a été exécutée, sauf pour'],
  ])('names both codes after which something may have been changed, and the advice (%s)', async (language, text) => {
    const page = await read('/docs/graphql/errors', language);
    const intro = page.split(text)[1]?.split('</p>')[0];
    for (const word of ['INTERNAL_SERVER_ERROR', 'DATABASE_UNAVAILABLE', 'retryAdvice']) expect(intro).toContain(word);
    const meaning = page.split('<code>DATABASE_UNAVAILABLE</code>')[1]?.split('</tr>')[0];
    for (const advice of ['RETRY_SAME_KEY', 'CHECK_STATUS_FIRST']) expect(meaning).toContain(`<code>${advice}</code>`);
  });
});

describe('in a browser', () => {
  async function open(path: string, options: { width: number; colorScheme: 'light' | 'dark' }) {
    const { width, colorScheme } = options;
    const opened = await openPage(browser, { locale: 'en-GB', colorScheme, viewport: { width, height: 800 } });
    await opened.page.goto(gateway.url + path);
    return opened;
  }

  it.each([
    ['/docs/graphql', 390, 'light'],
    ['/docs/graphql/types/Payment', 360, 'dark'],
    ['/docs/graphql/mutations/initiatePayment', 390, 'dark'],
    ['/docs/graphql/errors', 360, 'light'],
    ['/docs/graphql/errors', 1440, 'dark'],
  ] as const)('%s fits %i pixels in %s, breaks no policy and calls no other host', async (path, width, colorScheme) => {
    const { page, complaints } = await open(path, { width, colorScheme });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(complaints).toEqual([]);
    expect(browser.outsideRequests).toEqual([]);
  });

  it('finds while one types, from the keyboard', async () => {
    const { page, complaints } = await open('/docs/graphql', { width: 1000, colorScheme: 'light' });
    await page.keyboard.press('/');
    await page.keyboard.type('refundpay');
    await expect.poll(() => page.locator('#results li').first().textContent()).toContain('refundPayment');
    await page.locator('#results a').first().click();
    await page.waitForURL('**/docs/graphql/mutations/refundPayment');
    expect(complaints).toEqual([]);
  });
});
