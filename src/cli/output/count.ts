/** `1 payment`, `2 payments`, `2 entries`. */
export const countOf = (count: number, one: string): string => `${count} ${count === 1 ? one : manyOf(one)}`;

const manyOf = (one: string): string => (/[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`);

/** One of the two, which agrees with the count: `1 line was`, `2 lines were`. */
export const agreeing = (count: number, one: string, many: string): string => (count === 1 ? one : many);
