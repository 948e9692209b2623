import { styleText } from 'node:util';
import { terminalLine } from '../kernel/locale/terminal.ts';
import type { LogOutput } from './log-output.ts';

/** A line of the log for a person at a terminal: local time, level, words, and the fields that are left. */

type Fields = Readonly<Record<string, unknown>>;
type Style = Parameters<typeof styleText>[0];

const levels: Readonly<Record<number, readonly [name: string, style: Style]>> = {
  10: ['TRACE', 'gray'],
  20: ['DEBUG', 'gray'],
  30: ['INFO', 'green'],
  40: ['WARN', 'yellow'],
  50: ['ERROR', 'red'],
  60: ['FATAL', ['bold', 'red']],
};
/** The same on every line of a terminal. */
const leftOut: ReadonlySet<string> = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'stack']);
const ofRequest: ReadonlySet<string> = new Set(['method', 'route', 'status', 'durationMs']);

/** Pino writes its lines of JSON into it. */
export const readableOutput = (output: LogOutput, options: { readonly hasColours: boolean }): LogOutput => ({
  ...output,
  write: (line) => output.write(readableLine(line, options)),
});

/** @param line a line of JSON as pino writes it; another text comes back as it is */
export function readableLine(line: string, { hasColours }: { readonly hasColours: boolean }): string {
  const fields = fieldsOf(line);
  if (fields === null) return line;
  const paint = (style: Style, text: string): string =>
    hasColours ? styleText(style, text, { validateStream: false }) : text;
  const [name, style] = levels[Number(fields.level)] ?? [String(fields.level), 'gray' as const];
  const isRequest = fields.msg === 'request' && typeof fields.route === 'string';
  const rest = Object.entries(fields).filter(([key]) => !leftOut.has(key) && !(isRequest && ofRequest.has(key)));
  const words = isRequest ? requestWords(fields) : terminalLine(String(fields.msg ?? ''));
  const shown = rest.map(([key, value]) => paint('gray', ` ${terminalLine(key)}=`) + shownValue(value));
  const head = `${paint('gray', timeOf(fields.time))} ${paint(style, name.padEnd(5))} ${words}`;
  return `${head}${shown.length > 0 ? ' ' : ''}${shown.join('')}\n${stackOf(fields, paint)}`;
}

function fieldsOf(line: string): Fields | null {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Fields) : null;
  } catch {
    return null;
  }
}

const requestWords = ({ method, route, status, durationMs }: Fields): string =>
  terminalLine(`${method} ${route} ${status} in ${durationMs} ms`);

/** The time of this machine: `14:03:07.512`. */
function timeOf(time: unknown): string {
  const moment = new Date(Number(time));
  const two = (value: number): string => String(value).padStart(2, '0');
  const parts = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two);
  return `${parts.join(':')}.${String(moment.getMilliseconds()).padStart(3, '0')}`;
}

/** A text with a blank, a quote or a sign stands in quotes, so that no value looks like another field. */
function shownValue(value: unknown): string {
  const text = typeof value === 'string' && /^[\w./:@+%-]+$/.test(value) ? value : JSON.stringify(value);
  return terminalLine(text);
}

/** A stack trace on lines of its own. */
function stackOf({ stack, err }: Fields, paint: (style: Style, text: string) => string): string {
  const trace = typeof stack === 'string' ? stack : (err as Fields | undefined)?.stack;
  if (typeof trace !== 'string') return '';
  return trace
    .split('\n')
    .map((line) => `${paint('gray', `      ${terminalLine(line.trim())}`)}\n`)
    .join('');
}
