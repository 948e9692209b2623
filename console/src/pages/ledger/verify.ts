import { GatewayError } from '@reglement/client';
import { ask } from '../../api/client.ts';
import { openStream } from '../../api/stream.ts';
import {
  LedgerVerificationDocument,
  type LedgerVerificationSubscription,
  MeDocument,
} from '../../generated/operations.ts';

export type Progress = LedgerVerificationSubscription['ledgerVerification'];
export type Report = NonNullable<Progress['report']>;

type Answer = {
  readonly data?: LedgerVerificationSubscription | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
};

const faultOf = (code: string, message: string, requestId: string | null): GatewayError =>
  new GatewayError({ code, message, requestId, status: null, errors: [] });

/**
 * A verification, with its progress; it ends where the signal says so.
 * @throws GatewayError where the gateway refuses or does not answer
 */
export async function* verifyLedger(signal: AbortSignal): AsyncGenerator<Progress, void, undefined> {
  // Where the session has ended, the person signs in first: a stream cannot wait for that.
  await ask(MeDocument, {}, { signal });
  const { events, requestId } = await openStream(LedgerVerificationDocument, {}, signal).catch(() => {
    throw faultOf('NO_ANSWER', 'There is no answer.', null);
  });
  if (events === null) throw faultOf('NO_ANSWER', 'There is no stream.', requestId);
  for await (const { event, data } of events) {
    if (event !== 'next') continue;
    const { data: answer, errors = [] } = JSON.parse(data) as Answer;
    const [error] = errors;
    if (error) throw faultOf(error.extensions?.code ?? 'NOT_FOUND', error.message, requestId);
    if (answer) yield answer.ledgerVerification;
  }
}
