import { describe, expect, it } from 'vitest';
import { isEncodedBody } from '../../src/kernel/bytes/content-encoding.ts';
import { startGateway } from '../support/gateway.ts';
import { exchangeRaw } from '../support/hostile/raw-exchange.ts';
import { openForGroup } from '../support/open-for.ts';
import { legacyPath } from '../support/requests.ts';

/** Some old clients and proxies send the header without a value: it says that the body is as it is. */

describe('the header Content-Encoding', () => {
  it.each([undefined, '', ' ', ',', 'identity', 'Identity', ' identity ', 'identity, ', 'identity, identity'])(
    'says with %j that the body is as it is',
    (header) => expect(isEncodedBody(header)).toBe(false),
  );

  it.each(['gzip', 'br', 'identity, gzip', 'gzip, ', 'canary', 'identity;q=1'])(
    'says with %j that it is encoded',
    (header) => expect(isEncodedBody(header)).toBe(true),
  );
});

describe('a body at each door', () => {
  const gateway = openForGroup(() => startGateway());

  const form = 'application/x-www-form-urlencoded';
  /** What the door answers to a body of its own kind that it read: the bodies of the last three are no good ones. */
  const doors: [path: string, type: string, body: string, status: number][] = [
    ['/graphql', 'application/json', '{"query":"{__typename}"}', 200],
    [legacyPath(), form, 'commentaire=un', 200],
    ['/notify/paybox', form, 'amount=1', 400],
    ['/notify/labanquepostale/1', form, 'vads_amount=1', 400],
    ['/bank-files?name=a.xml', 'application/xml', '<a/>', 422],
  ];
  const statusOf = async (coding: string, [path, type, body]: (typeof doors)[number]): Promise<number | null> => {
    const head = [`POST ${path} HTTP/1.1`, 'Host: 127.0.0.1', `Content-Type: ${type}`, `Content-Encoding:${coding}`];
    const rest = ['Accept: application/json', `Content-Length: ${body.length}`, 'Connection: close', '', body];
    return (await exchangeRaw(gateway.url, [...head, ...rest].join('\r\n'), { waitMs: 20_000 })).status;
  };

  describe.each(['', ' ', ' identity', ' IDENTITY'])('with the coding %j', (coding) => {
    it.each(doors)('is read: %s', async (...door) => expect(await statusOf(coding, door)).toBe(door[3]));
  });

  it.each(doors)('is refused where it is compressed: %s', async (...door) => {
    expect(await statusOf(' gzip', door)).toBe(415);
  });
});
