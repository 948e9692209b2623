import { randomBytes, randomUUIDv7 } from 'node:crypto';

/** Where new ids come from; passed in, so that tests can choose them. */
export type Identifiers = {
  /** `pay_0198…`: the kind, then a version 7 UUID in hex, which sorts by time. */
  readonly newId: (kind: IdentifierKind) => string;
  /** Eight characters that are not mistaken for each other on the phone: `4K7M-9QXT`. */
  readonly newReference: () => string;
  /** 128 random bits, base64url: a capability. */
  readonly newToken: () => string;
};

export const identifierKinds = ['pay', 'att', 'evt', 'ntf', 'req'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param clock milliseconds since the epoch */
export function createIdentifiers(clock: () => number): Identifiers {
  const nextUuid = createUuids(clock);
  return {
    newId: (kind) => `${kind}_${nextUuid()}`,
    newReference: () => {
      const characters = Array.from(randomBytes(8), (byte) => alphabet.charAt(byte % 32));
      return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
    },
    newToken: () => randomBytes(16).toString('base64url'),
  };
}

/**
 * UUIDs of version 7 whose order is that of their making, within a millisecond too: twelve bits count there (RFC 9562,
 * method 1), which Node's own do not. A clock that goes back does not turn the order round.
 */
function createUuids(clock: () => number): () => string {
  let milliseconds = 0;
  let count = 0;
  return () => {
    const now = clock();
    if (now > milliseconds) [milliseconds, count] = [now, 0];
    else if (count < 0xfff) count++;
    else [milliseconds, count] = [milliseconds + 1, 0];
    const random = randomUUIDv7().replaceAll('-', '').slice(16);
    return `${milliseconds.toString(16).padStart(12, '0')}7${count.toString(16).padStart(3, '0')}${random}`;
  };
}

/** `4k7m 9qxt` → `4K7M-9QXT`: what a person types is forgiven case, blanks and look-alikes. */
export function normaliseReference(text: string): string {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain;
}
