import assert from 'node:assert/strict';
import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import type { BankEntryRecord } from '../bank-import.ts';
import { listForBooking } from '../exceptions/bank-exceptions.ts';
import type { Services, Transaction } from '../ports.ts';
import type { StepOutcome } from './apply-match.ts';
import type { Booking } from './bank-booking.ts';
import type { Ruling } from './bank-rules.ts';

/** What a ruling leaves on the record of an entry. */
export const ruledBy = ({ action, rule }: Ruling): BankEntryRecord['ruled'] =>
  action === 'EXCEPTION' ? null : { action, rule: rule?.name ?? null };

/**
 * Does what a rule says. The entry is written. What the bank says of it is kept as a closed exception, so that it is
 * shown, erased and raised like any other.
 */
export async function applyRule(
  services: Services,
  transaction: Transaction,
  { booking, ruling, entry }: { readonly booking: Booking; readonly ruling: Ruling; readonly entry: BankEntryRecord },
): Promise<StepOutcome> {
  await listForBooking(services, transaction, { booking, entry });
  if (ruling.action === 'BOOK') {
    assert(ruling.rule?.account, 'a rule that books has an account');
    await services.suspense.book(transaction, entry, ruling.rule.account);
  }
  return { kind: 'ruled', paymentIds: [] };
}

/** What a rule booked of an entry, where a payment gets its money now. Money in suspense goes on to the payment. */
export async function takeBackOfRule(
  { suspense }: Pick<Services, 'suspense'>,
  transaction: Transaction,
  entryId: string,
): Promise<void> {
  if ((await suspense.remaining(transaction, entryId)) === null) await suspense.release(transaction, entryId);
}

/**
 * An entry that another one counts now: it cannot be raised any more.
 * @throws StaleVersionError where a person raised it in the meantime
 */
export async function takeFromRule(
  transaction: Transaction,
  { id, ruled }: Pick<BankEntryRecord, 'id' | 'ruled'>,
): Promise<void> {
  if (ruled !== null && !(await transaction.takeFromRule(id))) {
    throw new StaleVersionError(`${id} was taken from its rule`);
  }
}
