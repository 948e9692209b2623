import { z } from 'zod';
import { recordAction } from '../../kernel/audit/record-action.ts';
import { actingName, type Caller, operatorOf, requireMoneyRight, requirePower } from '../../kernel/caller.ts';
import { NotAllowedError, refuseInput, refuseIssues } from '../../kernel/errors.ts';
import { isIdOf } from '../../kernel/identifiers.ts';
import { nonEmptyText, operatorName } from '../../kernel/input-fields.ts';
import { rulesOf } from '../../kernel/merchant.ts';
import { parseInput } from '../../kernel/parse-input.ts';
import { isCalendarDate, parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { untilFresh } from '../../kernel/until-fresh.ts';
import { actingAs } from '../payments/acting-as.ts';
import { changeStatus } from '../payments/change-payment.ts';
import { problemOfDay } from '../payments/initiation/booking.ts';
import { concerns } from '../payments/may-see.ts';
import { requireRunMode } from '../payments/operations/authorize-operation.ts';
import { notBefore } from './entry-of-suspense.ts';
import { amountOf, datedEntry, isUndone, type JournalEntry, mirrored } from './journal.ts';
import type { Services, Transaction } from './ports.ts';
import { maySeeBooks } from './read-journal.ts';
import { lockSuspense, remainingOf } from './suspense-account.ts';

const reversalInput = z.strictObject({
  id: z.string(),
  reason: nonEmptyText(200),
  date: z.string().refine(isCalendarDate, 'must be a day, for instance 2026-12-31').nullish(),
  operator: operatorName.nullish(),
});
type Reversal = z.output<typeof reversalInput>;

const alreadyReversed = 'This entry is reversed already.';

/**
 * Undoes an entry by its mirror image, which names it and says why; neither is ever changed. A payment that accounting
 * recorded rests on its entry alone, so it is cancelled with it, and only a caller that books may do it.
 * @throws InvalidInputError, NotAllowedError
 */
export async function reverseJournalEntry(given: Services, caller: Caller, input: unknown): Promise<JournalEntry> {
  const reversal = parseInput(reversalInput, input);
  requirePower(caller, 'accounting', 'reverse entries');
  const services = actingAs(given, actingName(caller));
  const { entry, paymentId } = await untilFresh(() =>
    services.store.transact((transaction) => reverse(services, transaction, caller, reversal)),
  );
  if (paymentId !== null) services.announce(paymentId);
  return entry;
}

async function reverse(
  services: Services,
  transaction: Transaction,
  caller: Caller,
  { id, reason, date, operator }: Reversal,
): Promise<{ readonly entry: JournalEntry; readonly paymentId: string | null }> {
  const entry = isIdOf('jrn', id) ? await transaction.journalEntry(id) : null;
  // Books that a caller may not see and an entry that is not there look alike.
  if (entry === null || !maySeeBooks(services, caller, entry)) refuseInput('id', 'There is no such entry.');
  requireMoneyRight(caller, entry.runMode);
  const first = await firstOf(transaction, entry);
  if (first.bankEntryId !== null) await lockSuspense(transaction, first.bankEntryId);
  if (await transaction.reversalOf(id)) refuseInput('id', alreadyReversed);
  const isInSuspense = first.bankEntryId !== null && !(await isUndone(transaction, first.id));
  if (isInSuspense && (await remainingOf(transaction, first)) !== amountOf(first.lines)) {
    refuseInput('id', 'Its money has left this account: reverse the entry that moved it.');
  }
  const rules = rulesOf(services)(entry) ?? refuseInput('id', 'The config does not name the société of this entry.');
  const now = services.clock();
  const today = parisDateOf(now);
  refuseIssues(date ? problemOfDay(rules, date, today, ['date']) : []);
  if (date && date < entry.date) refuseInput('date', `date must not be before the entry, which is of ${entry.date}.`);
  const who = operatorOf(caller, operator);
  const payment =
    entry.kind === 'RECORDED' && entry.event ? await transaction.paymentById(entry.event.paymentId) : null;
  if (payment?.status === 'PAID') {
    requirePower(caller, 'book', 'cancel a recorded payment');
    if (!concerns(services, caller, payment)) {
      const message = 'This would cancel a payment of an origin or target that this client may not use.';
      throw new NotAllowedError(message, ['id']);
    }
    requireRunMode(services, caller, payment);
    if (date) refuseInput('date', 'date is that of today where a recorded payment is cancelled with its entry.');
    await changeStatus(services, transaction, payment, { to: 'CANCELLED', data: { cause: 'CALLER' } });
    const undone = await transaction.reversalOf(id);
    if (!undone) throw new Error('a recorded payment that is cancelled undoes its entry');
    await transaction.explainJournalEntry(undone.id, reason, who);
    await recordAction(services, transaction, caller, 'REVERSE_ENTRY', undone.id);
    return { entry: { ...undone, reason, operator: who }, paymentId: payment.id };
  }
  // An entry that is booked ahead is undone on its own day at the earliest.
  const day = date ?? notBefore(entry, today);
  const { posting: _posting, date: _date, exercise: _exercise, ...draft } = entry;
  const undone = datedEntry(
    {
      ...draft,
      id: services.identifiers.newId('jrn'),
      kind: 'REVERSAL',
      pieceDate: day,
      label: `CONTRE-PASSATION ${entry.label}`,
      lines: mirrored(entry.lines),
      event: null,
      ...{ reverses: id, bankEntryId: null, clears: null },
      reason,
      operator: who,
      createdAt: now,
    },
    rules,
    day,
  );
  if (!(await transaction.insertJournalEntry(undone))) refuseInput('id', alreadyReversed);
  await recordAction(services, transaction, caller, 'REVERSE_ENTRY', undone.id);
  return { entry: undone, paymentId: null };
}

/** The entry that a reversal undoes, or puts back by undoing a reversal. */
async function firstOf(transaction: Transaction, entry: JournalEntry): Promise<JournalEntry> {
  const undone = entry.reverses === null ? null : await transaction.journalEntry(entry.reverses);
  return undone === null ? entry : firstOf(transaction, undone);
}
