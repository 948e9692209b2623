import { GatewayError } from '@reglement/client';

/** A refusal is data: a member of the result's union that has a code. */
export type Refusal = {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
  readonly requestId: string;
};

type Typed = { readonly __typename: string };

export const isRefusal = <Result extends Typed>(result: Result): result is Extract<Result, Refusal> =>
  'code' in result && 'message' in result;

/** What is wrong, by the name of its field, for the form. A refusal without a field stands under the empty name. */
export function faultsOfFields(refusal: Refusal, names: readonly string[]): Readonly<Record<string, string>> {
  const issues = 'issues' in refusal ? (refusal.issues as readonly Pick<Refusal, 'path' | 'message'>[]) : [refusal];
  const found = issues.map(({ path, message }) => {
    const name = path?.findLast((part) => names.includes(part)) ?? '';
    return [name, message] as const;
  });
  return Object.fromEntries(found);
}

/**
 * What a query answers, for a page that cannot go on without it.
 * @throws GatewayError where it was refused
 */
export function orThrow<Result extends Typed>(result: Result): Exclude<Result, { readonly code: string }> {
  if (!isRefusal(result)) return result as Exclude<Result, { readonly code: string }>;
  const { code, message, requestId } = result as unknown as Refusal;
  throw new GatewayError({ code, message, requestId, status: null, errors: [] });
}
