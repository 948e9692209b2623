import { describe, expect, test } from 'vitest';
import { linkPreviewAgents } from '../../src/http/unintended-requests.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { contentType, formHeaders, legacyOn } from '../support/rest/legacy-gateway.ts';
import { blamedIn, envelopeOf, goodPath, jsonOf, pathWith } from '../support/rest/requests.ts';

const gateway = openForGroup(() => startGateway());

const { ask, askJson, postForm, refused } = legacyOn(gateway);

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
    [{ 0: 'BANQUE', 8: '12.50', 9: 'nobody' }, '', ['payment_target', 'amount', 'email']],
    [{ 3: '-', 9: 'nobody' }, '?amount=1', ['amount', 'id_origin', 'email']],
  ])('one answer names every wrong value of %j%s, though the request cannot be bound', async (values, end, fields) => {
    expect(blamedIn(await refused(pathWith(values, end)))).toEqual(fields);
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
      fields: ['payment_target', 'amount'],
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
