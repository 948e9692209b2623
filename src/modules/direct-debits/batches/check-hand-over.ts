import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { MandateStateError } from '../../../kernel/errors.ts';
import { type CalendarDate, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { walkPages } from '../../../kernel/walk-pages.ts';
import { isAsWritten, writtenMandates } from '../files/written-mandates.ts';
import { type MandateStatus, type PendingAmendment, whyNotUsable } from '../mandates/mandate.ts';
import { withoutUnsentUses } from '../mandates/revert-mandate-use.ts';
import type { Services, Transaction } from '../ports.ts';
import type { DebitUnderMandate, Presentation, StoredBatch } from './direct-debit.ts';
import { directDebitAccountOf } from './direct-debit-account.ts';
import { presentationWindow } from './direct-debit-dates.ts';
import { inSequence } from './plan-batch.ts';

/** What keeps a file from the bank that no one has had yet: time has passed since it was written. */

type Batched = Pick<Services, 'societes' | 'clock' | 'debitsInDoubt' | 'debitsRefusedInVain'>;

/** That a client says the bank has it is no proof: after a restore it may be another file, or none. */
export async function checkHandOver(
  services: Batched,
  transaction: Transaction,
  batch: StoredBatch,
  file: string,
): Promise<void> {
  if (batch.bankShowedAt !== null) return refuseEnded(services, transaction, batch);
  await refuseInDoubt(services, transaction, batch);
  await refuseChangedMandates(services, transaction, batch, file);
  await refuseTooLate(services, transaction, batch);
}

/**
 * A bank that refused the whole file may take it as a new one, and collect debits that are REFUSED here, or that a person
 * had decided about before.
 */
async function refuseEnded(
  { debitsRefusedInVain }: Pick<Services, 'debitsRefusedInVain'>,
  transaction: Transaction,
  batch: StoredBatch,
): Promise<void> {
  for await (const debits of debitsOf(transaction, batch)) {
    const awaited = debits.filter(({ state }) => state === 'BATCHED').map(({ paymentId }) => paymentId);
    const refused = await debitsRefusedInVain(transaction, batch, awaited);
    if (awaited.some((paymentId) => !refused.has(paymentId))) return;
  }
  throw new MandateStateError('No debit of this file is to be collected any more: it must not go to the bank again.');
}

/** A batch that is said to be at the bank cannot be cancelled here. */
function refuse({ status }: StoredBatch, toCancel: string, saidToBeThere: string): never {
  throw new MandateStateError(status === 'CREATED' ? toCancel : saidToBeThere);
}

/** The bank may say so between the plan of a batch and its commit, or later. */
async function refuseInDoubt(
  services: Pick<Services, 'debitsInDoubt'>,
  transaction: Transaction,
  batch: StoredBatch,
): Promise<void> {
  const doubted = await services.debitsInDoubt(transaction, batch);
  if (doubted.size === 0) return;
  for await (const debits of debitsOf(transaction, batch)) {
    if (debits.some(({ paymentId }) => doubted.has(paymentId))) refuse(batch, inDoubt, mustStay);
  }
}

/** The debtor, the company or the bank may end, suspend or amend a mandate, and cancel other files, after the plan. */
async function refuseChangedMandates(
  services: Pick<Services, 'societes'>,
  transaction: Transaction,
  batch: StoredBatch,
  file: string,
): Promise<void> {
  const written = writtenMandates(file);
  const namesFirst = contractOf(services, batch)?.namesFirst ?? false;
  const ended: string[] = [];
  const changed: string[] = [];
  const notFirst: string[] = [];
  for await (const debits of debitsOf(transaction, batch)) {
    const ids = [...new Set(debits.map(({ mandateId }) => mandateId))];
    const mandates = await transaction.mandates({ ...everyMandate, ids, runModes: [batch.runMode], limit: ids.length });
    ended.push(...mandates.filter(({ status }) => !carriesDebits.has(status)).map(({ rum }) => rum));
    const unsent = Map.groupBy(await transaction.unsentUses(ids, batch.id), ({ mandate }) => mandate.id);
    for (const [id, uses] of unsent) {
      const reports = uses.some(({ debit }) => debit.amendment !== null) ? await transaction.reportsOf(id) : [];
      const references = uses.map(({ mandate }) => mandate.rum);
      if (!isPlannedNow(uses, { batch, written, reports, namesFirst: false })) changed.push(...references);
      else if (namesFirst && !isPlannedNow(uses, { batch, written, reports, namesFirst })) notFirst.push(...references);
    }
  }
  if (ended.length > 0) {
    refuse(
      batch,
      `Mandates of this batch are not ACTIVE any more: ${listOf(ended)}. Cancel the batch: the other debits go into the next one.`,
      fitsNoMore(ended),
    );
  }
  if (changed.length > 0) {
    refuse(
      batch,
      `The file does not fit its mandates any more: ${listOf(changed)}. Hand over or cancel their earlier batches first; where there are none, cancel this batch and make it anew.`,
      fitsNoMore(changed),
    );
  }
  // The setting may be newer than the file.
  if (notFirst.length > 0) {
    refuse(
      batch,
      `The file does not name the first debit FRST, as namesFirst wants now, of these mandates: ${listOf(notFirst)}. Hand over or cancel their earlier batches first; where there are none, cancel this batch and make it anew.`,
      mustStay,
    );
  }
}

/** It blames no mandate: another file of it, with its first debit, may be said to be at the bank too. */
const fitsNoMore = (references: readonly string[]): string =>
  `The bank is said to have this file, and it does not fit its mandates any more: ${listOf(references)}. It can be downloaded once the bank has answered.`;
const mustStay =
  'The bank is said to have this file, and it must not go there any more. It can be downloaded once the bank has answered.';

/**
 * Whether a file that is made now, after those that the bank has, says the same of the mandate. FRST fits the first
 * debit whatever the setting is by now.
 */
function isPlannedNow(
  unsent: readonly DebitUnderMandate[],
  of: {
    readonly batch: StoredBatch;
    readonly written: ReadonlyMap<string, PendingAmendment>;
    readonly reports: readonly Presentation[];
    readonly namesFirst: boolean;
  },
): boolean {
  const [newest] = unsent;
  assert(newest, 'a mandate of the batch has a debit in it');
  const debits = unsent.map(({ debit }) => debit);
  const known = { ...withoutUnsentUses(newest.mandate, debits, of.reports), status: 'ACTIVE' } as const;
  const own = debits
    .filter(({ batchId }) => batchId === of.batch.id)
    // Of those of one day, the one that was planned as the first.
    .toSorted((one, other) => Number(isPlannedFirst(other)) - Number(isPlannedFirst(one)))
    .map((debit) => {
      const mandate = { ...known, endsWithNext: debit.sequence === 'FNAL' };
      return { debit, mandate, dueDate: debit.dueDate };
    });
  const namesFirst = of.namesFirst || own.some(({ debit }) => debit.sequence === 'FRST');
  return inSequence(own, namesFirst).every(({ debit, mandate, dueDate, sequence, amendment }) => {
    const written = of.written.get(debit.endToEndId);
    return (
      written !== undefined &&
      isAsWritten(written, mandate) &&
      whyNotUsable(mandate, dueDate) === null &&
      sequence === debit.sequence &&
      isDeepStrictEqual(amendment, debit.amendment)
    );
  });
}

const isPlannedFirst = ({ sequence, amendment }: Presentation): boolean => sequence === 'FRST' || amendment !== null;

/** A person reads them. */
function listOf(references: readonly string[]): string {
  const named = new Set(references);
  return [...named].slice(0, namedAtMost).join(', ') + (named.size > namedAtMost ? ', …' : '');
}

/** The bank takes it too late, or moves its debits to a day that no debtor knows. The next batch announces another. */
async function refuseTooLate(
  services: Pick<Services, 'clock' | 'societes'>,
  transaction: Transaction,
  batch: StoredBatch,
): Promise<void> {
  const contract = contractOf(services, batch);
  const today = parisDateOf(services.clock());
  for await (const debits of debitsOf(transaction, batch)) {
    for (const { dueDate } of debits) {
      const until = contract ? presentationWindow(dueDate, contract).until : dueDate;
      if (until < today) refuse(batch, tooLateFor(dueDate), mustStay);
    }
  }
}

const contractOf = ({ societes }: Pick<Services, 'societes'>, { idSociete, runMode }: StoredBatch) =>
  directDebitAccountOf(societes.get(idSociete), runMode)?.directDebit;

const tooLateFor = (dueDate: CalendarDate): string =>
  `The bank takes no debit for ${dueDate} any more: cancel the batch, and its debits get another day.`;

/** Its own last debit completes a mandate when the batch is made. */
const carriesDebits: ReadonlySet<MandateStatus> = new Set(['ACTIVE', 'COMPLETED']);
const everyMandate = { idSociete: null, idClient: null, statuses: null, scheme: null, societes: null, beforeId: null };
const namedAtMost = 10;
const debitsPerRead = 500;

/** All of them, whatever a person decided since: the file holds them. */
const debitsOf = (transaction: Transaction, { id }: StoredBatch) =>
  walkPages(
    debitsPerRead,
    '',
    (after: string, limit: number) => transaction.debitsOfBatch(id, after, limit),
    ({ paymentId }) => paymentId,
  );

const inDoubt =
  'The bank may have a debit of this batch by a cancelled file: decide first about the exception, or cancel the batch.';
