import type { ClosedSet } from '../../kernel/closed-set.ts';
import type { Texts } from '../request/fields.ts';
import { operation, statusOperation } from '../request/operation.ts';
import type { PaymentAnswer } from '../response/answer.ts';
import { type AnswerFields, type AnswerKind, answerFieldNamed, isClosedSet } from './answer-fields.ts';
import { documentedSet, documentedSets } from './closed-sets.ts';
import { responseName, sampleAnswer, statusResponseName } from './samples.ts';

type Language = keyof Texts;

/**
 * The operation's types for the ServiceStack client (`new JsonServiceClient(url).send(new payment_initiate({…}))`):
 * string enums, the request class with its name, verb and response, and the response class.
 */
export function renderTypescriptTypes(publicUrl: string, language: Language): string {
  const answerNames = Object.keys(sampleAnswer(publicUrl)) as (keyof PaymentAnswer)[];
  const answer = Object.fromEntries(answerNames.map((name) => [name, answerFieldNamed(name)]));
  const { replayed: _asked, ...statusAnswer } = answer;
  return [
    `// ${publicUrl}/types/typescript`,
    'export interface IReturn<T> {\n  createResponse(): T;\n}',
    ...documentedSets.map(({ set }) => renderEnum(set, language)),
    renderClass(responseName, '', answerMembers(answer, language, '  ')),
    renderRequest(operation.name, responseName, 'POST', requestMembers(language)),
    renderClass(statusResponseName, '', answerMembers(statusAnswer, language, '  ')),
    renderRequest(statusOperation.name, statusResponseName, 'GET', [
      `  ${comment(statusOperation.description[language])}\n  public ${statusOperation.field}!: string;`,
    ]),
  ].join('\n\n');
}

function renderRequest(name: string, response: string, method: 'GET' | 'POST', members: readonly string[]): string {
  return renderClass(name, ` implements IReturn<${response}>`, members, [
    `public getTypeName() {\n    return '${name}';\n  }`,
    `public getMethod() {\n    return '${method}';\n  }`,
    `public createResponse() {\n    return new ${response}();\n  }`,
  ]);
}

function renderEnum(set: ClosedSet<string>, language: Language): string {
  const { description, values } = documentedSet(set);
  const lines = values.map((value) => `  ${comment(value.description[language])}\n  ${value.name} = '${value.name}',`);
  return `${comment(description[language])}\nexport enum ${set.name} {\n${lines.join('\n')}\n}`;
}

function renderClass(
  name: string,
  implemented: string,
  members: readonly string[],
  methods: readonly string[] = [],
): string {
  const create = `public constructor(init?: Partial<${name}>) {\n    Object.assign(this, init);\n  }`;
  const body = [members.join('\n'), create, ...methods].map((part) => (part.startsWith('public') ? `  ${part}` : part));
  return `export class ${name}${implemented} {\n${body.join('\n\n')}\n}\n`.trimEnd();
}

function requestMembers(language: Language): string[] {
  return operation.fields.map(({ name, kind, required, description, rule }) => {
    const type = kind === 'string' ? 'string' : kind.name;
    return `  ${comment(`${description[language]} ${rule[language]}`)}\n  public ${name}${required ? '!' : '?'}: ${type};`;
  });
}

function answerMembers(fields: AnswerFields, language: Language, indent: string): string[] {
  return Object.entries(fields).map(([name, { kind, isOptional, description }]) => {
    const type = typeOf(kind, language, indent);
    return `${indent}${comment(description[language])}\n${indent}public ${name}${isOptional ? '?' : '!'}: ${type};`;
  });
}

function typeOf(kind: AnswerKind, language: Language, indent: string): string {
  if (kind === 'text') return 'string';
  if (kind === 'boolean') return 'boolean';
  if (kind === 'texts by name') return '{ [name: string]: string }';
  if (isClosedSet(kind)) return kind.name;
  const members = Object.entries(kind).map(
    ([name, field]) =>
      `${indent}  ${comment(field.description[language])}\n${indent}  ${name}: ${typeOf(field.kind, language, `${indent}  `)};`,
  );
  return `{\n${members.join('\n')}\n${indent}}`;
}

/** A text that ended the comment would be code. */
const comment = (text: string): string => `/** ${text.replaceAll('*/', '* /')} */`;
