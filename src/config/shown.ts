import type { Config } from './config.ts';

export type Shown = { readonly documentation: boolean; readonly graphiql: boolean; readonly introspection: boolean };

/** What a deployment shows of itself: all of it, and nothing in production, unless the config says otherwise. */
export function shownBy({ deployment, rest, graphql }: Pick<Config, 'deployment' | 'rest' | 'graphql'>): Shown {
  const isOpen = deployment !== 'production';
  const graphiql = graphql.graphiql ?? isOpen;
  return {
    documentation: rest.documentation ?? isOpen,
    graphiql,
    introspection: graphql.introspection ?? graphiql,
  };
}
