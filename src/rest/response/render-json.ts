import type { JsonStyle } from '../request/json-config.ts';
import type { Answer } from './answer.ts';
import { envelopeOf } from './envelope.ts';
import type { Fault } from './errors.ts';

const lineSeparators = /[\u2028\u2029]/;

/** Escapes characters that are harmless in JSON, but not in a page or in a script before ES2019. */
function escapeUnsafe(json: string): string {
  const unopened = json.replaceAll('<', '\\u003c');
  return lineSeparators.test(unopened)
    ? unopened.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
    : unopened;
}

const undefinedAsNull = (_name: string, value: unknown): unknown => value ?? null;

/** No blanks, declaration order; names without a value are left out, or written as null where that was asked for. */
export function renderJson(answer: Answer, { writesNulls }: JsonStyle): string {
  return escapeUnsafe(writesNulls ? JSON.stringify(answer, undefinedAsNull) : JSON.stringify(answer));
}

export function renderJsonFault(fault: Fault, style: JsonStyle): string {
  return escapeUnsafe(JSON.stringify(envelopeOf(fault, style)));
}
