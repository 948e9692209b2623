import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { PaymentEvent } from '../../payments/events/payment-event.ts';
import type { Payment } from '../../payments/payment.ts';
import type { EventEffect } from '../../payments/ports.ts';
import { changeDebit } from '../batches/change-debit.ts';
import type { Presentation } from '../batches/direct-debit.ts';
import { laterOf } from '../batches/direct-debit-dates.ts';
import type { Services, Transaction } from '../ports.ts';
import { changeMandateStatus, recordMandateStep, updateMandate } from './change-mandate.ts';
import { amendmentSince, endsMandate, isKnownToBank, type Mandate, type PendingAmendment } from './mandate.ts';

type Writing = Pick<Services, 'clock' | 'identifiers'>;

/**
 * Restores a mandate after a debit that did not take place. The next debit reports the same changes, a one-off mandate
 * can be used again, and the next first debit is a first one.
 * @param wasSent the bank had the debit: for the 36 months it counts as a use
 */
export async function revertMandateUse(
  services: Writing,
  transaction: Transaction,
  debit: Presentation,
  { by, wasSent }: { readonly by: string; readonly wasSent: boolean },
): Promise<void> {
  const mandate = await mandateOf(transaction, debit);
  const amendment = debit.amendment
    ? amendmentSince(
        withoutReport(mandate, { ...mandate.amendment }, debit, await transaction.reportsOf(mandate.id)),
        mandate,
      )
    : mandate.amendment;
  const live = await transaction.debitsOfMandate(mandate.id, liveDebits);
  const date = wasSent ? {} : await forgetDate(transaction, debit, mandate, live);
  const usedElsewhere = await isUsedElsewhere(transaction, debit, { ...mandate, ...date }, live);
  const collections = Math.max(usedElsewhere ? 1 : 0, collectionsWithout(debit, mandate, live));
  const change = ofKnown(mandate, { collections, amendment, ...date });
  const data = { endToEndId: debit.endToEndId };
  const isEndedByOther = live.some(({ sequence }) => endsMandate(sequence));
  if (mandate.status === 'COMPLETED' && endsMandate(debit.sequence) && !isEndedByOther) {
    await changeMandateStatus(services, transaction, mandate, {
      ...{ to: 'ACTIVE', by, data: { cause: 'COLLECTION_UNDONE', ...data }, change },
    });
  } else if (debit.amendment && change.amendment) {
    await recordMandateStep(services, transaction, mandate, { type: 'AMENDMENT_PENDING', by, data, change });
  } else await updateMandate(services, transaction, mandate, change);
}

/** A person ended the debit, which restored the rest of its mandate, and the bank never had it. */
export async function forgetEndedUse(services: Writing, transaction: Transaction, debit: Presentation): Promise<void> {
  const mandate = await mandateOf(transaction, debit);
  const live = await transaction.debitsOfMandate(mandate.id, liveDebits);
  const change = ofKnown(mandate, await forgetDate(transaction, debit, mandate, live));
  await updateMandate(services, transaction, mandate, change);
}

/**
 * The mandate as the bank knows it: without the debits of files that no one has had yet.
 * @param unsent those, the newest files first
 * @param reports all of the mandate's that report a change, in the same order
 */
export function withoutUnsentUses(
  mandate: Mandate,
  unsent: readonly Presentation[],
  reports: readonly Presentation[],
): Mandate {
  const unheard = new Set(unsent.map(({ endToEndId }) => endToEndId));
  const withdrawn = reports.map((one) =>
    unheard.has(one.endToEndId) ? ({ ...one, state: 'WITHDRAWN' } as const) : one,
  );
  const collections = Math.max(0, mandate.collections - unsent.length);
  let { lastCollectedOn } = mandate;
  let reported: PendingAmendment = { ...mandate.amendment };
  for (const debit of unsent) {
    if (debit.dueDate === lastCollectedOn) lastCollectedOn = debit.previousCollectedOn;
    reported = withoutReport(mandate, reported, debit, withdrawn);
  }
  const before = { collections, lastCollectedOn, amendment: amendmentSince(reported, mandate) };
  return { ...mandate, ...ofKnown(mandate, before) };
}

const reportable = ['originalRum', 'originalIban', 'originalIcs', 'originalCreditorName'] as const;

/**
 * What the bank knows of a mandate without this report of its changes: the oldest values. They are those of the report, or
 * of ones before it that did not take place either and left theirs to the mandate.
 * @param reports all of the mandate, the newest files first
 */
function withoutReport(
  mandate: Mandate,
  pending: PendingAmendment,
  { amendment, batchId }: Presentation,
  reports: readonly Presentation[],
): PendingAmendment {
  const known: Record<string, string> = { ...pending, ...amendment };
  const before = reports.slice(reports.findIndex((other) => other.batchId === batchId) + 1);
  for (const name of reportable) {
    const ofName = before.filter((other) => other.amendment?.[name] !== undefined);
    const heard = ofName.findIndex(({ state }) => state === 'BATCHED');
    const unheard = (heard < 0 ? ofName : ofName.slice(0, heard)).map((other) => other.amendment?.[name]);
    // What the mandate has again is no change of it.
    const left = pending[name];
    const isLeft = (value = ''): boolean =>
      left === undefined ? amendmentSince({ [name]: value }, mandate) === null : value === left;
    const oldest = unheard.at(-1);
    if (amendment?.[name] && oldest && unheard.some(isLeft)) known[name] = oldest;
  }
  return known;
}

