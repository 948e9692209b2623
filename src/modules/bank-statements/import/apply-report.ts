import assert from 'node:assert/strict';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { isSaidOfRepeat } from '../../../kernel/sepa/reason-codes.ts';
import { factOf } from '../../../kernel/stored-facts.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { bankHasBatch } from '../../direct-debits/batches/close-batch.ts';
import type { Presentation } from '../../direct-debits/batches/direct-debit.ts';
import { suspendMandateForBank } from '../../direct-debits/mandates/suspend-mandate.ts';
import { changeStatus } from '../../payments/change-payment.ts';
import type { PaymentEvent } from '../../payments/events/payment-event.ts';
import { lastEventOf } from '../../payments/last-event.ts';
import type { Payment } from '../../payments/payment.ts';
import { canChange } from '../../payments/transitions.ts';
import { type BankExceptionKind, type BankFile, nothingSaid } from '../bank-import.ts';
import { openException } from '../exceptions/bank-exceptions.ts';
import { reportedMessageIn, subjectOfReport } from '../exceptions/report-subject.ts';
import type { StatusReport } from '../files/bank-file.ts';
import type { StepOutcome } from '../matching/apply-match.ts';
import { debitsInBatch } from '../matching/debits-of-block.ts';
import { exceptionsAtMost } from '../matching/paying-presentation.ts';
import type { Services, Transaction } from '../ports.ts';

/** Accepted, in one degree or another: no report makes a payment paid. */
const accepted = new Set(['ACCP', 'ACSP', 'ACSC', 'ACCC', 'ACTC', 'RCVD', 'PDNG', 'PART', 'ACFC']);

const debitsPerPage = 100;

/** A line of a report, and the transaction in which it is applied. */
type Reporting = {
  readonly services: Services;
  readonly transaction: Transaction;
  readonly file: BankFile;
  readonly report: StatusReport;
};

/**
 * Applies a line of a status report. A file or a block that is refused as a whole refuses each of its debits, page by
 * page; it may be done again.
 */
export async function applyReport(
  services: Services,
  file: BankFile,
  report: StatusReport,
  transact: Services['store']['transact'] = services.store.transact,
): Promise<StepOutcome> {
  const run = <T>(work: (reporting: Reporting) => Promise<T>): Promise<T> =>
    untilFresh(() => transact((transaction) => work({ services, transaction, file, report })));
  const isAccepted = accepted.has(report.status);
  const isOfCancelled = await run(hearOfBatch);
  if (isOfCancelled) return isOfCancelled;
  if (isAccepted) return { kind: 'ignored', paymentIds: [] };
  if (report.status !== 'RJCT' || report.isContradicted || isSaidOfRepeat(report.reason)) {
    return run(reportUnclear);
  }
  const isRepeated = await run(findRepeatedBlocks);
  let kind: StepOutcome['kind'] = 'repeated';
  const paymentIds: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const behind: string = after;
    const page = await run((reporting) => refusePage(reporting, behind, isRepeated));
    paymentIds.push(...page.paymentIds);
    if (page.paymentIds.length > 0) kind = 'applied';
    else if (page.hasException && kind === 'repeated') kind = 'exceptions';
    after = page.next;
  }
  return { kind, paymentIds };
}

/**
 * A bank that reports on a file has it, so its batch can no longer be cancelled here. If it has a cancelled one, and did
 * not refuse it as a whole, its debits would be collected beside those of its replacement: a person looks.
 * @returns the result, where the batch was cancelled
 */
async function hearOfBatch(reporting: Reporting): Promise<StepOutcome | null> {
  const { services, transaction, report } = reporting;
  const batch = await transaction.directDebitBatchByMessageId(report.originalMessageId);
  if (batch) await bankHasBatch(services, transaction, batch);
  if (batch?.status !== 'CANCELLED') return null;
  const isNew = !isRefusedWhole(report) && (await openForReport(reporting, 'CONTRADICTION', null));
  return { kind: isNew ? 'exceptions' : 'repeated', paymentIds: [] };
}

/** With its file, and not as a repeat of what the bank accepted. */
const isRefusedWhole = ({ status, reason, isFileRefused, isContradicted }: StatusReport): boolean =>
  isFileRefused && status === 'RJCT' && !isContradicted && !isSaidOfRepeat(reason);

