import { untilFresh } from '../../../kernel/until-fresh.ts';
import type { BankException } from '../bank-import.ts';
import { settleExceptions } from '../exceptions/bank-exceptions.ts';
import { reportedMessageIn, subjectOfReport } from '../exceptions/report-subject.ts';
import { walkExceptions } from '../exceptions/walk-exceptions.ts';
import type { StatusReport } from '../files/bank-file.ts';
import type { Services } from '../ports.ts';
import { applyReport } from './apply-report.ts';

/**
 * A person said which debit of a refused file was the repeat: the others of its block are refused as the bank said. They
 * wait on where the bank called anything else in the file a repeat.
 */
export async function refuseOthers(services: Services, { subject }: Pick<BankException, 'subject'>): Promise<void> {
  const { store } = services;
  const messageId = reportedMessageIn(subject);
  if (messageId === null) return;
  const repeats = await store.transact((transaction) => transaction.repeatsWithoutPayment(messageId));
  if (repeats.length > 0) return;
  for await (const left of walkExceptions(store, { status: 'OPEN', kind: 'REPORT_UNCLEAR', societes: null })) {
    const report = refusalOfBlock(left, messageId);
    const file = report && (await store.bankFile(left.fileId));
    if (!file) continue;
    const { paymentIds } = await applyReport(services, file, report);
    for (const id of paymentIds) services.announce(id);
    if (paymentIds.length === 0) continue;
    await untilFresh(() =>
      store.transact(async (transaction) => {
        const exception = await transaction.bankException(left.id);
        if (exception?.status === 'OPEN') await settleExceptions(services, transaction, [exception]);
      }),
    );
  }
}

/** The line of a block that was left to a person; null for every other exception. */
function refusalOfBlock(
  { subject, details, reasonCode }: BankException,
  originalMessageId: string,
): StatusReport | null {
  const { paymentInformationId } = details;
  const status = 'RJCT';
  const names = [originalMessageId, paymentInformationId, null, status, 'REPORT_UNCLEAR', undefined];
  if (paymentInformationId === null || subject !== subjectOfReport(names)) return null;
  return {
    place: { line: 0, path: '' },
    ...{ originalMessageId, paymentInformationId, status },
    ...{ endToEndId: null, isOfDebit: false, mandateReference: null, occurrence: 1 },
    // Written in its place where the bank gave no reason.
    reason: reasonCode === status ? null : reasonCode,
    ...{ hasOwnReason: false, isFileRefused: false },
  };
}
