import { type GraphQLSchema, isInputObjectType, isNonNullType } from 'graphql';
import type { ClosedSet } from '../src/kernel/closed-set.ts';
import { requestErrors } from '../src/kernel/errors.ts';
import { isFinal, paymentStatus } from '../src/kernel/vocabulary.ts';
import { webhookEventType } from '../src/modules/webhooks/webhook.ts';
import { fields } from '../src/rest/request/fields.ts';

/** What `clients/typescript` knows of the gateway, beside the types of its operations. */

type File = { readonly filename: string; readonly content: string };

const folder = 'clients/typescript/src/generated/';
const quoted = (names: readonly string[]): string => names.map((name) => `  '${name}',\n`).join('');

export function clientFacts(schema: GraphQLSchema): File[] {
  return [
    {
      filename: `${folder}facts.ts`,
      content: [
        '/** The mutations that take an idempotency key: asked again with the same key they do nothing twice. */',
        `export const keyedMutations: ReadonlySet<string> = new Set([\n${quoted(keyedMutationsOf(schema))}]);\n`,
        '/** Codes of errors that come before an operation is executed. */',
        `export const refusalCodes: ReadonlySet<string> = new Set([\n${quoted(refusalCodes)}]);\n`,
        '/** The payment goes on. A newer gateway may have more statuses, open or final. */',
        `export const openStatuses: ReadonlySet<string> = new Set([\n${quoted(openStatuses)}]);\n`,
      ].join('\n'),
    },
    {
      filename: `${folder}webhook-types.ts`,
      content: [
        `export const webhookEventTypes: readonly WebhookEventType[] = [\n${quoted(webhookEventType.names)}];\n`,
        unionOf('WebhookEventType', webhookEventType.description, webhookEventType.descriptions),
      ].join('\n'),
    },
    {
      filename: `${folder}request-codes.ts`,
      content: unionOf('RequestErrorCode', 'Why a request got no result.', requestMeanings),
    },
    { filename: `${folder}legacy-fields.ts`, content: legacyFacts() },
  ];
}

const openStatuses = paymentStatus.names.filter((status) => !isFinal(status));

/** A type of names, each with its meaning. */
function unionOf(type: string, description: string, meanings: Readonly<Record<string, string>>): string {
  const members = Object.entries(meanings).map(([name, meaning]) => `  /** ${meaning} */\n  | '${name}'`);
  return `/** ${description} */\nexport type ${type} =\n${members.join('\n')};\n`;
}

const requestMeanings = Object.fromEntries(Object.entries(requestErrors).map(([name, { meaning }]) => [name, meaning]));

/** An error with one of the others may come while a mutation is carried out. */
const refusalCodes = Object.keys(requestErrors).filter(
  (code) => code !== 'INTERNAL_SERVER_ERROR' && code !== 'DATABASE_UNAVAILABLE',
);

function keyedMutationsOf(schema: GraphQLSchema): string[] {
  const keyed = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ args }) =>
    args.some(({ type }) => {
      const input = isNonNullType(type) ? type.ofType : type;
      return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
    }),
  );
  return keyed.map(({ name }) => name).toSorted();
}

function legacyFacts(): string {
  const namesAt = (isQuery: boolean): string[] =>
    fields.filter(({ place }) => (place === 'query or form') === isQuery).map(({ name }) => name);
  const sets = fields.flatMap(({ name, kind }): [string, ClosedSet<string>][] =>
    kind === 'string' ? [] : [[name, kind]],
  );
  return [
    '/** In the order of the path. */',
    `export const pathFields = [\n${quoted(namesAt(false))}] as const;\n`,
    `export const queryFields = [\n${quoted(namesAt(true))}] as const;\n`,
    'export type LegacyField = (typeof pathFields)[number] | (typeof queryFields)[number];\n',
    '/** In the order of the legacy numbers. */',
    'export const legacySets = {',
    ...sets.map(([name, { names }]) => `  ${name}: [${names.map((one) => `'${one}'`).join(', ')}],`),
    '} as const;\n',
  ].join('\n');
}

/** The class that the generator writes into each file of operations, and the fragments, which stand in each document. */
export const notNeeded = [
  /\nexport class TypedDocumentString[\s\S]*?\n}\n/,
  /export const (\w+)FragmentDoc = [\s\S]*?TypedDocumentString<\1Fragment, unknown>;\n/g,
];

/** The documents of the client package: without a dependency, and so that a bundler drops those that are not used. */
export function ownDocuments(generated: readonly File[]): File[] {
  return generated.flatMap(({ filename, content }) => {
    if (!filename.startsWith(folder)) return [{ filename, content }];
    const own = notNeeded
      .reduce((text, part) => text.replace(part, ''), content)
      .replace(/import type \{ DocumentTypeDecoration \}.*\n/, "import { TypedDocument } from '../document.ts';\n")
      .replaceAll(/= new TypedDocumentString\(`([^`]*)`/g, (_all, text: string) => {
        const compact = text.trim().replaceAll(/\s+/g, ' ');
        return `= /* @__PURE__ */ new TypedDocument(\`${compact}\``;
      })
      .replaceAll('as unknown as TypedDocumentString<', 'as unknown as TypedDocument<');
    return [{ filename, content: own }];
  });
}
