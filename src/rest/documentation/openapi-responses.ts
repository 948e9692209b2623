import { z } from 'zod';
import type { ZodOpenApiMediaTypeObject, ZodOpenApiResponseObject } from 'zod-openapi';
import type { Texts } from '../request/fields.ts';
import { contentTypes, mediaTypeOf } from '../request/format.ts';
import { statusAnswerOf } from '../response/answer.ts';
import { envelopeOf } from '../response/envelope.ts';
import type { DataFormat } from '../response/render.ts';
import { type DocumentedError, documentedErrors, plainErrors, statusErrors } from './errors.ts';
import { openapiTexts } from './openapi-texts.ts';
import { dataFormats, renderSamples, renderScriptSample, sampleFaultOf, samplePayment } from './samples.ts';
import type { OperationSchemas } from './schemas.ts';
import type { DocumentationSettings } from './settings.ts';

type Content = Record<string, ZodOpenApiMediaTypeObject>;

const text = z.string();

/** The operation's answers by status: formats, with a sample of each as the door writes it. */
export function createResponses(
  { publicUrl, envelopeCasing }: DocumentationSettings,
  { answer, envelope }: OperationSchemas,
  language: keyof Texts,
): Record<string, ZodOpenApiResponseObject> {
  const samples = renderSamples(publicUrl, envelopeCasing);
  const refused = (error: DocumentedError): unknown =>
    envelopeOf(sampleFaultOf(error), { casing: envelopeCasing, writesNulls: false });
  const refusals = [...new Set([...documentedErrors, ...plainErrors].map(({ status }) => status))].map((status) => {
    const errors = documentedErrors.filter((error) => error.status === status);
    const plain = plainErrors.filter((error) => error.status === status);
    const lines = [
      ...errors.map(({ errorCode, meaning }) => `- \`${errorCode}\`: ${meaning[language]}`),
      ...plain.map(({ meaning }) => `- (${openapiTexts.withoutEnvelope[language]}) ${meaning[language]}`),
    ];
    const examples = Object.fromEntries(errors.map((error) => [error.errorCode, { value: refused(error) }]));
    const content = {
      ...(errors.length === 0 ? {} : contentOf({ schema: envelope, examples }, () => ({ schema: text }))),
      ...(plain.length === 0 ? {} : { 'text/plain': { schema: text } }),
    };
    return [String(status), { description: lines.join('\n'), content }] as const;
  });
  const json = { schema: answer, example: JSON.parse(samples.json.answer) };
  const recorded = {
    ...contentOf(json, (format) => ({ schema: text, example: samples[format].answer })),
    'text/javascript': { schema: text, example: renderScriptSample(publicUrl, envelopeCasing) },
  };
  return {
    '200': { description: openapiTexts.recorded[language], content: recorded },
    ...Object.fromEntries(refusals),
  };
}

/** `payment_status` has the same answers, except for the payment itself and an unknown one. */
export function createStatusResponses(
  { publicUrl, envelopeCasing }: DocumentationSettings,
  { statusAnswer, envelope }: OperationSchemas,
  language: keyof Texts,
): Record<string, ZodOpenApiResponseObject | { readonly $ref: string }> {
  const example = statusAnswerOf(samplePayment(publicUrl));
  const shown = {
    ...contentOf({ schema: statusAnswer, example }, () => ({ schema: text })),
    'text/javascript': { schema: text },
  };
  const others = statusErrors.map((error): [string, ZodOpenApiResponseObject | { readonly $ref: string }] => {
    const { status, errorCode, meaning } = error;
    if (errorCode !== 'NotFound') return [String(status), { $ref: `#/components/responses/${status}` }];
    const value = envelopeOf(sampleFaultOf(error), { casing: envelopeCasing, writesNulls: false });
    const content = contentOf({ schema: envelope, examples: { [errorCode]: { value } } }, () => ({ schema: text }));
    return [String(status), { description: `- \`${errorCode}\`: ${meaning[language]}`, content }];
  });
  return { '200': { description: openapiTexts.shown[language], content: shown }, ...Object.fromEntries(others) };
}

/** Every format in which the door answers; JSON alone has a structure that OpenAPI can say. */
function contentOf(
  json: ZodOpenApiMediaTypeObject,
  otherOf: (format: DataFormat) => ZodOpenApiMediaTypeObject,
): Content {
  const entries = dataFormats.map((format) => [
    mediaTypeOf(contentTypes[format]) ?? format,
    format === 'json' ? json : otherOf(format),
  ]);
  return { ...Object.fromEntries(entries), [contentTypes.html]: { schema: text } };
}

/** By reference, for every operation of a kind answers the same. Only the routes can miss: the others are single paths. */
export function referToResponses(tag: 'routes' | 'reply'): Record<string, { readonly $ref: string }> {
  const errors = documentedErrors.filter(({ isPredefinedOnly }) => tag === 'reply' || !isPredefinedOnly);
  const plain = plainErrors.filter(({ status }) => tag === 'routes' || status !== 404);
  const statuses = new Set([200, ...[...errors, ...plain].map(({ status }) => status)]);
  return Object.fromEntries([...statuses].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
}
