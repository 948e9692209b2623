import { actingName, type Caller } from '../../../kernel/caller.ts';
import { IdempotencyConflictError, PayerDataMissingError } from '../../../kernel/errors.ts';
import { accountingRulesOf, type Societe } from '../../../kernel/merchant.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { isFinal, type PaymentStatus } from '../../../kernel/vocabulary.ts';
import { actingAs } from '../acting-as.ts';
import { appendEvent } from '../append-event.ts';
import { addAttempt, nextName } from '../attempts/attempts.ts';
import { firstStatus, isHosted } from '../capabilities.ts';
import { changeStatus, recordStep } from '../change-payment.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import type { HostedTarget } from '../provider.ts';
import { type ProposedAccounting, proposeAccounting } from './booking.ts';
import { payableSociete } from './check-availability.ts';
import { expiryOf } from './expiry.ts';
import { derivedKey, fingerprint, requestedFields } from './initiation.ts';
import { type MissingOf, missingPayerFields, withDirectory } from './payer.ts';
import { type InitiationPlan, planInitiation } from './plan-initiation.ts';

export type InitiatedPayment = {
  readonly payment: Payment;
  /** The attempt just opened, where there is one: spares a read. */
  readonly attempt: Attempt | null;
  readonly replayed: boolean;
};

export type InitiateOptions = {
  /** The legacy door: without an explicit key, the same URL means the same payment. */
  readonly derivesKey: boolean;
  /**
   * False where a foreign page could read the answer through a user's browser. Then the answer holds no address of a
   * customer.
   */
  readonly usesDirectory: boolean;
  /** The answer holds the bank's form. */
  readonly givesForm?: boolean | undefined;
};

type Plan = InitiationPlan & Pick<InitiateOptions, 'usesDirectory' | 'givesForm'>;

/**
 * Records a payment and its next action. A repeated request answers the existing payment. It calls only the database:
 * the bank's form is computed.
 * @throws every error of the union `InitiatePaymentResult`; then nothing was recorded.
 */
export async function initiatePayment(
  given: Services,
  caller: Caller,
  input: unknown,
  { derivesKey, usesDirectory, givesForm }: InitiateOptions,
): Promise<InitiatedPayment> {
  const services = actingAs(given, actingName(caller));
  const plan = { ...planInitiation(services, caller, input), usesDirectory, givesForm };
  const { initiation } = plan;
  const initiated = await untilFresh(() => {
    if (initiation.idempotencyKey) return initiateWithKey(services, plan, initiation.idempotencyKey);
    return derivesKey
      ? initiateWithDerivedKey(services, plan)
      : services.store.transact((tx) => record(services, plan, tx, {}));
  });
  services.announce(initiated.payment.id);
  return initiated;
}

async function initiateWithKey(services: Services, plan: Plan, key: string): Promise<InitiatedPayment> {
  return services.store.transact(async (transaction) => {
    const id = services.identifiers.newId('pay');
    const claim = await transaction.claimIdempotencyKey({
      scope: plan.scope,
      key,
      fingerprint: fingerprint(plan.initiation),
      holderId: id,
      at: services.clock(),
    });
    if (claim.claimed) return record(services, plan, transaction, { id });
    if (claim.fingerprint !== fingerprint(plan.initiation)) {
      throw new IdempotencyConflictError('This idempotency key was used before for another request.', [
        'idempotencyKey',
      ]);
    }
    return replay(transaction, await transaction.paymentById(claim.holderId));
  });
}

async function initiateWithDerivedKey(services: Services, plan: Plan): Promise<InitiatedPayment> {
  const key = derivedKey(plan.initiation, plan.scope);
  return services.store.transact(async (transaction) => {
    const existing = await transaction.paymentByDerivedKey(key);
    if (existing === null) return record(services, plan, transaction, { derivedKey: key });
    switch (meaningOfRepeat(services, existing)) {
      case 'SAME':
        return replay(transaction, existing);
      case 'RETRY':
        return retry(services, transaction, existing);
      case 'NEW':
        await recordStep(services, transaction, existing, {
          type: 'SUCCEEDED',
          data: {},
          change: { derivedKey: null },
        });
        return record(services, plan, transaction, { derivedKey: key });
    }
  });
}

const retryable = new Set<PaymentStatus>(['REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED']);

/** What a repeated legacy URL means, if a payment exists under its derived key. */
function meaningOfRepeat({ clock, settings }: Services, existing: Payment): 'SAME' | 'RETRY' | 'NEW' {
  const now = clock();
  if (existing.idCommande === '0') {
    // A direct debit waits for its batch and a booking for nothing, but a double click must still find them.
    const isOpen =
      existing.status === 'REQUIRES_ACTION' ||
      (existing.flow === 'DIRECT_DEBIT' && !isFinal(existing.status)) ||
      (existing.flow === 'BOOKING' && existing.status === 'PAID');
    return isOpen && now < existing.createdAt + settings.repeatWindowMs ? 'SAME' : 'NEW';
  }
  if (existing.status === 'REFUNDED' || existing.status === 'RETURNED') return 'NEW';
  // There is no page on which to try again: another debit has a reference and a notice of its own.
  if (existing.flow === 'DIRECT_DEBIT') return retryable.has(existing.status) ? 'NEW' : 'SAME';
  // A booking that accounting took back has no customer who could try again.
  if (existing.flow === 'BOOKING' && existing.status === 'CANCELLED') return 'NEW';
  const ranOut = existing.status === 'REQUIRES_ACTION' && existing.expiresAt !== null && now >= existing.expiresAt;
  return retryable.has(existing.status) || ranOut ? 'RETRY' : 'SAME';
}

