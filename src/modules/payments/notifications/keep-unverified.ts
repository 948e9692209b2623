import { walkItems } from '../../../kernel/walk-pages.ts';
import type { Services, Store } from '../ports.ts';
import type { HostedTarget } from '../provider.ts';
import type { StoredNotification } from './notification.ts';
import type { KeepUnverified, RingLimits } from './unverified-notification.ts';

export type UnverifiedSettings = { readonly messages: number; readonly days: number; readonly megabytes: number };

const limitsOf = ({ messages, days, megabytes }: UnverifiedSettings, now: number): RingLimits => ({
  messages,
  bytes: megabytes * 1024 * 1024,
  since: now - days * 86_400_000,
});

type Waiting = {
  readonly ring: string;
  readonly notification: StoredNotification;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

const messagesPerCommit = 64;
const mostWaiting = 256;

/**
 * Any sender can send these messages, as many as the rate limits allow. So a process writes them in one unit of work at
 * a time, many together, and drops those that do not fit. A flood leaves the database's connections to payments.
 */
export function createUnverifiedKeeper({
  store,
  clock,
  settings,
}: {
  readonly store: Pick<Store, 'transact'>;
  readonly clock: () => number;
  /** The settings in force. */
  readonly settings: () => UnverifiedSettings;
}): KeepUnverified {
  const waiting: Waiting[] = [];
  let isWriting = false;
  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const limits = limitsOf(settings(), clock());
    const byRing = Map.groupBy(batch, ({ ring }) => ring);
    await store.transact(async (transaction) => {
      // In one order, so that no two gateways wait for each other's rings.
      for (const ring of [...byRing.keys()].toSorted()) {
        const notifications = byRing.get(ring)?.map(({ notification }) => notification) ?? [];
        await transaction.keepUnverified(ring, notifications, limits);
      }
    });
  };
  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, messagesPerCommit);
      try {
        await write(batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isWriting = false;
  };
  return (ring, notification) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting) {
        reject(new Error('too many unverified messages come at once: this one is not kept'));
        return;
      }
      waiting.push({ ring, notification, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

/**
 * The ring of a message: that of the account in its address or its text, if the account exists; else the common ring of
 * the bank. So there are no more rings than accounts.
 */
export function ringOf(
  { societes }: Pick<Services, 'societes'>,
  target: HostedTarget,
  candidates: readonly (string | null | undefined)[],
): string {
  const idSociete = candidates.find((id) => id != null && societes.get(id)?.accounts[target] !== undefined);
  return idSociete === undefined ? target : `${target} ${idSociete}`;
}

/** Removes old messages from rings that receive none any more. */
export async function expireUnverified(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  settings: UnverifiedSettings,
  keepsLease: () => Promise<boolean>,
): Promise<void> {
  const read = (after: string, limit: number) => store.unverifiedRings({ after, limit });
  for await (const ring of walkItems(ringsPerPage, '', read, (name) => name)) {
    if (!(await keepsLease())) return;
    await store.transact((transaction) => transaction.keepUnverified(ring, [], limitsOf(settings, clock())));
  }
}

const ringsPerPage = 100;
