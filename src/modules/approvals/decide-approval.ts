import { z } from 'zod';
import {
  actingName,
  type Caller,
  hasRight,
  personIdIn,
  requireFreshProof,
  requireRight,
  runModesOf,
  worksAt,
} from '../../kernel/caller.ts';
import { NotAllowedError, OperationNotPossibleError, PaymentError, refuseInput } from '../../kernel/errors.ts';
import { isIdOf } from '../../kernel/identifiers.ts';
import { nonEmptyText } from '../../kernel/input-fields.ts';
import { parseInput } from '../../kernel/parse-input.ts';
import { ownTarget } from '../../kernel/vocabulary.ts';
import { carryOutAmendment } from '../direct-debits/mandates/amend-mandate.ts';
import { coversMandate } from '../direct-debits/mandates/change-mandate.ts';
import { readMandate } from '../direct-debits/mandates/read-mandates.ts';
import type { Services as MandateServices } from '../direct-debits/ports.ts';
import { actingAs } from '../payments/acting-as.ts';
import type { BankAccess } from '../payments/inquiry/provider-inquiry.ts';
import { maySee } from '../payments/may-see.ts';
import {
  type Approval,
  type ApprovalDecision,
  type ApprovalSight,
  approvalStatusAt,
} from '../payments/operations/approval.ts';
import { readOwnPayment, readPaymentForOperation } from '../payments/operations/authorize-operation.ts';
import { carryOutRefund } from '../payments/operations/refund-payment.ts';
import { useApproval } from '../payments/operations/use-approval.ts';
import type { Services as PaymentServices } from '../payments/ports.ts';
import { visibleTo } from '../payments/read-payments.ts';
import { carryOutReview } from '../payments/review-payment.ts';
import type { Services as PeopleServices } from '../people/ports.ts';
import { isWayIn } from '../people/read-session.ts';
import { callerOf } from '../people/role.ts';

export type ClientAccess = {
  /** A client by the config that is in force; null where it is not there. */
  readonly callerOfClient: (name: string) => Caller | null;
  /** With what it may do now; null also where it is shut out. */
  readonly callerOfClientNow: (name: string) => Caller | null;
};

type Services = Omit<MandateServices, 'store'> &
  PaymentServices & { readonly store: MandateServices['store'] } & BankAccess &
  ClientAccess &
  Pick<PeopleServices, 'console'> & { readonly store: Pick<PeopleServices['store'], 'person'> };

const decisionInput = z.strictObject({
  id: z.string(),
  decision: z.enum(['APPROVE', 'REFUSE']),
  reason: nonEmptyText(500),
});

/**
 * A second person decides about what waits. Approved, it is carried out in the name of the one who asked; whether it is
 * possible is checked again in the transaction that decides, so that two decisions do it once.
 * @throws the errors of the union `DecideApprovalResult`
 */
export async function decideApproval(services: Services, caller: Caller, input: unknown): Promise<Approval> {
  const { id, decision, reason } = parseInput(decisionInput, input);
  requireRight(caller, 'approve', 'decide about what waits');
  const approval = await readApproval(services, caller, id);
  if (approval === null) refuseInput('id', 'There is no such approval.');
  const decidedBy = actingName(caller);
  if (approval.requestedBy === decidedBy) throw new NotAllowedError('A second person decides, not the one who asked.');
  requireFreshProof(caller, services.clock(), 'decide about it');
  const status = approvalStatusAt(approval, services.clock());
  if (status !== 'PENDING') throw new OperationNotPossibleError(`This approval is ${status}.`, ['id']);
  const decided = { decidedBy, decidedAt: services.clock(), reason };
  if (decision === 'REFUSE') {
    const refused = { approval, decision: { status: 'REFUSED', ...decided } } as const;
    await services.store.transact((transaction) => useApproval(transaction, refused));
  } else {
    const requester = await requesterOf(services, caller, approval);
    const acting = actingAs(services, approval.requestedBy);
    await carryOut(acting, requester, approval, { status: 'APPROVED', ...decided });
  }
  return (await services.store.approval(id)) ?? approval;
}

/** In the name of the one who asked. */
function carryOut(
  services: Services,
  requester: Caller,
  approval: Approval,
  decision: ApprovalDecision,
): Promise<unknown> {
  switch (approval.kind) {
    case 'REFUND':
      return carryOutRefund(services, requester, { approval, decision });
    case 'REVIEW_PAYMENT':
      return carryOutReview(services, requester, { approval, decision });
    case 'AMEND_MANDATE':
      return carryOutAmendment(services, requester, { approval, decision });
  }
}

