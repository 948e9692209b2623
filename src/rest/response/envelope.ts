import type { Casing, JsonStyle } from '../request/json-config.ts';
import type { Fault } from './errors.ts';

type Named<Value> = { readonly [name: string]: Value };
/** A value of the error envelope; null only where names without a value are written. */
export type EnvelopeValue = string | null | readonly EnvelopeValue[] | { readonly [name: string]: EnvelopeValue };

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The members of the envelope, in declaration order; those without a value are left out unless the style writes them. */
export function responseStatusOf(
  { errorCode, message, errors, meta }: Fault,
  { casing, writesNulls }: JsonStyle,
): Named<EnvelopeValue> {
  const named = (members: Named<EnvelopeValue>): Named<EnvelopeValue> => inCasing(members, casing, writesNulls);
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
  return inCasing({ responseStatus: responseStatusOf(fault, style) }, style.casing, style.writesNulls);
}

function inCasing(members: Named<EnvelopeValue>, casing: Casing, writesNulls: boolean): Named<EnvelopeValue> {
  const kept = Object.entries(members).filter(([, value]) => writesNulls || value !== null);
  return Object.fromEntries(casing === 'pascal' ? kept.map(([name, value]) => [pascal(name), value]) : kept);
}
