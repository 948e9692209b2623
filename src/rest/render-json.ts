import type { Answer } from './answer.ts';
import { envelopeOf } from './envelope.ts';
import type { Fault } from './errors.ts';
import type { JsonStyle } from './json-config.ts';

/** Harmless in JSON, and not where the text ends up in a page or in a script of the time before ES2019. */
const unsafe = /[<\u2028\u2029]/;
const allUnsafe = /[<\u2028\u2029]/g;

function escapeUnsafe(json: string): string {
  if (!unsafe.test(json)) return json;
  return json.replace(allUnsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const undefinedAsNull = (_name: string, value: unknown): unknown => value ?? null;

/** No blanks, declaration order; names without a value are left out, or written as null where that was asked for. */
export function renderJson(answer: Answer, { writesNulls }: JsonStyle): string {
  return escapeUnsafe(writesNulls ? JSON.stringify(answer, undefinedAsNull) : JSON.stringify(answer));
}

export function renderJsonFault(fault: Fault, style: JsonStyle): string {
  return escapeUnsafe(JSON.stringify(envelopeOf(fault, style)));
}
