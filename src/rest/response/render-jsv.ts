import type { JsonStyle } from '../request/json-config.ts';
import type { Answer } from './answer.ts';
import { type EnvelopeValue, envelopeOf, responseStatusOf } from './envelope.ts';
import type { Fault } from './errors.ts';

type JsvValue = string | boolean | null | undefined | EnvelopeValue | { readonly [name: string]: JsvValue };

/** Characters that end a plain text in JSV; a text with one of them is quoted. */
const needsQuotes = /[",:{}[\]\r\n]|^\s|\s$/;

/** JSV: JSON without quotes around plain text. Quotes inside quotes are doubled. */
export function toJsv(value: JsvValue, writesNulls: boolean): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string')
    return value === '' || needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  if (Array.isArray(value)) return `[${value.map((entry: EnvelopeValue) => toJsv(entry, writesNulls)).join(',')}]`;
  const members = Object.entries(value as { readonly [name: string]: JsvValue })
    .filter(([, entry]) => writesNulls || (entry !== null && entry !== undefined))
    .map(([name, entry]) => `${name}:${toJsv(entry, writesNulls)}`);
  return `{${members.join(',')}}`;
}

export function renderJsv(answer: Answer, { writesNulls }: JsonStyle): string {
  return toJsv(answer, writesNulls);
}

export function renderJsvFault(fault: Fault, style: JsonStyle): string {
  return toJsv(envelopeOf(fault, style), style.writesNulls);
}

/** The single cell of an error in CSV. */
export function renderJsvStatus(fault: Fault, style: JsonStyle): string {
  return toJsv(responseStatusOf(fault, style), style.writesNulls);
}
