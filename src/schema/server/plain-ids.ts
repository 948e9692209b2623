import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      plainIds: PlainIds<Types>;
    }
  }
}

type Resolve<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

/**
 * An id goes out as its object has it. The relay plugin encodes it in an async function: with the id, every object
 * became a promise, and so did every list of them.
 */
class PlainIds<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(resolve: Resolve<Types>, { name, parentType }: PothosOutputFieldConfig<Types>): Resolve<Types> {
    if (name !== 'id') return resolve;
    const { id } = this.builder.configStore.getTypeConfig(parentType).pothosOptions as {
      readonly id?: { readonly resolve: Resolve<Types> };
    };
    return id?.resolve ?? resolve;
  }
}

SchemaBuilder.registerPlugin('plainIds', PlainIds);
