type Typed = { readonly __typename: string };

/** The member of a union that has this name. */
export type Case<Union extends Typed, Name extends string> = Union extends Typed
  ? Name extends Union['__typename']
    ? Union & { readonly __typename: Name }
    : never
  : never;

type Cases<Union extends Typed> = {
  readonly [Name in Union['__typename']]: (value: Case<Union, Name>) => unknown;
};

type ResultOf<Functions> = {
  [Name in keyof Functions]: Functions[Name] extends (...values: never[]) => infer Result ? Result : never;
}[keyof Functions];

/**
 * Calls the function of the case that a result is. It does not compile where a case is missing, or is not of the union.
 * A newer gateway may answer a case that this client does not know: `otherwise` takes it.
 * @throws TypeError for such a case without `otherwise`
 */
export function match<Union extends Typed, Functions extends Cases<Union>, Other = never>(
  result: Union,
  cases: Functions & { readonly [Name in Exclude<keyof Functions, Union['__typename']>]: never },
  otherwise?: (value: Typed) => Other,
): ResultOf<Functions> | Other {
  const name = result.__typename;
  const found = Object.hasOwn(cases, name)
    ? (cases as Readonly<Record<string, ((value: Typed) => unknown) | undefined>>)[name]
    : otherwise;
  if (!found) throw new TypeError(`The gateway answered ${name}, which this version of the client does not know.`);
  return found(result) as ResultOf<Functions> | Other;
}
