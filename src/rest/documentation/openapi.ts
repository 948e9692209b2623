import { z } from 'zod';
import { createDocument, type ZodOpenApiMediaTypeObject, type ZodOpenApiOperationObject } from 'zod-openapi';
import type { Field, Texts } from '../request/fields.ts';
import { formatNames } from '../request/format.ts';
import { operation, routes, statusOperation, statusRoute } from '../request/operation.ts';
import { createResponses, createStatusResponses, referToResponses } from './openapi-responses.ts';
import { openapiTexts } from './openapi-texts.ts';
import { describeWebhooks } from './openapi-webhooks.ts';
import { responseName, sampleValues, statusResponseName } from './samples.ts';
import { createOperationSchemas, type OperationSchemas } from './schemas.ts';
import type { DocumentationSettings } from './settings.ts';

type Language = keyof Texts;
type Schemas = Record<string, z.ZodType>;
type Parts = { readonly schemas: OperationSchemas; readonly language: Language };

/** The OpenAPI 3.1 document of the operation, from the same schemas and closed sets as the code. */
export function createOpenapiDocument(settings: DocumentationSettings, language: Language) {
  const schemas = createOperationSchemas(language, settings.envelopeCasing);
  const parts: Parts = { schemas, language };
  const say = (name: keyof typeof openapiTexts): string => openapiTexts[name][language];
  const request = requestSchema(schemas);
  return createDocument({
    openapi: '3.1.1',
    // The version of the interface, which does not change with the program's.
    info: { title: say('title'), description: say('description'), version: '1.0.0' },
    servers: [{ url: settings.publicUrl }],
    tags: [
      { name: 'routes', description: say('routes') },
      { name: 'reply', description: say('predefined') },
      { name: 'status', description: say('status') },
      { name: 'webhooks', description: say('webhooks') },
    ],
    // None of them is needed from a client's own network.
    security: [{}, { bearer: [] }, { apiKey: [] }],
    paths: {
      ...Object.fromEntries(routes.map((route, index) => [route, routeOperations(parts, route, index)])),
      [`/json/reply/${operation.name}`]: byNameOperations(parts, request, {
        id: 'json_reply',
        description: say('reply'),
      }),
      [`/api/${operation.name}`]: byNameOperations(parts, request, { id: 'api', description: say('api') }),
      [statusRoute]: { get: statusGet(parts, settings, 'path') },
      [`/json/reply/${statusOperation.name}`]: { get: statusGet(parts, settings, 'query', 'json_reply_') },
      [`/api/${statusOperation.name}`]: { get: statusGet(parts, settings, 'query', 'api_') },
    },
    webhooks: describeWebhooks(language),
    components: {
      schemas: {
        [operation.name]: request,
        [responseName]: schemas.answer,
        [statusResponseName]: schemas.statusAnswer,
        ErrorResponse: schemas.envelope,
        ...schemas.sets,
      },
      responses: createResponses(settings, schemas, language),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: say('bearer') },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: say('apiKey') },
      },
    },
  });
}

/** The request by names. Fields that a path requires may be absent here. */
function requestSchema({ fields }: OperationSchemas): z.ZodObject {
  return z.object({ ...fields(({ required }) => required), ...optional(fields(({ required }) => !required)) });
}

function routeOperations(parts: Parts, route: string, index: number) {
  const isInRoute = ({ name }: Field): boolean => route.includes(`{${name}}`);
  const path = z.object(parts.schemas.fields(isInRoute));
  const rest = optional(parts.schemas.fields((field) => !isInRoute(field)));
  const about = { tag: 'routes' as const, id: index === 0 ? operation.name : `${operation.name}_commentaire` };
  return {
    get: { ...operationOf(parts, 'get', about), requestParams: { path, ...queryAndHeader(parts, rest) } },
    post: {
      ...operationOf(parts, 'post', about),
      requestParams: { path, ...queryAndHeader(parts, {}) },
      requestBody: { description: openapiTexts.body[parts.language], content: inForms(z.object(rest)) },
    },
  };
}

function byNameOperations(
  parts: Parts,
  request: z.ZodObject,
  { id, description }: { readonly id: string; readonly description: string },
) {
  const about = { tag: 'reply' as const, id, description };
  return {
    get: { ...operationOf(parts, 'get', about), requestParams: queryAndHeader(parts, request.shape as Schemas) },
    post: {
      ...operationOf(parts, 'post', about),
      requestParams: queryAndHeader(parts, {}),
      requestBody: { required: true, content: inForms(request, sampleValues()) },
    },
  };
}

function statusGet(
  parts: Parts,
  settings: DocumentationSettings,
  place: 'path' | 'query',
  prefix = '',
): ZodOpenApiOperationObject {
  const { schemas, language } = parts;
  const { name, field, description, sample, summary } = statusOperation;
  const reference = z.string().meta({ description: description[language], example: sample });
  const given: Schemas = place === 'query' ? { [field]: reference } : {};
  const { query } = queryAndHeader(parts, given);
  return {
    tags: ['status'],
    operationId: `get_${prefix}${name}`,
    summary: summary[language],
    description: openapiTexts.statusDescription[language],
    requestParams: place === 'path' ? { path: z.object({ [field]: reference }), query } : { query },
    responses: createStatusResponses(settings, schemas, language),
  };
}

function operationOf(
  { language }: Parts,
  verb: 'get' | 'post',
  { tag, id, description }: { readonly tag: 'routes' | 'reply'; readonly id: string; readonly description?: string },
): ZodOpenApiOperationObject {
  return {
    tags: [tag],
    operationId: `${verb}_${id}`,
    summary: operation.summary[language],
    ...(description === undefined ? {} : { description }),
    responses: referToResponses(tag),
  };
}

/** The viewer reads the description on the parameter itself. */
function optional(schemas: Schemas): Schemas {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const description = schema.description;
      return [name, description === undefined ? schema.optional() : schema.optional().meta({ description })];
    }),
  );
}

function queryAndHeader({ schemas, language }: Parts, fields: Schemas) {
  const directives = {
    format: z.enum(formatNames).meta({ description: openapiTexts.format[language] }),
    callback: z.string().meta({ description: openapiTexts.callback[language] }),
    jsconfig: z.string().meta({ description: openapiTexts.jsconfig[language] }),
  };
  const key = optional(schemas.fields(({ name }) => name === 'idempotency_key'));
  return {
    query: z.object({ ...fields, ...optional(directives) }),
    header: z.object(Object.fromEntries(Object.values(key).map((schema) => ['Idempotency-Key', schema]))),
  };
}

function inForms(schema: z.ZodObject, example?: Record<string, string>): Record<string, ZodOpenApiMediaTypeObject> {
  const content = { schema, ...(example ? { example } : {}) };
  return {
    'application/x-www-form-urlencoded': content,
    'multipart/form-data': content,
    'application/json': content,
  };
}
