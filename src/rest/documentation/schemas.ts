import { z } from 'zod';
import type { ClosedSet } from '../../kernel/closed-set.ts';
import { initiationInput } from '../../modules/payments/initiation/initiation.ts';
import type { Field, Texts } from '../request/fields.ts';
import type { Casing } from '../request/json-config.ts';
import { operation } from '../request/operation.ts';
import type { PaymentAnswer } from '../response/answer.ts';
import { inCasing } from '../response/envelope.ts';
import { type AnswerFields, type AnswerKind, answerFieldNamed, isClosedSet } from './answer-fields.ts';
import { documentedSet, documentedSets, requestSets } from './closed-sets.ts';
import { sampleAnswer } from './samples.ts';

type Language = keyof Texts;
type Schemas = Record<string, z.ZodType>;

/** zod schemas of the operation in one language, the source of the OpenAPI document. */
export type OperationSchemas = {
  /** By the name of the closed set. */
  readonly sets: Schemas;
  /** The fields of the request that are picked, by their names. */
  readonly fields: (isPicked: (field: Field) => boolean) => Schemas;
  readonly answer: z.ZodObject;
  readonly statusAnswer: z.ZodObject;
  readonly envelope: z.ZodObject;
};

export function createOperationSchemas(language: Language, casing: Casing): OperationSchemas {
  const sets = new Map(documentedSets.map(({ set }) => [set, setSchema(set, language)]));
  const setNamed = (set: ClosedSet<string>): z.ZodType => sets.get(set) ?? setSchema(set, language);
  const answerSchema = (kind: AnswerKind): z.ZodType => {
    if (kind === 'text') return z.string();
    if (kind === 'boolean') return z.boolean();
    if (kind === 'texts by name') return z.record(z.string(), z.string());
    return isClosedSet(kind) ? setNamed(kind) : objectOf(kind, answerSchema, language);
  };
  const answerNames = Object.keys(sampleAnswer('')) as (keyof PaymentAnswer)[];
  const namedAnswer = (names: readonly (keyof PaymentAnswer)[]): z.ZodObject =>
    objectOf(Object.fromEntries(names.map((name) => [name, answerFieldNamed(name)])), answerSchema, language);
  return {
    sets: Object.fromEntries([...sets].map(([set, schema]) => [set.name, schema])),
    fields: (isPicked) =>
      Object.fromEntries(
        operation.fields.filter(isPicked).map((field) => [field.name, fieldSchema(field, setNamed, language)]),
      ),
    answer: namedAnswer(answerNames),
    statusAnswer: namedAnswer(answerNames.filter((name) => name !== 'replayed')),
    envelope: envelopeSchema(casing),
  };
}

function setSchema(set: ClosedSet<string>, language: Language): z.ZodType {
  const documented = documentedSet(set);
  const { description, values } = documented;
  const lines = values.map((value) => {
    const ordinal = requestSets.includes(documented) ? ` (${value.ordinal})` : '';
    return `- \`${value.name}\`${ordinal}: ${value.description[language]}`;
  });
  return z.enum(set.names).meta({ description: [description[language], '', ...lines].join('\n') });
}

/** The domain's own schema of a field. The legacy door hands every value over as text, the amount's digits too. */
function fieldSchema(field: Field, setNamed: (set: ClosedSet<string>) => z.ZodType, language: Language): z.ZodType {
  const { kind, description, rule, place, sample } = field;
  const meta = {
    description: `${description[language]} ${rule[language]}`,
    // The viewer would send the sample of an optional field with every request.
    ...(place === 'query or form' ? {} : { example: sample }),
  };
  if (kind !== 'string') return setNamed(kind).meta(meta);
  const schema = withoutNull(initiationInput.shape[field.property] as z.ZodType);
  return schema.meta({ ...meta, override: ({ jsonSchema }) => asText(jsonSchema) });
}

function withoutNull(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? withoutNull(schema.unwrap() as z.ZodType)
    : schema;
}

function asText(jsonSchema: z.core.JSONSchema.BaseSchema): void {
  delete jsonSchema.anyOf;
  jsonSchema.type = 'string';
}

function objectOf(fields: AnswerFields, schemaOf: (kind: AnswerKind) => z.ZodType, language: Language): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, { kind, isOptional, description }]) => {
        const schema = schemaOf(kind).meta({ description: description[language] });
        return [name, isOptional ? schema.optional() : schema];
      }),
    ),
  );
}

/** ServiceStack's error envelope. */
function envelopeSchema(casing: Casing): z.ZodObject {
  const named = (members: Schemas): z.ZodObject => z.strictObject(inCasing(members, casing));
  const error = named({ errorCode: z.string(), fieldName: z.string(), message: z.string() });
  return named({ responseStatus: named({ errorCode: z.string(), message: z.string(), errors: z.array(error) }) });
}
