import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pingBody, pingType, webhookBody, webhookEventType } from '../../src/modules/webhooks/webhook.ts';
import { documentedSets } from '../../src/rest/documentation/closed-sets.ts';
import { documentedErrors } from '../../src/rest/documentation/errors.ts';
import { formatNames } from '../../src/rest/request/format.ts';
import { operation, routes, statusRoute } from '../../src/rest/request/operation.ts';
import { openForGroup } from '../support/open-for.ts';
import { startDocumentedGateway } from '../support/rest/documented-gateway.ts';
import { goodPath, pathWith } from '../support/rest/requests.ts';

type Schema = { readonly [keyword: string]: never } & { readonly enum?: readonly string[]; readonly example?: string };
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema };
type Operation = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema; example?: Record<string, string> }> };
  responses: Record<string, unknown>;
};
type Document = {
  openapi: string;
  info: { title: string };
  servers: { url: string }[];
  paths: Record<string, { get: Operation; post: Operation }>;
  components: { schemas: Record<string, Schema>; responses: Record<string, { description: string }> };
};

let document: Document;
const documented = openForGroup(() => startDocumentedGateway());
beforeAll(async () => {
  document = await fetchDocument(documented.url);
});

const fetchDocument = async (url: string, lang = 'fr'): Promise<Document> =>
  (await fetch(`${url}/openapi.json?lang=${lang}`)).json() as Promise<Document>;
const operations = (): [string, Operation][] =>
  initiating().flatMap(([path, { get, post }]): [string, Operation][] => [
    [path, get],
    [path, post],
  ]);
const statusPaths = [statusRoute, '/json/reply/payment_status', '/api/payment_status'];
const initiating = () => Object.entries(document.paths).filter(([path]) => !statusPaths.includes(path));

function* everyObject(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const member of Object.values(value)) yield* everyObject(member);
}

const atPointer = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);

/** A component as a zod schema, made from the published document alone. */
function published(source: Document, name: string): z.ZodType {
  const inOne = JSON.stringify({ $ref: `#/$defs/${name}`, $defs: source.components.schemas });
  return z.fromJSONSchema(JSON.parse(inOne.replaceAll('#/components/schemas/', '#/$defs/')));
}

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1, as JSON, and names this gateway', async () => {
    const answer = await fetch(`${documented.url}/openapi.json`);
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.servers).toEqual([{ url: documented.url }]);
  });

  test('has both routes and the routes by name, each by GET and POST, and those of the status by GET', () => {
    const byName = ['/json/reply/payment_initiate', '/api/payment_initiate'];
    expect(Object.keys(document.paths)).toEqual([...routes, ...byName, ...statusPaths]);
    for (const [, item] of initiating()) expect(Object.keys(item)).toEqual(['get', 'post']);
    for (const path of statusPaths) {
      const item = document.paths[path];
      expect(Object.keys(item ?? {})).toEqual(['get']);
      const place = path === statusRoute ? 'path' : 'query';
      expect(item?.get.parameters).toContainEqual(
        expect.objectContaining({ name: 'reference', in: place, required: true }),
      );
    }
    const ids = statusPaths.map((path) => document.paths[path]?.get.operationId);
    expect(new Set(ids).size).toBe(statusPaths.length);
  });

  test('refers only to what is there', () => {
    const references = [...everyObject(document)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\//);
      expect([reference, atPointer(reference)]).toEqual([reference, expect.anything()]);
    }
  });

  test('keeps the rules that its own schema cannot say', () => {
    const ids = operations().map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, { parameters, responses }] of operations()) {
      const inTemplate = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name)).toEqual(inTemplate);
      expect(inPath.every(({ required }) => required)).toBe(true);
      const places = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(places).size).toBe(places.length);
      expect(parameters.filter(({ description }) => !description)).toEqual([]);
      expect(Object.keys(responses)).toContain('200');
    }
    expect(Object.values(document.components.responses).filter(({ description }) => !description)).toEqual([]);
  });

  test('has every field of the operation wherever it can be given', () => {
    for (const [path, { parameters, requestBody }] of operations()) {
      const given = parameters.map(({ name }) => name);
      for (const { schema } of Object.values(requestBody?.content ?? {})) {
        const properties = schema.$ref ? atPointer(schema.$ref) : schema;
        given.push(...Object.keys((properties as { properties: object }).properties));
      }
      expect([path, given]).toEqual([path, expect.arrayContaining(operation.fields.map(({ name }) => name))]);
    }
    const { required } = document.components.schemas.payment_initiate as unknown as { required: string[] };
    expect(required).toEqual(operation.fields.filter((field) => field.required).map(({ name }) => name));
  });

  test('has every closed set with its names in order, and what they mean', () => {
    for (const { set, values } of documentedSets) {
      const schema = document.components.schemas[set.name];
      expect(schema?.enum).toEqual(set.names);
      const lines = String(schema?.description).split('\n');
      expect(lines.slice(-values.length).map((line) => line.replace(/ \(\d+\)/, ''))).toEqual(
        values.map(({ name, description }) => `- \`${name}\`: ${description.fr}`),
      );
    }
    for (const { name, kind } of operation.fields.filter((field) => field.kind !== 'string')) {
      const parameter = document.paths[routes[0] ?? '']?.get.parameters.find((one) => one.name === name);
      expect(parameter?.schema.$ref).toBe(`#/components/schemas/${(kind as { name: string }).name}`);
    }
  });

  test('has every error under its status, on the routes that can give it', () => {
    for (const { status, errorCode, isPredefinedOnly } of documentedErrors) {
      expect(document.components.responses[status]?.description).toContain(`\`${errorCode}\``);
      const having = operations().filter(([, { responses }]) => String(status) in responses);
      expect(having).toHaveLength(isPredefinedOnly ? 4 : 8);
    }
  });

  test('has every format of the answer', () => {
    const { content } = document.components.responses[200] as unknown as { content: object };
    expect(Object.keys(content)).toHaveLength(formatNames.length + 1);
    expect(Object.keys(content)).toContain('text/javascript');
  });

  test('is in French or in English', async () => {
    const english = await fetchDocument(documented.url, 'en');
    expect(document.info.title).toBe('Règlement : l’ancienne interface');
    expect(english.info.title).toBe('Règlement: the legacy interface');
    const parameter = english.paths[routes[0] ?? '']?.get.parameters[0];
    expect(parameter?.description).toContain(operation.fields[0]?.description.en);
  });
});

