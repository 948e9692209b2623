import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonPlaces } from '../../../src/config/schema/json-places.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('a text that is not JSON', () => {
  it.each([
    ['a comma after the last item', '{"a": [\n  1,\n]}', 'line 3 column 1'],
    ['a comma after the last entry', '{\n  "a": 1,\n}', 'line 3 column 1'],
    ['two commas', '[1,\n  , 2]', 'line 2 column 3'],
    ['no comma', '{"a": 1\n"b": 2}', 'line 2 column 1'],
    ['no value', '{\n  "a":\n}', 'line 3 column 1'],
    ['a value without quotes', '{\n  "a": shop\n}', 'line 2 column 8'],
    ['a name without quotes', '{\n  a: 1\n}', 'line 2 column 3'],
    ['True', '{\n  "a": True\n}', 'line 2 column 8'],
    ['single quotes', "{'a': 1}", 'line 1 column 2'],
    ['no colon', '{"a" 1}', 'line 1 column 6'],
    ['text without its end', '{\n  "a": "b\n}', 'line 2 column 8'],
    ['a bracket of the other kind', '[1}', 'line 1 column 3'],
    ['a remark', '{} // shop', 'line 1 column 4'],
    ['a second value', '{}\n{}', 'line 2 column 1'],
    ['no end', '{"a": [1', 'line 1 column 9'],
    ['nothing', '', 'line 1 column 1'],
    ['an empty line', '\n', 'line 2 column 1'],
    ['a number that begins with 0', '[012]', 'line 1 column 3'],
  ])('stops at %s', (_what, text, stop) => {
    expect(isJson(text)).toBe(false);
    expect(findJsonPlaces(text)).toEqual({ stop, isTooDeep: false, repeats: [] });
  });

  it('is what JSON.parse refuses', () => {
    const edited = fc
      .tuple(fc.json(), fc.nat(), fc.nat(3), fc.constantFrom('', ...'{}[],:"\\ \n\u001F\u2028-0e.tuA'))
      .map(([text, place, cut, added]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + added + text.slice(at + cut);
      });
    const agrees = fc.property(edited, (text) => (findJsonPlaces(text).stop === null) === isJson(text));
    fc.assert(agrees, { numRuns: 2_000 });
  });
});

describe('entries with one name', () => {
  it('are found in the same object, at any depth, with the place of each that repeats', () => {
    const text = '{"a": {"1": {}, "2": {},\n "1": {}}, "b": [{}, {"c": 1, "\\u0063": 2, "c": 3}]}';
    expect(findJsonPlaces(text)).toEqual({
      ...{ stop: null, isTooDeep: false },
      repeats: [
        { path: 'a.1', place: 'line 2 column 2' },
        { path: 'b.1.c', place: 'line 2 column 31' },
        { path: 'b.1.c', place: 'line 2 column 44' },
      ],
    });
  });

  it('may be in different objects', () => {
    expect(findJsonPlaces('{"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}]}').repeats).toEqual([]);
  });

  it('are named ten times, however many there are', () => {
    const text = `{${Array.from({ length: 100_000 }, () => '"a": 1').join(',\n')}}`;
    const { stop, repeats } = findJsonPlaces(text);
    expect([stop, repeats.length]).toEqual([null, 10]);
    expect(repeats.at(-1)).toEqual({ path: 'a', place: 'line 11 column 1' });
  });
});

describe('a text of any form', () => {
  const nested = (levels: number, [open, end]: readonly [string, string]) => open.repeat(levels) + end.repeat(levels);

  it.each([
    ['[', ']'],
    ['{"a":[', ']}'],
    ['[{"a":', '}]'],
  ] as const)('is refused where it has too many levels, and not where it has fewer: %s', (...brackets) => {
    const each = brackets[0].length === 1 ? 1 : 2;
    const inner = brackets[0].endsWith(':') ? '1' : '';
    const [open, end] = [brackets[0].repeat(100 / each), brackets[1].repeat(100 / each)];
    expect(findJsonPlaces(open + inner + end)).toMatchObject({ stop: null, isTooDeep: false });
    const stop = `line 1 column ${open.length + 1}`;
    expect(findJsonPlaces(`${open}[]${end}`)).toEqual({ stop, isTooDeep: true, repeats: [] });
    expect(findJsonPlaces(nested(200_000, brackets))).toEqual({ stop, isTooDeep: true, repeats: [] });
  });

  it.each([
    ['letters', 'é𝄞'],
    ['escapes', '\\n\\u00e9'],
  ])('may hold a million %s in one string', (_what, piece) => {
    const long = `"${piece.repeat(1_000_000)}"`;
    expect(findJsonPlaces(`{${long}: ${long}}`).stop).toBeNull();
    expect(findJsonPlaces(long.slice(0, -1)).stop).toBe('line 1 column 1');
  });
});
