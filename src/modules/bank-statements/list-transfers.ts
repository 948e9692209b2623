import { type Caller, owningClient, runModesOf } from '../../kernel/caller.ts';
import { dayMs } from '../../kernel/durations.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import { visibleTo } from '../payments/read-payments.ts';
import type { AwaitedTransfer, TransferQuery, TransferState } from './awaited-transfer.ts';
import type { Services } from './ports.ts';

/** Transfers that the company waits for. */

/** Where the config has no reminders. */
const usualReminderDays = 7;

/** A transfer that expires by then is late; none is as soon as it is awaited. */
export function lateBy({ clock, settings }: LateServices): number {
  const lateMs = (settings.bankTransferReminderDays || usualReminderDays) * dayMs;
  return clock() + Math.min(lateMs, settings.bankTransferLifetimeMs - dayMs);
}

type LateServices = Pick<Services, 'clock'> & {
  readonly settings: { readonly bankTransferReminderDays: number; readonly bankTransferLifetimeMs: number };
};

type Asked = Pick<TransferQuery, 'runMode' | 'idSociete' | 'beforeId' | 'limit'> & { readonly state: TransferState };

export async function listTransfers(
  services: Pick<Services, 'store' | 'clock' | 'settings'>,
  caller: Caller,
  { state, ...asked }: Asked,
): Promise<readonly AwaitedTransfer[]> {
  if (!caller.scopes.has('read') || !maySeeMode(services, caller, asked.runMode)) return [];
  const late = lateBy(services);
  const query = {
    ...{ ...asked, visibleTo: visibleTo(services, caller), isInPart: state === 'IN_PART' },
    expiresBy: state === 'LATE' ? late : null,
  };
  const payments = await services.store.awaitedTransfers(query);
  const received = await services.store.receivedForPayments(payments.map(({ id }) => id));
  return payments.map((payment) => ({
    ...{ payment, receivedCents: received.get(payment.id) ?? 0 },
    isLate: payment.expiresAt !== null && payment.expiresAt <= late,
  }));
}

/** A client sees its own payments in every mode. */
const maySeeMode = (services: Pick<Services, 'settings'>, caller: Caller, runMode: EffectiveRunMode): boolean =>
  owningClient(caller) !== null || runModesOf(services, caller).includes(runMode);
