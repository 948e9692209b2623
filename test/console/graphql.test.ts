import { describe, expect, it, vi } from 'vitest';
import { consoleDocuments } from '../../src/console/generated/documents.ts';
import { schema } from '../../src/schema/index.ts';
import { recorded } from '../support/accounting/books.ts';
import { consoleOperations } from '../support/console/operations.ts';
import { sampleVariables } from '../support/console/sample-variables.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import {
  askConsole,
  cookie,
  enterPerson,
  fromConsole,
  localConsole,
  sendForm,
  sessionOf,
  startConsole,
} from '../support/people/console.ts';
import { cardPayment, initiated } from '../support/requests.ts';
import { listen, type Stream } from '../support/streams.ts';

async function readToEnd(stream: Stream): Promise<void> {
  while (await stream.goesOn());
}

describe.each(drawnDatabases())('POST /console/graphql, on $name', ({ open }) => {
  const gateway = openForGroup(() => startConsole({ open }));
  const signIn = async (...roles: string[]) => {
    const person = await enterPerson(gateway, roles.length > 0 ? roles : ['lecture']);
    return { person, token: await sessionOf(gateway, person) };
  };
  const post = (
    headers: Record<string, string>,
    body: object = { documentId: consoleOperations.Me },
    path = '/console/graphql',
  ) => gateway.get(path, { method: 'POST', headers, body: JSON.stringify(body) });

  it('says who one is, by the session', async () => {
    const { person, token } = await signIn('lecture');
    const { status, body } = await askConsole(gateway, 'Me', cookie(token));
    expect([status, body]).toMatchObject([
      200,
      {
        data: { me: { client: 'console', person: { id: person.id, name: person.name }, scopes: ['read'], rights: [] } },
      },
    ]);
  });

  it.each(Object.keys(consoleOperations) as (keyof typeof consoleOperations)[])('runs document %s', async (name) => {
    const text = consoleDocuments[consoleOperations[name]] ?? '';
    if (text.startsWith('subscription')) return;
    const { token } = await signIn('comptabilite');
    const variables = sampleVariables(schema, text);
    const { status, body } = await askConsole(
      gateway,
      { documentId: consoleOperations[name], variables },
      cookie(token),
    );
    expect([status, Object(body).errors]).toEqual([200, undefined]);
  });

  it('names the person in the event of a payment that it records, whatever name it gives its books', async () => {
    const { person, token } = await signIn('comptabilite');
    const input = { ...cardPayment, ...recorded, accounting: { means: 'CHEQUE', operator: 'm.durand' } };
    const asked = { documentId: consoleOperations.RecordCheque, variables: { input } };
    const { body } = await askConsole(gateway, asked, cookie(token));
    const { payment } = Object(body).data.initiatePayment;
    const [event] = await gateway.store.eventsOf(payment.id, 0, 1);
    expect(event).toMatchObject({ type: 'INITIATED', data: { client: 'console', actor: `console/${person.id}` } });
    // A client is named once.
    const [ofClient] = await gateway.store.eventsOf((await initiated(gateway)).payment.id, 0, 1);
    expect(ofClient?.data).not.toHaveProperty('actor');
  });

  it('counts as a use of the session what the person asks, and not what the page asks by itself', async () => {
    const minute = 60_000;
    const ask = async (token: string, headers: Record<string, string> = {}) => {
      gateway.advance(20 * minute);
      return (await askConsole(gateway, 'Me', { ...cookie(token), ...headers })).status;
    };
    const [used, left] = [(await signIn()).token, (await signIn()).token];
    const statuses = [await ask(used), await ask(used), await ask(used)];
    expect(statuses).toEqual([200, 200, 200]);
    gateway.advance(-60 * minute);
    const idle = { 'X-Console-Idle': '1' };
    expect([await ask(left, idle), await ask(left, idle)]).toEqual([200, 401]);
  });

  it('refuses a request without a session, with an ended one, and with a key instead', async () => {
    const { token } = await signIn();
    const refusals: Record<string, string>[] = [
      {},
      cookie('x'.repeat(43)),
      { Cookie: `__Host-console=${token}; __Host-console=${token}` },
    ];
    const others: Record<string, string>[] = [
      { Authorization: `Bearer ${token}` },
      { 'X-API-Key': token },
      { Cookie: `console=${token}` },
    ];
    for (const headers of [...refusals, ...others]) {
      expect(await askConsole(gateway, 'Me', headers)).toMatchObject({
        status: 401,
        body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
      });
    }
  });

  it.each([
    ['without X-Console', { 'X-Console': undefined }],
    ['with another X-Console', { 'X-Console': '2' }],
    ['of another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['of a sub-domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['typed into the address bar', { 'Sec-Fetch-Site': 'none' }],
    ['of an old browser at another site', { 'Sec-Fetch-Site': undefined, Origin: 'https://evil.example' }],
    ['of an old browser with no origin', { 'Sec-Fetch-Site': undefined, Origin: 'null' }],
    ['of a program', { 'Sec-Fetch-Site': undefined }],
  ])('refuses a request %s', async (_what, change) => {
    const { token } = await signIn();
    const headers = Object.entries({ ...fromConsole, ...cookie(token), ...change }).filter(
      ([, value]) => value !== undefined,
    );
    const response = await post(Object.fromEntries(headers) as Record<string, string>);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'CROSS_SITE_REQUEST' } }] });
  });

  it('takes an old browser that names the gateway itself as the origin', async () => {
    const { token } = await signIn();
    const { 'Sec-Fetch-Site': _site, ...headers } = fromConsole;
    expect((await post({ ...headers, ...cookie(token), Origin: gateway.url })).status).toBe(200);
  });

  it.each([
    ['an unknown document', { documentId: 'f'.repeat(64) }, 403],
    ['a text of its own', { query: '{ me { client } }' }, 403],
    ['a shipped text instead of its hash', { query: consoleDocuments[consoleOperations.Me] }, 403],
    ['a text beside a known hash', { documentId: consoleOperations.Me, query: '{ __typename }' }, 403],
    [
      'a hash in the form of another client',
      { extensions: { persistedQuery: { sha256Hash: consoleOperations.Me } } },
      403,
    ],
    ['a list', [{ documentId: consoleOperations.Me }], 400],
    ['nothing', {}, 403],
  ])('runs only what is shipped: not %s', async (_what, body, status) => {
    const { token } = await signIn();
    const response = await post({ ...fromConsole, ...cookie(token) }, body);
    expect(response.status).toBe(status);
    expect(await response.json()).not.toHaveProperty('data');
  });

  it('takes JSON by POST alone, and permits no other origin', async () => {
    const { token } = await signIn();
    const all = { ...fromConsole, ...cookie(token) };
    expect((await post({ ...all, 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await post({ ...all, 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await gateway.get(`/console/graphql?documentId=${consoleOperations.Me}`, { headers: all })).status).toBe(
      405,
    );
    const preflight = await gateway.get('/console/graphql', {
      method: 'OPTIONS',
      headers: { Origin: 'http://localhost:9' },
    });
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect((await post(all)).headers.get('Cache-Control')).toBe('no-store');
  });

  it('does what the role lets do, and names the person in what it did', async () => {
    const { payment } = await initiated(gateway);
    const { token } = await signIn('lecture');
    const variables = { id: payment.id };
    const { body } = await askConsole(gateway, { documentId: consoleOperations.Payment, variables }, cookie(token));
    expect(body).toMatchObject({ data: { payment: { id: payment.id } } });
  });

  it('is a door of its own: a cookie is no identity at /graphql, nor at the old door', async () => {
    const { token } = await signIn('comptabilite');
    const response = await post(
      { 'Content-Type': 'application/json', ...cookie(token) },
      { query: '{ me { client } }' },
      '/graphql',
    );
    expect(await response.json()).toEqual({ data: { me: { client: 'anonymous' } } });
  });

  it('answers 401 to a session that is idle or too old', async () => {
    const { token } = await signIn();
    const { token: busy } = await signIn();
    for (let minutes = 0; minutes < 600; minutes += 25) {
      expect((await askConsole(gateway, 'Me', cookie(busy))).status).toBe(200);
      gateway.advance(25 * 60_000);
    }
    expect((await askConsole(gateway, 'Me', cookie(token))).status).toBe(401);
    expect((await askConsole(gateway, 'Me', cookie(busy))).status).toBe(401);
  });

  it.each([
    ['text/event-stream', true],
    ['Text/Event-Stream', true],
    ['*/*', false],
  ])('follows payments by a stream (%s), which is no activity and ends with the session', async (accept, isNamed) => {
    const { payment } = await initiated(gateway);
    const { person, token } = await signIn();
    const [before] = await gateway.store.sessionsOf(person.id);
    gateway.advance(5 * 60_000);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const followed = { documentId: consoleOperations.PaymentUpdated, variables: { id: payment.id } };
      const headers = { ...fromConsole, ...cookie(token), Accept: accept };
      const stream = await listen(gateway, followed, headers, '/console/graphql');
      await stream.hears('INITIATED');
      if (isNamed) expect((await gateway.store.sessionsOf(person.id))[0]).toEqual(before);
      const [asked] = await gateway.store.sessionsOf(person.id);
      gateway.advance(5 * 60_000);
      vi.advanceTimersByTime(15_000);
      await initiated(gateway);
      expect((await gateway.store.sessionsOf(person.id))[0]).toEqual(asked);
      await gateway.store.transact((transaction) => transaction.removeSessionsOf(person.id, ''));
      vi.advanceTimersByTime(15_000);
      await expect(readToEnd(stream)).rejects.toThrow();
    } finally {
      vi.useRealTimers();
    }
  });

  it('follows lists by one stream, from its first message on', async () => {
    const { token } = await signIn();
    const asked = { documentId: consoleOperations.Changes, variables: { topics: ['PAYMENTS', 'APPROVALS'] } };
    const stream = await listen(gateway, asked, { ...fromConsole, ...cookie(token) }, '/console/graphql');
    await stream.hears('"topics":[]');
    const { payment } = await initiated(gateway);
    await stream.hears(payment.id);
    expect(stream.heard()).toContain(`"topic":"PAYMENTS","ids":["${payment.id}"],"count":1`);
    stream.leave();
  });

  it('ends a session on every gateway at once', async () => {
    await using other = await startGateway({ databaseUrl: gateway.databaseUrl, config: { console: localConsole } });
    const { person, token } = await signIn();
    const second = await sessionOf(gateway, person);
    expect((await askConsole(other, 'Me', cookie(token))).status).toBe(200);
    const documentId = consoleOperations.EndSessions;
    const { body } = await askConsole(other, { documentId, variables: { keepThis: true } }, cookie(second));
    expect(body).toMatchObject({ data: { endSessions: { ended: 1 } } });
    expect((await askConsole(gateway, 'Me', cookie(token))).status).toBe(401);
    expect((await askConsole(gateway, 'Me', cookie(second))).status).toBe(200);
    await sendForm(gateway, '/console/sign-out', {}, cookie(second));
    expect((await askConsole(other, 'Me', cookie(second))).status).toBe(401);
  });
});

describe('the console of an open development deployment', () => {
  const gateway = openForGroup(() => startGateway());

  it('knows its visitor as anonymous, in TEST only', async () => {
    const { status, body } = await askConsole(gateway, 'Me', {});
    expect([status, body]).toMatchObject([
      200,
      { data: { me: { client: 'anonymous', person: null, runModes: ['TEST'] } } },
    ]);
  });

  it('still takes no request of another site', async () => {
    expect((await askConsole(gateway, 'Me', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });

  it('has no page of a sign-in', async () => {
    for (const path of ['/console/oidc', '/console/callback', `/console/link/${'a'.repeat(43)}`]) {
      expect((await gateway.get(path)).status).toBe(404);
    }
    expect((await sendForm(gateway, '/console/sign-in', { login: 'a', password: 'b', code: 'c' })).status).toBe(404);
  });
});
