import { randomBytes } from 'node:crypto';

/** Where new ids come from; passed in, so that tests can choose them. */
export type Identifiers = {
  /** `pay_0198…`: the kind, then a version 7 UUID in hex, which sorts by time. */
  readonly newId: (kind: IdentifierKind) => string;
  /** Eight characters that are not mistaken for each other on the phone: `4K7M-9QXT`. */
  readonly newReference: () => string;
  /** A capability in base64url: two bytes shared with its neighbours, then 128 random bits. */
  readonly newToken: () => string;
};

export const identifierKinds = [
  'pay',
  'att',
  'evt',
  'ope',
  'ntf',
  'req',
  'msg',
  'mdt',
  'mev',
  'bat',
  'jrn',
  'bkf',
  'bke',
  'bkx',
  'act',
  'aud',
  'apr',
  'per',
  'ses',
  'sav',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** The id that the answer to a request has in its header; `''` where it has none. */
export const requestIdOf = (response: { getHeader(name: string): unknown }): string =>
  String(response.getHeader('X-Request-Id') ?? '');

/** Comes before every id that is made `at` or later: ids are version 7 UUIDs, which begin with their milliseconds. */
export const firstIdAt = (kind: IdentifierKind, at: number): string => `${kind}_${hexOf(Math.max(0, Math.floor(at)))}`;
/** The last id that can be made `at`. */
export const lastIdAt = (kind: IdentifierKind, at: number): string => `${firstIdAt(kind, at)}${'f'.repeat(20)}`;
const hexOf = (milliseconds: number): string => milliseconds.toString(16).padStart(12, '0');

const ourId = /^[a-z]{3}_[0-9a-f]{32}$/;
export const isIdOf = (kind: IdentifierKind, id: string): boolean => ourId.test(id) && id.startsWith(kind);
/** The value where it is an id of ours. */
export const idOrNull = (value: unknown): string | null =>
  typeof value === 'string' && ourId.test(value) ? value : null;

/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param clock milliseconds since the epoch */
export function createIdentifiers(clock: () => number): Identifiers {
  const takeRandom = createRandomPool();
  const nextUuid = createUuids(clock);
  const nextReference = createNeighbours(takeRandom, { bytes: 8, shared: 4 });
  const nextToken = createNeighbours(takeRandom, { bytes: 18, shared: 2 });
  return {
    newId: (kind) => `${kind}_${nextUuid()}`,
    newReference: () => {
      const bytes = nextReference();
      let reference = '';
      for (const [index, byte] of bytes.entries()) reference += (index === 4 ? '-' : '') + alphabet.charAt(byte % 32);
      return reference;
    },
    newToken: () => nextToken().toString('base64url'),
  };
}

type TakeRandom = (size: number) => Buffer;

/** Random bytes, each given out once. Asking the system for every few of them costs ten times as much. */
function createRandomPool(): TakeRandom {
  let pool = Buffer.alloc(0);
  return (size) => {
    if (pool.length < size) pool = randomBytes(4096);
    const taken = pool.subarray(0, size);
    pool = pool.subarray(size);
    return taken;
  };
}

/** The length of `newToken`: 18 bytes in base64url. */
export const tokenLength = 24;
export const tokenPattern = new RegExp(`^[\\w-]{${tokenLength}}$`);

const neighbours = 64;

/**
 * Random bytes whose first ones stay the same for some calls in a row. Rows that are written together then share pages
 * of the index. With a page for each entry, the index was half of the cost of storing a payment.
 */
function createNeighbours(
  takeRandom: TakeRandom,
  { bytes, shared }: { readonly bytes: number; readonly shared: number },
): () => Buffer {
  let head: Buffer = Buffer.alloc(0);
  let left = 0;
  return () => {
    if (left === 0) [head, left] = [takeRandom(shared), neighbours];
    left--;
    return Buffer.concat([head, takeRandom(bytes - shared)]);
  };
}

/**
 * UUIDs of version 7 that sort by creation, also within a millisecond: twelve bits count there (RFC 9562, method 1),
 * which Node's own UUIDs lack. A clock that goes back does not change the order.
 */
function createUuids(clock: () => number): () => string {
  let milliseconds = 0;
  let count = 0;
  let beginning = '';
  const takeDigits = createHexPool();
  const moveTo = (time: number): void => {
    [milliseconds, count] = [time, 0];
    beginning = `${hexOf(time)}7`;
  };
  return () => {
    const now = clock();
    if (now > milliseconds) moveTo(now);
    else if (count < 0xfff) count++;
    else moveTo(milliseconds + 1);
    const digits = takeDigits(16);
    // The variant's two bits are 10.
    const variant = '89ab'.charAt(Number.parseInt(digits.charAt(0), 16) & 3);
    return `${beginning}${count.toString(16).padStart(3, '0')}${variant}${digits.slice(1)}`;
  };
}

/** Random hex digits, each given out once. Each request has an id: a buffer for each would cost four times as much. */
function createHexPool(): (digits: number) => string {
  let pool = '';
  let at = 0;
  return (digits) => {
    if (at + digits > pool.length) [pool, at] = [randomBytes(1024).toString('hex'), 0];
    at += digits;
    return pool.slice(at - digits, at);
  };
}

/** `4k7m 9qxt` → `4K7M-9QXT`: accepts any case, blanks and look-alikes. */
export function normaliseReference(text: string): string {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain;
}

/** An `id_*` as it is kept: one text for each way in which Unicode can write the same letters. */
export const normaliseIdentifier = (value: string): string =>
  value.length > longestSpelling ? value : value.normalize('NFC');

/** Of an identifier. To normalise thousands of accents on one letter takes seconds. */
const longestSpelling = 512;

/** An order's number; empty means the same as `0`: no order. */
export const normaliseOrder = (value: string): string => normaliseIdentifier(value === '' ? '0' : value);
