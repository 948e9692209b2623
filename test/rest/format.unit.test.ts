import { describe, expect, test } from 'vitest';
import { chooseFormat, type FormatWishes } from '../../src/rest/request/format.ts';
import { applyJsonConfig } from '../../src/rest/request/json-config.ts';
import { cleanCallback, wrapInCallback } from '../../src/rest/response/jsonp.ts';

const noWishes: FormatWishes = {
  suffix: null,
  callback: '',
  parameter: '',
  route: null,
  accept: undefined,
  contentType: undefined,
};
const choose = (wishes: Partial<FormatWishes>): string => chooseFormat({ ...noWishes, ...wishes });

describe('the format of an answer', () => {
  test('the first hit wins: suffix, callback, parameter, route, Accept, default', () => {
    const all = { suffix: 'csv', callback: 'cb', parameter: 'xml', route: 'jsv', accept: 'application/json' } as const;
    expect(choose(all)).toBe('csv');
    expect(choose({ ...all, suffix: null })).toBe('json');
    expect(choose({ ...all, suffix: null, callback: '' })).toBe('xml');
    expect(choose({ ...all, suffix: null, callback: '', parameter: '' })).toBe('jsv');
    expect(choose({ accept: 'application/json' })).toBe('json');
    expect(choose({})).toBe('html');
  });

  test.each([
    ['json', 'json'],
    ['JSON', 'json'],
    ['xml.whatever', 'xml'],
    ['Csv', 'csv'],
    ['jsonl', 'jsonl'],
    ['x-json', 'html'],
    ['jsonp', 'html'],
    ['', 'html'],
    ['__proto__', 'html'],
    ['.json', 'html'],
  ])('?format=%s means %s', (parameter, format) => {
    expect(choose({ parameter })).toBe(format);
  });

  test.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', undefined, 'html'],
    ['application/json, text/plain, */*', undefined, 'json'],
    ['application/json, text/javascript, */*; q=0.01', undefined, 'json'],
    ['*/*', undefined, 'html'],
    [undefined, undefined, 'html'],
    [undefined, 'application/json', 'html'],
    ['*/*', 'application/json', 'json'],
    ['*/*', 'application/json; charset=utf-8', 'json'],
    ['*/*', 'text/xml', 'xml'],
    ['*/*', 'text/csv', 'csv'],
    ['*/*', 'application/x-www-form-urlencoded', 'html'],
    ['*/*', 'multipart/form-data; boundary=x', 'html'],
    ['*/*', 'text/plain;charset=UTF-8', 'html'],
    ['text/xml', undefined, 'html'],
    ['text/javascript', undefined, 'html'],
    ['image/png', undefined, 'html'],
    ['application/jsv', undefined, 'jsv'],
    ['application/json;q=0.1, text/html;q=0.9', undefined, 'html'],
    ['application/xml, application/json', undefined, 'json'],
    ['text/html, application/json', 'application/json', 'json'],
    ['text/html, application/json', 'application/json; charset=utf-8', 'html'],
    ['text/csv', undefined, 'csv'],
    ['text/jsonl', undefined, 'jsonl'],
    ['text/csv, */*', undefined, 'html'],
    ['text/plain, text/csv', undefined, 'html'],
    ['', undefined, 'html'],
  ])('Accept %j with Content-Type %j means %s', (accept, contentType, format) => {
    expect(choose({ accept, contentType })).toBe(format);
  });

  test('Accept does not count on a predefined route', () => {
    expect(choose({ route: 'xml', accept: 'text/html' })).toBe('xml');
    expect(choose({ route: 'json', accept: '*/*', contentType: 'text/csv' })).toBe('json');
  });
});

describe('the callback of JSONP', () => {
  test.each([
    ['cb', 'cb'],
    ['jQuery1124_1700', 'jQuery1124_1700'],
    ['app.pay.done', 'app.pay.done'],
    ['$cb', '_cb'],
    ['alert(1)//', 'alert_1___'],
    ['a[0]', 'a_0_'],
    ['été', '_t_'],
    ['x\u2028y', 'x_y'],
    ['__proto__', '__proto__'],
    ['1a', '1a'],
    ['.a', '.a'],
    ['a..b', 'a..b'],
    ['-', '_'],
    ['a'.repeat(100), 'a'.repeat(100)],
  ])('%j is called as %s', (callback, name) => {
    expect(cleanCallback(callback)).toBe(name);
  });

  test('is not cut to 100 characters', () => {
    expect(cleanCallback('a'.repeat(101))).toBeNull();
  });

  test('the script begins with a comment and ends without a semicolon', () => {
    expect(wrapInCallback('cb', '{"a":1}')).toBe('/**/cb({"a":1})');
  });
});

describe('?jsconfig', () => {
  const camel = { casing: 'camel', writesNulls: false } as const;
  const pascal = { casing: 'pascal', writesNulls: false } as const;

  test.each([
    ['', camel, camel],
    ['tc:pc', camel, pascal],
    ['TC:PascalCase', camel, pascal],
    ['eccn', pascal, camel],
    ['eccn:false', pascal, pascal],
    ['tc:cc', pascal, camel],
    ['inv', camel, { casing: 'camel', writesNulls: true }],
    ['eccn,inv', pascal, { casing: 'camel', writesNulls: true }],
    ['dh:iso8601,edv,unknown:7', camel, camel],
  ])('%j', (text, before, after) => {
    expect(applyJsonConfig(before, text)).toEqual(after);
  });
});
