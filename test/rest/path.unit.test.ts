import { describe, expect, test } from 'vitest';
import { operationOfPath, readPath, splitTarget } from '../../src/rest/request/path.ts';

const prefix = '/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250';
const email = (segment: string): string | undefined => readPath(`${prefix}/${segment}`)?.values[9];
const comment = (segment: string): string | undefined => readPath(`${prefix}/a@b.fr/${segment}`)?.values[10];
const blamed = (path: string): (string | undefined)[] =>
  readPath(path)?.unreadable.map(({ fieldName }) => fieldName) ?? [];

describe('the path of the legacy routes', () => {
  test('the request line is split at the first question mark and nothing is decoded', () => {
    expect(splitTarget('/a/%2F?b=?c')).toEqual({ path: '/a/%2F', query: 'b=?c' });
    expect(splitTarget('/a')).toEqual({ path: '/a', query: '' });
    expect(splitTarget('HTTP://host:80/a/b?c')).toEqual({ path: '/a/b', query: 'c' });
    expect(splitTarget('/http://host/a')).toEqual({ path: '/http://host/a', query: '' });
    expect(splitTarget('*')).toEqual({ path: '*', query: '' });
  });

  test.each(['/payment_initiate/a', '/Payment_Initiate/a', '/PAYMENT_INITIATE', '//payment_initiate/a'])(
    '%s is a path of the operation',
    (path) => {
      expect(operationOfPath(path)).toBe('payment_initiate');
    },
  );

  test.each([
    '/',
    '',
    '/graphql',
    '/payment_initiate2/a',
    '/payment%5finitiate/a',
    '/x/payment_initiate',
    '/payment_in\u0131tiate',
  ])('%s is none', (path) => {
    expect(operationOfPath(path)).toBeNull();
  });

  test('ten and eleven values are routes, with or without slashes around them', () => {
    const values = ['PAYBOX', 'TEST', 'CB', 'web', '1', '2263', '45012', 'CB', '1250', 'a@b.fr'];
    expect(readPath(`${prefix}/a@b.fr`)).toEqual({ suffix: null, values, unreadable: [], fault: null });
    expect(readPath(`${prefix}/a@b.fr/`)?.values).toEqual(values);
    expect(readPath(`//${prefix.slice(1)}/a@b.fr//`)?.values).toEqual(values);
    expect(readPath(`${prefix}/a@b.fr/Commande%2045012`)?.values).toEqual([...values, 'Commande 45012']);
  });

  test.each([prefix, '/payment_initiate', '/payment_initiate/', `${prefix}/a@b.fr/c/d`, `${prefix}/a@b.fr/c/d.json`])(
    '%s is no route',
    (path) => {
      expect(readPath(path)).toBeNull();
    },
  );

  test.each([
    '/payment_initiate/PAYBOX//CB/web/1/2263/45012/CB/1250/a@b.fr',
    '/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012//1250/a@b.fr/c',
    '/payment_initiate//PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/a@b.fr',
  ])('an empty inner segment shifts nothing: %s is refused', (path) => {
    expect(readPath(path)?.fault).toMatchObject({ status: 400, errorCode: 'InvalidInput' });
    const values = readPath(path)?.values ?? [];
    // Each value stays in its place, or none is assigned.
    expect(values).toEqual(values.length > 0 ? path.split('/').slice(2) : []);
  });

  test.each([
    ['a@b.com', 'a@b.com', null],
    ['a@b.com.json', 'a@b.com', 'json'],
    ['a@b.com.jsonl', 'a@b.com', 'jsonl'],
    ['a@b.com.xml', 'a@b.com', 'xml'],
    ['a@b.com.jsv', 'a@b.com', 'jsv'],
    ['a@b.com.csv', 'a@b.com', 'csv'],
    ['a@b.com.html', 'a@b.com', 'html'],
    ['a@b.com%2Ejson', 'a@b.com', 'json'],
    ['a@b.com.JSON', 'a@b.com.JSON', null],
    ['a@b.com.txt', 'a@b.com.txt', null],
    ['a@b.com.jsonreport', 'a@b.com.jsonreport', null],
    ['a@b.com.json/', 'a@b.com.json', null],
    ['a@b.com.json.json', 'a@b.com.json', 'json'],
    ['a@b.com/.json', 'a@b.com', 'json'],
  ])('the e-mail segment %s is %s with the suffix %s', (segment, value, suffix) => {
    expect(email(segment)).toBe(value);
    expect(readPath(`${prefix}/${segment}`)?.suffix).toBe(suffix);
  });

  test.each([
    ['facture.json', 'facture', 'json'],
    ['v1.2', 'v1.2', null],
    ['a%2Fb.xml', 'a/b', 'xml'],
    ['.csv', undefined, 'csv'],
  ])('the comment segment %s is %s with the suffix %s', (segment, value, suffix) => {
    expect(comment(segment)).toBe(value);
    expect(readPath(`${prefix}/a@b.fr/${segment}`)?.suffix).toBe(suffix);
  });

  test.each([
    ['a%40b.fr', 'a@b.fr'],
    ['a+tag@b.fr', 'a+tag@b.fr'],
    ['a%2Btag@b.fr', 'a+tag@b.fr'],
    ['a%2540b.fr', 'a%40b.fr'],
    ['a%2Fb@c.fr', 'a/b@c.fr'],
    ['a%2fb@c.fr', 'a/b@c.fr'],
    ["o'neil@b.fr", "o'neil@b.fr"],
  ])('the e-mail %s is decoded once, to %s', (segment, value) => {
    expect(email(segment)).toBe(value);
  });

  test.each([
    ['Livraison+du+12', 'Livraison du 12'],
    ['1%2B1', '1+1'],
    ['%C3%A9t%C3%A9', 'été'],
    ['a%20%20b', 'a  b'],
    ['%E2%82%AC', '€'],
    ['%F0%9F%92%B6', '💶'],
  ])('the comment %s is decoded once, to %s', (segment, value) => {
    expect(comment(segment)).toBe(value);
  });

  test('`+` is a blank in the comment alone', () => {
    expect(readPath('/payment_initiate/PAYBOX/TEST/CB/a+b/1/2263/45012/CB/1250/a+b@c.fr/a+b')?.values).toMatchObject({
      3: 'a+b',
      9: 'a+b@c.fr',
      10: 'a b',
    });
  });

  test.each(['%', '%2', '%zz', '%E9', '%C3', '%C0%80', '%ED%A0%80', '%FF'])(
    '%s is not percent-encoded UTF-8 and is refused',
    (bad) => {
      expect(blamed(`/payment_initiate/PAYBOX/TEST/CB/web/1/22${bad}/45012/CB/1250/a@b.fr`)).toEqual(['id_client']);
      expect(blamed(`${prefix}/a@b.fr/c${bad}`)).toEqual(['commentaire']);
    },
  );

  test('what is not percent-encoded UTF-8 is refused in the format of its suffix', () => {
    expect(readPath(`${prefix}/a@b.fr/c%FF.json`)).toMatchObject({
      suffix: 'json',
      unreadable: [{ fieldName: 'commentaire' }],
    });
    expect(blamed(`${prefix}/a%FF@b.fr.xml`)).toEqual(['email']);
  });

  test.each(['%00', '%0A', '%0d%0a', '%1F', '%7f', '%C2%85'])('the control character %s is refused', (bad) => {
    expect(blamed(`/payment_initiate/PAYBOX/TEST/CB/web${bad}/1/2263/45012/CB/1250/a@b.fr/c${bad}`)).toEqual([
      'id_origin',
      'commentaire',
    ]);
  });
});
