import { iso31661Alpha2ToNumeric } from 'iso-3166/1-a2-to-1-n.js';

/** ISO 3166-1, from alpha-2 to numeric, which is text because its leading zeros count: `FR` → `250`, `BE` → `056`. */
export const numericCountryCodes: ReadonlyMap<string, string> = new Map(Object.entries(iso31661Alpha2ToNumeric));

/** Whether ISO 3166-1 has it: `GB` is a country's code, `UK` and `ZZ` are none. In capital letters. */
export const isCountry = (alpha2: string): boolean => numericCountryCodes.has(alpha2);
