import type { Response } from 'express';
import { recordAudit } from '../kernel/audit/record-audit.ts';
import { consoleClient } from '../kernel/caller.ts';
import { TooManySignInsError } from '../modules/people/proofs/password.ts';
import { SignInRefusedError } from '../modules/people/sign-in/sign-in-refused.ts';
import { ProviderUnreachableError } from './oidc.ts';
import type { Shared } from './shared.ts';
import type { Refused } from './sign-in-page.ts';

/**
 * What a page says of a sign-in that failed. The log gets the kind alone: a login may be a password in the wrong field.
 * @throws whatever is no refusal
 */
export async function refusedOf(error: unknown, response: Response, shared: Shared): Promise<Refused> {
  const { logger, countSignIn } = shared;
  const refused = refusalIn(error);
  if (refused === null) throw error;
  countSignIn(refused.name === 'WRONG' ? 'wrong' : refused.name === 'WAIT' ? 'blocked' : 'refused');
  const line = { refusal: refused.name, request: response.getHeader('X-Request-Id'), cause: causeOf(error) };
  logger.warn(line, 'a sign-in was refused');
  if (refused.name === 'BUSY' || refused.name === 'UNREACHABLE') response.set('Retry-After', '5');
  if (refused.waitMs !== undefined) response.set('Retry-After', String(Math.ceil(refused.waitMs / 1000)));
  await noteRefusal(shared, refused.name, String(response.getHeader('X-Request-Id') ?? ''));
  return refused;
}

/** Of guesses that were not checked there is no entry: they cost nothing, and may come in floods. */
const unchecked: ReadonlySet<Refused['name']> = new Set(['WAIT', 'BUSY', 'UNREACHABLE', 'FOREIGN']);

async function noteRefusal(
  { services, mayNoteRefusal }: Shared,
  code: Refused['name'],
  request: string,
): Promise<void> {
  if (unchecked.has(code) || !mayNoteRefusal()) return;
  const facts = { action: 'signIn', outcome: 'REFUSED', code, request } as const;
  await services.store.transact((transaction) => recordAudit(services, transaction, { client: consoleClient }, facts));
}

const notedPerMinute = 60;

/** The log has every refusal, the audit log so many a minute on each gateway: anyone can cause them. */
export function createRefusalLimit(clock: () => number): () => boolean {
  let [minute, noted] = [0, 0];
  return () => {
    const now = Math.floor(clock() / 60_000);
    if (now !== minute) [minute, noted] = [now, 0];
    return ++noted <= notedPerMinute;
  };
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
