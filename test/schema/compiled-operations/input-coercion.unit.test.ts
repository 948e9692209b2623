import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  createCompiledExecutor,
  createPlainExecutor,
} from '../../../src/schema/server/compiled-operations/compiled-executor.ts';
import { everyForm } from '../../support/schema/compiled/every-form.ts';

const schema = everyForm({ seed: 1, faults: 0, calls: new Map() });
const [asWritten, compiled] = [createPlainExecutor(schema), createCompiledExecutor(schema, 0)];

async function answers(query: string, variableValues: Readonly<Record<string, unknown>>) {
  const operation = { document: parse(query), contextValue: {}, variableValues };
  const [expected, found] = [await asWritten(operation), await compiled(operation)];
  return { expected: JSON.stringify(expected), found: JSON.stringify(found) };
}

/** The answer of the field shows the arguments as its resolver gets them. */
describe('a variable is coerced as by the executor', () => {
  it.each([
    ['every field', { id: 'a', size: 1, colour: 'RED', even: 2, list: [1, 2], kind: 'x', inner: { id: 7 } }],
    ['defaults', { id: 'a' }],
    ['null for what has a default', { id: 'a', size: null }],
    ['null for what must not be null', { id: 'a', kind: null }],
    ['a field too many', { id: 'a', none: 1 }],
    ['a field too many, without a value', { id: 'a', none: undefined }],
    ['a field without a value', { id: 'a', size: undefined }],
    ['the name of a method', { id: 'a', toString: 1 }],
    ['the name of the prototype', JSON.parse('{"id":"a","__proto__":{"size":4}}')],
    ['a prototype with fields', Object.create({ id: 'a', size: 4 })],
    ['no prototype', Object.assign(Object.create(null), { id: 'a' })],
    ['a field that is missing', { size: 1 }],
    ['a list', []],
    ['a text', 'a'],
    ['null', null],
    ['no value', undefined],
    ['one item for a list', { id: 'a', list: 7 }],
    ['null in a list that holds none', { id: 'a', list: [1, null] }],
    ['a set for a list', { id: 'a', list: new Set([1, 2]) }],
    ['a text for a number', { id: 'a', size: '1' }],
    ['a fraction for a whole number', { id: 'a', size: 1.5 }],
    ['too great a number', { id: 'a', size: 2 ** 31 }],
    ['a value that no scalar takes', { id: 'a', even: 3 }],
    ['a value that the enum has not', { id: 'a', colour: 'BLUE' }],
    ['the enum of another case', { id: 'a', colour: 'red' }],
    ['one of several', { id: 'a', choice: { one: 1 } }],
    ['two of several', { id: 'a', choice: { one: 1, other: 'b' } }],
    ['one of several, null', { id: 'a', choice: { one: null } }],
    ['none of several', { id: 'a', choice: {} }],
    ['one of several and another without a value', { id: 'a', choice: { one: 1, other: undefined } }],
    ['a fault far inside', { id: 'a', inner: { id: 'b', inner: { id: 'c', inner: { size: 1 } } } }],
  ])('an object: %s', async (_what, deep) => {
    const { expected, found } = await answers('query ($deep: Deep!) { text(deep: $deep) }', { deep });
    expect(found).toBe(expected);
  });

  it.each([
    ['given', { b: 1, c: 'x' }],
    ['left out', {}],
    ['null', { b: null, c: null }],
    ['undefined', { b: undefined, c: undefined }],
    ['more than the document has', { b: 1, c: 'x', d: 1 }],
  ])('of an argument with a default: %s', async (_what, variables) => {
    const query = 'query ($b: Int, $c: String) { gamma { text(a: 1, b: $b, c: $c) other: text(c: $c, b: $b) } }';
    const { expected, found } = await answers(query, variables);
    expect(found).toBe(expected);
  });
});
