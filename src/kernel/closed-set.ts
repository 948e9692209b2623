/**
 * A closed set of names, each with the sentence that documents it. Written once: the TypeScript union, the
 * run-time check, the GraphQL enum, the OpenAPI component and the legacy ordinals all come from it.
 */
export type ClosedSet<Name extends string> = {
  readonly name: string;
  readonly description: string;
  /** In the order of the legacy ordinals: `names[0]` is ordinal 0. */
  readonly names: readonly Name[];
  readonly descriptions: Readonly<Record<Name, string>>;
  /** A `Map`-like look-up, so that `__proto__` and `constructor` are unknown names. */
  has(value: string): value is Name;
};

export type NameOf<Set> = Set extends ClosedSet<infer Name> ? Name : never;

export function closedSet<Name extends string>(
  name: string,
  description: string,
  descriptions: Readonly<Record<Name, string>>,
): ClosedSet<Name> {
  const names = Object.keys(descriptions) as Name[];
  const known = new Set<string>(names);
  return { name, description, names, descriptions, has: (value): value is Name => known.has(value) };
}
