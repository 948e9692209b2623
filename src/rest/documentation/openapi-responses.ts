import { z } from 'zod';
import type { ZodOpenApiMediaTypeObject, ZodOpenApiResponseObject } from 'zod-openapi';
import { contentTypes } from '../format.ts';
import type { Texts } from '../operation.ts';
import { documentedErrors, plainErrors } from './errors.ts';
import { openapiTexts } from './openapi-texts.ts';
import { dataFormats, renderSamples, renderScriptSample } from './samples.ts';
import type { OperationSchemas } from './schemas.ts';
import type { DocumentationSettings } from './settings.ts';

type Content = Record<string, ZodOpenApiMediaTypeObject>;

const text = z.string();

/** What the operation answers, by status: its formats, with a sample of each as the door writes it. */
export function createResponses(
  { publicUrl, envelopeCasing }: DocumentationSettings,
  { answer, envelope }: OperationSchemas,
  language: keyof Texts,
): Record<string, ZodOpenApiResponseObject> {
  const samples = renderSamples(publicUrl, envelopeCasing);
  const contentOf = (schema: z.ZodObject, kind: 'answer' | 'fault'): Content => ({
    ...Object.fromEntries(
      dataFormats.map((format) => [
        mediaTypeOf(contentTypes[format]),
        format === 'json'
          ? { schema, example: JSON.parse(samples.json[kind]) }
          : { schema: text, example: samples[format][kind] },
      ]),
    ),
    [contentTypes.html]: { schema: text },
  });
  const script = { 'text/javascript': { schema: text, example: renderScriptSample(publicUrl, envelopeCasing) } };
  const refusals = [...new Set([...documentedErrors, ...plainErrors].map(({ status }) => status))].map((status) => {
    const errors = documentedErrors.filter((error) => error.status === status);
    const plain = plainErrors.filter((error) => error.status === status);
    const lines = [
      ...errors.map(({ errorCode, meaning }) => `- \`${errorCode}\`: ${meaning[language]}`),
      ...plain.map(({ meaning }) => `- (${openapiTexts.withoutEnvelope[language]}) ${meaning[language]}`),
    ];
    const content = {
      ...(errors.length === 0 ? {} : contentOf(envelope, 'fault')),
      ...(plain.length === 0 ? {} : { 'text/plain': { schema: text } }),
    };
    return [String(status), { description: lines.join('\n'), content }] as const;
  });
  return {
    '200': { description: openapiTexts.recorded[language], content: { ...contentOf(answer, 'answer'), ...script } },
    ...Object.fromEntries(refusals),
  };
}

/** By reference, for every operation of a kind answers the same. Only the routes can miss: the others are single paths. */
export function referToResponses(tag: 'routes' | 'reply'): Record<string, { readonly $ref: string }> {
  const errors = documentedErrors.filter(({ isPredefinedOnly }) => tag === 'reply' || !isPredefinedOnly);
  const plain = plainErrors.filter(({ status }) => tag === 'routes' || status !== 404);
  const statuses = new Set([200, ...[...errors, ...plain].map(({ status }) => status)]);
  return Object.fromEntries([...statuses].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
}

const mediaTypeOf = (contentType: string): string => contentType.split(';', 1)[0] ?? contentType;
