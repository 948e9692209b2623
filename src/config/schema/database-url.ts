import { z } from 'zod';
import { secretReference } from './values.ts';

/** A password in the URL is a secret: then the whole URL belongs into the environment or a file. */
const rule = 'must be a database URL without a password, or {"env":"NAME"} or {"file":"/path"} where it has one';
export const databaseUrl = z.union(
  [
    z
      .string()
      .min(1)
      .refine((value) => !URL.canParse(value) || !holdsPassword(new URL(value)), rule),
    secretReference,
  ],
  { error: rule },
);

function holdsPassword({ password, searchParams }: URL): boolean {
  return password !== '' || searchParams.has('password');
}

/** A missing URL is the problem of its secret. */
export function problemsOfDatabaseUrl(url: string): readonly string[] {
  if (url === '') return [];
  const problems = [
    ...(isInMemory(url) ? ['must name a file after sqlite: a database in memory loses payments.'] : []),
    ...(isInMemory(url) || isKnown(url) ? [] : ['must begin with sqlite: (and a path) or with postgres://.']),
    ...(/\s$/.test(url) ? ['must not end with a blank.'] : []),
  ];
  return problems.map((problem) => `databaseUrl (DATABASE_URL): ${problem}`);
}

/** SQLite's own names of such a database: `:memory:`, a URI, or none. */
const isInMemory = (url: string): boolean => /^sqlite:(?:$|:|file:)/.test(url);

const isKnown = (url: string): boolean => /^(?:sqlite:(?!\s|\/\/[^/])|postgres(?:ql)?:\/\/)/.test(url);