async function mandateOf(transaction: Transaction, { mandateId }: Presentation): Promise<Mandate> {
  const mandate = await transaction.mandateById(mandateId);
  if (mandate === null) throw new Error(`the mandate ${mandateId} of a debit is not there`);
  return mandate;
}

/** A bank that was never sent a debit knows nothing that could have changed. */
const ofKnown = (mandate: Mandate, change: Partial<Mandate>): Partial<Mandate> =>
  isKnownToBank({ ...mandate, ...change }) ? change : { ...change, amendment: null };

const liveDebits = 100;

/** The others in a file for the bank, those that were collected as well. */
type LiveDebits = readonly Presentation[];

/** The live ones, and those that ended and that the bank has or may have: each counts for the 36 months. */
type Uses = readonly Presentation[];

/** The date that the debit remembers, or a later one of the uses that stay. */
const lastUseWithout = ({ previousCollectedOn }: Presentation, uses: Uses): CalendarDate | null =>
  uses.reduce<CalendarDate | null>((last, { dueDate }) => laterOf(dueDate, last), previousCollectedOn);

/**
 * Forgets the date of a debit whose file is taken back with all of its debits.
 * @returns what it changes of the mandate
 */
async function forgetDate(
  transaction: Transaction,
  debit: Presentation,
  mandate: Mandate,
  live: LiveDebits,
): Promise<Partial<Mandate>> {
  const { mandateId, batchId } = debit;
  if (batchId === null) throw new Error(`the debit ${debit.endToEndId} stands in no file`);
  const ended = await transaction.endedUses({ mandateId, batchId });
  const ofOtherFiles = [...live.filter((other) => other.batchId !== batchId), ...ended];
  await forgetUse(transaction, debit, ofOtherFiles);
  const isLast = mandate.lastCollectedOn === debit.dueDate;
  return isLast ? { lastCollectedOn: lastUseWithout(debit, ofOtherFiles) } : {};
}

/** So that those which are taken back after it do not restore its date as the last use. */
async function forgetUse(
  transaction: Transaction,
  { dueDate, previousCollectedOn }: Presentation,
  uses: Uses,
): Promise<void> {
  for (const later of uses.filter((other) => other.previousCollectedOn === dueDate)) {
    const isUsedAllTheSame = uses.some((other) => other !== later && other.dueDate === dueDate);
    if (!isUsedAllTheSame) await changeDebit(transaction, later, { previousCollectedOn });
  }
}

/**
 * After a first debit that did not take place, the next debit is a first one again, whatever else of the mandate is in
 * progress.
 */
function collectionsWithout({ sequence }: Presentation, { collections }: Mandate, live: LiveDebits): number {
  if (sequence === 'FRST') return 0;
  if (collections > 1) return collections - 1;
  // Debits sent beside a refused first one do not count; the first one that came after it does.
  return live.some((other) => other.sequence === 'FRST') ? 1 : 0;
}

/** A later file of mandates has a use that is no debit of the gateway: the next debit is no first one. */
async function isUsedElsewhere(
  transaction: Transaction,
  { dueDate, previousCollectedOn }: Presentation,
  { id: mandateId, lastCollectedOn }: Mandate,
  live: LiveDebits,
): Promise<boolean> {
  const own = [...live, ...(await transaction.endedUses({ mandateId, batchId: '' }))];
  const days = [lastCollectedOn, previousCollectedOn, ...own.map((other) => other.previousCollectedOn)];
  const ofDebits = new Set([null, dueDate, ...own.map((other) => other.dueDate)]);
  return days.some((day) => !ofDebits.has(day));
}

/**
 * Handles a debit whose payment ended before it was settled: it leaves the queue for batches, or the bank refused it. A
 * waiting one leaves the queue also where its payment has the money, by an earlier file or by a transfer.
 * So the code that changes payments need not know mandates.
 */
export function createDebitEffect(services: Writing): EventEffect<Transaction> {
  return (payment, event) =>
    endsDebit(payment, event) ? (transaction) => endDebit(services, transaction, payment) : null;
}

async function endDebit(services: Writing, transaction: Transaction, { id, status }: Payment): Promise<void> {
  const debit = await transaction.directDebitOf(id);
  const isSettled = status === 'PAID' || status === 'RETURNED';
  if (debit?.state !== 'WAITING' && (isSettled || debit?.state !== 'BATCHED')) return;
  const state = status === 'REFUSED' ? 'REFUSED' : 'WITHDRAWN';
  await changeDebit(transaction, debit, { state });
  if (debit.state === 'BATCHED') await revertMandateUse(services, transaction, debit, { by: 'bank', wasSent: true });
}

const endsDebit = (payment: Payment, { type }: PaymentEvent): boolean =>
  payment.flow === 'DIRECT_DEBIT' && type === 'STATUS_CHANGED' && needsNoDebit(payment);

/** Nothing is collected for it any more. */
export const needsNoDebit = ({ status }: Pick<Payment, 'status'>): boolean => ended.has(status);

const ended: ReadonlySet<PaymentStatus> = new Set([
  ...(['CANCELLED', 'REFUSED', 'EXPIRED', 'FAILED'] as const),
  ...(['PAID', 'RETURNED'] as const),
]);
