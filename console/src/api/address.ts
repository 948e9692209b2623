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

/** One text of the address. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined;

/** The values that are of a closed set. */
export const someOf = <Name extends string>(value: unknown, names: readonly Name[]): Name[] | undefined => {
  const wanted = [value].flat();
  const found = names.filter((name) => wanted.includes(name));
  return found.length > 0 ? found : undefined;
};

export const oneOf = <Name extends string>(value: unknown, names: readonly Name[]): Name | undefined =>
  someOf(value, names)?.[0];

/** A day: `2026-11-27`. */
export const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;

/**
 * What the address says, and the way to change it.
 * @param read checks each value; what it does not know is left out
 */
export function useAddress<Search extends object>(read: (raw: RawSearch) => Search) {
  const raw = useSearch({ strict: false }) as RawSearch;
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Partial<Search>): void =>
      void navigate({ to: '.', search: ((before: RawSearch) => ({ ...before, ...changes })) as never, replace: true }),
    [navigate],
  );
  return [read(raw), change] as const;
}
