import { PayerDataMissingError } from '../../../kernel/errors.ts';
import { accountingRulesOf, type Societe } from '../../../kernel/merchant.ts';
import { CounterUsedUpError } from '../../../kernel/transacting.ts';
import { happeningOf } from '../append-event.ts';
import { counterOf, newAttempt, nextName, refuseNumber } from '../attempts/attempts.ts';
import { firstStatus, isHosted } from '../capabilities.ts';
import { attemptFactsOf } from '../events/facts.ts';
import type { NewPaymentEvent } from '../events/payment-event.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { IdempotencyClaim, InitiationRecord, InitiationWrites } from '../payment-store.ts';
import type { InitiationServices, Reads, Services, Transaction } from '../ports.ts';
import type { HostedTarget } from '../provider.ts';
import { type ProposedAccounting, proposeAccounting } from './booking.ts';
import { knownSociete, payableSociete } from './check-availability.ts';
import { expiryOf } from './expiry.ts';
import { requestedFields } from './initiation.ts';
import { fallbackFor, type MissingOf, missingPayerFields, withDirectory } from './payer.ts';
import type { InitiationPlan } from './plan-initiation.ts';

export type InitiatedPayment = {
  readonly payment: Payment;
  /** The attempt just opened, where there is one: spares a read. */
  readonly attempt: Attempt | null;
  readonly replayed: boolean;
};

export type RecordingPlan = InitiationPlan & {
  /**
   * False where a foreign page could read the answer through a user's browser. Then the answer holds no address of a
   * customer.
   */
  readonly usesDirectory: boolean;
  /** The answer holds the bank's form. */
  readonly givesForm?: boolean | undefined;
  /** The caller's idempotency key. */
  readonly key: Pick<IdempotencyClaim, 'key' | 'fingerprint'> | null;
  /** The legacy door's, for a request without a key. */
  readonly derivedKey: string | null;
  /** Whether the caller gave up, so that its repeated request opens nothing. Left out: it waits. */
  readonly isCallerGone?: (() => boolean) | undefined;
};

/**
 * A draft that waits for longer, for a connection or because its process stood still, is drawn again. The event log is
 * anchored two minutes after an event's time: this leaves its statement, and clocks that disagree, the rest.
 */
const freshMs = 30_000;

/** A new payment that is not written yet. */
type Draft = {
  readonly record: InitiationRecord;
  /** Writes what needs the transaction: a debit, a line of the journal. Null for nearly all payments. */
  readonly finish: ((transaction: Transaction) => Promise<Payment>) | null;
};

/**
 * Records a new payment in a unit of work of its own; null where its key or its reference is taken. Nearly all payments
 * are one write of rows. Only what reads or writes more takes a transaction.
 */
export async function recordInitiation(
  services: InitiationServices,
  plan: RecordingPlan,
): Promise<InitiatedPayment | null> {
  const { store } = services;
  if (plan.flow === 'DIRECT_DEBIT') return store.transact((transaction) => recordWithin(services, plan, transaction));
  const draft = await draftInitiation(services, plan, store);
  return draft.finish === null
    ? write(services, draft, store)
    : store.transact((transaction) => writeAll(services, draft, transaction));
}

/** The same within the caller's transaction. */
export async function recordWithin(
  services: Services,
  plan: RecordingPlan,
  transaction: Transaction,
): Promise<InitiatedPayment | null> {
  if (plan.flow !== 'DIRECT_DEBIT') {
    return writeAll(services, await draftInitiation(services, plan, transaction), transaction);
  }
  const { payment, record } = await services.flows.DIRECT_DEBIT(services, transaction, newPayment(services, plan));
  return writeAll(services, draftOf(services, plan, payment, record), transaction);
}

async function writeAll(services: Services, draft: Draft, transaction: Transaction): Promise<InitiatedPayment | null> {
  const written = await write(services, draft, transaction);
  return written && draft.finish ? { ...written, payment: await draft.finish(transaction) } : written;
}

async function write(
  services: Services,
  { record }: Draft,
  writes: InitiationWrites,
): Promise<InitiatedPayment | null> {
  const { payment, counter } = record;
  const { isRecorded, attempt } = await writes.recordInitiation(record).catch((error: unknown) => {
    if (counter && error instanceof CounterUsedUpError) return refuseNumber(services, payment, counter);
    throw error;
  });
  return isRecorded ? { payment, attempt, replayed: false } : null;
}

