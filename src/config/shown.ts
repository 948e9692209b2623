import type { Config } from './config.ts';

export type Shown = {
  readonly documentation: boolean;
  readonly graphiql: boolean;
  readonly introspection: boolean;
  /** Suggestions and choices in the errors of GraphQL. */
  readonly suggestions: boolean;
};

/**
 * The public documentation of a deployment: all of it in development, only the schema in production, unless the config
 * says otherwise. In production the schema needs a key.
 */
export function shownBy({ deployment, rest, graphql }: Pick<Config, 'deployment' | 'rest' | 'graphql'>): Shown {
  const isOpen = deployment !== 'production';
  return {
    documentation: rest.documentation ?? isOpen,
    graphiql: graphql.graphiql ?? isOpen,
    introspection: graphql.introspection ?? true,
    suggestions: isOpen,
  };
}
