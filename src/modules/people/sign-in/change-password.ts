import { recordAudit } from '../../../kernel/audit/record-audit.ts';
import { type ActingPerson, consoleClient } from '../../../kernel/caller.ts';
import { confirmSession } from '../confirm-session.ts';
import type { Services } from '../ports.ts';
import { checkCounted, forgetGuesses, type Guessed } from '../proofs/guesses.ts';
import { checkPassword, hashPassword, verifyPassword } from '../proofs/password.ts';
import { SignInRefusedError } from './sign-in-refused.ts';
import { countOrRefuse, requirePassword, useTotp } from './sign-in-with-password.ts';

export type PasswordChange = { readonly current: string; readonly code: string; readonly next: string };

/**
 * Changes the password of a signed-in person, who gives the old one and a code of the app. The other sessions end.
 * @returns the new token of this session
 * @throws InvalidInputError, SignInRefusedError, TooManySignInsError
 */
export async function changePassword(
  services: Services,
  acting: ActingPerson,
  { current, code, next }: PasswordChange,
): Promise<string> {
  const { store, clock } = services;
  const { id, name, sessionId } = acting;
  const person = await store.person(id);
  if (person === null) throw new SignInRefusedError('WRONG', { personId: id });
  // First: the answer about a new password must not depend on the current one.
  await checkPassword(next, [name, person.login ?? '']);
  const guessed: Guessed = { kind: 'person', name: id };
  const countedAt = clock();
  await countOrRefuse(services, [guessed], countedAt);
  const before = await store.localProofs(id);
  const stored = await checkCounted(services, { guessed: [guessed], countedAt }, async () => {
    if (!(await verifyPassword(before?.password ?? null, current)))
      throw new SignInRefusedError('WRONG', { personId: id });
    return hashPassword(next);
  });
  return store.transact(async (transaction) => {
    await requirePassword(transaction, id, before?.password ?? null);
    const proofs = await transaction.localProofs(id);
    if (proofs === null || !(await useTotp(services, transaction, { id, proofs, code }))) {
      throw new SignInRefusedError('WRONG', { personId: id });
    }
    const used = await transaction.localProofs(id);
    if (used === null) throw new Error('the person was there a moment ago');
    await transaction.setLocalProofs(id, { ...used, password: stored });
    await forgetGuesses(transaction, guessed);
    await transaction.removeSessionsOf(id, sessionId);
    const actor = { client: consoleClient, person: acting };
    await recordAudit(services, transaction, actor, { action: 'changePassword', object: id });
    return confirmSession(services, transaction, sessionId);
  });
}
