import type { Caller, OnDeployment } from '../../../kernel/caller.ts';
import { NotAllowedError } from '../../../kernel/errors.ts';
import type { EffectiveRunMode, PaymentRunMode } from '../../../kernel/vocabulary.ts';
import type { Payment } from '../payment.ts';

const liveRunsAsTest = 'LIVE runs as TEST on this deployment, and this client does not hold TEST.';

/**
 * The effective run mode on this deployment.
 * @param path the field that asks for it
 * @throws NotAllowedError where the caller does not hold it
 */
export function chooseRunMode(
  { settings }: OnDeployment,
  caller: Caller,
  asked: PaymentRunMode,
  path: string,
): EffectiveRunMode {
  const effective =
    asked === 'FORCE_LIVE' || (asked === 'LIVE' && settings.deployment === 'production') ? 'LIVE' : 'TEST';
  if (!caller.runModes.has(asked === 'FORCE_LIVE' ? 'FORCE_LIVE' : effective)) {
    const isLowered = asked === 'LIVE' && effective === 'TEST';
    const why = isLowered ? liveRunsAsTest : `This client may not ask for ${asked}.`;
    throw new NotAllowedError(why, [path]);
  }
  return effective;
}

/** Whether the payment came here in a copy of production: what is `LIVE` there is real money nowhere else. */
export const isCopied = (
  { settings }: OnDeployment,
  { paymentRunMode, effectiveRunMode }: Pick<Payment, 'paymentRunMode' | 'effectiveRunMode'>,
): boolean => effectiveRunMode === 'LIVE' && paymentRunMode !== 'FORCE_LIVE' && settings.deployment !== 'production';
