import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationTypeNode,
  parse,
  print,
  validate,
} from 'graphql';
import { type PaymentTarget, paymentTargetNames } from '../src/kernel/vocabulary.ts';
import { notNeeded } from './client-facts.ts';

/** The documents that are shipped with the console: the gateway runs no others for it, and knows them by their hashes. */

type File = { readonly filename: string; readonly content: string };

type ConsoleOperation = {
  readonly name: string;
  readonly kind: OperationTypeNode;
  /** The first field of the root. */
  readonly field: string;
  readonly hash: string;
  readonly text: string;
};

const oneOf = (name: string, text: string): string => `  '${name}':\n    ${JSON.stringify(text)},\n`;

const isFragment = ({ kind }: { readonly kind: Kind }): boolean => kind === Kind.FRAGMENT_DEFINITION;

/**
 * A file has one operation, or fragments that operations spread.
 * @throws where a document is not valid, or has not one operation, or two have the same name
 */
export function readConsoleOperations(schema: GraphQLSchema): readonly ConsoleOperation[] {
  const files = globSync('console/operations/**/*.graphql')
    .toSorted((one, other) => (path.basename(one) < path.basename(other) ? -1 : 1))
    .map((file) => ({ file, definitions: parse(readFileSync(file, 'utf8')).definitions }));
  const fragments = files.flatMap(({ definitions }) => definitions.filter(isFragment)) as FragmentDefinitionNode[];
  const operations = files
    .filter(({ definitions }) => !definitions.every(isFragment))
    .map(({ file, definitions: [operation, ...others] }): ConsoleOperation => {
      if (operation?.kind !== Kind.OPERATION_DEFINITION || !operation.name || others.length > 0) {
        throw new Error(`${file}: a document of the console is one operation with a name`);
      }
      const [first] = operation.selectionSet.selections;
      if (first?.kind !== Kind.FIELD) throw new Error(`${file}: an operation of the console begins with a field`);
      const spread = fragments.filter((fragment) => print(operation).includes(`...${fragment.name.value}`));
      const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...spread] };
      const [fault] = validate(schema, document);
      if (fault) throw new Error(`${file}: ${fault.message}`);
      const text = print(document);
      const { value: name } = operation.name;
      return { name, kind: operation.operation, field: first.name.value, hash: hash('sha256', text), text };
    });
  const names = operations.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`console/operations: two operations have the name ${twice}`);
  return operations;
}

/** What the gateway knows of them. */
export function consoleFacts(operations: readonly ConsoleOperation[]): File {
  const content = [
    '/** Written by `npm run codegen` from `console/operations`. Text of each document, by its SHA-256. */\n',
    `export const consoleDocuments: Readonly<Record<string, string>> = {\n${operations.map(({ hash: id, text }) => oneOf(id, text)).join('')}};\n`,
  ].join('');
  return { filename: 'src/console/generated/documents.ts', content };
}

const folder = 'console/src/generated/';

/**
 * What the browser has of them: types, the hash, and as text only the kind of operation and its field, by which the client
 * knows whether it may send a request again.
 */
export function documentsByHash(generated: readonly File[], operations: readonly ConsoleOperation[]): File[] {
  const byName = new Map(operations.map((one) => [one.name, one]));
  return generated.flatMap(({ filename, content }) => {
    if (!filename.startsWith(folder)) return [{ filename, content }];
    if (!filename.endsWith('/graphql.ts')) return [];
    const short = notNeeded
      .reduce((text, part) => text.replace(part, ''), content)
      .replace(/import type \{ DocumentTypeDecoration \}.*\n/, "import { TypedDocument } from '@reglement/client';\n")
      .replaceAll(
        /export const (\w+)Document = new TypedDocumentString\([\s\S]*?\) as unknown as TypedDocumentString<([^>]*)>;/g,
        (_all, name: string, types: string) => {
          const operation = byName.get(name);
          if (!operation) throw new Error(`${filename}: no operation has the name ${name}`);
          const { kind, field, hash: id } = operation;
          return `export const ${name}Document = /* @__PURE__ */ new TypedDocument<${types}>('${kind} ${name}{${field}}', { hash: '${id}' });`;
        },
      );
    return [{ filename: `${folder}operations.ts`, content: short }];
  });
}

/** What people call the targets. They stand in lists in the order of the config. */
export function targetNames(order: readonly PaymentTarget[]): File {
  const names = order.map((target) => `  ${target}: '${paymentTargetNames[target]}',\n`).join('');
  const content = `/** Written by \`node codegen.ts\` from \`src/kernel/vocabulary.ts\`. */\nexport const targetNames = {\n${names}} as const;\n`;
  return { filename: `${folder}target-names.ts`, content };
}
