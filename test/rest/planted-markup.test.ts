import { describe, expect, test } from 'vitest';
import { operation, pathFields } from '../../src/rest/request/operation.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { goodPath, pathWith, type RawAnswer, sendRaw } from '../support/rest/requests.ts';
import { parseXml } from '../support/xml.ts';

/** Markup in every place of a request: no answer gives it back so that a browser would take it for its own. */

const gateway = openForGroup(() => startGateway());

const planted = `"'></script><svg onload=alert(1)>\${7*7}{{7*7}}`;
const encoded = encodeURIComponent(planted);
const formats = ['.json', '.jsonl', '.xml', '.jsv', '.csv', '.html', '?callback=cb'];
const formHeaders = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** In text that no browser shows as a page (CSV, JSV), markup may stand as it came. */
const isShownAsText = (type: string): boolean => /^(?:text\/csv|application\/jsv)/.test(type);

function check({ status, headers, body }: RawAnswer, what: string): void {
  const type = headers['content-type'] ?? '';
  expect([what, status < 500]).toEqual([what, true]);
  expect([what, JSON.stringify(headers).includes('onload')]).toEqual([what, false]);
  expect([what, headers['x-content-type-options']]).toEqual([what, 'nosniff']);
  if (!isShownAsText(type))
    expect([what, body.includes('<svg'), body.includes('</script>')]).toEqual([what, false, false]);
  if (type.startsWith('application/json')) JSON.parse(body);
  if (type.startsWith('application/xml')) parseXml(body);
}

const withEnd = (path: string, end: string, query: string): string =>
  end.startsWith('?') ? `${path}${end}&${query}` : `${path}${end}?${query}`;

describe('markup', () => {
  test.each(pathFields.map(({ name }, index) => [name, index] as const))('in %s, in the path', async (name, index) => {
    const path = index === 10 ? `${pathWith({ 6: 'balise' })}/${encoded}` : pathWith({ 6: '0', [index]: encoded });
    for (const end of formats) check(await sendRaw(gateway.url, path + end), `${name} ${end}`);
  });

  test.each(operation.fields.map(({ name }) => name))('in %s, in the query, a form and JSON', async (name) => {
    for (const end of formats) {
      check(await sendRaw(gateway.url, withEnd(goodPath, end, `${name}=${encoded}`)), `${name} ${end} query`);
      const body = `${name}=${encoded}`;
      check(
        await sendRaw(gateway.url, goodPath + end, { method: 'POST', headers: formHeaders, body }),
        `${name} ${end}`,
      );
      const predefined = withEnd('/api/payment_initiate', end, '_=1');
      const json = JSON.stringify({ [name]: planted });
      check(await sendRaw(gateway.url, predefined, { method: 'POST', body: json }), `${name} ${end} JSON`);
    }
  });

  test('in names, in what chooses the format, and in unknown paths', async () => {
    for (const path of [
      `${goodPath}?${encoded}=1`,
      `${pathWith({ 0: 'BOGUS' })}?PAYMENT_TARGET=${encoded}`,
      `${goodPath}?format=${encoded}`,
      `${goodPath}?callback=${encoded}`,
      `${goodPath}?jsconfig=${encoded}`,
      `/payment_initiate/${encoded}`,
      `/json/reply/${encoded}`,
      `/api/${encoded}.html`,
      `/html/reply/${encoded}`,
      `/${encoded}/reply/payment_initiate`,
      `/payment_status/${encoded}.html`,
      `/payment_status/${encoded}.json`,
      `/json/metadata?op=${encoded}`,
      `/metadata?${encoded}`,
      `/docs/${encoded}`,
      `/${encoded}`,
    ]) {
      check(await sendRaw(gateway.url, path), path);
      check(await sendRaw(gateway.url, path, { headers: { Accept: 'text/html' } }), `${path} as a page`);
    }
  });

  test.each([
    'Accept',
    'Accept-Language',
    'Content-Type',
    'Idempotency-Key',
    'Origin',
    'Referer',
    'User-Agent',
    'X-Request-Id',
    'X-Http-Method-Override',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-API-Key',
    'Authorization',
    'Sec-Purpose',
    'Cookie',
  ])('in the header %s', async (name) => {
    for (const path of [
      `${goodPath}.json`,
      `${goodPath}.html`,
      `${goodPath}?callback=cb`,
      '/payment_initiate',
      '/nobody',
    ])
      check(
        await sendRaw(gateway.url, path, { method: 'POST', headers: { [name]: planted }, body: '{}' }),
        `${name} ${path}`,
      );
  });
});
