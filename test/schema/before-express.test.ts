import { expect, onTestFinished, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { cardPayment } from '../support/requests.ts';

const gateway = openForGroup(() => startGateway());

const known = JSON.stringify({ query: '{ __typename }' });
const mutation = 'mutation ($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename } }';
const json = { 'Content-Type': 'application/json' };
const ofBody = (body: string | ReadableStream, headers: Record<string, string> = {}) => ({
  ...{ body, duplex: 'half' as const },
  headers: { ...json, ...headers },
});
const inPieces = () =>
  new ReadableStream({
    start(controller) {
      for (const piece of [known.slice(0, 5), known.slice(5)]) controller.enqueue(Buffer.from(piece));
      controller.close();
    },
  });

/** A POST to the path itself is served before Express, one to another spelling of it in Express. */
test.each<[string, () => RequestInit]>([
  ['a known document', () => ofBody(known)],
  ['a body in pieces', () => ofBody(inPieces())],
  ['a payment', () => ofBody(JSON.stringify({ query: mutation, variables: { input: cardPayment } }))],
  ['a new document', () => ofBody(JSON.stringify({ query: '{ __typename # new\n}' }))],
  ['a document that is not valid', () => ofBody(JSON.stringify({ query: '{ none }' }))],
  ['a subscription', () => ofBody(JSON.stringify({ query: 'subscription { paymentUpdated(id: "pay_1") { id } }' }))],
  ['no body', () => ({})],
  ['an empty body', () => ofBody('')],
  ['no object', () => ofBody('[]')],
  ['too long a body', () => ofBody(' '.repeat(70_000))],
  ['a charset in the type', () => ofBody(known, { 'Content-Type': 'application/json; charset=UTF-8' })],
  ['another charset', () => ofBody(known, { 'Content-Type': 'application/json; charset=latin1' })],
  ['a type in capitals', () => ofBody(known, { 'Content-Type': 'Application/JSON' })],
  ['another type', () => ofBody(known, { 'Content-Type': 'text/plain' })],
  ['a compressed body', () => ofBody(known, { 'Content-Encoding': 'gzip' })],
  ['an answer that is not offered', () => ofBody(known, { Accept: 'image/png' })],
  ['a site that may read', () => ofBody(known, { Origin: 'http://localhost:3000' })],
  ['a site that may not', () => ofBody(known, { Origin: 'https://example.com' })],
])('a POST with %s is answered alike before Express and in it', async (_what, init) => {
  const asked = async (path: string) => {
    const answer = await gateway.get(path, { ...init(), method: 'POST' });
    const named = (text: string): string => text.replaceAll(/req_[0-9a-f]{32}/g, 'req');
    const headers = [...answer.headers].filter(([name]) => name !== 'date');
    return { status: answer.status, text: named(await answer.text()), headers: named(JSON.stringify(headers)) };
  };
  const inExpress = await asked('/graphql/');
  expect(await asked('/graphql')).toEqual(inExpress);
});

const alike = ['/graphql/graphql', '/graphql/x', '/graphql//', '/GraphQL', '/graphQL/'];
const alikeInConsole = ['/console/graphql/console/graphql', '/console/graphql/x', '/console/GraphQL'];
test.each([...alike, ...alikeInConsole])(
  'a POST to %s is one to no page, though it is written almost like the door',
  async (path) => {
    const headers = { 'X-Requested-With': 'console', 'Sec-Fetch-Site': 'same-origin', Origin: gateway.url };
    const answer = await gateway.get(path, { ...ofBody(known, headers), method: 'POST' });
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { error: { status: 404, requestId: expect.any(String) } },
    ]);
  },
);

test('an answer of data has the headers that protect data, a page has those of documents as well', async () => {
  const ofData = ['content-security-policy', 'cross-origin-resource-policy', 'referrer-policy'];
  const ofBoth = [...ofData, 'strict-transport-security', 'x-content-type-options', 'x-frame-options'];
  const ofDocuments = ['cross-origin-opener-policy', 'origin-agent-cluster', 'x-permitted-cross-domain-policies'];
  const data = await gateway.get('/graphql', { ...ofBody(known), method: 'POST' });
  const page = await gateway.get('/graphql', { headers: { Accept: 'text/html' } });
  for (const name of ofBoth) expect([name, data.headers.has(name), page.headers.has(name)]).toEqual([name, true, true]);
  for (const name of ofDocuments)
    expect([name, data.headers.has(name), page.headers.has(name)]).toEqual([name, false, true]);
});

/** A gateway that fails where it reads its clients or its proxies, while it is broken. */
async function startBreakable() {
  let isBroken = false;
  const breakable = new Proxy([], {
    get: (target, name) => {
      if (isBroken) throw new Error('broken');
      return Reflect.get(target, name);
    },
  });
  const faulty = await startGateway({ config: { clients: breakable, trustedProxies: breakable } });
  onTestFinished(faulty.close);
  const failsWhileBroken = async (meanwhile: () => Promise<void> = async () => undefined): Promise<void> => {
    isBroken = true;
    await meanwhile();
    const answer = await faulty.get('/graphql', { ...ofBody(known), method: 'POST' });
    const error = { status: 500, requestId: answer.headers.get('x-request-id') };
    expect([answer.status, await answer.json()]).toEqual([500, { error }]);
    isBroken = false;
    expect((await faulty.get('/graphql', { ...ofBody(known), method: 'POST' })).status).toBe(200);
  };
  return { faulty, failsWhileBroken };
}

test('a fault before Express is logged and answered by the last handlers of Express', async () => {
  const { faulty, failsWhileBroken } = await startBreakable();
  expect((await faulty.get('/')).status).toBe(200);
  await failsWhileBroken();
  expect(faulty.logs).toContainEqual(expect.objectContaining({ msg: 'a request failed unexpectedly', fault: 'Error' }));
});

test('pages that cannot be loaded are logged, and loaded by the next request', async () => {
  const { faulty, failsWhileBroken } = await startBreakable();
  // The program loads them after the start, and ends where that fails.
  await failsWhileBroken(() => expect(faulty.loadPages()).rejects.toThrow('broken'));
  expect(faulty.logs).toContainEqual(expect.objectContaining({ msg: 'the pages could not be loaded', fault: 'Error' }));
  expect((await faulty.get('/')).status).toBe(200);
});

test('the first requests wait for Express, which is loaded for them, and for all of them at once', async () => {
  const fresh = await startGateway();
  onTestFinished(fresh.close);
  const pages = ['/', '/pay/unknown', '/sandbox/', '/openapi.json', '/nothing'];
  const first = await Promise.all(pages.map(async (page) => (await fresh.get(page)).status));
  const later = await Promise.all(pages.map(async (page) => (await fresh.get(page)).status));
  expect(first).toEqual([200, 404, 200, 200, 404]);
  expect(later).toEqual(first);
});
