import SchemaBuilder, { BasePlugin, type PothosTypeConfig, type SchemaTypes } from '@pothos/core';

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      successFirst: SuccessFirst<Types>;
    }
  }
}

/** Documentation shows result unions as `Success | Error…`; the errors plugin puts the success last. */
class SuccessFirst<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(config: PothosTypeConfig): PothosTypeConfig {
    if (config.graphqlKind !== 'Union' || !config.name.endsWith('Result')) return config;
    return { ...config, types: [...config.types.slice(-1), ...config.types.slice(0, -1)] };
  }
}

SchemaBuilder.registerPlugin('successFirst', SuccessFirst);