async function replay(transaction: Transaction, payment: Payment | null): Promise<InitiatedPayment> {
  if (payment === null) throw new Error('an idempotency key names a payment that is not there');
  return { payment, attempt: await transaction.lastAttemptOf(payment.id), replayed: true };
}

/** A new attempt on a payment that ended without money. */
async function retry(services: Services, transaction: Transaction, existing: Payment): Promise<InitiatedPayment> {
  payableSociete(services, existing);
  const ended =
    existing.status === 'REQUIRES_ACTION'
      ? await changeStatus(services, transaction, existing, { to: 'EXPIRED', data: { cause: 'CLOCK' } })
      : existing;
  const last = await transaction.lastAttemptOf(existing.id);
  const next = isHosted(existing.flow) ? nextName(existing, last) : null;
  const payment = await changeStatus(services, transaction, ended, {
    to: 'REQUIRES_ACTION',
    data: { cause: 'RETRY', ...(next && { attempt: next.number, attemptReference: next.reference }) },
    change: { expiresAt: expiryOf(services, existing.flow, services.clock()) },
  });
  const attempt = next && (await addAttempt(services, transaction, payment, last, null));
  return { payment, attempt, replayed: true };
}

/** The names that a payment has before it is recorded. */
type Names = { readonly id?: string; readonly derivedKey?: string };

/** Writes payment, first attempt and event. Another payment that took the reference or the key first means: again. */
async function record(
  services: Services,
  plan: Plan,
  transaction: Transaction,
  names: Names,
): Promise<InitiatedPayment> {
  const societe = payableSociete(services, { ...plan.initiation, ...plan });
  const wanted = newPayment(services, plan, societe, names);
  const planned =
    wanted.flow === 'DIRECT_DEBIT' ? await services.flows.DIRECT_DEBIT(services, transaction, wanted) : null;
  let payment: Payment = isHosted(wanted.flow)
    ? { ...wanted, payer: await decidedPayer(services, plan, societe, transaction, wanted) }
    : (planned?.payment ?? wanted);
  for (let tries = 1; !(await transaction.insertPayment(payment)); tries++) {
    const winner = payment.derivedKey === null ? null : await transaction.paymentByDerivedKey(payment.derivedKey);
    if (winner) return replay(transaction, winner);
    if (tries === 5) throw new Error('no free payment reference was found');
    payment = renamed(payment, services.identifiers.newReference(), services.identifiers.newToken());
  }
  const attempt = isHosted(payment.flow)
    ? await addAttempt(services, transaction, payment, null, plan.givesForm === true ? 'IN_ANSWER' : null)
    : null;
  await appendEvent(services, transaction, payment, {
    id: services.identifiers.newId('evt'),
    paymentId: payment.id,
    type: 'INITIATED',
    status: payment.status,
    at: payment.createdAt,
    data: {
      client: payment.client,
      amountCents: payment.amountCents,
      ...(attempt ? { attempt: attempt.number, attemptReference: attempt.reference } : {}),
    },
  });
  if (planned) payment = await planned.record(payment);
  return { payment, attempt, replayed: false };
}

/**
 * The payer, decided once for all attempts of the payment. The directory is read only for a new payment whose request
 * is incomplete.
 * @throws PayerDataMissingError where a required part is in no source
 */
async function decidedPayer(
  { providers }: Services,
  { usesDirectory }: Plan,
  societe: Societe,
  transaction: Transaction,
  { paymentTarget, paymentType, payer, idSociete, idClient }: Payment,
): Promise<Payment['payer']> {
  const provider = providers[paymentTarget as HostedTarget];
  const missingOf: MissingOf = (told) => provider.missingPayerFields(paymentType, told);
  if (missingOf(payer).length === 0) return payer;
  const customer = usesDirectory ? await transaction.customer({ idSociete, idClient }) : null;
  const decided = withDirectory(missingOf, payer, customer);
  const missing = missingPayerFields(missingOf, decided, societe);
  if (missing.length > 0) throw new PayerDataMissingError(missing);
  return decided;
}

/** The same payment under another reference. Without a named piece, the reference is also the accounting piece. */
function renamed(payment: Payment, reference: string, token: string): Payment {
  const { accounting } = payment;
  const isOwnPiece = accounting?.pieceReference === payment.reference;
  const named = isOwnPiece ? { ...accounting, pieceReference: reference } : accounting;
  return { ...payment, reference, token, accounting: named };
}

function newPayment(services: Services, plan: Plan, societe: Societe, { id, derivedKey: key }: Names): Payment {
  const { identifiers, clock } = services;
  const { initiation, caller, effectiveRunMode, flow } = plan;
  const createdAt = clock();
  const reference = identifiers.newReference();
  const accounting = accountingOf(plan, societe, createdAt);
  return {
    id: id ?? identifiers.newId('pay'),
    reference,
    token: identifiers.newToken(),
    client: caller.client,
    ...requestedFields(initiation),
    effectiveRunMode,
    accounting: accounting && { ...accounting, pieceReference: accounting.pieceReference ?? reference },
    flow,
    status: firstStatus[flow],
    version: 1,
    derivedKey: key ?? null,
    createdAt,
    updatedAt: createdAt,
    expiresAt: expiryOf(services, flow, createdAt),
  };
}

/** The accounting facts of a booking; null for all other payments. */
const accountingOf = (
  { initiation, caller, effectiveRunMode, flow }: Plan,
  societe: Societe,
  now: number,
): ProposedAccounting | null =>
  flow === 'BOOKING' ? proposeAccounting(accountingRulesOf(societe, effectiveRunMode), initiation, caller, now) : null;
