import type { TestGateway } from '../gateway.ts';

export type GraphqlAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
    readonly extensions?: Record<string, unknown>;
  }[];
};

/** Posts any text as a document: what typed operations cannot say. */
export function askGraphql(
  gateway: TestGateway,
  query: string,
  variables?: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  return postGraphql(gateway, JSON.stringify({ query, variables }), headers);
}

export async function postGraphql(
  gateway: TestGateway,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body };
  return answerOf(await gateway.get('/graphql', init));
}

export async function answerOf(response: Response): Promise<GraphqlAnswer> {
  const text = await response.text();
  const { data, errors = [] } = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, data, errors };
}

export const codesOf = ({ errors }: GraphqlAnswer): unknown[] => errors.map(({ extensions }) => extensions?.code);
