import type { ErrorsPluginOptions } from '@pothos/plugin-errors';
import { InvalidInputError, NotAllowedError } from '../kernel/errors.ts';
import type { SchemaTypes } from './builder.ts';

type Refusal = NonNullable<
  ErrorsPluginOptions<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>>['defaultTypes']
>[number];

/** What a field may answer in place of its result. The union of both has the name of the field. */
export const refusals = <Others extends readonly Refusal[]>(description: string, ...others: Others) => ({
  types: [InvalidInputError, NotAllowedError, ...others],
  union: { description },
});
