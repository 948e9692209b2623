import { z } from 'zod';
import { recordAction } from '../../kernel/audit/record-action.ts';
import { actingName, type Caller, requireMoneyRight, requirePower } from '../../kernel/caller.ts';
import { holdsCardNumber } from '../../kernel/card-number.ts';
import { InvalidInputError } from '../../kernel/errors.ts';
import { mayFit } from '../../kernel/input-fields.ts';
import { rulesOf } from '../../kernel/merchant.ts';
import { isCalendarDate, parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { untilFresh } from '../../kernel/until-fresh.ts';
import { actingAs } from '../payments/acting-as.ts';
import { changeStatus } from '../payments/change-payment.ts';
import { problemOfDay } from '../payments/initiation/booking.ts';
import { isIdOf } from '../payments/read-payments.ts';
import { dayBehind } from './entry-of-suspense.ts';
import { amountOf, datedEntry, type JournalEntry, mirrored } from './journal.ts';
import type { Services, Transaction } from './ports.ts';
import { maySeeBooks } from './read-journal.ts';
import { lockSuspense, remainingOf } from './suspense-account.ts';

const text = (maximum: number) =>
  z
    .string()
    .refine(mayFit(maximum), `must be 1 to ${maximum} characters`)
    .transform((value) => value.trim().normalize('NFC').trim())
    .refine((value) => value !== '' && [...value].length <= maximum && value.isWellFormed(), {
      message: `must be 1 to ${maximum} characters`,
    })
    .refine((value) => !/\p{Cc}/u.test(value), 'must not hold control characters')
    .refine((value) => !holdsCardNumber(value), 'must not hold a card number');

const reversalInput = z.strictObject({
  id: z.string(),
  reason: text(200),
  date: z.string().refine(isCalendarDate, 'must be a day, for instance 2026-12-31').nullish(),
  operator: text(64).nullish(),
});
type Reversal = z.output<typeof reversalInput>;

/**
 * Undoes an entry by its mirror image, which names it and says why; neither is ever changed. A payment that accounting
 * recorded rests on its entry alone, so it is cancelled with it.
 * @throws InvalidInputError, NotAllowedError
 */
export async function reverseJournalEntry(given: Services, caller: Caller, input: unknown): Promise<JournalEntry> {
  const reversal = parseReversal(input);
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
  if (entry === null || !maySeeBooks(services, caller, entry)) throw invalid('id', 'There is no such entry.');
  requireMoneyRight(caller, entry.runMode);
  if (entry.bankEntryId !== null) await lockSuspense(transaction, entry.bankEntryId);
  if (await transaction.reversalOf(id)) throw alreadyReversed();
  if (entry.bankEntryId !== null && (await remainingOf(transaction, entry)) !== amountOf(entry.lines)) {
    throw invalid('id', 'Its money was taken out of suspense: reverse the entry that did.');
  }
  const rules = rulesOf(services)(entry);
  const now = services.clock();
  const today = parisDateOf(now);
  const [problem, ...others] = date ? problemOfDay(rules, date, today, ['date']) : [];
  if (problem) throw new InvalidInputError([problem, ...others]);
  const who = operator ?? actingName(caller);
  const payment =
    entry.kind === 'RECORDED' && entry.event ? await transaction.paymentById(entry.event.paymentId) : null;
  if (payment?.status === 'PAID') {
    if (date) throw invalid('date', 'date is that of today where a recorded payment is cancelled with its entry.');
    await changeStatus(services, transaction, payment, { to: 'CANCELLED', data: { cause: 'CALLER' } });
    const undone = await transaction.reversalOf(id);
    if (!undone) throw new Error('a recorded payment that is cancelled undoes its entry');
    await transaction.explainJournalEntry(undone.id, reason, who);
    await recordAction(services, transaction, caller, 'REVERSE_ENTRY', undone.id);
    return { entry: { ...undone, reason, operator: who }, paymentId: payment.id };
  }
  // An entry that is booked ahead is undone on its own day at the earliest.
  const day = date ?? dayBehind(entry, now);
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
  if (!(await transaction.insertJournalEntry(undone))) throw alreadyReversed();
  await recordAction(services, transaction, caller, 'REVERSE_ENTRY', undone.id);
  return { entry: undone, paymentId: null };
}

/** Books that a caller may not see and an entry that is not there look alike. */
function parseReversal(input: unknown): Reversal {
  const parsed = reversalInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first, ...rest] = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String),
    message: `${path.join('.')} ${message}.`,
  }));
  throw new InvalidInputError([first ?? { path: [], message: 'The input cannot be used.' }, ...rest]);
}

const alreadyReversed = (): InvalidInputError => invalid('id', 'This entry is reversed already.');

const invalid = (field: string, message: string): InvalidInputError =>
  new InvalidInputError([{ path: [field], message }]);
