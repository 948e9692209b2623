import type * as generated from '../../../console/src/generated/operations.ts';
import { consoleDocuments } from '../../../src/console/generated/documents.ts';

type NameOf<Exported> = Exported extends `${infer Name}Document` ? Name : never;

/** The hash of each document of the console, by the name of its operation. */
export const consoleOperations = Object.fromEntries(
  Object.entries(consoleDocuments).map(([hash, text]) => [/^\w+ (\w+)/.exec(text)?.[1], hash]),
) as Readonly<Record<NameOf<keyof typeof generated>, string>>;
