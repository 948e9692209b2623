import { z } from 'zod';
import { configFile } from './schema/config-file.ts';

/** "Did you mean …?" for names that a person mistyped. */

/** The known name that is nearest to a written one; null where none is near enough. */
export function nearestName(written: string, known: Iterable<string>): string | null {
  const letters = plain(written);
  // One mistake in four letters, three at most.
  const limit = Math.min(3, Math.ceil(letters.length / 4));
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of known) {
    const otherLetters = plain(name);
    if (Math.abs(otherLetters.length - letters.length) > limit) continue;
    const distance = distanceBetween(letters, otherLetters);
    if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** `database_url`, `databaseURL` and `databaseUrl` are one name. */
function plain(name: string): string {
  // The pattern of all letters takes 5 ms at its first use, and most names are ASCII.
  const others = /^[\w -]*$/.test(name) ? /[_ -]/g : /[^\p{L}\p{N}]/gu;
  return name.toLowerCase().replaceAll(others, '');
}

/** Letters to insert, remove, replace or swap with the next one. */
function distanceBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(one.length, other.length);
}

/** A node of the JSON schema, as far as its names are concerned. */
type Node = {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
};

/**
 * What a person meant by an entry of the config file that is not known: an entry beside it, or one of the same name in
 * another place.
 * @param path where the entry stands
 */
export function meantEntry(written: string, path: readonly PropertyKey[]): string | null {
  const file = z.toJSONSchema(configFile, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node;
  const beside = path.reduce<readonly Node[]>((nodes, step) => nodes.flatMap((node) => childrenOf(node, step)), [file]);
  const here = beside.flatMap((node) => Object.keys(branchesOf(node).reduce(mergeProperties, {})));
  const isWritten = (name: string): boolean => plain(name) === plain(written);
  const elsewhere = pathsOf(file, '').filter((place) => isWritten(place.split('.').at(-1) ?? ''));
  if (elsewhere.length === 1 && !here.some(isWritten)) return elsewhere[0] ?? null;
  const near = nearestName(written, here);
  return near === null ? null : [...path, near].join('.');
}

const branchesOf = (node: Node): readonly Node[] => [node, ...(node.anyOf ?? []).flatMap(branchesOf)];
const mergeProperties = (all: Readonly<Record<string, Node>>, { properties = {} }: Node) => ({ ...all, ...properties });

const childrenOf = (node: Node, step: PropertyKey): readonly Node[] =>
  branchesOf(node).flatMap(({ properties, additionalProperties, items }) => {
    if (typeof step === 'number') return items ? [items] : [];
    const child = properties?.[String(step)] ?? additionalProperties;
    return typeof child === 'object' ? [child] : [];
  });

function pathsOf(node: Node, path: string): readonly string[] {
  return branchesOf(node).flatMap(({ properties = {}, additionalProperties, items }) => [
    ...Object.entries(properties).flatMap(([name, child]) => {
      const place = path === '' ? name : `${path}.${name}`;
      return [place, ...pathsOf(child, place)];
    }),
    ...(typeof additionalProperties === 'object' ? pathsOf(additionalProperties, `${path}.<name>`) : []),
    ...(items ? pathsOf(items, `${path}.<number>`) : []),
  ]);
}

/** Variables of an environment that are perhaps meant to be settings, each with the setting. */
export function misspeltVariables(
  environment: Readonly<Record<string, string | undefined>>,
  settings: readonly string[],
): readonly string[] {
  return Object.keys(environment).flatMap((written) => {
    if (settings.includes(written) || !/^[A-Z][A-Z0-9_]*$/.test(written)) return [];
    const meant = nearestName(written, settings);
    if (meant === null || !isLikely(written, meant)) return [];
    return [`environment variable ${written}: is not a setting. Did you mean ${meant}?`];
  });
}

/** Short names are near to many others: HOME is not HOST, and POST not PORT. There only swapped letters count. */
function isLikely(written: string, meant: string): boolean {
  const sorted = (name: string): string => [...name].toSorted().join('');
  return meant.length >= 6 ? distanceBetween(written, meant) <= 2 : sorted(written) === sorted(meant);
}
