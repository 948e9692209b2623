import { defaultFieldResolver } from '@graphql-tools/executor';
import { type GraphQLFieldConfig, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Run } from './run.ts';

/**
 * The same schema, but its root resolvers return or throw again what they did in a run. The root value holds that. A
 * root field that did not run then runs now.
 */
export function createReplaySchema(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const query = config.query && replay(config.query);
  const mutation = config.mutation && replay(config.mutation);
  const types = config.types.filter((type) => type !== config.query && type !== config.mutation);
  return new GraphQLSchema({ ...config, query, mutation, types, assumeValid: true });
}

function replay(type: GraphQLObjectType): GraphQLObjectType {
  const { fields, ...config } = type.toConfig();
  const replayed = Object.entries(fields).map(([name, field]) => [name, replayField(field)]);
  return new GraphQLObjectType({ ...config, fields: Object.fromEntries(replayed) });
}

function replayField(field: GraphQLFieldConfig<unknown, unknown>): GraphQLFieldConfig<unknown, unknown> {
  const { resolve = defaultFieldResolver } = field;
  return {
    ...field,
    resolve: (outcomes, values, context, info) => {
      const name = String(info.path.key);
      return Object.hasOwn(outcomes as object, name)
        ? (outcomes as Run['outcomes'])[name]?.()
        : resolve(undefined, values, context, info);
    },
  };
}
