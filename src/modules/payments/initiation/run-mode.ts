import type { Caller } from '../../../kernel/caller.ts';
import { NotAllowedError } from '../../../kernel/errors.ts';
import type { EffectiveRunMode, PaymentRunMode } from '../../../kernel/vocabulary.ts';
import type { Services } from '../ports.ts';

/**
 * The effective run mode on this deployment.
 * @param path the field that asks for it
 * @throws NotAllowedError where the caller does not hold it
 */
export function chooseRunMode(
  { settings }: Pick<Services, 'settings'>,
  caller: Caller,
  asked: PaymentRunMode,
  path: string,
): EffectiveRunMode {
  const effective =
    asked === 'FORCE_LIVE' || (asked === 'LIVE' && settings.deployment === 'production') ? 'LIVE' : 'TEST';
  if (!caller.runModes.has(asked === 'FORCE_LIVE' ? 'FORCE_LIVE' : effective)) {
    throw new NotAllowedError(`This client may not ask for ${asked}.`, [path]);
  }
  return effective;
}