describe('its examples', () => {
  test('in the parameters make a request that runs', async () => {
    for (const [path, { get }] of initiating()) {
      const inPath = get.parameters.filter((parameter) => parameter.in === 'path');
      const filled = inPath.reduce(
        (text, { name, schema }) => text.replace(`{${name}}`, encodeURIComponent(String(schema.example))),
        path,
      );
      const query = new URLSearchParams(
        get.parameters.flatMap((one) =>
          one.in === 'query' && one.schema.example ? [[one.name, one.schema.example]] : [],
        ),
      );
      const answer = await fetch(`${documented.url}${filled}?${query}&format=json`);
      expect([path, answer.status]).toEqual([path, 200]);
    }
  });

  test('of a body make a request that runs, in every type', async () => {
    const content = document.paths['/json/reply/payment_initiate']?.post.requestBody?.content ?? {};
    const multipart = new FormData();
    for (const [name, value] of Object.entries(content['multipart/form-data']?.example ?? {}))
      multipart.set(name, value);
    const bodies = [
      new URLSearchParams(content['application/x-www-form-urlencoded']?.example),
      multipart,
      new Blob([JSON.stringify(content['application/json']?.example)], { type: 'application/json' }),
    ];
    expect(bodies).toHaveLength(Object.keys(content).length);
    for (const body of bodies) {
      const answer = await fetch(`${documented.url}/json/reply/payment_initiate`, { method: 'POST', body });
      expect(answer.status).toBe(200);
    }
  });

  test('of answers keep to their schemas', () => {
    const { responses } = document.components as unknown as {
      responses: Record<
        string,
        { content: Record<string, { example?: unknown; examples?: Record<string, { value: unknown }> }> }
      >;
    };
    const recorded = responses[200]?.content['application/json']?.example;
    expect(published(document, 'payment_initiate_response').parse(recorded)).toEqual(recorded);
    const envelope = published(document, 'ErrorResponse');
    const refused = Object.values(responses).flatMap(({ content }) =>
      Object.values(content['application/json']?.examples ?? {}),
    );
    expect(refused).toHaveLength(documentedErrors.length);
    for (const { value } of refused) expect(envelope.parse(value)).toEqual(value);
  });
});

