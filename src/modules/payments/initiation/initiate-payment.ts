import { actingName, type Caller } from '../../../kernel/caller.ts';
import { PaymentError } from '../../../kernel/errors.ts';
import { ValueTakenError } from '../../../kernel/transacting.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { actingAs } from '../acting-as.ts';
import type { InitiationServices } from '../ports.ts';
import { derivedKey, fingerprint } from './initiation.ts';
import { planInitiation } from './plan-initiation.ts';
import { type InitiatedPayment, type RecordingPlan, recordInitiation } from './record-initiation.ts';
import { earlierInitiation } from './repeated-initiation.ts';

export type { InitiatedPayment } from './record-initiation.ts';

export type InitiateOptions = Pick<RecordingPlan, 'usesDirectory' | 'givesForm' | 'isCallerGone'> & {
  /** The legacy door: without an explicit key, the same URL means the same payment. */
  readonly derivesKey: boolean;
};

/**
 * Records a payment and its next action. A repeated request answers the existing payment. It calls only the database:
 * the bank's form is computed.
 * @throws every error of the union `InitiatePaymentResult`; then nothing was recorded.
 */
export async function initiatePayment(
  given: InitiationServices,
  caller: Caller,
  input: unknown,
  { derivesKey, ...options }: InitiateOptions,
): Promise<InitiatedPayment> {
  const services = actingAs(given, actingName(caller));
  const plan = planInitiation(services, caller, input);
  const { initiation } = plan;
  const key = initiation.idempotencyKey;
  const initiated = await untilFresh(() =>
    initiate(services, {
      ...{ ...plan, ...options },
      key: key ? { key, fingerprint: fingerprint(initiation) } : null,
      derivedKey: derivesKey && !key ? derivedKey(initiation, plan.scope) : null,
    }),
  );
  services.announce(initiated.payment.id);
  return initiated;
}

/** A reference that another payment got at random is so rare that five in a row are a fault. */
const mostTries = 5;

/**
 * Records first, and looks for an earlier payment only where a key or a name was taken: nearly every request is new.
 * What would be refused now may be a repeat too: it shows the payment even while its bank is down.
 */
async function initiate(services: InitiationServices, plan: RecordingPlan): Promise<InitiatedPayment> {
  for (let tries = 0; tries < mostTries; tries++) {
    const [recorded, refusal] = await recordInitiation(services, plan).then(
      (initiated) => [initiated, null] as const,
      (error: unknown) => [null, error] as const,
    );
    if (recorded) return recorded;
    if (refusal !== null && !(refusal instanceof PaymentError || refusal instanceof ValueTakenError)) throw refusal;
    const earlier = await earlierInitiation(services, plan).catch((error: unknown) => {
      // A new payment in place of an ended one met a reference that is taken. Nothing of it was kept.
      if (error instanceof ValueTakenError) return null;
      throw error;
    });
    if (earlier) return earlier;
    if (refusal instanceof PaymentError) throw refusal;
  }
  throw new Error('no free payment reference was found');
}
