import { describe, expect, it, vi } from 'vitest';
import {
  createClient,
  GatewayError,
  GetPaymentDocument,
  InitiatePaymentDocument,
  Intention,
  ListPaymentsDocument,
  LostAnswerError,
  pages,
  type RequestErrorCode,
} from '../../clients/typescript/src/index.ts';
import {
  clientOf,
  fakeTimers,
  fault,
  initiate,
  input,
  json,
  lost,
  proxy,
  type Reply,
  read,
  settle,
  success,
  unavailable,
} from '../support/clients/fake-answers.ts';

fakeTimers();

describe('an error without an answer', () => {
  const failed = (code: string): Error => Object.assign(new TypeError('fetch failed'), { cause: { code } });
  const late = Object.assign(new Error('late'), { name: 'TimeoutError' });
  const aborted = Object.assign(new Error('aborted'), { name: 'AbortError' });
  it.each<[string, Error, string]>([
    [
      'a connection that is refused',
      failed('ECONNREFUSED'),
      'No answer came from https://pay.example/graphql: ECONNREFUSED. No program listens there: start the gateway',
    ],
    ['a name that does not exist', failed('ENOTFOUND'), 'ENOTFOUND. This host name is not known'],
    ['https where it speaks http', failed('ERR_SSL_WRONG_VERSION_NUMBER'), 'The gateway speaks http there'],
    ['a connection that breaks', failed('ECONNRESET'), 'ECONNRESET.'],
    [
      'an address that leads to another one',
      Object.assign(new TypeError('fetch failed'), { cause: new Error('unexpected redirect') }),
      'graphql: unexpected redirect. This address leads to another one',
    ],
    ['a browser that says no more', new TypeError('Failed to fetch'), 'Failed to fetch.'],
    ['a gateway that is slow', late, 'No answer came from https://pay.example/graphql in time.'],
    ['a caller that gives up', aborted, 'The call was aborted before its answer came.'],
  ])('names the address and the cause: %s', async (_what, error, said) => {
    const { client } = clientOf([() => Promise.reject(error) as never], { retries: 0 });
    const fault = await client.execute(GetPaymentDocument, { id: 'pay_1' }).catch((one: unknown) => one);
    expect(fault).toMatchObject({ name: 'GatewayError', code: 'NO_ANSWER', cause: error });
    expect((fault as GatewayError).message).toContain(said);
  });

  it.each([
    ['https://shop.example', 'https://pay.example/graphql: Failed to fetch. The gateway is not there, or'],
    ['https://shop.example', '`graphql.corsOrigins` of its config lacks https://shop.example.'],
    ['https://pay.example', 'https://pay.example/graphql: Failed to fetch.'],
  ])('names the entry of the config that a page of another site needs: %s', async (origin, said) => {
    vi.stubGlobal('location', { href: `${origin}/cart`, origin });
    const { client } = clientOf([() => Promise.reject(new TypeError('Failed to fetch')) as never], { retries: 0 });
    const fault = await client.execute(GetPaymentDocument, { id: 'pay_1' }).catch((one: unknown) => one);
    vi.unstubAllGlobals();
    expect((fault as Error).message).toContain(said);
    if (origin === 'https://pay.example') expect((fault as Error).message).not.toContain('corsOrigins');
  });

  it.each([undefined, '', '127.0.0.1:4000', 'localhost:4000', '/payments', 'file:///srv'])(
    'refuses an address that no request can reach before it sends one: %s',
    async (url) => {
      const sent = vi.fn();
      vi.stubGlobal('fetch', sent);
      const client = createClient({ url: url as string });
      const fault = await client.execute(InitiatePaymentDocument, { input }).catch((one: unknown) => one as Error);
      vi.unstubAllGlobals();
      expect(fault).toBeInstanceOf(TypeError);
      expect((fault as Error).message).toBe(
        `url must be the gateway's address, for instance http://127.0.0.1:4000. It is ${url}.`,
      );
      expect(sent).not.toHaveBeenCalled();
    },
  );

  it('leaves a relative address to a fetch of the caller, as frameworks have on a server', async () => {
    const sent = vi.fn(async () => new Response(JSON.stringify({ data: { payment: null } })));
    await createClient({ url: '/pay', fetch: sent }).execute(GetPaymentDocument, { id: 'pay_1' });
    expect(sent).toHaveBeenCalledWith('/pay/graphql', expect.anything());
  });

  it.each(['', '/', '/payments'])('takes an address of the page: "%s"', async (url) => {
    vi.stubGlobal('location', { href: 'https://shop.example/cart', origin: 'https://shop.example' });
    const sent = vi.fn(async () => new Response(JSON.stringify({ data: { payment: null } })));
    const result = await createClient({ url, fetch: sent }).execute(GetPaymentDocument, { id: 'pay_1' });
    vi.unstubAllGlobals();
    expect(result).toEqual({ payment: null });
    expect(sent).toHaveBeenCalledWith(`${url.replace(/\/$/, '')}/graphql`, expect.anything());
  });

  it('has codes that a program can tell apart', () => {
    const meaning = ({ code }: GatewayError): string => {
      switch (code) {
        case 'UNAUTHENTICATED':
          return 'key';
        case 'RATE_LIMITED':
          return 'later';
        // @ts-expect-error With `satisfies`, a misspelt code does not compile.
        case 'RATE_LIMITD' satisfies RequestErrorCode:
          return 'never';
        default:
          return code;
      }
    };
    const of = (code: string): GatewayError =>
      new GatewayError({ code, message: '', status: null, requestId: null, errors: [] });
    expect(['UNAUTHENTICATED', 'RATE_LIMITED', 'OF_A_NEWER_GATEWAY'].map((code) => meaning(of(code)))).toEqual([
      ...['key', 'later', 'OF_A_NEWER_GATEWAY'],
    ]);
  });
});

