import { createServer } from 'node:http';
import express, { Router } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/kernel/merchant.ts';
import { createLogger } from '../../../src/observability/logging.ts';
import { createRequestLog } from '../../../src/observability/request-log.ts';
import { type Serving, serving } from '../../support/http/serving.ts';
import { sendRaw } from '../../support/rest/requests.ts';

type Line = Record<string, unknown>;

function createTestLogger(maskingKey = Buffer.alloc(32, 1)) {
  const texts: string[] = [];
  const logger = createLogger({ level: 'debug', maskingKey, destination: { write: (text) => void texts.push(text) } });
  return { logger, texts, lines: () => texts.map((text) => JSON.parse(text) as Line) };
}

/** What is left of a value that is logged under a name that says nothing. */
function logged(value: unknown): unknown {
  const { logger, lines } = createTestLogger();
  logger.info({ detail: value }, 'event');
  return lines()[0]?.detail;
}

describe('what a value is', () => {
  const email = expect.stringMatching(/^\[email [0-9a-f]{8}\]$/);
  it.each<[string, unknown, unknown]>([
    ['an e-mail address', 'Jean.Dupont+vin@exemple.fr', email],
    ['an e-mail address in a sentence', 'to a@b.fr, now', expect.stringMatching(/^to \[email \w{8}\], now$/)],
    ['an encoded e-mail address', '?email=a%40b.fr&x=1', expect.stringMatching(/^\?email=\[email \w{8}\]&x=1$/)],
    ['an IBAN', 'FR76 3000 6000 0112 3456 7890 189', '[IBAN …0189]'],
    ['an IBAN in small letters', 'fr7630006000011234567890189', '[IBAN …0189]'],
    ['a card number', 'carte 4970 1100 0000 0013 merci', 'carte [card number] merci'],
    ['a number that is no card', 'commande 4970110000000014', 'commande 4970110000000014'],
    ['a French phone number', 'au 06 12 34 56 78.', 'au [phone].'],
    ['an international phone number', '+33612345678', '[phone]'],
    [
      'a legacy address',
      'GET /payment_initiate/PAYBOX/TEST/CB/web/1/2/3/CB/1250/x/Monsieur%20Dupont?a=b',
      'GET /payment_initiate/[masked]',
    ],
    [
      'a pay link',
      'https://p.example/pay/AbCdEfGhIjKlMnOpQrStUvWx/return/success',
      'https://p.example/pay/[masked]/return/success',
    ],
    ['a key', 'rgl_AbCdEfGhIjKl and Bearer abc.def', '[key] and Bearer [key]'],
    ['a database password', 'postgres://user:hunter2@host/db', 'postgres://[masked]@host/db'],
    ['a secret', new Secret('hunter2'), '[secret]'],
    ['bytes', Buffer.from('hunter2'), '[7 bytes]'],
    ['a map', new Map([['email', 'a@b.fr']]), '[1 entries]'],
    ['a web address', new URL('https://user:pw@bank.example/path?email=a@b.fr'), 'https://bank.example'],
    ['a list', ['a@b.fr', 1, null], [email, 1, null]],
    ['an amount that is a bigint', 12n, '12'],
    ['our own ids', 'pay_0198ab12345678901234567890123456', 'pay_0198ab12345678901234567890123456'],
    ["an attempt's reference", '4K7M-9QXT-12', '4K7M-9QXT-12'],
    ['a long text', 'x'.repeat(501), `${'x'.repeat(500)}…`],
    ['a deep object', { a: { b: { c: { d: { e: { f: 1 } } } } } }, { a: { b: { c: { d: { e: '[deeper]' } } } } }],
  ])('decides how %s is written', (_name, value, expected) => {
    expect(logged(value)).toEqual(expected);
  });

  it('tells equal e-mail addresses apart from others, with a secret key', () => {
    expect(logged('a@b.fr')).toBe(logged('A@B.fr'));
    expect(logged('a@b.fr')).not.toBe(logged('a@c.fr'));
    const { logger, lines } = createTestLogger(Buffer.alloc(32, 2));
    logger.info({ detail: 'a@b.fr' });
    expect(lines()[0]?.detail).not.toBe(logged('a@b.fr'));
  });
});

describe('what a value is called', () => {
  it.each([
    'commentaire',
    'firstName',
    'last_name',
    'X-Api-Key',
    'Authorization',
    'cookie',
    'token',
    'returnUrl',
    'query',
    'body',
    'headers',
    'derivedKey',
    'iban',
    'payer',
  ])('hides %s, at any depth and of any kind', (name) => {
    expect(logged({ [name]: 'canary' })).toEqual({ [name]: '[masked]' });
    expect(logged([{ deep: { [name]: { canary: 'canary' } } }])).toEqual([{ deep: { [name]: '[masked]' } }]);
    expect(logged({ [name]: null })).toEqual({ [name]: null });
  });

  it('leaves the mask of a door, and nothing that only looks like one', () => {
    expect(logged({ email: '[17 characters]', commentaire: '[Monsieur Dupont]' })).toEqual({
      email: '[17 characters]',
      commentaire: '[masked]',
    });
  });

  it('masks the bindings of a child and of its child', () => {
    const { logger, lines } = createTestLogger();
    logger.child({ request: 'req_1', email: 'a@b.fr' }).child({ token: 'canary' }).info('event');
    expect(lines()[0]).toMatchObject({
      request: 'req_1',
      email: expect.stringContaining('[email '),
      token: '[masked]',
    });
  });
});

