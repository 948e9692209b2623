import { createHmac } from 'node:crypto';
import { holdsCardNumber } from '../kernel/card-number.ts';
import { idOrNull } from '../kernel/identifiers.ts';
import { Secret } from '../kernel/merchant.ts';

/** Keeps personal data out of logs. A value's form and its name decide how much of it is written. */
export type Mask = {
  readonly text: (text: string) => string;
  readonly fields: (fields: object) => Record<string, unknown>;
};

/** Names of values that no pattern can recognise, in lower case and without separators. */
const hiddenNames: ReadonlySet<string> = new Set([
  ...['email', 'commentaire', 'comment', 'payer', 'firstname', 'lastname', 'phone', 'address', 'zipcode', 'city'],
  ...['iban', 'holder', 'cardnumber', 'cardholder', 'operator', 'auxiliary'],
  ...['url', 'originalurl', 'href', 'returnurl', 'query', 'body', 'headers', 'rawheaders', 'cookie', 'setcookie'],
  ...['authorization', 'apikey', 'xapikey', 'key', 'idempotencykey', 'derivedkey', 'secret', 'password', 'token'],
  ...['input', 'variables', 'parameters', 'params'],
]);

const longestText = 500;
const longestStack = 4000;
const longestList = 20;
const deepest = 5;

/** @param key makes the digests of e-mail addresses, so that lines about the same address can be linked. */
export function createMask(key: Buffer): Mask {
  const digest = (email: string): string =>
    createHmac('sha256', key).update(email.toLowerCase()).digest('hex').slice(0, 8);
  const text = (value: string, longest = longestText): string =>
    suspicious.test(value) && idOrNull(value) === null
      ? cut(maskPatterns(cut(value, longestStack), digest), longest)
      : cut(value, longest);

  const value = (given: unknown, depth: number): unknown => {
    switch (typeof given) {
      case 'string':
        return text(given);
      case 'number':
      case 'boolean':
      case 'undefined':
        return given;
      case 'bigint':
        return String(given);
      case 'object':
        return given === null ? null : object(given, depth);
      default:
        return undefined;
    }
  };
  const object = (given: object, depth: number): unknown => {
    if (given instanceof Error) return error(given, depth);
    if (given instanceof Secret) return String(given);
    if (given instanceof Date) return given.toJSON();
    if (given instanceof URL) return given.origin;
    if (ArrayBuffer.isView(given)) return `[${given.byteLength} bytes]`;
    if (given instanceof Map || given instanceof Set) return `[${given.size} entries]`;
    if (depth >= deepest) return '[deeper]';
    if (Array.isArray(given)) return given.slice(0, longestList).map((entry) => value(entry, depth + 1));
    return fields(given, depth + 1);
  };
  const fields = (given: object, depth: number): Record<string, unknown> =>
    Object.fromEntries(Object.entries(given).map(([name, part]) => [name, field(name, part, depth)]));
  const field = (name: string, part: unknown, depth: number): unknown => {
    if (name === 'stack' && typeof part === 'string') return stackOf(part);
    if (part === null || part === undefined || !isHidden(name)) return value(part, depth);
    if (typeof part !== 'string') return '[masked]';
    // A value that a door has masked already keeps its more detailed mask.
    return isMask(part) ? part : maskWhole(part, digest);
  };
  /** The frames as they are, and above them no more of the message than `error` shows. */
  const stackOf = (stack: string): string => {
    const lines = stack.split('\n');
    const frames = lines.filter((line) => /^ +at /.test(line));
    const head = lines.slice(0, frames.length === 0 ? lines.length : lines.indexOf(frames[0] ?? ''));
    return text([withoutQuotations(head.join('\n')), ...frames].join('\n'), longestStack);
  };
  /** By an allow-list: drivers and clients hang requests, parameters and details on their errors. */
  const error = (given: Error & { code?: unknown }, depth: number): unknown => ({
    type: given.name,
    ...(typeof given.code === 'string' && /^\w{1,40}$/.test(given.code) && { code: given.code }),
    message: text(withoutQuotations(given.message)),
    stack: stackOf(given.stack ?? ''),
    ...(given.cause instanceof Error && depth < deepest && { cause: error(given.cause, depth + 1) }),
  });
  return { text: (given) => text(given), fields: (given) => fields(given, 0) };
}

const isHidden = (name: string): boolean =>
  hiddenNames.has(name) || (/[A-Z_-]/.test(name) && hiddenNames.has(name.toLowerCase().replaceAll(/[_-]/g, '')));
const isMask = (text: string): boolean => /^\[(?:\d+ characters|masked)\]$/.test(text);
const cut = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const emailPattern = /[^\s"'<>@,;:()[\]\\/=&?]{1,64}(?:@|%40)[^\s"'<>@,;:()[\]\\/=&?]{1,255}/gi;

function maskWhole(text: string, digest: (email: string) => string): string {
  const [email] = text.match(emailPattern) ?? [];
  return email === text ? `[email ${digest(email)}]` : '[masked]';
}

/** Whether a look at the patterns is worth its time: most texts are words of ours. */
const suspicious = /[@%]|\d[\d .\-_/]{7}|[a-z]{2}\d{2}|payment_initiate|\/pay\/|\/mandates\/|rgl_|bearer|basic/i;

/** Patterns that are masked anywhere in a text. The legacy path is masked whole: it holds an address and an amount. */
function maskPatterns(text: string, digest: (email: string) => string): string {
  return text
    .replaceAll(/\/payment_initiate[/?.][^\s"'<>]+/gi, '/payment_initiate/[masked]')
    .replaceAll(/\/(pay|mandates)\/[\w-]{22,}/g, '/$1/[masked]')
    .replaceAll(/\brgl_[\w-]{8,}/g, '[key]')
    .replaceAll(/\b(Bearer|Basic) +\S+/gi, '$1 [key]')
    .replaceAll(/(postgres(?:ql)?:\/\/)[^\s@/]*@/gi, '$1[masked]@')
    .replaceAll(emailPattern, (email) => `[email ${digest(email.replace(/%40/i, '@'))}]`)
    .replaceAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gi, maskIban)
    .replaceAll(/(?<![\w-])\d(?:[ .\-_/]?\d){12,}(?![\w-])/g, (run) => (holdsCardNumber(run) ? '[card number]' : run))
    .replaceAll(/(?<![\w.+-])(?:\+\d{2}|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/g, '[phone]');
}

const maskIban = (iban: string): string => `[IBAN …${iban.replaceAll(' ', '').slice(-4)}]`;

/** Parsers and databases quote the input that they refuse. */
const withoutQuotations = (text: string): string =>
  text
    .replaceAll(/"[^"]*"/g, '"…"')
    .replaceAll(/'[^']*'/g, "'…'")
    .replaceAll(/`[^`]*`/g, '`…`');
