import { beforeAll, describe, expect, it } from 'vitest';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { answerOf, askGraphql, codesOf, postGraphql } from '../support/schema/ask-graphql.ts';

/** What clients with a cache, and browsers that lose their connection, expect of the door. */

const subscription = (selection: string): string =>
  `subscription ($id: ID!, $after: String) { paymentUpdated(id: $id, afterEvent: $after) { ${selection} } }`;

type Sent = { readonly id: string | null; readonly event: string; readonly data: string };

const eventsIn = (text: string): Sent[] =>
  text
    .split('\n\n')
    .filter((block) => block.includes('event: '))
    .map((block) => {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? null;
      return { id: field('id'), event: field('event') ?? '', data: field('data') ?? '' };
    });

describe.each(drawnDatabases())('on $name', ({ open }) => {
  let paymentId: string;
  let stored: readonly string[];

  const gateway = openForGroup(() => startGateway({ open }));
  beforeAll(async () => {
    const { payment } = await initiated(gateway);
    paymentId = payment.id;
    await askGraphql(gateway, `mutation { cancelPayment(input: { id: "${paymentId}" }) { __typename } }`);
    stored = (await gateway.store.eventsOf(paymentId, 0, 100)).map(({ id }) => id);
    expect(stored.length).toBeGreaterThan(1);
  });

  /** Reads `count` events, or all where the stream ends before. */
  async function follow(count: number, options: FollowOptions = {}): Promise<Sent[]> {
    const { selection = 'sequence', after = null, lastEventId, method = 'POST' } = options;
    const controller = new AbortController();
    const parameters = { query: subscription(selection), variables: { id: paymentId, after } };
    const query = new URLSearchParams({ query: parameters.query, variables: JSON.stringify(parameters.variables) });
    const headers = {
      Accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    };
    const response =
      method === 'GET'
        ? await gateway.get(`/graphql?${query}`, { headers, signal: controller.signal })
        : await gateway.get('/graphql', {
            method,
            headers: { ...headers, 'Content-Type': 'application/json' },
            body: JSON.stringify(parameters),
            signal: controller.signal,
          });
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (eventsIn(text.slice(0, text.lastIndexOf('\n\n') + 2)).length >= count) break;
    }
    controller.abort();
    return eventsIn(text);
  }
  type FollowOptions = {
    readonly selection?: string;
    readonly after?: string | null;
    readonly lastEventId?: string;
    readonly method?: 'GET' | 'POST';
  };

  describe.each(['GET', 'POST'] as const)('a stream by %s', (method) => {
    it.each(['sequence', 'id', '__typename payment { id }'])('names each event, asked for %s', async (selection) => {
      const events = await follow(stored.length, { selection, method });
      expect(events.map(({ id, event }) => [event, id])).toEqual(stored.map((id) => ['next', id]));
    });

    it('goes on after the last event that the client has', async () => {
      for (const [index, lastEventId] of stored.slice(0, -1).entries()) {
        const events = await follow(stored.length - index - 1, { lastEventId, method });
        expect(events.map(({ id }) => id)).toEqual(stored.slice(index + 1));
      }
    });

    it('takes the header before the argument, and an empty header for none', async () => {
      const [first, second] = stored as [string, string];
      expect((await follow(1, { after: null, lastEventId: first, method }))[0]?.id).toBe(second);
      expect((await follow(1, { after: 'evt_none', lastEventId: first, method }))[0]?.id).toBe(second);
      expect((await follow(1, { after: first, lastEventId: '', method }))[0]?.id).toBe(second);
    });

    it('refuses an event that the payment does not have, by an error without an id', async () => {
      const events = await follow(2, { lastEventId: `evt_${'0'.repeat(32)}`, method });
      expect(events.map(({ id, event }) => [event, id])).toEqual([
        ['next', null],
        ['complete', null],
      ]);
      expect(events[0]?.data).toContain('BAD_USER_INPUT');
    });
  });

  it('an event has its payment as it stands now', async () => {
    const selection = 'sequence status payment { id status events { edges { node { id payment { id } } } } }';
    const events = await follow(stored.length, { selection });
    const updates = events.map(({ data }) => JSON.parse(data).data.paymentUpdated);
    expect(updates.map(({ status }) => status)).toEqual(['REQUIRES_ACTION', ...stored.slice(1).map(() => 'CANCELLED')]);
    for (const { payment } of updates) {
      expect(payment).toMatchObject({ id: paymentId, status: 'CANCELLED' });
      expect(payment.events.edges[0].node.payment.id).toBe(paymentId);
    }
  });

  describe('a client that sends the hash of a document alone', () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } };
    const notSupported = {
      errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    };

    it.each([
      ['Apollo Client', { operationName: 'A', variables: {}, extensions }],
      ['Apollo Client 4', { operationName: 'A', variables: {}, extensions: { ...extensions, clientLibrary: {} } }],
      ['urql', { operationName: 'A', query: '', variables: {}, extensions }],
      ['urql without a name', { query: undefined, variables: {}, extensions }],
    ])('of %s learns by POST that it has to send the document', async (_client, body) => {
      const answer = await postGraphql(gateway, JSON.stringify(body));
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, notSupported]);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
    });

    it('learns it by GET too, and then sends the document with its hash', async () => {
      const hash = new URLSearchParams({ operationName: 'A', extensions: JSON.stringify(extensions) });
      const answer = await answerOf(await gateway.get(`/graphql?${hash}`));
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, notSupported]);
      const query = 'query A { __typename }';
      const whole = await answerOf(await gateway.get(`/graphql?${hash}&${new URLSearchParams({ query })}`));
      expect(whole.data).toEqual({ __typename: 'Query' });
      expect((await postGraphql(gateway, JSON.stringify({ query, extensions }))).data).toEqual({ __typename: 'Query' });
    });

    it.each([{}, { extensions: {} }, { extensions: null }, { extensions: [] }, { extensions: 'persistedQuery' }])(
      'and %j is no such client',
      async (body) => {
        const answer = await postGraphql(gateway, JSON.stringify(body));
        expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
      },
    );
  });
});
