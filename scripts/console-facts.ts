import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type GraphQLSchema, Kind, parse, print, validate } from 'graphql';

/** The documents that are shipped with the console: the gateway runs no others for it, and knows them by their hashes. */

const folder = 'console/operations/';
const oneOf = (name: string, text: string): string => `  '${name}':\n    ${JSON.stringify(text)},\n`;

/** @throws where a document is not valid, or has not one operation */
export function consoleFacts(schema: GraphQLSchema): { readonly filename: string; readonly content: string } {
  const operations = readdirSync(folder)
    .toSorted()
    .map((file) => {
      const document = parse(readFileSync(`${folder}${file}`, 'utf8'));
      const [fault] = validate(schema, document);
      if (fault) throw new Error(`${folder}${file}: ${fault.message}`);
      const [operation, ...others] = document.definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION || !operation.name || others.length > 0) {
        throw new Error(`${folder}${file}: a document of the console is one operation with a name`);
      }
      const text = print(document);
      return { name: operation.name.value, hash: hash('sha256', text), text };
    });
  const content = [
    '/** Written by `node codegen.ts` from `console/operations`. Text of each document, by its SHA-256. */',
    `export const consoleDocuments: Readonly<Record<string, string>> = {\n${operations.map(({ hash: id, text }) => oneOf(id, text)).join('')}};\n`,
    '/** The hash of each operation. */',
    `export const consoleOperations = {\n${operations.map(({ name, hash: id }) => oneOf(name, id)).join('')}} as const;\n`,
  ].join('\n');
  return { filename: 'src/console/generated/documents.ts', content };
}
