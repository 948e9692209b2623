import { dayMs } from '../../../kernel/durations.ts';
import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import { heldMoneyOf } from '../attempts/paying-attempt.ts';
import { attemptFactsOf } from '../events/facts.ts';
import { processDueItems, type Resolver, type Resolving } from '../inquiry/process-due-items.ts';
import { askAbout } from '../inquiry/provider-inquiry.ts';
import { callableAccount } from '../operations/authorize-operation.ts';
import { verifiedAmong } from '../operations/late-money.ts';
import { alertingContradictions } from './alert-contradictions.ts';
import { firstPauseMs, reviewReport, unconfirmed } from './hear-report.ts';
import type { ReportedPayment } from './reported-payment.ts';

/**
 * Payments that a message reported as paid. The bank is asked until it confirms them; after the last try a person is
 * called.
 */

const longestPauseMs = 30 * 60_000;

/** Asks about each report that is due. */
export async function confirmReports(resolving: Resolving): Promise<void> {
  const { services } = resolving;
  const now = services.clock();
  await processDueItems(
    resolving,
    (behind, limit) => services.store.reportsToAsk({ now, behind, limit }),
    ({ read }) => confirm(services, read()),
  );
}

/** Asks about those of one payment now. */
export async function confirmReportsOf(services: Resolver, paymentId: string): Promise<void> {
  for (const { id } of await services.store.attemptsOf(paymentId)) {
    const report = await services.store.reportOf(id);
    if (report !== null) await confirm(services, report);
  }
}

async function confirm(services: Resolver, { attempt }: ReportedPayment): Promise<void> {
  const payment = await services.store.paymentById(attempt.paymentId);
  const account = payment && callableAccount(services, payment);
  try {
    // Where the bank confirms it, the report is gone after that.
    if (payment && account) await askAbout(services, payment, attempt, account);
  } finally {
    await goOn(services, attempt);
  }
}

/**
 * Asks again if the bank is silent, down or disagrees. Calls a person when the time is over: for each transaction whose
 * money the bank had named before, and for the newest that was reported.
 */
async function goOn(services: Resolver, { id, paymentId }: ReportedPayment['attempt']): Promise<void> {
  const now = services.clock();
  const isAlert = await alertingContradictions(services, async (noting, transaction) => {
    const payment = await transaction.paymentById(paymentId);
    const report = await transaction.reportOf(id);
    if (!payment || report === null) return false;
    const { attempt, since, bankTransactions } = report;
    const reviewAt = since + services.settings.confirmationMs;
    const isOver = now >= since + dayMs;
    const next = now + Math.min(Math.max(now - since, firstPauseMs), longestPauseMs);
    const isAsRead = isOver
      ? await transaction.deleteReport(report)
      : await transaction.postponeReport(report, now < reviewAt ? Math.min(next, reviewAt) : next);
    // Another message may have named another transaction, or the bank have confirmed one.
    if (!isAsRead) throw new StaleVersionError(`the report of ${id} is not as it was read any more`);
    if (now < reviewAt) return false;
    const verified = await verifiedAmong(transaction, payment, bankTransactions);
    const held = await heldMoneyOf(transaction, payment);
    const newest = bankTransactions.findLast((number) => !verified.includes(number));
    let isCalled = false;
    for (const bankTransaction of bankTransactions) {
      if (bankTransaction !== newest && !verified.includes(bankTransaction)) continue;
      const current = (await transaction.paymentById(paymentId)) ?? payment;
      const facts = { ...attemptFactsOf(attempt), bankTransaction };
      const isThere = held.some(({ numbers }) => numbers.has(bankTransaction));
      const reason = isThere ? 'reported not paid after all, and the bank does not confirm it' : unconfirmed;
      if (await reviewReport(noting, transaction, current, facts, reason, since)) isCalled = true;
    }
    return isCalled;
  });
  if (!isAlert) return;
  services.alertUnconfirmed?.(paymentId);
  services.announce(paymentId);
}
