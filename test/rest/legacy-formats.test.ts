import { describe, expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { contentType, formHeaders, legacyOn } from '../support/rest/legacy-gateway.ts';
import { blamedIn, goodPath, jsonOf, pathWith } from '../support/rest/requests.ts';

const gateway = openForGroup(() => startGateway());

const { ask, askJson, refused } = legacyOn(gateway);

describe('formats', () => {
  test.each([
    ['.json', 'application/json; charset=utf-8', 'inline; filename="payment_initiate.json"', /^\{"payment_id":"/],
    ['.jsonl', 'text/jsonl', 'inline; filename="payment_initiate.jsonl"', /^\{"payment_id":.*\}\n$/],
    [
      '.xml',
      'application/xml',
      'inline; filename="payment_initiate.xml"',
      /^<\?xml version="1.0" encoding="utf-8"\?><payment_initiate_response /,
    ],
    ['.jsv', 'application/jsv', 'inline; filename="payment_initiate.jsv"', /^\{payment_id:pay_/],
    ['.csv', 'text/csv', 'attachment;filename=payment_initiate.csv', /^payment_id,reference,/],
    ['.html', 'text/html', undefined, /^<!doctype html>/i],
  ])('%s', async (suffix, type, disposition, body) => {
    const answer = await ask(goodPath + suffix);
    expect([answer.status, contentType(answer), answer.headers['content-disposition']]).toEqual([
      200,
      type,
      disposition,
    ]);
    expect(answer.body).toMatch(body);
  });

  test.each([
    ['.json', 'application/json; charset=utf-8', /^\{"responseStatus":\{"errorCode":"SerializationException"/],
    ['.jsonl', 'text/jsonl', /^\{"responseStatus":.*\}\n$/],
    ['.xml', 'application/xml', /<ErrorResponse .*<ErrorCode>SerializationException<\/ErrorCode>/],
    ['.jsv', 'application/jsv', /^\{responseStatus:\{errorCode:SerializationException,/],
    ['.csv', 'text/csv', /^ResponseStatus\r\n"\{errorCode:SerializationException,/],
    ['.html', 'text/html', /^<!doctype html>/i],
  ])('an error in %s', async (suffix, type, body) => {
    const answer = await refused(pathWith({ 0: 'BOGUS' }, suffix));
    expect([answer.status, contentType(answer)]).toEqual([400, type]);
    expect(answer.headers['content-disposition'] ?? '').not.toContain('attachment');
    expect(answer.body).toMatch(body);
  });

  test.each([
    ['a browser', { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }, 'text/html'],
    ['a script tag or curl', { Accept: '*/*' }, 'text/html'],
    ['a library without Accept', {}, 'text/html'],
    ['axios', { Accept: 'application/json, text/plain, */*' }, 'application/json; charset=utf-8'],
    [
      'a client that sends a JSON type with every GET',
      { Accept: '*/*', 'Content-Type': 'application/json' },
      'application/json; charset=utf-8',
    ],
    ['a reporting tool', { Accept: 'text/csv' }, 'text/csv'],
    ['an image', { Accept: 'image/avif,image/webp,*/*' }, 'text/html'],
  ])('%s', async (_title, headers, type) => {
    expect(contentType(await ask(goodPath, { headers }))).toBe(type);
  });

  test('the query string chooses, a form does not', async () => {
    expect(contentType(await ask(`${goodPath}?FORMAT=Xml.x`))).toBe('application/xml');
    expect(contentType(await ask(`${goodPath}.csv?format=xml&callback=cb`))).toBe('text/csv');
    const answer = await ask(goodPath, {
      method: 'POST',
      headers: { ...formHeaders, Accept: '*/*' },
      body: 'format=json&callback=cb',
    });
    expect(contentType(answer)).toBe('text/html');
  });

  test('a JSON POST without Accept is answered HTML, with */* JSON', async () => {
    const headers = { 'Content-Type': 'application/json' };
    expect(contentType(await ask(goodPath, { method: 'POST', headers, body: '{}' }))).toBe('text/html');
    expect(
      contentType(await ask(goodPath, { method: 'POST', headers: { ...headers, Accept: '*/*' }, body: '{}' })),
    ).toBe('application/json; charset=utf-8');
  });

  test('?jsconfig changes the casing of the envelope and writes nulls', async () => {
    expect((await askJson(pathWith({ 0: 'BOGUS' }, '?jsconfig=tc:pc'))).body).toMatch(
      /^\{"ResponseStatus":\{"ErrorCode":/,
    );
    const answer = jsonOf(await askJson(`${goodPath}?jsconfig=inv,dh:iso8601`));
    expect(answer).toMatchObject({ bank_transfer: null });
  });

  test('?jsconfig changes nothing about how the request is read', async () => {
    const answer = await askJson(
      pathWith({ 6: 'jsconfig' }, '?jsconfig=eccn,tc:pc,inv,edv,dh:iso8601&paymentTarget=MILLIET'),
    );
    expect(jsonOf(answer)).toMatchObject({ payment_target: 'PAYBOX', replayed: false });
  });

  test('a formula in the comment is only a text in CSV', async () => {
    const answer = await ask(pathWith({ 6: 'formule' }, `/${encodeURIComponent('=HYPERLINK("http://a.b")')}.csv`));
    expect(answer.body).toContain(`,"'=HYPERLINK(""http://a.b"")",`);
  });

  test('every answer has the headers that protect it', async () => {
    const answers = await Promise.all([
      ask(goodPath),
      ask(`${goodPath}.json`),
      ask(`${goodPath}?callback=cb`),
      ask('/payment_initiate/x'),
      ask(pathWith({ 0: 'BOGUS' }, '.xml')),
      ask(goodPath, { headers: { Purpose: 'prefetch' } }),
      ask('/json/reply/unknown'),
      ask(goodPath, { method: 'HEAD' }),
    ]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        vary: headers['content-type'] === 'text/html' ? 'Accept, Accept-Language' : 'Accept',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        link: '</graphql>; rel="successor-version", </docs>; rel="deprecation"',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('etag');
      expect(headers).not.toHaveProperty('set-cookie');
    }
  });
});

describe('JSONP', () => {
  test('the whole answer is inside a call of the callback', async () => {
    const answer = await ask(`${goodPath}?Callback=app.done&_=123`);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-disposition': 'attachment; filename="f.txt"',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    const json = /^\/\*\*\/app\.done\((\{.*\})\)$/s.exec(answer.body)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ payment_id: expect.any(String), replayed: true });
  });

  test('a callback is cleaned up, and one that is too long refused without being wrapped', async () => {
    expect((await ask(`${goodPath}?callback=$cb`)).body).toMatch(/^\/\*\*\/_cb\(/);
    expect((await ask(`${goodPath}?callback=alert(1)//`)).body).toMatch(/^\/\*\*\/alert_1___\(/);
    expect((await ask(`${goodPath}?callback=1a..b`)).body).toMatch(/^\/\*\*\/1a\.\.b\(\{.*\}\)$/);
    const answer = await refused(pathWith({ 6: 'callback' }, `?callback=${'x'.repeat(101)}`));
    expect([answer.status, contentType(answer), blamedIn(answer)]).toEqual([
      400,
      'application/json; charset=utf-8',
      ['callback'],
    ]);
  });

  test('a repeat tells the script of any site no comment but the one that it sends', async () => {
    const path = pathWith({ 6: 'comment' });
    const comment = async (text: string, site: string) => {
      const answer = await ask(`${path}${text}?callback=cb`, { headers: { 'Sec-Fetch-Site': site } });
      return JSON.parse(answer.body.slice('/**/cb('.length, -1)).commentaire;
    };
    expect(await comment('/%20Sonner%20e%CC%81t%C3%A9', 'cross-site')).toBe('Sonner été');
    expect(await comment('/Sonner+%C3%A9t%C3%A9+', 'cross-site')).toBe('Sonner été');
    expect(await comment('', 'same-origin')).toBe('Sonner été');
    for (const other of ['', '/Sonner']) expect(await comment(other, 'cross-site')).toBeUndefined();
  });

  test('an empty callback is as if absent', async () => {
    expect(contentType(await ask(`${goodPath}?callback=`))).toBe('text/html');
    expect(contentType(await ask(`${goodPath}.json?callback=`))).toBe('application/json; charset=utf-8');
  });

  test('a callback around another format is left out', async () => {
    const answer = await ask(`${goodPath}.xml?callback=cb`);
    expect(contentType(answer)).toBe('application/xml');
    expect(answer.body).toMatch(/^<\?xml/);
  });

  test('a binding error reaches the callback with 200', async () => {
    for (const answer of [
      await refused(pathWith({ 1: 'BOGUS' }, '?callback=cb')),
      await refused(`${goodPath}?callback=cb`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '[]',
      }),
    ]) {
      expect([answer.status, contentType(answer)]).toEqual([200, 'text/javascript; charset=utf-8']);
      expect(answer.body).toMatch(/^\/\*\*\/cb\(\{"responseStatus":\{"errorCode":"SerializationException",.*\}\)$/);
    }
  });

  test('other errors keep their status inside the wrapper', async () => {
    const answer = await refused(pathWith({ 8: '0' }, '?callback=cb'));
    expect([answer.status, contentType(answer)]).toEqual([400, 'text/javascript; charset=utf-8']);
    expect(answer.body).toMatch(/^\/\*\*\/cb\(\{"responseStatus":\{"errorCode":"InvalidInput",.*\}\)$/);
  });

  test('?jsconfig counts for a binding error as well', async () => {
    expect((await refused(pathWith({ 1: 'BOGUS' }, '?callback=cb&jsconfig=tc:pc'))).body).toMatch(
      /^\/\*\*\/cb\(\{"ResponseStatus":/,
    );
  });
});
