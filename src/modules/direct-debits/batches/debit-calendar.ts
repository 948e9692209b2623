import type { Caller } from '../../../kernel/caller.ts';
import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { PaymentRunMode } from '../../../kernel/vocabulary.ts';
import { chooseRunMode } from '../../payments/initiation/run-mode.ts';
import type { Services } from '../ports.ts';
import { requireBatches } from './create-batch.ts';
import type { WaitingDay } from './direct-debit.ts';
import { requireDirectDebitAccount } from './direct-debit-account.ts';
import { presentationWindow } from './direct-debit-dates.ts';

/** The debits of one scheme that fall due on a day and are in no file, and when their file may go to the bank. */
export type DebitDay = WaitingDay & { readonly fileFrom: CalendarDate; readonly fileUntil: CalendarDate };

/**
 * The debits of a société that wait for a file, by their due date, the earliest first.
 * @throws InvalidInputError, NotAllowedError
 */
export async function readDebitCalendar(
  services: Pick<Services, 'store' | 'settings' | 'societes'>,
  caller: Caller,
  { idSociete, runMode: wanted }: { readonly idSociete: string; readonly runMode: PaymentRunMode },
): Promise<readonly DebitDay[]> {
  requireBatches(caller);
  const runMode = chooseRunMode(services, caller, wanted, 'runMode');
  const { directDebit } = requireDirectDebitAccount(services, caller, idSociete, runMode);
  const days = await services.store.waitingDebitDays({ idSociete, runMode });
  return days
    .map((day): DebitDay => {
      const { from: fileFrom, until: fileUntil } = presentationWindow(day.dueDate, directDebit);
      return { ...day, fileFrom, fileUntil };
    })
    .toSorted((one, other) => (one.dueDate < other.dueDate ? -1 : 1));
}
