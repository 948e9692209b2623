import type { Caller } from '../../kernel/caller.ts';
import { type InitiatePaymentInput, LegacyInitiatePaymentDocument } from '../../schema/generated/graphql.ts';
import type { Execute } from '../../schema/server/execute.ts';
import type { InitiateResult } from '../response/errors.ts';
import { isReadableAnywhere } from '../response/readable-anywhere.ts';
import type { Exchange } from './exchange.ts';

/** Runs the mutation of this door for a caller, which may leave meanwhile. */
export async function runInitiation(
  execute: Execute,
  caller: Caller,
  { request, callback, requestId, language }: Pick<Exchange, 'request' | 'callback' | 'requestId' | 'language'>,
  input: InitiatePaymentInput,
  isCallerGone?: () => boolean,
): Promise<InitiateResult> {
  const key = request.headers['idempotency-key'];
  const { initiatePayment } = await execute(
    LegacyInitiatePaymentDocument,
    { input },
    {
      ...{ caller, door: 'legacy', requestId, language },
      idempotencyKeyHeader: typeof key === 'string' ? key : null,
      isReadableAnywhere: isReadableAnywhere({ request, callback }),
      ...(isCallerGone && { isCallerGone }),
    },
  );
  return initiatePayment;
}
