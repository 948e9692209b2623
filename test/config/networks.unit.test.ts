import { describe, expect, it } from 'vitest';
import { createAuthenticate } from '../../src/config/authenticate.ts';
import {
  createAddressOf,
  createCountedAddressOf,
  overlap,
  parseNetwork,
  plainAddress,
} from '../../src/config/networks.ts';
import { UnauthenticatedError } from '../../src/kernel/errors.ts';
import { goodClient, goodFile, read } from '../support/config/good-file.ts';

describe('networks', () => {
  it.each([
    ['10.0.0.0/8', 8],
    ['10.1.2.3', 32],
    ['2001:db8::/32', 32],
    ['::1', 128],
  ])('reads %s', (text, prefix) => {
    expect(parseNetwork(text)).toMatchObject({ prefix });
  });

  it.each([
    '',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0/8',
    '0.0.0.0/0',
    '::/0',
    '::ffff:10.0.0.0/104',
    'fe80::1%eth0',
    '010.0.0.1',
  ])('does not read %j', (text) => expect(parseNetwork(text)).toBeNull());

  it.each([
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::FFFF:0a00:0001', '10.0.0.1'],
    ['0:0:0:0:0:ffff:10.0.0.1', '10.0.0.1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['10.0.0.1:4711', null],
    ['unknown', null],
  ])('takes the address %s for %s', (text, address) => {
    expect(plainAddress(text)).toBe(address);
  });

  it('overlap where one holds the other, and not where they only look alike', () => {
    expect([overlap('10.0.0.0/8', '10.1.0.0/16'), overlap('10.1.0.0/16', '10.0.0.0/8')]).toEqual([true, true]);
    expect([overlap('10.1.0.0/16', '10.2.0.0/16'), overlap('10.0.0.0/8', '2001:db8::/32')]).toEqual([false, false]);
  });
});

describe('the address of a request', () => {
  const addressOf = createAddressOf(['10.0.0.0/8', '2001:db8::/32']);
  const from = (remoteAddress: string | undefined, forwarded?: string) =>
    addressOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } });

  it.each<[string, string | undefined, string | undefined, string | null]>([
    ['nobody in between', '192.0.2.1', undefined, '192.0.2.1'],
    ['a stranger who claims to be a proxy', '192.0.2.1', '10.0.0.1', '192.0.2.1'],
    ['one proxy', '10.0.0.1', '192.0.2.1', '192.0.2.1'],
    ['one proxy, and a sender who lies', '10.0.0.1', '198.51.100.7, 192.0.2.1', '192.0.2.1'],
    ['two proxies', '::ffff:10.0.0.1', '198.51.100.7, 192.0.2.1, 2001:db8::5', '192.0.2.1'],
    ['proxies alone: the first one is the sender', '10.0.0.1', '10.0.0.9', '10.0.0.9'],
    ['a proxy that says nothing', '10.0.0.1', undefined, null],
    ['a proxy of IPv6 that says nothing', '2001:db8::5', undefined, null],
    ['a proxy that says nothing, as IPv6', '::ffff:10.0.0.1', undefined, null],
    ['a proxy whose header is empty', '10.0.0.1', '', null],
    ['a proxy whose list ends in nothing', '10.0.0.1', '192.0.2.1, ', null],
    ['a proxy that says nonsense', '10.0.0.1', 'canary', null],
    ['a proxy that does not know', '10.0.0.1', '192.0.2.1, unknown', null],
    ['a proxy that adds a port', '10.0.0.1', '192.0.2.1:443', '192.0.2.1'],
    ['a proxy that adds a port to IPv6', '10.0.0.1', '[2001:db9::1]:443', '2001:db9::1'],
    ['a proxy that writes IPv6 in brackets', '10.0.0.1', '[2001:db9::1]', '2001:db9::1'],
    ['a proxy that writes IPv6 alone', '10.0.0.1', '2001:db9::1:443', '2001:db9::1:443'],
    ['a proxy that quotes', '10.0.0.1', '"[2001:db9::1]:443"', '2001:db9::1'],
    ['two proxies with ports', '10.0.0.1', '198.51.100.7:1, 192.0.2.1:2, [2001:db8::5]:3', '192.0.2.1'],
    ['a proxy that adds a port to a mapped address', '10.0.0.1', '[::ffff:192.0.2.1]:443', '192.0.2.1'],
    ['a port alone', '10.0.0.1', ':443', null],
    ['no port after a colon', '10.0.0.1', '192.0.2.1:', null],
    ['a port that is no number', '10.0.0.1', '192.0.2.1:http', null],
    ['a bracket that does not end', '10.0.0.1', '[2001:db9::1', null],
    ['brackets around nothing', '10.0.0.1', '[]:443', null],
    ['a quote that does not end', '10.0.0.1', '"192.0.2.1', null],
    ['no socket', undefined, '192.0.2.1', null],
  ])('after %s', (_name, remoteAddress, forwarded, expected) => {
    expect(from(remoteAddress, forwarded)).toBe(expected);
  });

  it('is missed, with the proxy of the connection, where a hop is no address, and not without a header', () => {
    const missed: string[] = [];
    const noting = createAddressOf(['10.0.0.0/8'], (proxy) => missed.push(proxy));
    const sentFrom = (remoteAddress: string, forwarded?: string) =>
      noting({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } });
    expect([sentFrom('10.0.0.1', 'unknown'), sentFrom('::ffff:10.0.0.2', 'canary, 10.0.0.9')]).toEqual([null, null]);
    sentFrom('10.0.0.3');
    sentFrom('10.0.0.4', '192.0.2.1:443');
    sentFrom('192.0.2.1', 'canary');
    expect(missed).toEqual(['10.0.0.1', '10.0.0.2']);
  });

  it('is no client where a trusted proxy in its network names no sender, and the sender where one does', () => {
    const file = { ...goodFile, trustedProxies: ['10.0.0.1'], clients: [{ ...goodClient, networks: ['10.0.0.0/8'] }] };
    const authenticate = createAuthenticate(read(file), Date.now);
    const as = (headers: Record<string, string>, remoteAddress = '10.0.0.1') =>
      authenticate({ headers, socket: { remoteAddress } }).client;
    for (const header of [undefined, '', 'unknown', ' , ']) {
      expect(() => as(header === undefined ? {} : { 'x-forwarded-for': header })).toThrow(UnauthenticatedError);
    }
    expect(() => as({ 'x-forwarded-for': '192.0.2.1' })).toThrow(UnauthenticatedError);
    const senders = [as({ 'x-forwarded-for': '10.4.5.6' }), as({ 'x-forwarded-for': '10.4.5.6:4711' })];
    expect([...senders, as({}, '10.4.5.6')]).toEqual(['boutique', 'boutique', 'boutique']);
  });

  it('that is counted is the proxy where it names no sender, so that one proxy does not use up the share of all', () => {
    const counted = createCountedAddressOf(['10.0.0.0/8']);
    const at = (remoteAddress: string, forwarded?: string) =>
      counted({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } });
    expect([at('10.0.0.1'), at('10.0.0.2', 'canary')]).toEqual(['10.0.0.1', '10.0.0.2']);
    expect([at('10.0.0.1', '192.0.2.1'), at('192.0.2.9', '192.0.2.1')]).toEqual(['192.0.2.1', '192.0.2.9']);
  });
});
