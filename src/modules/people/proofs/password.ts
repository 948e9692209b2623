import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { refuseInput } from '../../../kernel/errors.ts';

/** Passwords, stored as argon2id (RFC 9106) with 19 MiB and two passes, the least that OWASP advises. */

const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const derive = promisify(argon2);

export const shortestPassword = 12;
const longestPassword = 256;
/**
 * @param known what is known of the person: name and login
 * @throws InvalidInputError for a password that would be guessed
 */
export async function checkPassword(password: string, known: readonly string[]): Promise<void> {
  const letters = [...password].length;
  if (letters < shortestPassword) refuseInput('password', `must be ${shortestPassword} characters at least.`);
  if (letters > longestPassword) refuseInput('password', `must be ${longestPassword} characters at most.`);
  const { isGuessable } = await import('./password-strength.ts');
  const words = known.flatMap((text) => [text, ...text.split(/[\s@._-]+/)]).filter((word) => word.length > 2);
  if (isGuessable(password, words)) refuseInput('password', 'is easy to guess.');
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { memory, passes, parallelism } = cost;
  const tag = await calculate(password, { ...cost, salt });
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plainBase64(salt)}$${plainBase64(tag)}`;
}

/** Takes as long for an account without a password, so that the time tells nothing. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored ?? unmatchedHash);
  if (parts === null) throw new Error('what is stored is an argon2id hash');
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
  const wanted = Buffer.from(tag, 'base64');
  const costs = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await calculate(password, {
    ...costs,
    tagLength: wanted.length,
    salt: Buffer.from(salt, 'base64'),
  });
  return timingSafeEqual(given, wanted) && stored !== null;
}

const plainBase64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
const unmatchedHash = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Each takes 19 MiB and 20 ms of a core: one at a time, so that payments keep the others, and a short queue. */
const atOnce = 1;
const mostWaiting = 20;
const waiting: (() => void)[] = [];
let running = 0;

export class TooManySignInsError extends Error {
  override readonly name = 'TooManySignInsError';
}

async function calculate(password: string, parameters: typeof cost & { readonly salt: Buffer }): Promise<Buffer> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new TooManySignInsError('too many passwords are being checked');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    const { salt: nonce, ...costs } = parameters;
    return await derive('argon2id', { ...costs, nonce, message: password });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