async function refusePage(reporting: Reporting, after: string, isRepeated: (block: string | null) => boolean) {
  const { transaction, report } = reporting;
  const debits = await debitsOf(transaction, report, after);
  const repeats = report.isOfDebit ? null : await repeatsAmong(transaction, report, debits);
  const paymentIds: string[] = [];
  let hasException = false;
  for (const debit of debits) {
    const payment = await transaction.paymentById(debit.paymentId);
    // A debit that was refused before, or presented again since, is unaffected.
    if (!payment || debit.state !== 'BATCHED') continue;
    if (canChange(payment.status, 'REFUSED', 'BANK_STATEMENT')) {
      if (repeats?.has(payment.id)) continue;
      if (isRepeated(debit.blockId)) {
        const ofBlock = { ...report, paymentInformationId: debit.blockId };
        const isNew = await openForReport({ ...reporting, report: ofBlock }, 'REPORT_UNCLEAR', null);
        hasException ||= isNew;
        continue;
      }
      await refusePayment(reporting, payment);
      paymentIds.push(payment.id);
    } else {
      const isNew = await openForReport(reporting, 'CONTRADICTION', payment);
      hasException ||= isNew;
    }
  }
  if (debits.length === 0 && after === '') {
    hasException = await openForReport(reporting, 'REPORT_UNCLEAR', null);
  }
  const isLast = report.isOfDebit || debits.length < debitsPerPage;
  return { paymentIds, hasException, next: isLast ? null : (debits.at(-1)?.paymentId ?? null) };
}

/** The debits of a file or a block that the bank called repeats. The first one counts, even where the rest is refused. */
async function repeatsAmong(
  transaction: Transaction,
  { originalMessageId }: StatusReport,
  debits: readonly Presentation[],
): Promise<ReadonlySet<string | null>> {
  const ids = debits.map(({ paymentId }) => paymentId);
  const alone = (await transaction.bankExceptionsOfPayments(ids, exceptionsAtMost)).filter(
    ({ kind, reasonCode, subject }) =>
      kind === 'REPORT_UNCLEAR' && isSaidOfRepeat(reasonCode) && reportedMessageIn(subject) === originalMessageId,
  );
  return new Set(alone.map(({ paymentId }) => paymentId));
}

/**
 * Finds the blocks that the bank called repeats in a refused file, and those in which it called a debit a repeat under
 * no id of ours: it may be any one of them. Under no block of ours, it may be in any block of the file.
 * @returns whether a block is one of them
 */
async function findRepeatedBlocks({ transaction, report }: Reporting): Promise<(block: string | null) => boolean> {
  const found = new Set<string | null>();
  if (report.isOfDebit) return () => false;
  for (const { details } of await transaction.repeatsWithoutPayment(report.originalMessageId)) {
    const { paymentInformationId, refusedInMessage } = details;
    const isOfBlock = report.paymentInformationId === null && paymentInformationId !== null;
    if (refusedInMessage !== null || isOfBlock) found.add(paymentInformationId);
  }
  for (const paymentInformationId of found) {
    const isOurs =
      paymentInformationId !== null &&
      (await debitsOf(transaction, { ...report, paymentInformationId }, '')).length > 0;
    if (!isOurs) return () => true;
  }
  return (block) => found.has(block);
}

/**
 * The debits of a line: one debit, its block, or the whole file. The upload was authorised for that file alone, so an
 * id of another file matches nothing.
 */
async function debitsOf(
  transaction: Transaction,
  { endToEndId, isOfDebit, mandateReference, paymentInformationId, originalMessageId }: StatusReport,
  after: string,
): Promise<readonly Presentation[]> {
  const batch = await transaction.directDebitBatchByMessageId(originalMessageId);
  if (batch === null) return [];
  if (isOfDebit) {
    const isMeant = (debit: Presentation): boolean =>
      debit.batchId === batch.id && (paymentInformationId === null || debit.blockId === paymentInformationId);
    const debit = endToEndId === null ? null : await transaction.directDebitByEndToEndId(endToEndId);
    if (endToEndId !== null || mandateReference === null) return debit && isMeant(debit) ? [debit] : [];
    const ofMandate = (await debitsUnder(transaction, batch.id, mandateReference)).filter(isMeant);
    // With several debits under one mandate, the line's debit is unknown.
    return ofMandate.length === 1 ? ofMandate : [];
  }
  if (paymentInformationId === null) return transaction.debitsOfBatch(batch.id, after, debitsPerPage);
  const debits = await transaction.debitsOfBlock(paymentInformationId, after, debitsPerPage);
  return debits[0]?.batchId === batch.id ? debits : [];
}

