import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { paymentTarget } from '../../src/kernel/vocabulary.ts';
import { linkPreviewAgents } from '../../src/rest/request/unintended-requests.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { countPayments } from '../support/requests.ts';
import { blamedIn, envelopeOf, goodPath, jsonOf, pathWith, type RawAnswer, sendRaw } from '../support/rest/requests.ts';

const gateway = openForGroup(() => startGateway());

type Sent = Parameters<typeof sendRaw>[2];
const ask = (path: string, options?: Sent): Promise<RawAnswer> => sendRaw(gateway.url, path, options);
const askJson = (path: string, options: Sent = {}): Promise<RawAnswer> =>
  ask(path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
const formHeaders = { 'Content-Type': 'application/x-www-form-urlencoded' };
const postForm = (path: string, body: string): Promise<RawAnswer> =>
  askJson(path, { method: 'POST', headers: formHeaders, body });
const contentType = ({ headers }: RawAnswer): string | undefined => headers['content-type'];

/** Asks, and checks that nothing was recorded. */
async function refused(path: string, options?: Sent): Promise<RawAnswer> {
  const before = await countPayments(gateway);
  const answer = await askJson(path, options);
  expect(await countPayments(gateway)).toBe(before);
  return answer;
}

describe('the routes', () => {
  test('GET answers the payment with the names of the interface, in their order', async () => {
    const answer = await ask(pathWith({}, '/Livraison%20d%27%C3%A9t%C3%A9.json'));
    expect(answer.status).toBe(200);
    const { payment_id, reference, payment_url, redirect, ...rest } = jsonOf(answer);
    expect(rest).toEqual({
      status: 'REQUIRES_ACTION',
      payment_target: 'PAYBOX',
      payment_run_mode: 'TEST',
      effective_run_mode: 'TEST',
      payment_type: 'CB',
      id_origin: 'web',
      id_societe: '1',
      id_client: '2263',
      id_commande: '45012',
      type_paiement: 'CB',
      amount: '1250',
      currency: 'EUR',
      email: 'a.client@example.fr',
      commentaire: "Livraison d'été",
      replayed: false,
    });
    expect(payment_id).toMatch(/^pay_[0-9a-f]{32}$/);
    expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(payment_url).toContain(`${gateway.url}/pay/`);
    expect(redirect).toMatchObject({ method: 'POST', fields: { PBX_TOTAL: '1250' } });
    expect(Object.keys(jsonOf(answer))).toEqual([
      'payment_id',
      'reference',
      'status',
      'payment_url',
      'payment_target',
      'payment_run_mode',
      'effective_run_mode',
      'payment_type',
      'id_origin',
      'id_societe',
      'id_client',
      'id_commande',
      'type_paiement',
      'amount',
      'currency',
      'email',
      'commentaire',
      'redirect',
      'replayed',
    ]);
  });

  test('a transfer comes with the account and without a form or a picture', async () => {
    const answer = await ask(pathWith({ 0: 'MILLIET', 2: 'SEPA', 7: 'SEPA' }, '.json'));
    expect(jsonOf(answer)).not.toHaveProperty('redirect');
    expect(jsonOf(answer).bank_transfer).toEqual({
      iban: expect.stringMatching(/^FR\d{2}/),
      bic: expect.any(String),
      creditor_name: expect.any(String),
      reference: expect.stringMatching(/^RF\d{2}/),
      amount: '1250',
    });
    expect(Object.keys(jsonOf(answer)).slice(-2)).toEqual(['bank_transfer', 'replayed']);
    expect((await ask(pathWith({ 0: 'MILLIET', 2: 'SEPA', 7: 'SEPA' }, '.xml'))).body).toMatch(
      /<bank_transfer><iban>FR.*<amount>1250<\/amount><\/bank_transfer>/,
    );
  });

  test('POST without a body, and with an empty one of a JSON type, is as GET', async () => {
    const [get, post, empty] = await Promise.all([
      askJson(goodPath),
      askJson(goodPath, { method: 'POST' }),
      askJson(goodPath, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Length': '0' } }),
    ]);
    expect(new Set([get, post, empty].map((answer) => jsonOf(answer).payment_id)).size).toBe(1);
  });

  test.each([
    '/payment_initiate',
    '/payment_initiate/PAYBOX',
    pathWith({}, '/comment/more'),
    '/payment_initiate/metadata',
  ])('%s is no route', async (path) => {
    const answer = await askJson(path);
    expect([answer.status, contentType(answer), answer.body]).toEqual([404, 'text/plain', '404']);
  });

  test('an unmatched path with a callback is not wrapped', async () => {
    expect(await ask('/payment_initiate/PAYBOX?callback=cb')).toMatchObject({ status: 404, body: '404' });
  });

  test('paths of others go on to others', async () => {
    for (const path of [
      '/',
      '/json/metadata',
      '/json/syncreply/payment_initiate',
      '/json/reply',
      '/xx/reply/payment_initiate',
      '/api',
      '/json/reply/a/b',
      '/payment_initiates/x',
    ]) {
      const answer = await askJson(path);
      expect(answer.headers.link ?? '').not.toContain('successor-version');
    }
  });

  test('what was the framework’s own and was never called is not served', async () => {
    for (const path of [
      '/json/syncreply/payment_initiate',
      '/json/asynconeway/payment_initiate',
      '/openapi',
      '/swagger-ui/',
      '/postman',
      '/ui',
      '/ui/payment_initiate',
      '/locode',
      '/admin-ui',
      '/metadata/app.json',
      '/types/csharp',
      '/types/metadata',
      '/soap12',
    ])
      expect([path, (await refused(path)).status]).toEqual([path, 404]);
  });

  test('the root names the list of operations', async () => {
    const answer = await ask('/');
    expect([answer.status, answer.body]).toEqual([200, expect.stringContaining('/metadata"')]);
  });

  test.each(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is 404 and records nothing, whatever method is said to override it',
    async (method) => {
      const answer = await refused(pathWith({ 6: `verb-${method}` }, '?X-Http-Method-Override=GET'), {
        method,
        headers: { 'X-Http-Method-Override': 'GET' },
      });
      expect(answer.status).toBe(404);
      expect(answer.body).toBe(method === 'HEAD' ? '' : '404');
    },
  );

  test('a GET that says that it is a DELETE is a GET', async () => {
    expect((await askJson(goodPath, { headers: { 'X-Http-Method-Override': 'DELETE' } })).status).toBe(200);
  });

  test('an empty inner segment is refused with the envelope', async () => {
    const answer = await refused('/payment_initiate/PAYBOX/TEST/CB/web/1/2263//45012/CB/1250/a@b.fr');
    expect(answer.status).toBe(400);
    expect(envelopeOf(answer)).toEqual({
      errorCode: 'InvalidInput',
      message: 'The path has an empty segment in the place of id_commande.',
      errors: [
        {
          errorCode: 'InvalidInput',
          fieldName: 'id_commande',
          message: 'The path has an empty segment in the place of id_commande.',
        },
      ],
    });
  });

  test('a message never repeats markup, which an old page might put into itself', async () => {
    const answer = await refused(pathWith({ 0: encodeURIComponent("<img src=x onerror='a()'>") }, '.json'));
    expect(envelopeOf(answer).errors[0]?.message).toBe(
      '&#39;&lt;img src=x onerror=&#39;a()&#39;&gt;&#39; is an Invalid value for &#39;payment_target&#39;',
    );
  });

  test('every empty segment is named, whatever the number of segments', async () => {
    for (const [path, fields] of [
      [pathWith({ 0: '' }), ['payment_target']],
      [pathWith({ 5: '', 8: '' }), ['id_client', 'amount']],
      [`${goodPath}//comment`, ['commentaire']],
      [`${goodPath}/comment//more`, ['commentaire']],
      ['/payment_initiate/PAYBOX//TEST/CB/web.json', ['payment_run_mode']],
    ] as const) {
      const answer = await refused(path);
      expect([path, answer.status, blamedIn(answer)]).toEqual([path, 400, fields]);
    }
  });

  test('leading and trailing slashes are ignored, and the name of the operation is written in any case', async () => {
    for (const path of [`/${goodPath}`, `${goodPath}//`, goodPath.replace('payment_initiate', 'Payment_INITIATE')])
      expect((await askJson(path)).status).toBe(200);
  });

  test.each([
    ['bad percent-encoding', '22%zz', 'id_client'],
    ['bytes that are no UTF-8', '22%E9', 'id_client'],
    ['a NUL', '22%00', 'id_client'],
    ['a line end', '22%0d%0aX: y', 'id_client'],
  ])('%s in the path names the field', async (_title, value, field) => {
    const answer = await refused(pathWith({ 5: encodeURI(value).replaceAll('%25', '%') }));
    expect([answer.status, blamedIn(answer)]).toEqual([400, [field]]);
  });

  test('a whole URL in the request line, as proxies send it, is a path of ours', async () => {
    expect(jsonOf(await ask(`http://localhost:4000${goodPath}.json`)).id_client).toBe('2263');
  });

  test('an encoded slash stays inside its segment', async () => {
    const answer = await refused(pathWith({ 5: '22%2F63' }));
    expect([answer.status, blamedIn(answer)]).toEqual([400, ['id_client']]);
  });

  test('dots are no way up', async () => {
    expect((await refused('/payment_initiate/../graphql')).status).toBe(404);
    expect((await refused(pathWith({ 3: '..', 4: '..' }))).status).toBe(400);
  });
});

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

  test('what is no name of a function is cleaned up, or refused without being wrapped', async () => {
    expect((await ask(`${goodPath}?callback=$cb`)).body).toMatch(/^\/\*\*\/_cb\(/);
    expect((await ask(`${goodPath}?callback=alert(1)//`)).body).toMatch(/^\/\*\*\/alert_1___\(/);
    for (const callback of ['1', 'a..b', 'x'.repeat(101)]) {
      const answer = await refused(pathWith({ 6: 'callback' }, `?callback=${callback}`));
      expect([answer.status, contentType(answer), blamedIn(answer)]).toEqual([
        400,
        'application/json; charset=utf-8',
        ['callback'],
      ]);
    }
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

describe('forms and bodies', () => {
  test('a form adds the comment and repeats the path', async () => {
    const answer = await postForm(
      pathWith({ 6: 'formulaire' }),
      'commentaire=%C3%A9t%C3%A9+1%2B1&amount=1250&payment_target=paybox&email=a.client%40example.fr&inconnu=x',
    );
    expect([answer.status, jsonOf(answer).commentaire]).toEqual([200, 'été 1+1']);
    expect(jsonOf(await postForm(pathWith({ 6: 'formulaire-2' }), 'commentaire=été+déjà')).commentaire).toBe(
      'été déjà',
    );
  });

  test('a comment from a text area is one text, and a line end in another field is none', async () => {
    const path = pathWith({ 6: 'lignes' });
    for (const answer of [
      await postForm(path, 'commentaire=Sonner%0D%0Adeux+fois%0D%0A'),
      await askJson(pathWith({ 6: 'lignes-2' }, '?commentaire=Sonner%0Adeux+fois')),
      await askJson(pathWith({ 6: 'lignes-3' }), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ commentaire: 'Sonner\n\ndeux fois' }),
      }),
    ])
      expect([answer.status, jsonOf(answer).commentaire]).toEqual([200, 'Sonner deux fois']);
    expect(blamedIn(await refused(`${path}?id_client=22%0A63`))).toEqual(['id_client']);
    expect(blamedIn(await refused(`${path}/Sonner%0Adeux`))).toEqual(['commentaire']);
  });

  test('a multipart form binds like any other and its files are read over', async () => {
    const form = new FormData();
    form.set('commentaire', 'par formulaire');
    form.set('email', new Blob(['x@y.fr']), 'a.txt');
    const response = await gateway.get(`${pathWith({ 6: 'multipart' })}.json`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ commentaire: 'par formulaire', email: 'a.client@example.fr' });
  });

  test.each([
    'amount=1251',
    'amount=1250&amount=1250',
    'payment_target=MILLIET',
    'payment_run_mode=LIVE',
    'email=b%40b.fr',
    'payment_type=3',
    'type_paiement=AMEX',
    'amount=',
  ])('%s against the path is refused', async (text) => {
    for (const answer of [
      await refused(`${goodPath}?${text}`),
      await refused(goodPath, { method: 'POST', headers: formHeaders, body: text }),
    ]) {
      expect([answer.status, envelopeOf(answer).errorCode, blamedIn(answer)]).toEqual([
        400,
        'InvalidInput',
        [text.split('=')[0]],
      ]);
    }
  });

  test('other fields override the path, a form over the query', async () => {
    const answer = await postForm(
      `${pathWith({ 6: 'autre' })}?id_client=7&id_commande=question`,
      'id_commande=formulaire',
    );
    expect(jsonOf(answer)).toMatchObject({ id_client: '7', id_commande: 'formulaire' });
    // What an access log says is not what was recorded, so that the gateway's own names the fields; never their values.
    const said = (): unknown =>
      gateway.logs.findLast(({ msg }) => msg === 'a legacy request says other values than its path');
    expect(said()).toMatchObject({ level: 40, client: 'anonymous', fields: ['id_client', 'id_commande'] });
    expect(JSON.stringify(said())).not.toContain('formulaire');
    const before = said();
    await postForm(pathWith({ 6: 'autre' }), 'id_client=2263&payment_target=paybox&Email=');
    expect(said()).toBe(before);
  });

  test.each([
    ['application/json', '{"commentaire":"du corps","amount":1,"payment_target":"BOGUS","__type":"x"}'],
    ['application/json; charset=utf-8', '\ufeff {"Commentaire":"du corps"}'],
    ['application/xml', '<payment_initiate xmlns="urn:x"><commentaire>du corps</commentaire></payment_initiate>'],
    ['text/xml', '<payment_initiate><amount>1</amount><commentaire>du corps</commentaire></payment_initiate>'],
    ['application/jsv', '{commentaire:du corps}'],
    ['text/csv', 'commentaire\r\ndu corps\r\n'],
  ])('a %s body fills in the comment and gives way to the path', async (type, body) => {
    const answer = await askJson(pathWith({ 6: createHash('sha256').update(body).digest('hex').slice(0, 20) }), {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
    expect([answer.status, jsonOf(answer).commentaire, jsonOf(answer).amount]).toEqual([200, 'du corps', '1250']);
  });

  test('a JSON body is read on GET too, a form is not', async () => {
    const headers = (type: string, body: string) => ({ 'Content-Type': type, 'Content-Length': String(body.length) });
    const json = '{"commentaire":"par GET"}';
    expect(
      jsonOf(await askJson(pathWith({ 6: 'get-json' }), { headers: headers('application/json', json), body: json }))
        .commentaire,
    ).toBe('par GET');
    const form = 'commentaire=par+GET';
    expect(
      jsonOf(
        await askJson(pathWith({ 6: 'get-form' }), {
          headers: headers('application/x-www-form-urlencoded', form),
          body: form,
        }),
      ),
    ).not.toHaveProperty('commentaire');
  });

  test('a body of an unknown type is ignored', async () => {
    expect(
      (await askJson(goodPath, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '\xff[not json' }))
        .status,
    ).toBe(200);
  });

  test.each([
    ['application/json', '[]'],
    ['application/json', '"x"'],
    ['application/json', '{"a":'],
    ['application/json', '{"amount":{}}'],
    ['application/json', Buffer.from('{"commentaire":"\xe9"}', 'latin1')],
    ['application/xml', '<payment_initiate><email>'],
    ['application/xml', '<!DOCTYPE a [<!ENTITY b "c">]><payment_initiate><email>&b;</email></payment_initiate>'],
    ['application/jsv', 'amount:1'],
    ['text/csv', 'amount\n1\n2'],
    ['multipart/form-data; boundary=x', 'no form'],
  ])('a malformed %s body is a SerializationException: %s', async (type, body) => {
    const answer = await refused(goodPath, { method: 'POST', headers: { 'Content-Type': type }, body });
    expect(answer.status).toBe(400);
    expect(envelopeOf(answer)).toEqual({
      errorCode: 'SerializationException',
      message: `Could not deserialize '${type.split(';')[0]}' request using payment_initiate`,
      errors: [],
    });
  });

  test.each([
    [
      'application/x-www-form-urlencoded; charset=ISO-8859-1',
      Buffer.from('commentaire=Caf%E9+%26+th\xe9+%A4%2B', 'latin1'),
      'Café & thé ¤+',
    ],
    ['application/x-www-form-urlencoded; charset="windows-1252"', Buffer.from('commentaire=12+%80'), '12 €'],
    ['application/x-www-form-urlencoded; charset=iso-8859-15', Buffer.from('commentaire=12+%A4'), '12 €'],
    ['application/x-www-form-urlencoded; charset=utf8', Buffer.from('commentaire=Caf%C3%A9'), 'Café'],
    ['application/json; charset=iso-8859-1', Buffer.from('{"commentaire":"Caf\xe9 %E9"}', 'latin1'), 'Café %E9'],
  ])('%s is read as what it declares', async (type, body, text) => {
    const order = createHash('sha256').update(type).digest('hex').slice(0, 20);
    const answer = await askJson(pathWith({ 6: order }), { method: 'POST', headers: { 'Content-Type': type }, body });
    expect([answer.status, jsonOf(answer).commentaire]).toEqual([200, text]);
  });

  test('a body that is too large, compressed or in another charset is refused', async () => {
    const large = await refused(goodPath, {
      method: 'POST',
      headers: formHeaders,
      body: `commentaire=${'x'.repeat(17_000)}`,
    });
    expect([large.status, envelopeOf(large).errorCode]).toEqual([413, 'RequestEntityTooLarge']);
    const chunked = await refused(goodPath, {
      method: 'POST',
      headers: { ...formHeaders, 'Transfer-Encoding': 'chunked' },
      body: `commentaire=${'x'.repeat(17_000)}`,
    });
    expect(chunked.status).toBe(413);
    const bytes = gzipSync('commentaire=x');
    expect(gunzipSync(bytes).toString()).toBe('commentaire=x');
    expect(
      (
        await refused(goodPath, {
          method: 'POST',
          headers: { ...formHeaders, 'Content-Encoding': 'gzip' },
          body: bytes,
        })
      ).status,
    ).toBe(415);
    expect(
      (
        await refused(goodPath, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-16' },
          body: 'a=b',
        })
      ).status,
    ).toBe(415);
  });
});

describe('refusals', () => {
  test('all unreadable enums come with the texts of the old service', async () => {
    const answer = await refused(pathWith({ 0: 'LA%20BANQUE%20POSTALE', 2: 'SEPA_DIRECT', 7: '9' }));
    expect(answer.status).toBe(400);
    const error = (fieldName: string, value: string) => ({
      errorCode: 'SerializationException',
      fieldName,
      message: `'${value}' is an Invalid value for '${fieldName}'`,
    });
    expect(envelopeOf(answer)).toEqual({
      errorCode: 'SerializationException',
      message: "Unable to bind to request 'payment_initiate'",
      errors: [
        error('payment_target', 'LA BANQUE POSTALE'),
        error('payment_type', 'SEPA_DIRECT'),
        error('type_paiement', '9'),
      ],
    });
  });

  test.each([
    ['.json', '"message":"\'BANQUE\' is an Invalid value for \'payment_target\'"'],
    ['.jsonl', '"message":"\'BANQUE\' is an Invalid value for \'payment_target\'"'],
    ['.xml', "<Message>'BANQUE' is an Invalid value for 'payment_target'</Message>"],
    ['.jsv', "message:'BANQUE' is an Invalid value for 'payment_target'}"],
    ['.csv', "message:'BANQUE' is an Invalid value for 'payment_target'}"],
    ['?callback=cb', '"message":"\'BANQUE\' is an Invalid value for \'payment_target\'"'],
  ])('the texts of the old service are found to the letter in %s', async (end, text) => {
    const { body } = await refused(pathWith({ 0: 'BANQUE' }, end));
    expect(body).toContain(text);
    expect(body).toContain("Unable to bind to request 'payment_initiate'");
  });

  test('names and ordinals of enums in any form are accepted', async () => {
    const answer = await askJson(pathWith({ 0: '1', 1: 'test', 2: '%22cb%22', 7: '%20Cb%20' }));
    expect(jsonOf(answer)).toMatchObject({
      payment_target: 'PAYBOX',
      payment_run_mode: 'TEST',
      payment_type: 'CB',
      type_paiement: 'CB',
    });
    expect(paymentTarget.names).toEqual(['LABANQUEPOSTALE', 'PAYBOX', 'MILLIET']);
  });

  test.each([
    [{ 8: '0' }, ['amount']],
    [{ 8: '12.50', 9: 'nobody' }, ['amount', 'email']],
    [{ 8: '1e3' }, ['amount']],
    [{ 8: '1234567890123' }, ['amount']],
    [{ 3: '-', 5: '%20' }, ['id_origin', 'id_client']],
    [{ 4: '99' }, ['id_societe']],
    [{ 7: 'AMEX' }, ['type_paiement']],
  ])('%j is invalid input that names its fields in snake_case', async (values, fields) => {
    const answer = await refused(pathWith(values));
    expect([answer.status, envelopeOf(answer).errorCode, blamedIn(answer)]).toEqual([400, 'InvalidInput', fields]);
    expect(envelopeOf(answer).errors.every(({ errorCode }) => errorCode === 'InvalidInput')).toBe(true);
    expect(answer.body).not.toMatch(/typePaiement|idOrigin|paymentType/);
  });

  test('what the target does not take, and what the caller may not do', async () => {
    const unsupported = await refused(pathWith({ 2: 'SEPA', 7: 'SEPA' }));
    expect([unsupported.status, envelopeOf(unsupported).errorCode]).toEqual([400, 'UnsupportedPayment']);
    const notAllowed = await refused(pathWith({ 1: 'FORCE_LIVE' }));
    expect([notAllowed.status, envelopeOf(notAllowed).errorCode, blamedIn(notAllowed)]).toEqual([
      403,
      'NotAllowed',
      ['payment_run_mode'],
    ]);
    const mandate = await refused(pathWith({ 0: 'MILLIET', 2: 'DIRECT_SEPA', 7: 'DIRECT_SEPA' }));
    expect([mandate.status, envelopeOf(mandate).errorCode]).toEqual([400, 'MandateRequired']);
  });

  test('an idempotency key comes by query, form or header; the same key with another request is a conflict', async () => {
    const path = pathWith({ 6: '0' });
    const first = await askJson(`${path}?idempotency_key=cle-1`);
    expect(jsonOf(first).replayed).toBe(false);
    for (const again of [
      await askJson(path, { headers: { 'Idempotency-Key': '"cle-1"' } }),
      await postForm(path, 'idempotency_key=cle-1'),
      await askJson(`${path}?idempotency_key=cle-1`, { headers: { 'Idempotency-Key': 'cle-1' } }),
    ]) {
      expect(jsonOf(again)).toMatchObject({ payment_id: jsonOf(first).payment_id, replayed: true });
    }
    const conflict = await refused(pathWith({ 6: '0', 8: '1251' }, '?idempotency_key=cle-1'));
    expect([conflict.status, envelopeOf(conflict).errorCode]).toEqual([422, 'IdempotencyConflict']);
    const different = await refused(`${path}?idempotency_key=cle-1`, { headers: { 'Idempotency-Key': 'cle-2' } });
    expect([different.status, blamedIn(different)]).toEqual([400, ['idempotency_key']]);
    const bad = await refused(`${path}?idempotency_key=%C3%A9`);
    expect([bad.status, blamedIn(bad)]).toEqual([400, ['idempotency_key']]);
  });

  test('two idempotency keys are refused, wherever each comes from', async () => {
    const path = pathWith({ 6: '0' });
    const query = `${path}?idempotency_key=cle-a`;
    const json = { 'Content-Type': 'application/json' };
    for (const answer of [
      await refused(query, { method: 'POST', headers: formHeaders, body: 'idempotency_key=cle-b' }),
      await refused(query, { method: 'POST', headers: json, body: '{"idempotency_key":"cle-b"}' }),
      await refused(path, { method: 'POST', headers: json, body: '{"idempotency_key":"a","idempotency_key":"a"}' }),
      await refused(path, { headers: { 'Idempotency-Key': ['cle-a', 'cle-b'] } }),
    ]) {
      expect([answer.status, envelopeOf(answer).errorCode, blamedIn(answer)]).toEqual([
        400,
        'InvalidInput',
        ['idempotency_key'],
      ]);
    }
    expect((await postForm(query, 'idempotency_key=cle-a')).status).toBe(200);
  });

  test('a header that is given twice is refused in the format that the address asks for', async () => {
    const twice = { headers: { 'Idempotency-Key': ['cle-a', 'cle-b'] } };
    const xml = await ask(`${goodPath}.xml`, twice);
    expect([xml.status, contentType(xml), xml.headers.connection]).toEqual([400, 'application/xml', 'close']);
    expect(xml.body).toContain('<FieldName>idempotency_key</FieldName>');
    expect((await ask(`${goodPath}?callback=cb`, twice)).body).toMatch(/^\/\*\*\/cb\(\{"responseStatus":/);
    expect(contentType(await ask(goodPath, twice))).toBe('text/html');
    expect(jsonOf(await ask('/graphql', twice))).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('a return address is bound and checked', async () => {
    expect(blamedIn(await refused(`${goodPath}?return_url=https%3A%2F%2Fevil.example%2F`))).toEqual(['return_url']);
    expect((await askJson(`${pathWith({ 6: 'retour' })}?return_url=http%3A%2F%2Flocalhost%2Fmerci`)).status).toBe(200);
  });

  test('a refusal is logged without a word of what was sent', async () => {
    const canaries = { 3: 'canari-origine', 5: 'canari-client', 8: '0', 9: 'canari@example.fr' };
    await refused(pathWith(canaries, '/canari-commentaire?payment_target=canari-cible'));
    const line = gateway.logs.findLast(({ msg }) => msg === 'a legacy request was refused');
    expect(line).toMatchObject({
      level: 40,
      client: 'anonymous',
      status: 400,
      errorCode: 'SerializationException',
      fields: ['payment_target'],
      bound: { payment_run_mode: 'TEST' },
    });
    expect(JSON.stringify(gateway.logs)).not.toContain('canari');
  });
});

describe('unintended requests', () => {
  test.each([
    ['Sec-Purpose', 'prefetch'],
    ['Sec-Purpose', 'prefetch;prerender'],
    ['Purpose', 'prefetch'],
    ['X-Purpose', 'preview'],
    ['X-Moz', 'prefetch'],
    ['Service-Worker', 'script'],
    ...linkPreviewAgents.map((agent) => ['User-Agent', `Mozilla/5.0 (compatible; ${agent}/1.0; +http://a.b)`]),
  ])('%s: %s never initiates', async (name, value) => {
    const answer = await refused(pathWith({ 6: 'personne' }), { headers: { [name ?? '']: value ?? '' } });
    expect([answer.status, contentType(answer), answer.body]).toEqual([403, 'text/plain', '403']);
  });

  test.each([
    'Mattermost-Bot/1.1',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/41.0.2227.0 Safari/537.36 Rocket.Chat/6.4.0',
    'Synapse (bot; +https://github.com/matrix-org/synapse)',
    'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)',
    'Mozilla/5.0 (compatible; ZulipURLPreview/8.0; +https://chat.example.fr)',
  ])('%s never initiates', async (agent) => {
    const answer = await refused(pathWith({ 6: 'personne' }), { headers: { 'User-Agent': agent } });
    expect([answer.status, answer.body]).toEqual([403, '403']);
  });

  test.each([
    ['Sec-Purpose', 'Purpose'],
    ['Purpose', 'X-Moz'],
  ])('%s with another value does not hide %s: prefetch', async (first, second) => {
    const headers = { [first]: 'foo', [second]: 'prefetch' };
    expect((await refused(pathWith({ 6: 'personne' }), { headers })).status).toBe(403);
  });

  test.each([
    'Java/1.8.0_202',
    'curl/7.29.0',
    'PHP/5.6.40',
    'Wget/1.21',
    'Apache-HttpClient/4.5.13 (Java/1.8.0_292)',
    'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)',
    'Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)',
    'Mozilla/4.0 (compatible; Synapse)',
    'Synapse-HttpComponents-NIO',
  ])('a program that calls itself %s does', async (agent) => {
    expect((await ask(goodPath, { headers: { 'User-Agent': agent } })).status).toBe(200);
  });

  test('a person with a browser does', async () => {
    const headers = {
      'User-Agent':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      'Sec-Fetch-Mode': 'navigate',
    };
    expect((await ask(goodPath, { headers })).status).toBe(200);
  });

  test('a predefined route is no way around', async () => {
    expect((await refused('/json/reply/payment_initiate?amount=1', { headers: { Purpose: 'prefetch' } })).status).toBe(
      403,
    );
  });
});

describe('predefined routes', () => {
  const fields = {
    payment_target: 'PAYBOX',
    payment_run_mode: 'TEST',
    payment_type: 'CB',
    id_origin: 'web',
    id_societe: '1',
    id_client: '2263',
    id_commande: 'predefinie',
    type_paiement: 'CB',
    amount: '1250',
    email: 'a.client@example.fr',
  };
  const query = new URLSearchParams(fields).toString();
  const json = JSON.stringify(fields);

  test.each([
    '/json/reply/payment_initiate',
    '/JSON/Reply/Payment_Initiate/',
    '/json/oneway/payment_initiate',
    '/api/payment_initiate',
    '/Api/PAYMENT_INITIATE',
  ])('%s answers GET and POST in JSON, whatever Accept says', async (path) => {
    for (const answer of [
      await ask(`${path}?${query}`, { headers: { Accept: 'text/html' } }),
      await ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: json }),
      await ask(path, { method: 'POST', headers: { 'Content-Type': 'text/plain;charset=UTF-8' }, body: json }),
      await ask(path, { method: 'POST', body: json }),
      await ask(path, { method: 'POST', headers: formHeaders, body: query }),
    ]) {
      expect([answer.status, contentType(answer)]).toEqual([200, 'application/json; charset=utf-8']);
      expect(jsonOf(answer)).toMatchObject(fields);
    }
  });

  test.each([
    [
      '/xml/reply/payment_initiate',
      `<payment_initiate>${Object.entries(fields)
        .map(([name, value]) => `<${name}>${value}</${name}>`)
        .join('')}</payment_initiate>`,
      'application/xml',
    ],
    [
      '/jsv/reply/payment_initiate',
      `{${Object.entries(fields)
        .map(([name, value]) => `${name}:${value}`)
        .join(',')}}`,
      'application/jsv',
    ],
    [
      '/csv/reply/payment_initiate',
      `${Object.keys(fields).join(',')}\r\n${Object.values(fields).join(',')}`,
      'text/csv',
    ],
    ['/html/reply/payment_initiate', query, 'text/html'],
  ])('%s reads and answers its own format', async (path, body, type) => {
    const headers = {
      'Content-Type': type === 'text/html' ? 'application/x-www-form-urlencoded' : 'text/plain',
      Accept: '*/*',
    };
    const answer = await ask(path, { method: 'POST', headers, body });
    expect([answer.status, contentType(answer)]).toEqual([200, type]);
  });

  test('suffix, format and callback count', async () => {
    expect(contentType(await ask(`/api/payment_initiate.csv?${query}`))).toBe('text/csv');
    expect(contentType(await ask(`/json/reply/payment_initiate?format=xml&${query}`))).toBe('application/xml');
    expect((await ask(`/xml/reply/payment_initiate?callback=cb&${query}`)).body).toMatch(
      /^\/\*\*\/cb\(\{"payment_id":/,
    );
    expect((await ask('/json/reply/payment_initiate.csv')).status).toBe(405);
  });

  test('a name that is written twice in a JSON body is refused where the last would be a guess', async () => {
    const headers = { 'Content-Type': 'application/json' };
    for (const path of ['/json/reply/payment_initiate', '/api/payment_initiate']) {
      const body = json.replace('"amount":"1250"', '"amount":"1","amount":"1250"');
      const answer = await refused(path, { method: 'POST', headers, body });
      expect([answer.status, blamedIn(answer)]).toEqual([400, ['amount']]);
    }
  });

  test('a form overrides the query, and so does a body', async () => {
    const rest = query.replace('id_client=2263', 'id_client=1');
    expect(
      jsonOf(await ask(`/api/payment_initiate?${rest}`, { method: 'POST', headers: formHeaders, body: 'id_client=2' }))
        .id_client,
    ).toBe('2');
    expect(
      jsonOf(await ask(`/api/payment_initiate?${rest}`, { method: 'POST', body: '{"id_client":"3"}' })).id_client,
    ).toBe('3');
  });

  test('all required fields are required, an order is not', async () => {
    const answer = await refused('/json/reply/payment_initiate', { method: 'POST', body: '{}' });
    expect(answer.status).toBe(400);
    expect(envelopeOf(answer)).toMatchObject({ errorCode: 'InvalidInput', message: 'payment_target is required.' });
    expect(blamedIn(answer)).toEqual(Object.keys(fields).filter((name) => name !== 'id_commande'));
    const withoutOrder = new URLSearchParams(
      Object.entries(fields).filter(([name]) => name !== 'id_commande'),
    ).toString();
    expect(jsonOf(await ask(`/api/payment_initiate?${withoutOrder}&id_commande`)).id_commande).toBe('0');
  });

  test('numbers, ordinals and nulls in JSON, and a bad enum', async () => {
    const answer = await ask('/api/payment_initiate', {
      method: 'POST',
      body: json.replace('"1250"', '1250').replace('"PAYBOX"', '1').replace('}', ',"commentaire":null}'),
    });
    expect(jsonOf(answer)).toMatchObject({ amount: '1250', payment_target: 'PAYBOX' });
    expect(
      blamedIn(await refused('/api/payment_initiate', { method: 'POST', body: json.replace('"1250"', '1e3') })),
    ).toEqual(['amount']);
    expect(
      envelopeOf(await refused('/api/payment_initiate', { method: 'POST', body: json.replace('"TEST"', '"X"') })),
    ).toMatchObject({
      errorCode: 'SerializationException',
      errors: [{ fieldName: 'payment_run_mode', message: "'X' is an Invalid value for 'payment_run_mode'" }],
    });
  });

  test.each([
    '/json/reply/unknown',
    '/api/unknown',
    '/api/payment_initiate.com',
    '/json/reply/payment_initiate[]',
    '/json/reply/payment_initiate%5B%5D',
    '/json/reply/%zz',
  ])('%s is 405', async (path) => {
    const answer = await refused(path, { method: 'POST', body: '[{}]' });
    expect([answer.status, contentType(answer), envelopeOf(answer).errorCode]).toEqual([
      405,
      'application/json; charset=utf-8',
      'NotImplementedException',
    ]);
  });

  test('an unknown operation is answered in the format of its route', async () => {
    expect(contentType(await ask('/xml/reply/unknown'))).toBe('application/xml');
    expect(contentType(await ask('/api/unknown.csv'))).toBe('text/csv');
  });

  test.each([
    ['HEAD', 404],
    ['OPTIONS', 404],
    ['PUT', 405],
    ['PATCH', 405],
    ['DELETE', 405],
  ])('%s is %i', async (method, status) => {
    const answer = await refused(`/json/reply/payment_initiate?${query}`, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers.allow).toBe(status === 405 ? 'GET, POST' : undefined);
  });
});

describe('the page for a browser', () => {
  const page = (path: string, language: string): Promise<RawAnswer> =>
    ask(path, { headers: { Accept: 'text/html', 'Accept-Language': language } });

  test('shows what was asked in French, the amount in euros, and one link that leads on', async () => {
    const { payment_url } = jsonOf(await askJson(goodPath));
    const { body } = await page(goodPath, 'fr-FR,fr;q=0.9,en;q=0.8');
    expect(body).toContain('12,50\u00a0€');
    expect(body).toContain('lang="fr"');
    expect(body).toContain('Paiement à effectuer');
    expect(body.match(/<a /g)).toHaveLength(1);
    expect(body).toContain(`href="${payment_url}"`);
  });

  test('speaks English to whom prefers it', async () => {
    const { body } = await page(goodPath, 'en-GB,en;q=0.9');
    expect(body).toContain('lang="en"');
    expect(body).toContain('€12.50');
    expect(body).toContain('Payment to be made');
  });

  test('escapes what was sent', async () => {
    const { body, status } = await page(
      pathWith({ 6: 'html' }, `/${encodeURIComponent('<script>alert("1")</script>')}`),
      'fr',
    );
    expect(status).toBe(200);
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('&lt;script&gt;alert');
  });

  test('puts each error beside its field, with the status of the other formats', async () => {
    const answer = await page(pathWith({ 8: '12,50', 9: '<b>nobody' }), 'fr');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/Montant<\/dt>\s*<dd>12,50<p[^>]*>Un nombre entier de centimes/);
    expect(answer.body).toMatch(/E-mail<\/dt>\s*<dd>&lt;b&gt;nobody<p[^>]*>Une adresse e-mail/);
    expect((await page(pathWith({ 0: 'BOGUS' }), 'en')).body).toMatch(
      /Target<\/dt>\s*<dd>BOGUS<p[^>]*>Possible values: LABANQUEPOSTALE/,
    );
    expect((await page(pathWith({ 1: 'FORCE_LIVE' }), 'fr')).status).toBe(403);
  });

  test('says what each type means, and what would be possible', async () => {
    expect((await page(goodPath, 'fr')).body).toMatch(/Moyen de paiement<\/dt><dd>CB <span[^>]*>Carte bancaire</);
    const { body } = await page(pathWith({ 2: 'SEPA', 7: 'SEPA' }), 'fr');
    expect(body).toContain('Possible : LABANQUEPOSTALE : DIRECT_SEPA, CB, AMEX ; PAYBOX : CB, AMEX ; MILLIET : ');
    expect((await page(pathWith({ 2: 'SEPA', 7: 'SEPA' }), 'en')).body).toContain('; PAYBOX: CB, AMEX; ');
  });

  test('shows the other values beside one that cannot be read in the address', async () => {
    for (const bad of ['', '%zz', '%00']) {
      const { body, status } = await page(pathWith({ 5: bad }), 'fr');
      expect([bad, status]).toEqual([bad, 400]);
      expect(body).toMatch(/Client<\/dt><dd>[^a-z]*<p[^>]*>(?:Cette valeur manque|La valeur)/);
      expect(body).toMatch(/Commande<\/dt><dd>45012</);
    }
    expect((await page('/payment_initiate/PAYBOX//TEST.html', 'fr')).body).not.toContain('Commande');
  });

  test('runs under a policy that allows nothing from elsewhere', async () => {
    const { headers } = await page(goodPath, 'fr');
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});
