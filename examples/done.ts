type Answer = { readonly __typename: string; readonly message?: string; readonly path?: readonly string[] | null };

/** What was done, or an error that says why not. */
export function done<Result extends Answer, Name extends Result['__typename']>(
  answer: Result,
  name: Name,
): Extract<Result, { __typename: Name }> {
  if (answer.__typename === name) return answer as Extract<Result, { __typename: Name }>;
  throw new Error(`${answer.__typename} instead of ${name}: ${answer.path?.join('.') ?? ''} ${answer.message ?? ''}`);
}