/**
 * The one who asked, with the rights and the ceiling of this moment: the refund counts as its own.
 * @throws NotAllowedError where it could not ask any more
 */
async function requesterOf(services: Services, caller: Caller, approval: Approval): Promise<Caller> {
  const { requestedBy } = approval;
  const personId = personIdIn(requestedBy);
  const requester =
    personId === null ? services.callerOfClientNow(requestedBy) : await callerOfPerson(services, caller, personId);
  if (requester !== null && (await mayAsk(services, requester, approval))) return requester;
  throw new NotAllowedError('The one who asked may not do this any more: refuse it.', ['id']);
}

/** The proof is that of the person who decides; a program proves who it is with each request. */
async function callerOfPerson(
  { store, console, clock }: Services,
  { person, hasOpenConsole = false }: Caller,
  id: string,
): Promise<Caller | null> {
  const requester = await store.person(id);
  const settings = console();
  // An open console has no way to sign in.
  if (requester?.status !== 'ACTIVE' || !(hasOpenConsole || isWayIn(settings, requester.issuer))) return null;
  const session = { id: person?.sessionId ?? '', confirmedAt: person ? person.confirmedAt : clock() };
  const found = callerOf(settings, requester, session);
  return typeof found === 'string' ? null : found;
}

/** Whether the one who asked could still ask. */
function mayAsk(services: Services, requester: Caller, approval: Approval): Promise<boolean> {
  const asking =
    approval.kind === 'AMEND_MANDATE'
      ? readMandate(services, requester, approval.mandateId)
      : approval.kind === 'REFUND'
        ? readOwnPayment(services, requester, approval.paymentId, ['refund'])
        : readPaymentForOperation(services, requester, approval.paymentId, ['decide']);
  return asking.then(
    (found) => found !== null,
    (error: unknown) => {
      if (error instanceof PaymentError) return false;
      throw error;
    },
  );
}

type Reading = Pick<MandateServices, 'settings'> & {
  readonly store: Pick<MandateServices['store'], 'approval' | 'approvals' | 'paymentById' | 'mandateById'>;
};

/** Null for an unknown one, and one about a payment or mandate that the caller may not see. */
export async function readApproval(services: Reading, caller: Caller, id: string): Promise<Approval | null> {
  const approval = isIdOf('apr', id) ? await services.store.approval(id) : null;
  return approval && (await isSeen(services, caller, approval)) ? approval : null;
}

/**
 * Whether the caller sees what it is about. Who decides needs no scope for mandates: it sees the account that was and
 * that is to be, both masked.
 */
async function isSeen(services: Reading, caller: Caller, approval: Approval): Promise<boolean> {
  if (approval.kind === 'AMEND_MANDATE') {
    const mandate = await services.store.mandateById(approval.mandateId);
    const reads = caller.scopes.has('read') || caller.scopes.has('mandates');
    return mandate !== null && reads && coversMandate(services, caller, mandate);
  }
  const payment = await services.store.paymentById(approval.paymentId);
  return payment !== null && maySee(services, caller, payment);
}

/** As `listApprovals` shows it; null for others. */
export async function readListedApproval(services: Reading, caller: Caller, id: string): Promise<Approval | null> {
  const approval = await readApproval(services, caller, id);
  return approval && (mayDecide(caller) || approval.requestedBy === actingName(caller)) ? approval : null;
}

/** Approvals that the caller may see, newest first: with the right `approve` all, otherwise what it asked for itself. */
export const listApprovals = (
  services: Pick<MandateServices, 'settings' | 'clock'> & { readonly store: Pick<Reading['store'], 'approvals'> },
  caller: Caller,
  page: Omit<Parameters<Reading['store']['approvals']>[0], 'requestedBy' | 'sight' | 'now'>,
): Promise<readonly Approval[]> =>
  services.store.approvals({
    ...{ ...page, now: services.clock(), sight: sightOf(services, caller) },
    requestedBy: mayDecide(caller) ? null : actingName(caller),
  });

/** The rule of `isSeen`, for the database. */
function sightOf(services: Pick<MandateServices, 'settings'>, caller: Caller): ApprovalSight {
  const { scopes, societes } = caller;
  const payments = scopes.has('read') ? visibleTo(services, caller) : null;
  const seesMandates = (scopes.has('read') || scopes.has('mandates')) && worksAt(caller, ownTarget);
  const mandates = { societes: societes && [...societes], runModes: runModesOf(services, caller) };
  return { payments, mandates: seesMandates ? mandates : null };
}

const mayDecide = (caller: Caller): boolean => hasRight(caller, 'approve');
