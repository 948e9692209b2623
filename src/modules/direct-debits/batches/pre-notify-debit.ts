import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import { recordStep } from '../../payments/change-payment.ts';
import type { Payment } from '../../payments/payment.ts';
import type { Mandate } from '../mandates/mandate.ts';
import type { Services, Transaction } from '../ports.ts';
import { changeDebit } from './change-debit.ts';
import type { DueDebit } from './direct-debit.ts';

type Writing = Pick<Services, 'clock' | 'identifiers' | 'eventHandlers'>;

type Notice = {
  readonly mandate: Pick<Mandate, 'rum' | 'ics' | 'creditorName'>;
  readonly dueDate: CalendarDate;
  /** The day that was announced before, if it moved. */
  readonly previousDueDate?: CalendarDate;
};

/**
 * The pre-notification of a debit, as an event. Clients that follow the payment's events pass due date and amount on to
 * the customer. It says nothing about the account, because an event outlives an erasure; the mandate has the account.
 */
export function preNotifyDebit(
  services: Writing,
  transaction: Transaction,
  payment: Payment,
  { mandate, dueDate, previousDueDate }: Notice,
): Promise<Payment> {
  const { rum, ics, creditorName } = mandate;
  const announced = { amountCents: payment.amountCents, rum, ics, creditorName };
  return recordStep(services, transaction, payment, {
    type: 'PRENOTIFIED',
    data: {
      dueDate,
      ...(previousDueDate !== undefined && { previousDueDate }),
      ...announced,
    },
  });
}

/** A debit that missed its day, and the newly announced day. */
export type PostponedDebit = DueDebit & { readonly dueDate: CalendarDate };

/**
 * Announces another day. The debit waits for it; the notice that was given of the first day counts no more.
 * @returns payment and debit as they stand then
 */
export async function postpone(
  services: Writing,
  transaction: Transaction,
  { payment, debit, mandate, dueDate }: PostponedDebit,
): Promise<Pick<DueDebit, 'payment' | 'debit'>> {
  const notified = await preNotifyDebit(services, transaction, payment, {
    ...{ mandate, dueDate, previousDueDate: debit.dueDate },
  });
  return {
    payment: notified,
    debit: await changeDebit(transaction, debit, { dueDate, notifiedAt: notified.updatedAt }),
  };
}
