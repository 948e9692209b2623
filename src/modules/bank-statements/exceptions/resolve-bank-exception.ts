import { z } from 'zod';
import { actingName, type Caller, requireMoneyRight } from '../../../kernel/caller.ts';
import { refuseInput } from '../../../kernel/errors.ts';
import { idField, nonEmptyText } from '../../../kernel/input-fields.ts';
import { judgeInput } from '../../../kernel/parse-input.ts';
import { StaleVersionError, untilFresh } from '../../../kernel/until-fresh.ts';
import { actingAs } from '../../payments/acting-as.ts';
import { statusWords } from '../../payments/operations/status-words.ts';
import type { Payment } from '../../payments/payment.ts';
import {
  type BankEntryRecord,
  type BankException,
  type BankResolution,
  bankResolution,
  isOfSurplus,
} from '../bank-import.ts';
import { checkDecisions, mayDecide, mayDecideOn } from '../import/bank-rights.ts';
import { societesOf } from '../import/check-bank-file.ts';
import { maySeeException } from '../import/read-bank-files.ts';
import { bindToCounted } from '../import/same-in-other-format.ts';
import { applyMatch } from '../matching/apply-match.ts';
import { takeBackOfRule } from '../matching/apply-rule.ts';
import type { Booking } from '../matching/bank-booking.ts';
import type { Match } from '../matching/match.ts';
import { reconsiderBlocks } from '../matching/settle-batch-booking.ts';
import type { Services, Transaction } from '../ports.ts';
import { isAssignable, isOfNamed, namedPayment } from './assignable.ts';
import { callForCancelledBatch } from './bank-exceptions.ts';
import { keepEvidence } from './debits-in-doubt.ts';
import { type CollectedBlock, collectable, isMissing, refuseMissing } from './match-batch-by-hand.ts';
import { judgeAssignment } from './match-by-hand.ts';
import { checkInSuspense, isNamedBlock } from './money-of-cancelled.ts';
import { giverOf, moveOfSurplus, saidFor } from './move-surplus.ts';
import { payCollected } from './pay-collected.ts';
import { isDoubtedDebit, isStillDoubted, refuseByHand } from './refuse-doubted-debit.ts';
import { takeBackOf } from './take-back-entry.ts';

const resolutionInput = z.strictObject({
  id: idField('bkx', 'an exception'),
  resolution: z.enum(bankResolution.names),
  payment: idField('pay', 'a payment').nullish(),
  takeBackCounted: z.boolean().nullish(),
  reason: nonEmptyText(500).refine((text) => text.length >= 3, 'must say why, in 3 to 500 characters'),
});

export type ResolvedException = { readonly exception: BankException; readonly payment: Payment | null };

/**
 * A person decides about an exception: whose money it is, or that it was dealt with elsewhere. Author and reason are
 * kept.
 * @throws InvalidInputError, NotAllowedError
 */
