import { z } from 'zod';
import { actingName, type Caller, hasRight, personIdIn, requireRight } from '../../kernel/caller.ts';
import { InvalidInputError, NotAllowedError, OperationNotPossibleError, PaymentError } from '../../kernel/errors.ts';
import { nonEmptyText } from '../../kernel/input-fields.ts';
import { parseInput } from '../../kernel/parse-input.ts';
import { actingAs } from '../payments/acting-as.ts';
import type { BankAccess } from '../payments/inquiry/provider-inquiry.ts';
import { maySee } from '../payments/may-see.ts';
import { type Approval, type ApprovalDecision, approvalStatusAt } from '../payments/operations/approval.ts';
import { readOwnPayment } from '../payments/operations/authorize-operation.ts';
import { carryOutRefund } from '../payments/operations/refund-payment.ts';
import type { Services as PaymentServices } from '../payments/ports.ts';
import { isIdOf } from '../payments/read-payments.ts';
import { requireConfirmation } from '../people/confirm-session.ts';
import type { Services as PeopleServices } from '../people/ports.ts';
import { callerOf } from '../people/role.ts';

export type ClientAccess = {
  /** A client by the config that is in force; null where it is not there. */
  readonly callerOfClient: (name: string) => Caller | null;
};

type Services = PaymentServices &
  BankAccess &
  ClientAccess &
  Pick<PeopleServices, 'console'> & { readonly store: Pick<PeopleServices['store'], 'person'> };

const decisionInput = z.strictObject({
  id: z.string(),
  decision: z.enum(['APPROVE', 'REFUSE']),
  reason: nonEmptyText(500),
});

/**
 * A second person decides about a refund above a limit. Approved, it is sent to the bank in the name of the one who asked;
 * whether it is possible is checked again in the transaction that decides, so that two decisions give one refund.
 * @throws the errors of the union `DecideApprovalResult`
 */
export async function decideApproval(services: Services, caller: Caller, input: unknown): Promise<Approval> {
  const { id, decision, reason } = parseInput(decisionInput, input);
  requireRight(caller, 'approve', 'decide about refunds');
  const approval = await readApproval(services, caller, id);
  if (approval === null) throw new InvalidInputError([{ path: ['id'], message: 'There is no such approval.' }]);
  const decidedBy = actingName(caller);
  if (approval.requestedBy === decidedBy) throw new NotAllowedError('A second person decides, not the one who asked.');
  requireConfirmation(services, caller, 'decide about it');
  const status = approvalStatusAt(approval, services.clock());
  if (status !== 'PENDING') throw new OperationNotPossibleError(`This approval is ${status}.`, ['id']);
  const decided = { decidedBy, decidedAt: services.clock(), reason };
  if (decision === 'REFUSE') await refuse(services, approval, { status: 'REFUSED', ...decided });
  else {
    const requester = await requesterOf(services, caller, approval);
    await carryOutRefund(actingAs(services, approval.requestedBy), requester, {
      approval,
      decision: { status: 'APPROVED', ...decided },
    });
  }
  return (await services.store.approval(id)) ?? approval;
}

async function refuse({ store }: Services, { id }: Approval, decision: ApprovalDecision): Promise<void> {
  const isDecided = await store.transact((transaction) => transaction.decideApproval(id, decision));
  if (!isDecided) throw new OperationNotPossibleError('Another person decided about it meanwhile.', ['id']);
}

/**
 * The one who asked, with the rights and the ceiling of this moment: the refund counts as its own.
 * @throws NotAllowedError where it could not ask any more
 */
async function requesterOf(services: Services, caller: Caller, { requestedBy, paymentId }: Approval): Promise<Caller> {
  const personId = personIdIn(requestedBy);
  const requester =
    personId === null ? services.callerOfClient(requestedBy) : await callerOfPerson(services, caller, personId);
  if (requester !== null && (await mayRefund(services, requester, paymentId))) return requester;
  throw new NotAllowedError('The one who asked may not give this back any more: refuse it.', ['id']);
}

/** The proof is that of the person who decides. */
async function callerOfPerson({ store, console }: Services, { person }: Caller, id: string): Promise<Caller | null> {
  const requester = await store.person(id);
  if (requester?.status !== 'ACTIVE') return null;
  const session = { id: person?.sessionId ?? '', confirmedAt: person?.confirmedAt ?? null };
  const found = callerOf(console(), requester, session);
  return typeof found === 'string' ? null : found;
}

const mayRefund = (services: Services, requester: Caller, paymentId: string): Promise<boolean> =>
  readOwnPayment(services, requester, paymentId, ['refund']).then(
    () => true,
    (error: unknown) => {
      if (error instanceof PaymentError) return false;
      throw error;
    },
  );

/** Null for an unknown one, and one about a payment that the caller may not see. */
export async function readApproval(
  services: Pick<PaymentServices, 'store' | 'settings'>,
  caller: Caller,
  id: string,
): Promise<Approval | null> {
  const approval = isIdOf('apr', id) ? await services.store.approval(id) : null;
  const payment = approval && (await services.store.paymentById(approval.paymentId));
  return approval && payment && maySee(services, caller, payment) ? approval : null;
}

/** As `listApprovals` shows it; null for others. */
export async function readListedApproval(
  services: Pick<PaymentServices, 'store' | 'settings'>,
  caller: Caller,
  id: string,
): Promise<Approval | null> {
  const approval = await readApproval(services, caller, id);
  return approval && (mayDecide(caller) || approval.requestedBy === actingName(caller)) ? approval : null;
}

/** Approvals that the caller may see, newest first: with the right `approve` all, otherwise what it asked for itself. */
export async function listApprovals(
  services: Pick<PaymentServices, 'store' | 'settings' | 'clock'>,
  caller: Caller,
  {
    status,
    beforeId,
    limit,
  }: { readonly status: Approval['status'] | null; readonly beforeId: string | null; readonly limit: number },
): Promise<readonly Approval[]> {
  const requestedBy = mayDecide(caller) ? null : actingName(caller);
  const found: Approval[] = [];
  const now = services.clock();
  for (let before = beforeId, isMore = true; isMore && found.length < limit; ) {
    const rows: readonly Approval[] = await services.store.approvals({
      requestedBy,
      beforeId: before,
      limit: rowsPerRead,
    });
    for (const row of rows) {
      if (status !== null && approvalStatusAt(row, now) !== status) continue;
      const payment = await services.store.paymentById(row.paymentId);
      if (payment && maySee(services, caller, payment)) found.push(row);
    }
    before = rows.at(-1)?.id ?? null;
    isMore = rows.length === rowsPerRead;
  }
  return found.slice(0, limit);
}

const rowsPerRead = 100;
const mayDecide = (caller: Caller): boolean => hasRight(caller, 'approve');