describe('an error', () => {
  const fault = (): Error =>
    Object.assign(
      new RangeError('invalid input: "canary", for canary@example.fr', { cause: new TypeError("bad 'canary'") }),
      { code: '22P02', detail: 'canary', parameters: ['canary'], request: { headers: 'canary' } },
    );

  it('is written by an allow-list: its kind, its code, its words without quotations, its frames and its cause', () => {
    expect(logged(fault())).toEqual({
      type: 'RangeError',
      code: '22P02',
      message: expect.stringMatching(/^invalid input: "…", for \[email \w{8}\]$/),
      stack: expect.stringMatching(/^RangeError: invalid input: "…", for \[email \w{8}\]\n {4}at /),
      cause: { type: 'TypeError', message: "bad '…'", stack: expect.stringContaining('\n    at ') },
    });
  });

  it('that is logged alone, or as the text of its stack, says no more', () => {
    const { logger, texts, lines } = createTestLogger();
    logger.error(fault());
    logger.error({ fault: 'RangeError', stack: fault().stack }, 'failed');
    logger.error({ err: fault() }, 'failed');
    logger.error('failed for %s', 'canary@example.fr');
    expect(texts.join('')).not.toContain('canary');
    expect(lines().map(({ msg }) => msg)).toEqual(['an error', 'failed', 'failed', expect.stringContaining('[email ')]);
  });

  it('cannot hide its words among its frames', () => {
    const { stack } = Object.assign(new Error('x'), {
      stack: 'Error: a "canary"\nof two lines\n    at f (file.ts:1:1)\n  canary',
    });
    const { logger, texts } = createTestLogger();
    logger.error({ stack });
    expect(texts.join('')).not.toContain('canary');
  });
});

describe('a line', () => {
  it('is one line of JSON, whatever a client sends', () => {
    const { logger, texts } = createTestLogger();
    logger.info({ given: 'a\n{"level":60,"msg":"forged"}\r\n\u2028' }, 'event\nforged');
    expect(texts).toHaveLength(1);
    expect(texts[0]?.trimEnd().split(/[\r\n]/)).toHaveLength(1);
  });
});

describe('the line of a request', () => {
  let server: Serving;
  const { logger, texts, lines } = createTestLogger();
  beforeAll(async () => {
    const app = express();
    app.use((_request, response, next) => {
      response.set('X-Request-Id', 'req_own');
      next();
    });
    let now = 0;
    app.use(createRequestLog(logger, () => (now += 21)));
    const pages = Router();
    pages.get('/pay/:token/return/:outcome', (_request, response) => void response.send('ok'));
    pages.get('/health/live', (_request, response) => void response.send('ok'));
    pages.get('/broken', () => {
      throw new Error('canary');
    });
    app.use(pages);
    app.use('/payment_initiate', (_request, response) => void response.status(400).send('no'));
    app.use(((_error, _request, response, _next) => void response.status(500).end()) as express.ErrorRequestHandler);
    server = await serving(createServer(app));
  });
  afterAll(() => server.close());

  async function lineOf(path: string, headers: Record<string, string> = {}): Promise<Line | undefined> {
    const before = texts.length;
    await sendRaw(server.url, path, { headers });
    while (texts.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
    return lines().at(-1);
  }

  it('has the route and not the address, our id, and how it ended', async () => {
    const {
      pid: _pid,
      hostname: _host,
      time: _time,
      ...line
    } = (await lineOf('/pay/canary/return/success?canary=1')) ?? {};
    expect(line).toEqual({
      level: 30,
      msg: 'request',
      request: 'req_own',
      method: 'GET',
      route: '/pay/:token/return/:outcome',
      status: 200,
      durationMs: 21,
    });
    expect(await lineOf('/payment_initiate/PAYBOX/canary@example.fr')).toMatchObject({
      route: '/payment_initiate',
      status: 400,
    });
    expect(await lineOf('/canary')).toMatchObject({ route: 'none', status: 404 });
    expect(texts.join('')).not.toContain('canary');
  });

  it('is a warning for a fault of ours, and quiet about probes', async () => {
    expect(await lineOf('/broken')).toMatchObject({ level: 40, status: 500 });
    expect(await lineOf('/health/live')).toMatchObject({ level: 20 });
  });

  it("keeps the client's own id beside ours, where it is a plain one", async () => {
    expect(await lineOf('/x', { 'X-Request-Id': 'shop-17.a_b' })).toMatchObject({
      request: 'req_own',
      clientRequest: 'shop-17.a_b',
    });
    for (const id of ['a@b.fr', 'x'.repeat(65), '{"level":60}', 'a b', '']) {
      expect(await lineOf('/x', { 'X-Request-Id': id })).not.toHaveProperty('clientRequest');
    }
  });
});
