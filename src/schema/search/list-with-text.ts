import type { Caller } from '../../kernel/caller.ts';
import { InvalidInputError } from '../../kernel/errors.ts';
import type { ObjectOf } from '../../modules/search/document-of.ts';
import { type Listing, listByText } from '../../modules/search/list-by-text.ts';
import type { SearchKind } from '../../modules/search/search-document.ts';
import type { SchemaContext } from '../server/context.ts';
import { requestError } from '../server/guard/graphql-error.ts';

/**
 * A page of a list, narrowed to a text where one is given.
 * @throws GraphQLError for a text that is too long
 */
export async function listWithText<Kind extends SearchKind>(
  services: SchemaContext['services'],
  caller: Caller,
  page: {
    readonly kind: Kind;
    readonly text: string | null | undefined;
    readonly beforeId: string | null;
    readonly limit: number;
    readonly within?: Listing<Kind>['within'];
    /** @param keys only these; null: any */
    readonly list: (keys: readonly string[] | null, limit: number) => Promise<readonly ObjectOf<Kind>['value'][]>;
  },
): Promise<readonly ObjectOf<Kind>['value'][]> {
  const { text, list, ...asked } = page;
  if (!isText(text)) return list(null, asked.limit);
  const read = (keys: readonly string[]) => list(keys, keys.length);
  return listByText(services, caller, { ...asked, text, read }).catch(asFilterError);
}

export const isText = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim() !== '';

function asFilterError(error: unknown): never {
  if (!(error instanceof InvalidInputError)) throw error;
  throw requestError('BAD_USER_INPUT', `filter.${error.message}`);
}
