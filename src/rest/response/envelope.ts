import type { Casing, JsonStyle } from '../request/json-config.ts';
import type { Fault } from './errors.ts';

type Named<Value> = { readonly [name: string]: Value };
/** A value of the error envelope; null only where names without a value are written. */
export type EnvelopeValue = string | null | readonly EnvelopeValue[] | { readonly [name: string]: EnvelopeValue };

/** The members of the envelope, in declaration order; those without a value are left out unless the style writes them. */
export function responseStatusOf(
  { errorCode, message, errors, meta }: Fault,
  { casing, writesNulls }: JsonStyle,
): Named<EnvelopeValue> {
  const named = (members: Named<EnvelopeValue>): Named<EnvelopeValue> =>
    inCasing(Object.fromEntries(Object.entries(members).filter(([, value]) => writesNulls || value !== null)), casing);
  return named({
    errorCode,
    message,
    stackTrace: null,
    errors: errors.map((error) =>
      named({ errorCode: error.errorCode, fieldName: error.fieldName, message: error.message, meta: null }),
    ),
    meta: meta ?? null,
  });
}

export function envelopeOf(fault: Fault, style: JsonStyle): Named<EnvelopeValue> {
  return inCasing({ responseStatus: responseStatusOf(fault, style) }, style.casing);
}

/** The members of the envelope, or of its schema, under the names that they have in the answer. */
export function inCasing<Value>(members: Named<Value>, casing: Casing): Named<Value> {
  if (casing === 'camel') return members;
  const named = Object.entries(members).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]);
  return Object.fromEntries(named);
}
