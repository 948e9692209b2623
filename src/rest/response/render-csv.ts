import type { JsonStyle } from '../request/json-config.ts';
import type { Answer, AnswerValue } from './answer.ts';
import type { Fault } from './errors.ts';
import { renderJsvStatus, toJsv } from './render-jsv.ts';

/** A spreadsheet takes a cell that begins so for a formula, the sender's or not; the last four are wide signs. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const needsQuotes = /[",\r\n]/;
const lineEnd = '\r\n';

/** Every column on every line, so that a reporting tool finds them; empty where there is no value, JSV where it is an object. */
export function renderCsv(answer: Answer): string {
  return `${Object.keys(answer).join(',')}${lineEnd}${Object.values(answer).map(cellOf).join(',')}${lineEnd}`;
}

export function renderCsvFault(fault: Fault, style: JsonStyle): string {
  return `ResponseStatus${lineEnd}${quote(renderJsvStatus(fault, style))}${lineEnd}`;
}

function cellOf(value: AnswerValue): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : toJsv(value, false);
  const harmless = formula.test(text) ? `'${text}` : text;
  return needsQuotes.test(harmless) ? quote(harmless) : harmless;
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