describe('a mutation that takes a key', () => {
  it.each<[string, readonly Reply[]]>([
    ['a connection that breaks', [lost, success]],
    ['an answer of a proxy', [proxy, success]],
    [
      'a gateway without its database',
      [fault('DATABASE_UNAVAILABLE', 503, { retryAdvice: 'RETRY_SAME_KEY' }), success],
    ],
    ['a gateway that is asked too often', [fault('RATE_LIMITED', 429, {}, { 'retry-after': '1' }), success]],
    ['a bank that is away for a moment', [unavailable(2), success]],
    ['all of them', [lost, proxy, unavailable(1), success]],
  ])('is sent again under the same key after %s', async (_fault, replies) => {
    const { outcome, sent, keys } = await initiate(replies);
    expect(outcome).toMatchObject({ initiatePayment: { __typename: 'InitiatePaymentSuccess' } });
    expect(sent).toHaveLength(replies.length);
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });

  it.each<[string, readonly Reply[]]>([
    ['no connection', [lost, lost, lost, lost]],
    ['only a proxy that answers', [proxy, proxy, proxy, proxy]],
    ['a commit of unknown outcome', [fault('DATABASE_UNAVAILABLE', 503, { retryAdvice: 'CHECK_STATUS_FIRST' })]],
    ['a fault inside the gateway', [fault('INTERNAL_SERVER_ERROR', 200)]],
    ['a page in place of an answer', [() => new Response('<h1>Welcome to the hotel</h1>')]],
  ])('says that its outcome is unknown after %s, and which key to send again', async (_fault, replies) => {
    const intention = new Intention();
    const { outcome, sent, keys } = await initiate(replies, { intention });
    expect(outcome).toBeInstanceOf(LostAnswerError);
    expect(outcome).toMatchObject({ key: intention.key });
    expect(sent).toHaveLength(replies.length);
    expect(keys).toEqual(new Set([intention.key]));
    expect(intention.isUnknown).toBe(true);
    expect(() => intention.renew()).toThrow('unknown');
  });

  it.each<[string, Reply]>([
    ['a missing key', fault('UNAUTHENTICATED', 401)],
    ['a document that is refused', fault('DOCUMENT_REFUSED', 400)],
  ])('is refused for %s: nothing was done, and a new key is allowed', async (_fault, reply) => {
    const intention = new Intention();
    const { outcome, sent } = await initiate([reply], { intention });
    expect(outcome).toBeInstanceOf(GatewayError);
    expect(outcome).not.toBeInstanceOf(LostAnswerError);
    expect(sent).toHaveLength(1);
    const { key } = intention;
    intention.renew();
    expect(intention.key).not.toBe(key);
  });

  it('leaves a long wait to its caller: the refusal is the result', async () => {
    const { outcome, sent } = await initiate([unavailable(30)]);
    expect(outcome).toMatchObject({ initiatePayment: { retryAfterSeconds: 30 } });
    expect(sent).toHaveLength(1);
  });

  it('uses the key of its input where there is one, and no second one', async () => {
    const { client, sent } = clientOf([lost, success]);
    await settle(client.execute(InitiatePaymentDocument, { input: { ...input, idempotencyKey: 'order-45012' } }));
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual([undefined, undefined]);
    expect(sent[1]?.body.variables).toMatchObject({ input: { idempotencyKey: 'order-45012' } });
  });

  it('keeps the key of an intention from before a reload, until an answer comes', async () => {
    const intention = new Intention('kept');
    expect(() => intention.renew()).toThrow();
    const { keys } = await initiate([success], { intention });
    expect(keys).toEqual(new Set(['kept']));
    intention.renew();
  });

  it('stops at once when its caller gives up, and stays unknown', async () => {
    const intention = new Intention();
    const stop = new AbortController();
    const { client, sent } = clientOf([
      () => {
        stop.abort();
        return lost();
      },
      success,
    ]);
    const options = { intention, signal: stop.signal };
    const outcome = await settle(client.execute(InitiatePaymentDocument, { input }, options));
    expect(outcome).toBeInstanceOf(LostAnswerError);
    expect([sent.length, intention.isUnknown]).toEqual([1, true]);
  });
});

