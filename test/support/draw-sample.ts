import { createHash } from 'node:crypto';

export type SampleOptions<Case> = {
  readonly about: number;
  readonly kind?: (one: Case) => string;
  /** Tables of different names draw different cases by the same seed. */
  readonly name?: string;
};

/** The drawn cases, in the order of the table. */
export function drawSample<Case>(
  cases: readonly Case[],
  { about, kind, name, seed }: Required<SampleOptions<Case>> & { readonly seed: number },
): readonly Case[] {
  const share = about / cases.length;
  const drawn = new Set<number>();
  for (const [one, places] of Map.groupBy(cases.keys(), (place) => kind(cases[place] as Case))) {
    const ranked = places
      .map((place) => ({ place, rank: rank(seed, `${name} ${one} ${place}`) }))
      .toSorted((a, b) => a.rank - b.rank);
    for (const { place } of ranked.slice(0, sizeOf(share * places.length, seed, one))) drawn.add(place);
  }
  return cases.filter((_one, place) => drawn.has(place));
}

/** Rounds to one of the two whole numbers beside it, so that many small kinds together have the share that was asked. */
function sizeOf(wanted: number, seed: number, name: string): number {
  const rest = wanted - Math.floor(wanted);
  return Math.max(1, Math.floor(wanted) + (rank(seed, name) < rest ? 1 : 0));
}

/** A number between 0 and 1 that depends on nothing else. */
export function rank(seed: number, of: string): number {
  return createHash('sha256').update(`${seed}:${of}`).digest().readUInt32BE() / 2 ** 32;
}
