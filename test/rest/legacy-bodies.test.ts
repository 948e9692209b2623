import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { formHeaders, legacyOn } from '../support/rest/legacy-gateway.ts';
import { blamedIn, envelopeOf, goodPath, jsonOf, pathWith } from '../support/rest/requests.ts';

const gateway = openForGroup(() => startGateway());

const { askJson, postForm, refused } = legacyOn(gateway);

/** A form with one field, of characters that stand for bytes. */
function multipart(comment: string, type = ''): Buffer {
  const head = `Content-Disposition: form-data; name="commentaire"\r\n${type && `Content-Type: ${type}\r\n`}`;
  return Buffer.from(`--x\r\n${head}\r\n${comment}\r\n--x--\r\n`, 'latin1');
}

const xml = (declaration: string, encoding: 'latin1' | 'utf8'): Buffer =>
  Buffer.from(`${declaration}<payment_initiate><commentaire>Café</commentaire></payment_initiate>`, encoding);

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
    ['application/xml', xml('<?xml version="1.0" encoding="ISO-8859-1"?>', 'latin1'), 'Café'],
    ['application/xml', xml("<?xml version='1.0' encoding='windows-1252'?>", 'latin1'), 'Café'],
    ['application/xml', xml('<?xml version="1.0" encoding="utf-16"?>', 'utf8'), 'Café'],
    ['application/xml; charset=utf-8', xml('<?xml version="1.0" encoding="ISO-8859-1"?>', 'utf8'), 'Café'],
    ['application/json; charset=iso-8859-1', Buffer.from('{"commentaire":"Caf\xe9 %E9"}', 'latin1'), 'Café %E9'],
    ['multipart/form-data; boundary=x; charset=iso-8859-15', multipart('12 \xa4'), '12 €'],
    ['multipart/form-data; boundary="x"', multipart('12 \xa4', 'text/plain; charset=ISO-8859-15'), '12 €'],
    [
      'multipart/form-data; charset=utf-8; boundary=x',
      multipart('12 \x80', 'text/plain; charset="windows-1252"'),
      '12 €',
    ],
    ['multipart/form-data; boundary=x;charset=latin1', multipart('th\xc3\xa9', 'text/plain; charset=utf-8'), 'thé'],
    ['multipart/form-data; boundary=x', multipart('th\xc3\xa9', 'text/plain'), 'thé'],
  ])('%s is read as what it declares', async (type, body, text) => {
    const order = createHash('sha256').update(type).update(body).digest('hex').slice(0, 20);
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
    for (const [type, body] of [
      ['application/x-www-form-urlencoded; charset=utf-16', 'a=b'],
      ['multipart/form-data; boundary=x; charset=utf-16', multipart('a')],
      ['multipart/form-data; boundary=x', multipart('a', 'text/plain; charset=utf-16')],
    ] as const) {
      const { status } = await refused(goodPath, { method: 'POST', headers: { 'Content-Type': type }, body });
      expect(status).toBe(415);
    }
  });
});