export async function resolveBankException(
  given: Services,
  caller: Caller,
  asked: unknown,
): Promise<ResolvedException> {
  checkDecisions(caller);
  const services = actingAs(given, actingName(caller));
  const { input } = judgeInput(resolutionInput, asked, ({ resolution, payment }, found) => {
    if (resolution === undefined || found.some(({ path }) => path[0] === 'payment')) return;
    if (resolution === 'ASSIGNED' && !payment) refuseInput('payment', 'payment is missing: whose money it is.');
    if (resolution !== 'ASSIGNED' && payment)
      refuseInput('payment', 'payment must be left out: it goes with ASSIGNED alone.');
  });
  const takesBack = input.takeBackCounted === true;
  const resolved = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const exception = await openOne(services, transaction, caller, input.id);
      if (input.resolution !== 'HANDLED') await checkInSuspense(services, transaction, exception);
      const takeBack = takesBack ? await takeBackOf(services, transaction, caller, exception) : null;
      if (takeBack && takeBack.payment.id === input.payment) {
        refuseInput('payment', 'The money cannot be taken back from the payment that it is assigned to.');
      }
      const assignment = input.payment
        ? await assignmentOf(services, transaction, { caller, exception, paymentId: input.payment })
        : null;
      const isCollected = input.resolution === 'COLLECTED';
      const block = isCollected ? await collectedOf(services, transaction, caller, exception) : null;
      const closing = {
        // Until the debits of a block are paid it is open, and nothing else can be decided about it.
        status: isCollected ? 'OPEN' : 'RESOLVED',
        ...{ resolution: input.resolution satisfies BankResolution, resolvedBy: actingName(caller) },
        ...{ resolvedAt: services.clock(), resolutionReason: input.reason },
        // A surplus stays that of its payment, and the payer's words with it.
        paymentId: assignment?.from?.id ?? assignment?.payment.id ?? exception.paymentId,
      } as const;
      // Closed before anything is applied: of two concurrent decisions, the second finds it closed.
      if (!(await transaction.closeBankException(exception.id, closing))) {
        throw new StaleVersionError(`the exception ${exception.id} is not open any more`);
      }
      if (block) {
        if (block.hasRest) await services.suspense.enter(transaction, block.entry);
        const { entry, paymentInformationId: blockId } = block;
        await transaction.updateBankEntry(entry.id, { outcome: 'APPLIED', paymentId: null, blockId });
        // A person who decides about the batch is not called again.
        if (!isNamedBlock(exception)) await callForCancelledBatch(services, transaction, exception);
      }
      await takeBack?.apply();
      if (takesBack || input.resolution === 'HANDLED') await bindEntry(transaction, exception);
      const payment = assignment && (await assignment.apply());
      await keepEvidence(services, transaction, caller, { exception, resolution: input.resolution });
      const takenFrom = takeBack?.payment ?? assignment?.from ?? null;
      return { exception: { ...exception, ...closing }, payment, takenFrom };
    }),
  );
  if (resolved.takenFrom) services.announce(resolved.takenFrom.id);
  if (resolved.payment) services.announce(resolved.payment.id);
  if (input.resolution === 'COLLECTED') {
    await payCollected(services, resolved.exception);
    return { ...resolved, exception: { ...resolved.exception, status: 'RESOLVED' } };
  }
  // Without the refused debit, the sum of its block may be right.
  if (resolved.payment?.status === 'REFUSED') await reconsiderBlocks(services);
  return resolved;
}

async function openOne(
  services: Services,
  transaction: Transaction,
  caller: Caller,
  id: string,
): Promise<BankException> {
  const exception = await transaction.bankException(id);
  if (exception === null || !maySeeException(services, caller, exception))
    refuseInput('id', 'There is no such exception.');
  if (exception.status !== 'OPEN')
    refuseInput('id', `The exception is ${exception.status}: there is nothing to decide.`);
  if (exception.resolution !== null)
    refuseInput('id', `It was decided as ${exception.resolution}: the debits of the block are being paid.`);
  requireMoneyRight(caller, exception.runMode);
  return exception;
}

async function bindEntry(transaction: Transaction, { kind, entryId }: BankException): Promise<void> {
  const entry = kind === 'SAME_REFERENCE' && entryId !== null ? await transaction.bankEntry(entryId) : null;
  if (entry) await bindToCounted(transaction, entry);
}

/** The block that the person may say this of. */
async function collectedOf(
  services: Services,
  transaction: Transaction,
  caller: Caller,
  exception: BankException,
): Promise<CollectedBlock> {
  const found = await collectable(transaction, exception);
  if (typeof found === 'string') refuseInput('resolution', found);
  const { idSociete, runMode, entry } = found;
  if (!mayDecide(caller, idSociete)) refuseInput('id', 'There is no such exception.');
  // An entry under a used reference was matched with nothing.
  if (runMode !== entry.runMode || !societesOf(services, entry, exception).includes(idSociete)) {
    refuseInput('resolution', 'The block is of another account or run mode.');
  }
  return found;
}

/** A person's choice of a payment for an exception. */
type Choice = { readonly caller: Caller; readonly exception: BankException; readonly paymentId: string };

