import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClient, GetPaymentDocument, InitiatePaymentDocument } from '../../clients/typescript/src/index.ts';
import { hashOfClientKey } from '../../src/config/client-key.ts';
import { readConfig } from '../../src/config/config.ts';
import { clientEntry } from '../support/config-of.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';

/** Documents that the config registers: by which names clients ask for them, and who may send others. */

const manifest = path.resolve('clients/typescript/src/generated/persisted-documents.json');
const wide = `query Wide($id: ID!) { payment(id: $id) { ${Array.from({ length: 150 }, (_, index) => `a${index}: reference __typename`).join(' ')} } }`;
const deep = `query Deep($id: ID!) { payment(id: $id) { ${'events { edges { node { payment { '.repeat(4)} id ${'} } } }'.repeat(4)} } }`;
const standing = 'query Standing($id: ID!) { payment(id: $id) { status } }';
const follow = 'subscription Follow($id: ID!) { paymentUpdated(id: $id) { status } }';
const listed =
  'query Listed($first: Int) { payments(first: $first) { edges { node { id attempts { id reference status } operations { id kind status } refunds { id status } } } } }';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const registered = Object.fromEntries([wide, deep, standing, follow, listed].map((text) => [sha256(text), text]));
const stale = { 'stale-1': 'query Stale { noSuchField }' };

const client = (name: string, more: object = {}) =>
  clientEntry(name, { keyHashes: [{ hash: hashOfClientKey(name) }], scopes: ['initiate', 'read', 'cancel'], ...more });

const folder = temporaryFolder('registered');
let id: string;

async function writeConfig(config: object): Promise<string> {
  const file = path.join(folder, 'config.json');
  await writeFile(file, JSON.stringify(config));
  return file;
}

const gateway = openForGroup(async () => {
  const own = path.join(folder, 'relay.json');
  await writeFile(own, JSON.stringify({ ...registered, ...stale }));
  const clients = [client('free'), client('limited', { documents: 'REGISTERED' })];
  const CONFIG = await writeConfig({ clients, documents: [manifest, own] });
  return startGateway({ environment: { CONFIG } });
});
beforeAll(async () => {
  const { initiatePayment } = await limitedClient().execute(InitiatePaymentDocument, {
    input: {
      ...{ paymentTarget: 'PAYBOX', paymentRunMode: 'TEST', paymentType: 'CB', idOrigin: 'web', idSociete: '1' },
      ...{ idClient: '2263', idCommande: '0', amount: 1250, email: 'client@example.fr' },
    },
  });
  if (initiatePayment.__typename !== 'InitiatePaymentSuccess') throw new Error(initiatePayment.message);
  id = initiatePayment.payment.id;
});

const limitedClient = () => createClient({ url: gateway.url, key: 'limited', documents: 'HASH' });

type Asked = {
  readonly status: number;
  readonly body: { data?: unknown; errors?: { extensions: { code: string } }[] };
};

