import type { Config } from './config.ts';

export type Shown = { readonly documentation: boolean; readonly graphiql: boolean; readonly introspection: boolean };

/**
 * What a deployment shows of itself: all of it, and in production the schema alone, unless the config says otherwise.
 * Nobody without a key comes so far there.
 */
export function shownBy({ deployment, rest, graphql }: Pick<Config, 'deployment' | 'rest' | 'graphql'>): Shown {
  const isOpen = deployment !== 'production';
  return {
    documentation: rest.documentation ?? isOpen,
    graphiql: graphql.graphiql ?? isOpen,
    introspection: graphql.introspection ?? true,
  };
}