describe('a mutation without a key', () => {
  const reverse = 'mutation { reverseJournalEntry(input: { id: "x", reason: "y" }) { __typename } }';

  it('is not sent again after a lost answer', async () => {
    const { client, sent } = clientOf([lost, success]);
    expect(await settle(client.execute(reverse, {}))).toMatchObject({ name: 'LostAnswerError', key: null });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  it('is sent again where the gateway says that nothing was done', async () => {
    const { client, sent } = clientOf([fault('RATE_LIMITED', 429, {}, { 'retry-after': '1' }), success]);
    await settle(client.execute(reverse, {}));
    expect(sent).toHaveLength(2);
  });
});

describe('a query', () => {
  it('is sent again after a lost answer, without a key', async () => {
    const { client, sent } = clientOf([lost, proxy, read]);
    expect(await settle(client.execute(GetPaymentDocument, { id: 'pay_1' }))).toEqual({ payment: null });
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual([undefined, undefined, undefined]);
  });

  it('throws what the gateway says, with the id of the request', async () => {
    const { client } = clientOf([fault('NOT_FOUND', 404, {}, { 'x-request-id': 'req_1' })]);
    expect(await settle(client.execute(GetPaymentDocument, { id: 'pay_1' }))).toMatchObject({
      ...{ name: 'GatewayError', code: 'NOT_FOUND', status: 404, requestId: 'req_1', message: 'A fault.' },
    });
  });

  it('sends key, language and address as they were given', async () => {
    const { client, sent } = clientOf([read], { key: async () => 'rgl_key', language: 'en' });
    await settle(client.execute(GetPaymentDocument, { id: 'pay_1' }));
    expect(sent[0]).toMatchObject({
      url: 'https://pay.example/graphql',
      headers: { authorization: 'Bearer rgl_key', 'accept-language': 'en' },
      body: { query: expect.stringMatching(/^query GetPayment/), variables: { id: 'pay_1' } },
    });
  });

  it('sends the hash alone where the gateway knows the documents', async () => {
    const { client, sent } = clientOf([read], { documents: 'HASH' });
    await settle(client.execute(GetPaymentDocument, { id: 'pay_1' }));
    expect(sent[0]?.body).toEqual({
      documentId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      variables: { id: 'pay_1' },
    });
    await expect(client.execute('{ __typename }', {})).rejects.toThrow('needs a hash');
  });

  it('takes a node with the print of graphql, and says what is missing without', async () => {
    const node = { kind: 'Document', definitions: [] };
    const { client } = clientOf([read]);
    await expect(client.execute(node, {})).rejects.toThrow('createClient({ print })');
    const printing = clientOf([read], { print: () => 'query Printed { __typename }' });
    await settle(printing.client.execute(node, {}));
    expect(printing.sent[0]?.body.query).toBe('query Printed { __typename }');
  });
});

it('walks through the pages of a list', async () => {
  const page = (endCursor: string | null, hasNextPage: boolean): Reply =>
    json({ data: { payments: { pageInfo: { endCursor, hasNextPage }, edges: [] } } });
  const { client, sent } = clientOf([page('a', true), page('b', true), page('c', false), page('d', false)]);
  const cursors: (string | null)[] = [];
  for await (const { pageInfo } of pages(client, ListPaymentsDocument, { first: 2 }, ({ payments }) => payments)) {
    cursors.push(pageInfo.endCursor);
  }
  expect(cursors).toEqual(['a', 'b', 'c']);
  expect(sent.map(({ body }) => (body.variables as { after?: string }).after)).toEqual([undefined, 'a', 'b']);
});