async function answer(response: Response): Promise<Asked> {
  return { status: response.status, body: (await response.json()) as Asked['body'] };
}
const post = async (client: string, body: object) =>
  answer(
    await gateway.get('/graphql', {
      method: 'POST',
      headers: { 'X-API-Key': client, 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    }),
  );
const get = async (client: string, parameters: Record<string, string>, accept = 'application/json') =>
  gateway.get(`/graphql?${new URLSearchParams(parameters)}`, { headers: { 'X-API-Key': client, Accept: accept } });

const found = { status: 200, body: { data: { payment: { status: 'REQUIRES_ACTION' } } } };
const refused = (status: number, code: string) => ({ status, body: { errors: [{ extensions: { code } }] } });
const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe.each(['free', 'limited'])('a registered document, asked for by the client %s', (client) => {
  const variables = () => ({ id });

  it.each<[string, object]>([
    ['documentId', { documentId: sha256(standing) }],
    ['documentId with its algorithm', { documentId: `sha256:${sha256(standing)}` }],
    ['the hash of Apollo Client', persisted(sha256(standing))],
    ['the hash of urql, with an empty text', { query: '', ...persisted(sha256(standing)) }],
    ['the hash and its text', { query: standing, ...persisted(sha256(standing)) }],
    ['the exact text alone', { query: standing }],
  ])('runs by %s', async (_name, body) => {
    for (let count = 0; count < 3; count++) {
      expect(await post(client, { ...body, operationName: 'Standing', variables: variables() })).toEqual(found);
    }
  });

  it('runs by GET, for a cache and for an EventSource', async () => {
    const given = { documentId: sha256(standing), variables: JSON.stringify(variables()) };
    expect(await answer(await get(client, given))).toEqual(found);
    const extensions = JSON.stringify(persisted(sha256(standing)).extensions);
    expect(await answer(await get(client, { extensions, variables: given.variables }))).toEqual(found);
    const stream = await get(client, { ...given, documentId: sha256(follow) }, 'text/event-stream');
    const { value } = (await stream.body?.pipeThrough(new TextDecoderStream()).getReader().read()) ?? {};
    expect(value).toBeDefined();
  });

  it('may have more tokens, aliases and fields than a document of a stranger', async () => {
    const { status, body } = await post(client, { documentId: sha256(wide), variables: variables() });
    expect([status, Object.keys((body.data as { payment: object }).payment)]).toEqual([200, expect.any(Array)]);
  });

  it('is measured by its depth and by the length of its pages like every document', async () => {
    expect(await post(client, { documentId: sha256(deep), variables: variables() })).toMatchObject(
      refused(400, 'DOCUMENT_REFUSED'),
    );
    for (const [first, status] of [
      [5, 200],
      [100, 400],
      [5, 200],
    ] as const) {
      const listing = await post(client, { documentId: sha256(listed), variables: { first } });
      expect([first, listing.status]).toEqual([first, status]);
    }
  });

  it('is not there under another id: the client may send the text', async () => {
    for (const body of [{ documentId: 'unknown' }, persisted('ab'.repeat(32)), { documentId: 'stale-1' }]) {
      expect(await post(client, body)).toMatchObject(refused(200, 'PERSISTED_QUERY_NOT_FOUND'));
    }
    expect(await answer(await get(client, { documentId: 'unknown' }))).toMatchObject(
      refused(200, 'PERSISTED_QUERY_NOT_FOUND'),
    );
  });

  it('does not become a mutation by GET', async () => {
    const [initiation = ''] = Object.entries(
      (await import(manifest, { with: { type: 'json' } })).default as Record<string, string>,
    ).find(([, text]) => text.includes('mutation InitiatePayment')) ?? [''];
    expect((await get(client, { documentId: initiation, variables: '{}' })).status).toBe(405);
  });
});

describe('another document', () => {
  const other = { query: 'query Other($id: ID!) { payment(id: $id) { status reference } }' };

  it('runs for a client that may send any, within the limits', async () => {
    expect(await post('free', { ...other, variables: { id } })).toMatchObject({ status: 200 });
    const stranger = await post('free', { query: wide.replace('Wide', 'Wider'), variables: { id } });
    expect(stranger).toMatchObject(refused(400, 'DOCUMENT_REFUSED'));
  });

  it.each<[string, object]>([
    ['a text', other],
    ['a text that is only written otherwise', { query: `${standing} ` }],
    ['a text beside an unknown hash', { ...other, ...persisted(sha256(other.query)) }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['no GraphQL at all', { query: '{' }],
  ])('is refused to a limited client: %s', async (_what, body) => {
    expect(await post('limited', { ...body, variables: { id } })).toMatchObject(refused(403, 'PERSISTED_QUERY_ONLY'));
  });

  it('is refused to a limited client by GET', async () => {
    expect(await answer(await get('limited', { query: '{ __typename }' }))).toMatchObject(
      refused(403, 'PERSISTED_QUERY_ONLY'),
    );
  });

  it('does not run where an id names a registered one: the id counts', async () => {
    const body = { ...other, documentId: sha256(standing), variables: { id } };
    expect(await post('limited', body)).toEqual(found);
  });
});

it('the client package needs no texts at a gateway that registers its documents', async () => {
  const { payment } = await limitedClient().execute(GetPaymentDocument, { id });
  expect(payment).toMatchObject({ id, status: 'REQUIRES_ACTION' });
});

it('a registered document that the schema does not have is logged, with its id', () => {
  expect(gateway.logs).toContainEqual(
    expect.objectContaining({ document: 'stale-1', msg: 'a registered document cannot be run' }),
  );
});

describe('the config', () => {
  const problemsOf = async (config: object): Promise<string> => {
    const CONFIG = await writeConfig(config);
    try {
      readConfig({ CONFIG });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('takes a manifest of Apollo', async () => {
    const file = path.join(folder, 'apollo.json');
    const operations = [{ id: 'a1', name: 'Standing', type: 'query', body: standing }];
    await writeFile(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
    const { documents } = readConfig({ CONFIG: await writeConfig({ documents: [file] }) });
    expect([...documents]).toEqual([['a1', standing]]);
  });

  it('says which file cannot be used, and why', async () => {
    const files = ['text', '[]', '{"a":"{ x }"}', '{"a":"{ y }"}'].map((text, index) => ({
      ...{ text, file: path.join(folder, `bad-${index}.json`) },
    }));
    for (const { file, text } of files) await writeFile(file, text);
    const problems = await problemsOf({ documents: [...files.map(({ file }) => file), '/no/such/file'] });
    expect(problems.split('\n').map((line) => line.replace(/ \S+\.json|\/no\S+/, ''))).toEqual([
      'documents.0: is not valid JSON.',
      'documents.1: must be an object from ids to documents, 5000 at most.',
      'documents.3: gives the id a to another document.',
      expect.stringContaining('cannot be read.'),
    ]);
    const limited = await problemsOf({ clients: [client('limited', { documents: 'REGISTERED' })] });
    expect(limited).toContain('clients.0.documents: this client sends registered documents only');
  });
});
