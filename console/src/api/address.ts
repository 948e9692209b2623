import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Filters and sort of a page live in the address, as texts that people can read. */

export type RawSearch = Readonly<Record<string, unknown>>;

export function parseAddress(text: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name];
    found[name] = before === undefined ? value : [before, value].flat();
  }
  return found;
}

export function writeAddress(search: RawSearch): string {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined || one === null || one === '' ? [] : [[name, String(one)]])),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

/** The address of a list as a file. */
export const fileAddress = (list: string, values: RawSearch): string =>
  `/console/exports/${list}${writeAddress(values)}`;

/** Checks a value of the address. Undefined: it is not there, or not as it must be. */
export type Read<Value> = (value: unknown) => Value | undefined;

/** One text. Blanks around it come from where it was copied. */
export const textOf: Read<string> = (value) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200 ? value.trim() : undefined;

/** The values that are of a closed set. */
export const someOf =
  <Name extends string>(names: readonly Name[]): Read<readonly Name[]> =>
  (value) => {
    const wanted = [value].flat();
    const found = names.filter((name) => wanted.includes(name));
    return found.length > 0 ? found : undefined;
  };

export const oneOf =
  <Name extends string>(names: readonly Name[]): Read<Name> =>
  (value) =>
    someOf(names)(value)?.[0];

/** A day that there is, of the years that a field takes: `2026-11-27`. */
export const dayOf: Read<string> = (value) =>
  typeof value === 'string' &&
  /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)
    ? value
    : undefined;

export const centsOf: Read<number> = (value) =>
  typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : undefined;

/** What a page reads from its address. */
type Reads = Readonly<Record<string, Read<unknown>>>;
/** Left out: no restriction. */
export type SearchOf<Of extends Reads> = {
  readonly [Name in keyof Of]?: Of[Name] extends Read<infer Value> ? Value | undefined : never;
};

/** Several values that are read in the same way. */
export const each = <const Name extends string, Value>(names: readonly Name[], read: Read<Value>) =>
  Object.fromEntries(names.map((name) => [name, read])) as Readonly<Record<Name, Read<Value>>>;

/** Removes all of these from an address. */
export const emptyOf = <Of extends Reads>(reads: Of): SearchOf<Of> =>
  Object.fromEntries(Object.keys(reads).map((name) => [name, undefined])) as SearchOf<Of>;

/** Whether an address has one of these. */
export const hasOne = (reads: Reads, search: RawSearch): boolean =>
  Object.keys(reads).some((name) => search[name] !== undefined);

/** The range of a filter; undefined where it has no end. */
export const rangeOf = <Value>(from: Value | undefined, to: Value | undefined) =>
  (from ?? to) === undefined ? undefined : { from, to };

/** What the address says, and the way to change it. Where the change is a step, Back undoes it. */
export function useAddress<const Of extends Reads>(reads: Of) {
  type Search = SearchOf<Of>;
  const raw = useSearch({ strict: false }) as RawSearch;
  const search = Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, read(raw[name])])) as Search;
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Search, isStep = false): void => {
      const search = (before: RawSearch): RawSearch => ({ ...before, ...changes });
      void navigate({ to: '.', search: search as never, replace: !isStep });
    },
    [navigate],
  );
  return [search, change] as const;
}
