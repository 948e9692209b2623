import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';

/** The operations of the company's own front ends: id and text of each. */
export type RegisteredTexts = ReadonlyMap<string, string>;

const maximumBytes = 4 * 1024 * 1024;
/** As GraphQL Code Generator, Apollo and Relay write it: an object from ids to documents. */
const documentFile = z
  .record(
    z.string().regex(/^[!-~]{1,256}$/),
    z
      .string()
      .min(1)
      .max(64 * 1024),
  )
  .refine((documents) => Object.keys(documents).length <= 5000);
/** Apollo's manifest of operations. */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

/** Reads the files that `documents` names, and collects their problems. */
export function readDocuments(files: readonly string[]): {
  readonly texts: RegisteredTexts;
  readonly problems: readonly string[];
} {
  const texts = new Map<string, string>();
  const problems = files.flatMap((file, index) => {
    const path = `documents.${index}`;
    const documents = readFile(file);
    if (typeof documents === 'string') return [`${path}: ${file} ${documents}`];
    return Object.entries(documents).flatMap(([id, text]) => {
      if ((texts.get(id) ?? text) !== text) return [`${path}: ${file} gives the id ${id} to another document.`];
      texts.set(id, text);
      return [];
    });
  });
  return { texts, problems };
}

function readFile(file: string): Readonly<Record<string, string>> | string {
  let written: unknown;
  try {
    if (statSync(file).size > maximumBytes) return `is larger than ${maximumBytes} bytes.`;
    written = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return error instanceof SyntaxError ? 'is not valid JSON.' : 'cannot be read.';
  }
  const apollo = manifest.safeParse(written);
  const given = apollo.success ? Object.fromEntries(apollo.data.operations.map(({ id, body }) => [id, body])) : written;
  const parsed = documentFile.safeParse(given);
  return parsed.success ? parsed.data : 'must be an object from ids to documents, 5000 at most.';
}
