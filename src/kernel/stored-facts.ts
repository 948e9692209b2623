import type { z } from 'zod';

/**
 * Parses stored data.
 * @throws Error that names the wrong fields, and none of their values
 */
export function parseStored<Schema extends z.ZodType>(schema: Schema, what: string, stored: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(stored);
  if (success) return data;
  const places = error.issues.map(({ code, path }) => `${path.join('.') || 'whole'}: ${code}`);
  throw new Error(`what is stored is no ${what} (${places.join(', ')})`);
}

type NameIn<Data> = Data extends unknown ? keyof Data : never;
type ValueIn<Data, Name extends PropertyKey> = Data extends unknown
  ? Name extends keyof Data
    ? Exclude<Data[Name], undefined>
    : never
  : never;

/** A fact that only some of a union have: null for those without it. A name that none of them has does not compile. */
export const factOf = <Data extends object, Name extends NameIn<Data>>(
  data: Data,
  name: Name,
): ValueIn<Data, Name> | null =>
  ((data as Partial<Record<NameIn<Data>, unknown>>)[name] ?? null) as ValueIn<Data, Name> | null;
