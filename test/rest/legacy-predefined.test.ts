import { describe, expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { contentType, formHeaders, legacyOn } from '../support/rest/legacy-gateway.ts';
import { blamedIn, envelopeOf, goodPath, jsonOf, pathWith, type RawAnswer } from '../support/rest/requests.ts';

const gateway = openForGroup(() => startGateway());

const { ask, askJson, refused } = legacyOn(gateway);

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
