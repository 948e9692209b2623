import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InvalidInputError, type Issue, NotAllowedError, refuseInput } from '../../src/kernel/errors.ts';
import { judgeInput } from '../../src/kernel/parse-input.ts';

/** One refusal names what is wrong with the fields and what breaks the rules of the use case. */

const schema = z.strictObject({
  amount: z.int(),
  day: z.string().regex(/^\d+$/, 'must be digits'),
  note: z.string().nullish(),
});
type Usable = Partial<z.output<typeof schema>>;

const pathsOf = (input: unknown, rules: (usable: Usable, found: Issue[]) => unknown): readonly string[] => {
  try {
    judgeInput(schema, input, rules);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.issues.map(({ path }) => path.join('.'));
  }
};
const add = (field: string) => (_usable: Usable, found: Issue[]) => found.push({ path: [field], message: '' });

describe('judgeInput', () => {
  it('gives the input, and what the rules made of it', () => {
    const input = { amount: 1, day: '2' };
    expect(judgeInput(schema, input, ({ amount }) => amount)).toEqual({ input, judged: 1 });
  });

  it('gives the rules the fields that can be used, and no others', () => {
    const given: Usable[] = [];
    pathsOf({ amount: 'x', day: '2', other: 1 }, (usable) => given.push(usable));
    pathsOf(null, (usable) => given.push(usable));
    expect(given).toEqual([{ day: '2', note: undefined }, { note: undefined }]);
  });

  it.each<[string, unknown, Parameters<typeof pathsOf>[1], readonly string[]]>([
    ['fields, then rules', { amount: 'x', day: '-' }, add('rule'), ['amount', 'day', 'rule']],
    ['rules alone', { amount: 1, day: '2' }, add('rule'), ['rule']],
    ['a rule that throws', { amount: 'x', day: '2' }, () => refuseInput('rule', ''), ['amount', 'rule']],
    [
      'fields before a right',
      { amount: 'x', day: '2' },
      () => {
        throw new NotAllowedError('no');
      },
      ['amount'],
    ],
  ])('names %s', (_title, input, rules, paths) => {
    expect(pathsOf(input, rules)).toEqual(paths);
  });

  it('throws a refusal of another kind where nothing was found before it, and a fault always', () => {
    const forbid = () => {
      throw new NotAllowedError('no');
    };
    const fail = () => {
      throw new TypeError('a fault');
    };
    expect(() => pathsOf({ amount: 1, day: '2' }, forbid)).toThrow(NotAllowedError);
    expect(() => pathsOf({ amount: 'x' }, fail)).toThrow(TypeError);
  });
});
