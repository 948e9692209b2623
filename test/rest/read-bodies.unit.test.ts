import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/rest/request/read-csv.ts';
import { readJson } from '../../src/rest/request/read-json.ts';
import { readJsv } from '../../src/rest/request/read-jsv.ts';
import { readMultipart } from '../../src/rest/request/read-multipart.ts';
import { readXml } from '../../src/rest/request/read-xml.ts';

describe('a JSON body', () => {
  test.each([
    ['{"amount":"1250"}', [['amount', '1250']]],
    [
      '\n {"Amount":1250,"payment_target":1}',
      [
        ['Amount', '1250'],
        ['payment_target', '1'],
      ],
    ],
    ['{"amount":1e3}', [['amount', '1e3']]],
    ['{"amount":12345678901234567890}', [['amount', '12345678901234567890']]],
    ['{"amount":1.50}', [['amount', '1.50']]],
    ['{"email":null,"commentaire":true}', [['commentaire', 'true']]],
    ['{"__type":"System.IO.File","__proto__":{"email":"x"},"constructor":1,"amount":"1"}', [['amount', '1']]],
    ['{"unknown":{"deep":[1]},"email":"é\\u20ac"}', [['email', 'é€']]],
    ['{}', []],
    // Inner objects and texts that look like one have names of their own.
    [
      '{"unknown":{"amount":"1","amount":"2"},"commentaire":"\\"amount\\":{","amount":"3"}',
      [
        ['commentaire', '"amount":{'],
        ['amount', '3'],
      ],
    ],
    ['{"commentaire":"a","commentaire":"b"}', [['commentaire', 'b']]],
  ])('%s', (text, entries) => {
    expect(readJson(text)).toEqual(entries);
  });

  test.each([
    '{"amount":"1","amount":"1250"}',
    '{"amount":1,"email":"a@b.fr","amount" : 1250}',
    '{"amount":"1","am\\u006funt":"1250"}',
    '{"amount":"1","amount":null}',
    '{"a":[{}],"amount":"1","b":{"c":"}"},"amount":"1250"}',
  ])('%s hands a guarded name on more than once', (text) => {
    expect(readJson(text)?.filter(([name]) => name === 'amount').length).toBeGreaterThan(1);
  });

  test.each([
    '[]',
    '"x"',
    '12',
    'x{}',
    '{"a":',
    '{"amount":{}}',
    '{"amount":["1250"]}',
    "{'amount':1}",
    '{"amount":01}',
    `{"a":${'['.repeat(8000)}`,
  ])('%s is none', (text) => {
    expect(readJson(text)).toBeNull();
  });
});

describe('a JSV body', () => {
  test.each([
    [
      '{amount:1250,email:a@b.fr}',
      [
        ['amount', '1250'],
        ['email', 'a@b.fr'],
      ],
    ],
    [
      '{commentaire:"a, ""b""",amount:1}',
      [
        ['commentaire', 'a, "b"'],
        ['amount', '1'],
      ],
    ],
    [
      '{"email":a@b.fr,unknown:{a:[1,2],b:"}"},amount:1}',
      [
        ['email', 'a@b.fr'],
        ['amount', '1'],
      ],
    ],
    ['{commentaire:http://a.fr/?b=c}', [['commentaire', 'http://a.fr/?b=c']]],
    ['{ email : a@b.fr }', [['email', 'a@b.fr']]],
    ['{}', []],
  ])('%s', (text, entries) => {
    expect(readJsv(text)).toEqual(entries);
  });

  test.each([
    'amount:1',
    '{amount}',
    '{amount:{a:1}}',
    '{amount:[1]}',
    '{commentaire:"a}',
    '{a:[1}',
    '{a:1]}',
    '{"',
    '{"}',
    '{""""}',
    '[]',
  ])('%s is none', (text) => {
    expect(readJsv(text)).toBeNull();
  });
});

describe('a CSV body', () => {
  test.each([
    [
      'amount,email\r\n1250,a@b.fr\r\n',
      [
        ['amount', '1250'],
        ['email', 'a@b.fr'],
      ],
    ],
    [
      'amount,commentaire\n1250,"a, ""b""\nc"',
      [
        ['amount', '1250'],
        ['commentaire', 'a, "b"\nc'],
      ],
    ],
    [
      'amount , email\n1,\n\n',
      [
        ['amount', '1'],
        ['email', ''],
      ],
    ],
    ['a,b,c\n1', [['a', '1']]],
    ['a\n1,,', [['a', '1']]],
    ['amount', []],
  ])('%j', (text, entries) => {
    expect(readCsv(text)).toEqual(entries);
  });

  test.each(['', '\r\n', 'a\n1\n2', 'a\n"1', 'a\n"1"x', 'email,amount\na@b.fr,12,50'])('%j is none', (text) => {
    expect(readCsv(text)).toBeNull();
  });
});

