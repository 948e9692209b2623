import assert from 'node:assert/strict';
import type { ClosedSet } from '../kernel/closed-set.ts';

/**
 * A record and the row that it is kept in, described once: which fields it has, and how each is stored. The columns have
 * the names of the fields, in snake case. For rows of the hottest path, literal objects are cheaper.
 */

/** How a field is stored that is not kept as it is. `column` is its name where that is another one. */
export type Stored<Value, Kept, Column extends string | null = null> = {
  readonly read: (kept: Kept) => Value;
  readonly write: (value: Value) => Kept;
  readonly column: Column;
};

/** A field that is kept as it is. */
const plain = null;
type Field<Value> =
  | typeof plain
  | {
      readonly read: (kept: never) => Value;
      readonly write: (value: Value) => unknown;
      readonly column: string | null;
    };

/** Fields that are kept as they are. */
export const asIs = <const Names extends readonly string[]>(...names: Names) =>
  Object.fromEntries(names.map((name) => [name, plain])) as { readonly [Name in Names[number]]: typeof plain };

/** A name of a closed set, or a broken invariant. */
export const oneOf = <Name extends string>(set: ClosedSet<Name>): Stored<Name, string> =>
  checked((kept) => {
    if (!set.has(kept)) assert.fail(`what is stored is a ${set.name}`);
    return kept;
  });

/** @param read throws where the stored text is none of the values */
export const checked = <Value extends Kept, Kept = string>(read: (kept: Kept) => Value): Stored<Value, Kept> => ({
  read,
  write: (value) => value,
  column: null,
});

export const json = <Value>(): Stored<Value, string> => ({
  read: (kept) => JSON.parse(kept) as Value,
  write: (value) => JSON.stringify(value),
  column: null,
});

export const flag: Stored<boolean, number> = {
  read: (kept) => kept === 1,
  write: (value) => (value ? 1 : 0),
  column: null,
};

export const orNull = <Value, Kept>({ read, write }: Stored<Value, Kept>): Stored<Value | null, Kept | null> => ({
  read: (kept) => (kept === null ? null : read(kept)),
  write: (value) => (value === null ? null : write(value)),
  column: null,
});

export const named = <const Column extends string, Value, Kept>(
  column: Column,
  stored: Stored<Value, Kept>,
): Stored<Value, Kept, Column> => ({ ...stored, column });

type SnakeCase<Text extends string> = Text extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `_${Lowercase<Letter>}`}${SnakeCase<Rest>}`
  : Text;

type ColumnOf<Name extends string, Of> = Of extends { readonly column: infer Column extends string }
  ? Column
  : SnakeCase<Name>;

type RowOfFields<Entity, Fields> = {
  readonly [Name in keyof Fields & keyof Entity & string as ColumnOf<Name, Fields[Name]>]: Fields[Name] extends {
    readonly read: (kept: infer Kept) => unknown;
  }
    ? Kept
    : Entity[Name];
};

export type RowOf<Described> = Described extends { readonly read: (row: infer Row) => unknown } ? Row : never;

/** `recordOf<Mandate>()({ ...asIs('id', 'rum'), status: oneOf(mandateStatus) })`. A field that is left out does not compile. */
export const recordOf =
  <Entity extends object>() =>
  <const Fields extends { readonly [Name in keyof Entity]-?: Field<Entity[Name]> }>(fields: Fields) => {
    type Row = RowOfFields<Entity, Fields>;
    const parts = Object.entries<Field<unknown>>(fields as never).map(([name, stored]) => ({
      name: name as keyof Entity & string,
      column: stored?.column ?? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      read: stored?.read as ((kept: unknown) => unknown) | undefined,
      write: stored?.write,
    }));
    return {
      columns: parts.map(({ column }) => column) as unknown as readonly (keyof Row & string)[],
      read: (row: Row): Entity => {
        const kept = row as Readonly<Record<string, unknown>>;
        const entity: Record<string, unknown> = {};
        for (const { name, column, read } of parts) entity[name] = read ? read(kept[column]) : kept[column];
        return entity as Entity;
      },
      /** Of all fields, or of those that are given. */
      write: <Given extends Partial<Entity>>(given: Given) => {
        const row: Record<string, unknown> = {};
        for (const { name, column, write } of parts) {
          if (name in given) row[column] = write ? write(given[name]) : given[name];
        }
        return row as RowOfFields<Entity, Pick<Fields, keyof Given & keyof Fields>>;
      },
    };
  };

type Kinds = {
  readonly text: string;
  readonly textOrNull: string | null;
  readonly number: number;
  readonly numberOrNull: number | null;
};

const columnsOf =
  <Kind extends keyof Kinds>(kind: Kind) =>
  <const Names extends readonly string[]>(...names: Names) =>
    Object.fromEntries(names.map((name) => [name, kind])) as { readonly [Name in Names[number]]: Kind };

/** The columns of rows that are written out field by field: `{ ...texts('id', 'status'), ...numbers('at') }`. */
export const texts = columnsOf('text');
export const textsOrNull = columnsOf('textOrNull');
export const numbers = columnsOf('number');
export const numbersOrNull = columnsOf('numberOrNull');

export type RowWith<Columns extends Readonly<Record<string, keyof Kinds>>> = {
  readonly [Name in keyof Columns]: Kinds[Columns[Name]];
};

export const namesOf = <Name extends string>(columns: Readonly<Record<Name, keyof Kinds>>): readonly Name[] =>
  Object.keys(columns) as Name[];