/** Includes debits that were refused by then: the same report in another form changes nothing. */
async function debitsUnder(transaction: Transaction, batchId: string, rum: string): Promise<readonly Presentation[]> {
  const mandates = new Set((await transaction.mandatesByRum(rumKeyOf(rum))).map(({ id }) => id));
  if (mandates.size === 0) return [];
  const found: Presentation[] = [];
  for await (const debit of debitsInBatch(transaction, batchId)) {
    if (mandates.has(debit.mandateId)) found.push(debit);
  }
  return found;
}

async function refusePayment({ services, transaction, file, report }: Reporting, payment: Payment): Promise<void> {
  const { reason, status, isOfDebit, hasOwnReason } = report;
  await changeStatus(services, transaction, payment, {
    to: 'REFUSED',
    data: {
      ...{ cause: 'BANK_STATEMENT', bankFile: file.id, bankStatus: status, bankCode: reason },
      ...(isOfDebit && hasOwnReason && { isOwnRefusal: true }),
    },
  });
  await suspendMandateForBank(services, transaction, payment, reason);
}

/**
 * Calls a person and changes nothing. The bank may report as a duplicate a file that was uploaded twice, or two debits
 * that look alike, or contradict itself. A person, or the statement, finds out whether it was collected.
 */
async function reportUnclear(reporting: Reporting): Promise<StepOutcome> {
  const { transaction, report } = reporting;
  const [debit] = report.isOfDebit ? await debitsOf(transaction, report, '') : [];
  const payment = debit ? await transaction.paymentById(debit.paymentId) : null;
  if (payment && isSaidOfRepeat(report.reason) && (await isResultKnown(transaction, payment)))
    return { kind: 'repeated', paymentIds: [] };
  const isNew = await openForReport(reporting, 'REPORT_UNCLEAR', payment);
  return { kind: isNew ? 'exceptions' : 'repeated', paymentIds: [] };
}

/** Of the first one. A refusal with its file or block may be that of the second: it says nothing of the first one. */
async function isResultKnown(transaction: Transaction, { id, status }: Payment): Promise<boolean> {
  if (status !== 'REFUSED') return !canChange(status, 'REFUSED', 'BANK_STATEMENT');
  const isRefusal = (event: PaymentEvent): boolean => event.type === 'STATUS_CHANGED' && event.status === 'REFUSED';
  const refusal = await lastEventOf(transaction, id, isRefusal);
  if (refusal === null) return true;
  return factOf(refusal.data, 'isOwnRefusal') === true || factOf(refusal.data, 'isDecidedByHand') === true;
}

function openForReport(
  { services, transaction, file, report }: Reporting,
  kind: BankExceptionKind,
  payment: Payment | null,
): Promise<boolean> {
  assert(file.runMode !== null, 'a file that is applied was read, and is of one run mode');
  const { originalMessageId, paymentInformationId, endToEndId, mandateReference, status, reason } = report;
  const refuses = kind === 'REPORT_UNCLEAR' && report.isOfDebit && status === 'RJCT' && payment === null;
  return openException(services, transaction, {
    subject: subjectOf(report, kind, payment),
    ...{ kind, fileId: file.id, entryId: null, paymentId: payment?.id ?? null },
    idSociete: payment?.idSociete ?? file.idSociete ?? '',
    runMode: payment?.effectiveRunMode ?? file.runMode,
    amountCents: payment?.amountCents ?? 0,
    ...{ direction: 'DEBIT', bookedOn: null, reasonCode: reason ?? status },
    details: {
      ...{ ...nothingSaid, endToEndId, paymentInformationId },
      ...{ mandateReference, refusedInMessage: refuses ? originalMessageId : null },
    },
  });
}

function subjectOf(report: StatusReport, kind: BankExceptionKind, payment: Payment | null): string {
  const { originalMessageId, paymentInformationId, endToEndId, mandateReference, status, reason } = report;
  // Where no id tells one debit from another.
  const isNameless = report.isOfDebit && endToEndId === null;
  const names = [originalMessageId, paymentInformationId, endToEndId, status, kind, payment?.id];
  // What the bank says of it as a repeat stands for itself.
  const contradicted = report.isContradicted && !isSaidOfRepeat(reason) ? ['CONTRADICTED'] : [];
  return subjectOfReport([...names, ...(isNameless ? [mandateReference, reason] : []), ...contradicted]);
}