describe('an XML body', () => {
  const root = (content: string, attributes = ''): string =>
    `<payment_initiate${attributes}>${content}</payment_initiate>`;

  test.each([
    [
      root('<amount>1250</amount><email>a&amp;b@c.fr</email>'),
      [
        ['amount', '1250'],
        ['email', 'a&b@c.fr'],
      ],
    ],
    [
      `<?xml version="1.0"?>${root('<email>é</email><amount>1</amount>', ' xmlns="http://schemas.datacontract.org/2004/07/Payments" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"')}`,
      [
        ['email', 'é'],
        ['amount', '1'],
      ],
    ],
    [
      root('<commentaire i:nil="true"/><Amount>1</Amount>', ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance"'),
      [['Amount', '1']],
    ],
    [root('<commentaire><![CDATA[<b>]]></commentaire><unknown><a/></unknown>'), [['commentaire', '<b>']]],
    [root(''), []],
  ])('%s', (text, entries) => {
    expect(readXml(text)).toEqual(entries);
  });

  test.each([
    '<!DOCTYPE x [<!ENTITY a "b">]><payment_initiate><email>&a;</email></payment_initiate>',
    '<!doctype x><payment_initiate/>',
    '<payment_initiate><email>&unknown;</email></payment_initiate>',
    '<payment_initiate><email>a</payment_initiate>',
    '<payment_initiate>',
    '<other/>',
    'text',
    root('<email><b>a</b></email>'),
    '<payment_initiate/><payment_initiate/>',
    '<a>'.repeat(5000),
    root('<a/>'.repeat(400)),
    root(`<a ${Array.from({ length: 400 }, (_, index) => `a${index}=""`).join(' ')}/>`),
    root(`<a ${Array.from({ length: 33 }, (_, index) => `a${index}=""`).join(' ')}/>`),
    root(`<${'a'.repeat(101)}/>`),
    root(`<a b="${'x'.repeat(4097)}"/>`),
    root('<commentaire>Dupont & fils</commentaire>'),
    root('<commentaire>&#6;</commentaire>'),
    root('<email>\u0000</email>'),
    root('<x:email>a</x:email>'),
  ])('%s is none', (text) => {
    expect(readXml(text)).toBeNull();
  });
});

describe('a multipart form', () => {
  const type = 'multipart/form-data; boundary=XX';
  const form = (...parts: string[]): Buffer =>
    Buffer.from(`${parts.map((part) => `--XX\r\n${part}\r\n`).join('')}--XX--\r\n`);
  const field = (name: string, value: string): string =>
    `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;

  const file =
    'Content-Disposition: form-data; name="email"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nx@y.fr';

  test('gives its fields in their order, and reads over its files', async () => {
    expect(await readMultipart(type, form(field('commentaire', 'été, 1+1'), file, field('amount', '')))).toEqual([
      ['commentaire', 'été, 1+1'],
      ['amount', ''],
    ]);
  });

  test('may have parts without a name, which are read over', async () => {
    const parts = [field('', 'a'), 'Content-Disposition: form-data\r\n\r\nb', field('amount', '1')];
    expect(await readMultipart(type, form(...parts))).toEqual([['amount', '1']]);
  });

  test.each([
    ['a file that is cut off', type, form(file).subarray(0, -20)],
    ['no boundary', 'multipart/form-data', form(field('a', 'b'))],
    ['cut off', type, Buffer.from('--XX\r\nContent-Disposition: form-data; name="a"\r\n\r\nb')],
    ['not a form', type, Buffer.from('nothing of the kind')],
    ['no UTF-8', type, Buffer.from(form(field('commentaire', '\u00e9')).toString(), 'latin1')],
    ['too many fields', type, form(...Array.from({ length: 65 }, (_, index) => field(`f${index}`, 'x')))],
  ])('is refused: %s', async (_title, contentType, body) => {
    expect(await readMultipart(contentType, body)).toBeNull();
  });
});
