import { MandateStateError } from '../../../kernel/errors.ts';
import { type CalendarDate, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { walkPages } from '../../../kernel/walk-pages.ts';
import type { MandateStatus } from '../mandates/mandate.ts';
import type { Services, Transaction } from '../ports.ts';
import type { StoredBatch } from './direct-debit.ts';
import { directDebitAccountOf } from './direct-debit-account.ts';
import { presentationWindow } from './direct-debit-dates.ts';

/** What keeps a file from the bank that no one has had yet: time has passed since it was written. */

/** The bank may say so between the plan of a batch and its commit, or later. */
export async function refuseInDoubt(
  services: Pick<Services, 'debitsInDoubt'>,
  transaction: Transaction,
  batch: StoredBatch,
): Promise<void> {
  const doubted = await services.debitsInDoubt(transaction, batch);
  if (doubted.size === 0) return;
  for await (const debits of debitsOf(transaction, batch)) {
    if (debits.some(({ paymentId }) => doubted.has(paymentId))) throw new MandateStateError(inDoubt);
  }
}

/** The debtor, the company or the bank may end or suspend a mandate, or its account may change, after the plan. */
export async function refuseUnusableMandates(transaction: Transaction, batch: StoredBatch): Promise<void> {
  const references: string[] = [];
  for await (const debits of debitsOf(transaction, batch)) {
    const ids = [...new Set(debits.map(({ mandateId }) => mandateId))];
    const mandates = await transaction.mandates({ ...everyMandate, ids, runModes: [batch.runMode], limit: ids.length });
    references.push(...mandates.filter(({ status }) => !carriesDebits.has(status)).map(({ rum }) => rum));
  }
  if (references.length === 0) return;
  const named = new Set(references);
  const list = [...named].slice(0, namedAtMost).join(', ') + (named.size > namedAtMost ? ', …' : '');
  throw new MandateStateError(
    `Mandates of this batch are not ACTIVE any more: ${list}. Cancel the batch: the other debits go into the next one.`,
  );
}

/** The bank takes it too late, or moves its debits to a day that no debtor knows. The next batch announces another. */
export async function refuseTooLate(
  { clock, societes }: Pick<Services, 'clock' | 'societes'>,
  transaction: Transaction,
  batch: StoredBatch,
): Promise<void> {
  const contract = directDebitAccountOf(societes.get(batch.idSociete), batch.runMode)?.directDebit;
  const today = parisDateOf(clock());
  for await (const debits of debitsOf(transaction, batch)) {
    for (const { dueDate } of debits) {
      const until = contract ? presentationWindow(dueDate, contract).until : dueDate;
      if (until < today) throw new MandateStateError(tooLateFor(dueDate));
    }
  }
}

const tooLateFor = (dueDate: CalendarDate): string =>
  `The bank takes no debit for ${dueDate} any more: cancel the batch, and its debits get another day.`;

/** Its own last debit completes a mandate when the batch is made. */
const carriesDebits: ReadonlySet<MandateStatus> = new Set(['ACTIVE', 'COMPLETED']);
const everyMandate = { idSociete: null, idClient: null, statuses: null, scheme: null, societes: null, beforeId: null };
/** A person reads them. */
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