/** @throws every refusal of a new payment */
async function draftInitiation(
  services: Services,
  plan: RecordingPlan,
  reads: Pick<Reads, 'customer'>,
): Promise<Draft> {
  const wanted = newPayment(services, plan);
  const payer = isHosted(wanted.flow) ? await decidedPayer(services, plan, reads, wanted) : wanted.payer;
  return draftOf(services, plan, { ...wanted, payer }, null);
}

/** @param recordFlow writes the flow's own records, after the payment's first event */
function draftOf(
  services: Services,
  { key, scope, givesForm }: RecordingPlan,
  payment: Payment,
  recordFlow: ((payment: Payment) => Promise<Payment>) | null,
): Draft {
  const attempt = isHosted(payment.flow)
    ? newAttempt(services, payment, nextName(payment, null), givesForm === true ? 'IN_ANSWER' : null)
    : null;
  const { event, messages, effects } = happeningOf(services, payment, initiated(services, payment, attempt));
  return {
    record: {
      claim: key && { ...key, scope, holderId: payment.id, at: payment.createdAt },
      payment,
      attempt,
      counter: attempt && counterOf(services, payment, attempt.createdAt),
      event,
      messages,
      isFresh: () => services.clock() - payment.createdAt <= freshMs,
    },
    finish:
      effects.length === 0 && recordFlow === null
        ? null
        : async (transaction) => {
            for (const effect of effects) await effect(transaction);
            return recordFlow ? recordFlow(payment) : payment;
          },
  };
}

const initiated = ({ identifiers, actor }: Services, payment: Payment, attempt: Attempt | null): NewPaymentEvent => ({
  id: identifiers.newId('evt'),
  paymentId: payment.id,
  type: 'INITIATED',
  status: payment.status,
  at: payment.createdAt,
  data: {
    // All people have the console's client in common.
    ...(actor !== undefined && actor !== payment.client ? { actor } : {}),
    client: payment.client,
    amountCents: payment.amountCents,
    ...(attempt && attemptFactsOf(attempt)),
  },
});

/**
 * The payer, decided once for all attempts of the payment. The directory is read only for a new payment whose request
 * is incomplete.
 * @throws PayerDataMissingError where a required part is in no source
 */
async function decidedPayer(
  services: Services,
  { usesDirectory }: RecordingPlan,
  reads: Pick<Reads, 'customer'>,
  payment: Payment,
): Promise<Payment['payer']> {
  const { paymentTarget, paymentType, payer, idSociete, idClient } = payment;
  const provider = services.providers[paymentTarget as HostedTarget];
  const missingOf: MissingOf = (told) => provider.missingPayerFields(paymentType, told);
  if (missingOf(payer).length === 0) return payer;
  const customer = usesDirectory ? await reads.customer({ idSociete, idClient }) : null;
  const decided = withDirectory(missingOf, payer, customer);
  const fallback = fallbackFor(payment, knownSociete(services, { idSociete }));
  const missing = missingPayerFields(missingOf, decided, fallback);
  if (missing.length > 0) throw new PayerDataMissingError(missing);
  return decided;
}

function newPayment(services: Services, plan: RecordingPlan): Payment {
  const { identifiers, clock } = services;
  const { initiation, caller, effectiveRunMode, flow } = plan;
  const societe = payableSociete(services, { ...initiation, effectiveRunMode, flow });
  const createdAt = clock();
  const reference = identifiers.newReference();
  const accounting = accountingOf(plan, societe, createdAt);
  return {
    id: identifiers.newId('pay'),
    reference,
    token: identifiers.newToken(),
    client: caller.client,
    ...requestedFields(initiation),
    effectiveRunMode,
    accounting: accounting && { ...accounting, pieceReference: accounting.pieceReference ?? reference },
    flow,
    status: firstStatus[flow],
    version: 1,
    derivedKey: plan.derivedKey,
    createdAt,
    updatedAt: createdAt,
    expiresAt: expiryOf(services, flow, createdAt),
  };
}

/** The accounting facts of a booking; null for all other payments. */
const accountingOf = (
  { initiation, caller, effectiveRunMode, flow }: RecordingPlan,
  societe: Societe,
  now: number,
): ProposedAccounting | null =>
  flow === 'BOOKING' ? proposeAccounting(accountingRulesOf(societe, effectiveRunMode), initiation, caller, now) : null;
