import { describe, expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { contentType, legacyOn } from '../support/rest/legacy-gateway.ts';
import { blamedIn, envelopeOf, goodPath, jsonOf, pathWith } from '../support/rest/requests.ts';

const gateway = openForGroup(() => startGateway());

const { ask, askJson, refused } = legacyOn(gateway);

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

  test('what cannot be read in the path is named together with all else that is wrong', async () => {
    const path = pathWith({ 1: 'BOGUS', 3: 'web%01', 5: '22%E9', 8: '12.50' }, '.json');
    const answer = await refused(`${path}?commentaire=a%07`);
    expect([answer.status, envelopeOf(answer).errorCode]).toEqual([400, 'SerializationException']);
    expect(blamedIn(answer)).toEqual(['payment_run_mode', 'id_origin', 'id_client', 'amount', 'commentaire']);
  });

  test('what cannot be read in the path is refused, whatever the query says instead', async () => {
    const answer = await refused(
      `${pathWith({ 1: 'TEST%0A', 5: '22%00' }, '.json')}?payment_run_mode=TEST&id_client=2263`,
    );
    expect([answer.status, blamedIn(answer)]).toEqual([400, ['payment_run_mode', 'id_client']]);
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
