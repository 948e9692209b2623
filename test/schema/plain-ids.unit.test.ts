import { isInterfaceType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';

const node = schema.getType('Node');
if (!isInterfaceType(node)) throw new Error('the schema has no interface Node');

test.each(schema.getPossibleTypes(node).map((type) => [type.name, type] as const))(
  'the id of a %s is there at once, as its object has it',
  (_name, type) => {
    const source = { id: 'the id', payment: { id: 'the id' } };
    const { resolve } = type.getFields().id ?? {};
    expect(resolve?.(source, {}, {}, {} as never)).toBe('the id');
  },
);
