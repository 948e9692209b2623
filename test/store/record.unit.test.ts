import { describe, expect, test } from 'vitest';
import { closedSet } from '../../src/kernel/closed-set.ts';
import { asIs, checked, flag, json, named, oneOf, orNull, type RowOf, recordOf } from '../../src/store/record.ts';

const colour = closedSet('Colour', 'A colour.', { RED: 'Red.', BLUE: 'Blue.' });

type Thing = {
  readonly id: string;
  readonly sizeBytes: number;
  readonly colour: 'RED' | 'BLUE';
  readonly isOpen: boolean;
  readonly tags: readonly string[] | null;
  readonly order: 'FIRST' | null;
};

const things = recordOf<Thing>()({
  ...asIs('id', 'sizeBytes'),
  colour: oneOf(colour),
  isOpen: flag,
  tags: orNull(json<readonly string[]>()),
  order: named(
    'place',
    orNull(
      checked((kept: string): 'FIRST' => {
        if (kept !== 'FIRST') throw new Error('there is one place');
        return kept;
      }),
    ),
  ),
});

const thing: Thing = { id: 'a', sizeBytes: 7, colour: 'RED', isOpen: true, tags: ['x'], order: 'FIRST' };
const row: RowOf<typeof things> = {
  ...{ id: 'a', size_bytes: 7, colour: 'RED', is_open: 1, tags: '["x"]', place: 'FIRST' },
};

describe('a record', () => {
  test('is written into columns of its names in snake case, and read back', () => {
    expect(things.write(thing)).toEqual(row);
    expect(things.read(row)).toEqual(thing);
    expect(things.columns.toSorted()).toEqual(Object.keys(row).toSorted());
  });

  test('keeps what is null', () => {
    const empty = { ...thing, tags: null, order: null, isOpen: false };
    expect(things.write(empty)).toMatchObject({ tags: null, place: null, is_open: 0 });
    expect(things.read(things.write(empty))).toEqual(empty);
  });

  test('writes the columns of the fields that are given, and no others', () => {
    expect(things.write({ sizeBytes: 0, tags: null })).toEqual({ size_bytes: 0, tags: null });
  });

  test.each([{ colour: 'GREEN' }, { place: 'SECOND' }, { tags: '[' }])('is not read from a row with %j', (change) => {
    expect(() => things.read({ ...row, ...change } as typeof row)).toThrow(/Colour|one place|JSON/);
  });

  test('does not compile with a field that is missing or stored as another type', () => {
    // @ts-expect-error the colour is left out
    recordOf<Pick<Thing, 'id' | 'colour'>>()(asIs('id'));
    // @ts-expect-error a number is no flag
    recordOf<Pick<Thing, 'sizeBytes'>>()({ sizeBytes: flag });
    expect(things.columns).toHaveLength(6);
  });
});