describe('its schemas', () => {
  test('describe what a payment’s status is answered', async () => {
    const { reference } = (await (
      await fetch(`${documented.url}${pathWith({ 6: 'openapi-status' }, '.json')}`)
    ).json()) as { reference: string };
    const answer = await (await fetch(`${documented.url}/payment_status/${reference}.json`)).json();
    expect(published(document, 'payment_status_response').parse(answer)).toEqual(answer);
  });

  test('describe what the gateway really answers', async () => {
    const schema = published(document, 'payment_initiate_response');
    const paths = [
      pathWith({ 6: 'openapi-1' }, '/Livraison%20d%27%C3%A9t%C3%A9.json'),
      pathWith({ 6: 'openapi-1' }, '/Livraison%20d%27%C3%A9t%C3%A9.json'),
      pathWith({ 0: 'MILLIET', 2: 'SEPA', 6: 'openapi-2', 7: 'SEPA' }, '.json'),
      pathWith({ 0: 'LABANQUEPOSTALE', 6: 'openapi-3' }, '.json'),
    ];
    const answers: Record<string, unknown>[] = [];
    for (const path of paths) answers.push(await (await fetch(documented.url + path)).json());
    for (const answer of answers) expect(schema.parse(answer)).toEqual(answer);
    expect(answers.map(({ replayed }) => replayed)).toEqual([false, true, false, false]);
    expect(answers[2]).toHaveProperty('bank_transfer');
    expect(answers[3]).toHaveProperty('redirect');
    expect(schema.safeParse({ ...answers[0], status: 'PAYE' }).success).toBe(false);
    expect(schema.safeParse({ ...answers[0], surprise: '1' }).success).toBe(false);
  });

  test.each(['camel', 'pascal'] as const)('describe the error envelope in %s case', async (envelopeCasing) => {
    await using deployment = await startDocumentedGateway({ envelopeCasing });
    const schema = published(await fetchDocument(deployment.url), 'ErrorResponse');
    const jsconfig = envelopeCasing === 'pascal' ? 'tc:pc' : 'tc:cc';
    const refusals = [
      `${pathWith({ 0: 'BANQUE' }, '.json')}?jsconfig=${jsconfig}`,
      `${pathWith({ 8: '12,50' }, '.json')}?jsconfig=${jsconfig}`,
      `/json/reply/inconnu?jsconfig=${jsconfig}`,
    ];
    for (const path of refusals) {
      const body: unknown = await (await fetch(deployment.url + path)).json();
      expect(schema.parse(body)).toEqual(body);
    }
  });

  test('take as text what the door takes as text', async () => {
    const schema = published(document, 'payment_initiate');
    const values = goodPath.split('/').slice(2);
    const names = operation.fields.map(({ name }) => name);
    const request = Object.fromEntries(values.map((value, index) => [names[index], value]));
    expect(schema.safeParse(request).success).toBe(true);
    expect(schema.safeParse({ ...request, payment_target: 'BANQUE' }).success).toBe(false);
    const { amount: _amount, ...withoutAmount } = request;
    expect(schema.safeParse(withoutAmount).success).toBe(false);
  });
});

describe('the webhooks of the document', () => {
  type Told = { post: { summary: string; requestBody: { content: Record<string, { example: object }> } } };
  const webhooksOf = async (lang: string) => {
    const source = (await fetchDocument(documented.url, lang)) as Document & { webhooks: Record<string, Told> };
    return { source, webhooks: source.webhooks };
  };

  test.each(['fr', 'en'])('are all that a client can receive, each with a valid example (%s)', async (lang) => {
    const { source, webhooks } = await webhooksOf(lang);
    expect(Object.keys(webhooks)).toEqual([...webhookEventType.names, pingType]);
    for (const [type, { post }] of Object.entries(webhooks)) {
      const example = post.requestBody.content['application/json']?.example;
      const schema = published(source, type === pingType ? 'WebhookPing' : 'WebhookBody');
      expect([type, schema.safeParse(example).error]).toEqual([type, undefined]);
      expect((type === pingType ? pingBody : webhookBody).parse(example)).toMatchObject({ type });
      expect(schema.safeParse({ ...example, more: 1 }).success).toBe(false);
    }
  });

  test('are described in the language that was asked for', async () => {
    const [{ webhooks: fr }, { webhooks: en }] = [await webhooksOf('fr'), await webhooksOf('en')];
    for (const type of Object.keys(en)) expect(fr[type]?.post.summary).not.toBe(en[type]?.post.summary);
  });
});