/** A decision that was found possible. `from`: another payment, whose surplus it was. */
type Assignment = { readonly payment: Payment; readonly from?: Payment; readonly apply: () => Promise<Payment> };

async function assignmentOf(services: Services, transaction: Transaction, choice: Choice): Promise<Assignment> {
  const { caller, exception, paymentId } = choice;
  if (exception.kind === 'BLOCK_DIFFERS' || isNamedBlock(exception)) return missingOf(services, transaction, choice);
  if (isOfSurplus(exception)) return moveOfSurplus(services, transaction, choice);
  if (isDoubtedDebit(exception)) return refusalOf(services, transaction, choice);
  const entry = exception.entryId === null ? null : await transaction.bankEntry(exception.entryId);
  if (entry?.outcome !== 'EXCEPTION' || !(await isAssignable(transaction, exception))) {
    refuseInput('resolution', 'Nothing of this exception can be assigned: deal with it and say HANDLED.');
  }
  const payment = await transaction.paymentById(paymentId);
  const societes = societesOf(services, entry, exception);
  const isOfIt = payment?.effectiveRunMode === exception.runMode && societes.includes(payment.idSociete);
  if (!payment || !isOfIt || !mayDecideOn(services, caller, payment)) {
    refuseInput('payment', 'There is no such payment of this account and run mode.');
  }
  const named = await namedPayment(transaction, exception);
  const isOther = named !== paymentId && (named !== null || isOfNamed(exception));
  const giver = isOther ? await giverOf(transaction, exception, paymentId) : null;
  if (isOther && !giver) {
    refuseInput('payment', 'The bank names another payment: it can be assigned to no other.');
  }
  const said = giver ? saidFor(payment, giver, exception) : exception;
  const matched = await judgeAssignment(transaction, exception, { entry, payment, said });
  if (typeof matched === 'string') refuseInput('payment', matched);
  const from = giver && { from: giver };
  return { payment, ...from, apply: () => apply(services, transaction, { payment, entry, ...matched }) };
}

/** Assigned to the debit that it is about, or to one of the file that it is on, a report that was unclear refuses it. */
async function refusalOf(
  services: Services,
  transaction: Transaction,
  { caller, exception, paymentId }: Choice,
): Promise<Assignment> {
  const isMeant = exception.paymentId === null || exception.paymentId === paymentId;
  const payment = isMeant ? await transaction.paymentById(paymentId) : null;
  if (!payment || !mayDecideOn(services, caller, payment)) {
    refuseInput('payment', 'The bank reports on another debit: it can be assigned to no other.');
  }
  if (!(await isStillDoubted(transaction, exception, payment))) {
    const standing = statusWords.en[payment.status];
    refuseInput('payment', `The payment ${standing}, or is in another file: the report refuses nothing of it.`);
  }
  return { payment, apply: () => refuseByHand(services, transaction, exception, payment) };
}

/** Assigned to a debit of the block: it is missing in the sum. */
async function missingOf(
  services: Services,
  transaction: Transaction,
  { caller, exception, paymentId }: Choice,
): Promise<Assignment> {
  const payment = await transaction.paymentById(paymentId);
  if (!payment || !mayDecideOn(services, caller, payment) || !(await isMissing(transaction, exception, payment))) {
    refuseInput('payment', 'There is no such debit in the block that waits for its money.');
  }
  return { payment, apply: () => refuseMissing(services, transaction, exception, payment) };
}

async function apply(
  services: Services,
  transaction: Transaction,
  { payment, entry, booking, match }: { payment: Payment; entry: BankEntryRecord; booking: Booking; match: Match },
): Promise<Payment> {
  const applied: BankEntryRecord = { ...entry, outcome: 'APPLIED', paymentId: payment.id };
  await transaction.updateBankEntry(entry.id, applied);
  await takeBackOfRule(services, transaction, entry.id);
  await applyMatch(services, transaction, { booking, match, entry: applied });
  return (await transaction.paymentById(payment.id)) ?? payment;
}
