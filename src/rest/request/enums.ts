import type { ClosedSet } from '../../kernel/closed-set.ts';

const words = /^\w+$/;
const quoted = /^"(.*)"$/s;

/** Names and defined ordinals of a set. Made once for each set, at the first use of it. */
function valuesOf(set: ClosedSet<string>): ReadonlyMap<string, string> {
  return new Map(set.names.flatMap((name, ordinal) => [[name, name] as const, [String(ordinal), name] as const]));
}

/**
 * Reads values of closed sets as ServiceStack does: a name in any case or its ordinal, trimmed, with or without
 * quotes. Undefined ordinals and lists of names, which ServiceStack takes as well, are refused: `TEST,LIVE` would
 * mean `LIVE`.
 */
export function createEnumReader(
  sets: Iterable<ClosedSet<string>>,
): (set: ClosedSet<string>, written: string) => string | null {
  const values = new Map(Array.from(sets, (set) => [set, valuesOf(set)]));
  return (set, written) => {
    const known = values.get(set);
    // The usual case: a name as in the documentation.
    const exact = known?.get(written);
    if (exact !== undefined) return exact;
    const trimmed = written.trim();
    const plain = (quoted.exec(trimmed)?.[1] ?? trimmed).trim();
    return words.test(plain) ? (known?.get(plain.toUpperCase()) ?? null) : null;
  };
}
