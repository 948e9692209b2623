import type { Response } from 'express';
import { TooManySignInsError } from '../modules/people/proofs/password.ts';
import { SignInRefusedError } from '../modules/people/sign-in/sign-in-refused.ts';
import { ProviderUnreachableError } from './oidc.ts';
import type { Shared } from './shared.ts';
import type { Refused } from './sign-in-page.ts';

/**
 * What a page says of a sign-in that failed. The log gets the kind alone: a login may be a password in the wrong field.
 * @throws whatever is no refusal
 */
export function refusedOf(
  error: unknown,
  response: Response,
  { logger, countSignIn }: Pick<Shared, 'logger' | 'countSignIn'>,
): Refused {
  const refused = refusalIn(error);
  if (refused === null) throw error;
  countSignIn(refused.name === 'WRONG' ? 'wrong' : refused.name === 'WAIT' ? 'blocked' : 'refused');
  const line = { refusal: refused.name, request: response.getHeader('X-Request-Id'), cause: causeOf(error) };
  logger.warn(line, 'a sign-in was refused');
  if (refused.name === 'BUSY' || refused.name === 'UNREACHABLE') response.set('Retry-After', '5');
  if (refused.waitMs !== undefined) response.set('Retry-After', String(Math.ceil(refused.waitMs / 1000)));
  return refused;
}

function refusalIn(error: unknown): Refused | null {
  if (error instanceof TooManySignInsError) return { name: 'BUSY' };
  if (error instanceof ProviderUnreachableError) return { name: 'UNREACHABLE' };
  if (!(error instanceof SignInRefusedError)) return null;
  const { refusal: name, waitMs } = error;
  return waitMs > 0 ? { name, waitMs } : { name };
}

/** A name or a code of the library; never its message, which may repeat what was sent. */
function causeOf(error: unknown): string | undefined {
  const { cause } = Object(error) as { readonly cause?: unknown };
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { readonly code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : cause.name;
}
