import { setImmediate } from 'node:timers/promises';
import type { Unread } from '../../kernel/aged.ts';
import { lastIdAt } from '../../kernel/identifiers.ts';
import { type Failed, unlessFails } from '../../workers/unless-fails.ts';
import { settlingMs } from '../event-log/chain.ts';
import { lookAgain } from '../event-log/look-again.ts';
import type { Payment } from '../payments/payment.ts';
import { documentOf } from './document-of.ts';
import type { Store, Transaction } from './ports.ts';
import { loadObject } from './read-object.ts';
import type { SearchDocument, SearchState } from './search-document.ts';
import { wordsVersion } from './words.ts';

/** Fills the index of words after the commits, so that what is recorded pays nothing for it. */

/** In one transaction: a few milliseconds, so that others hardly wait. */
const documentsAtOnce = 100;
/** New payments are read at once, and so take no longer. FTS5 merges larger parts less often. */
const paymentsAtOnce = 250;
/** Keys only. */
const keysAtOnce = 2000;

/**
 * A payment has its id before its commit, and so may appear later than a younger one. This is longer than nearly every
 * commit takes. What is later still is found by looking again.
 */
const commitMs = 1500;
/** In a crowd a payment waits for a connection after it got its id. */
const lateMs = 15_000;

export type IndexServices = { readonly store: Store; readonly clock: () => number };

export type IndexOptions = IndexServices & {
  readonly keepsLease: () => Promise<boolean>;
  /** Called after each step with payments from before the index. */
  readonly onOlder: (payments: number) => void;
  /**
   * Called with an object that cannot be read: the index goes on without it. It takes it when its words change next, and a
   * payment also by looking again.
   */
  readonly failed: Failed;
};

/** One round: what is new, what changed, then what was there before the index. */
export async function indexDocuments({ store, clock, keepsLease, onOlder, failed }: IndexOptions): Promise<void> {
  await beginAgainIfNeeded(store, clock());
  const newest = () => indexNewest(store, clock(), failed);
  for (const step of [newest, () => indexQueued(store, failed)]) {
    while ((await step()) === 'MORE') {
      if (!(await keepsLease())) return;
      await setImmediate();
    }
  }
  const older = [() => queueOlder(store), () => indexOlder(store, { onOlder, failed })];
  for (const step of older) {
    while ((await step()) === 'MORE') {
      if (!(await keepsLease())) return;
      await setImmediate();
      // A long past keeps nothing new waiting.
      await newest();
      await indexQueued(store, failed);
    }
  }
  await indexMissed({ store, clock, keepsLease, failed });
}

type Progress = 'MORE' | 'DONE';

/** Runs a step alone: another process that does the same waits, and then sees what this one wrote. */
const inTurn = <T>(store: Store, work: (transaction: Transaction, state: SearchState) => Promise<T>): Promise<T> =>
  store.transact(async (transaction) => {
    await transaction.lockSearch();
    return work(transaction, await transaction.searchState());
  });

/** Words that were made by other rules are replaced. Until then they serve. */
async function beginAgainIfNeeded(store: Store, now: number): Promise<void> {
  const state = await store.searchState();
  if (state.version === wordsVersion) {
    // A clock was ahead: newer payments stand before that place.
    const settled = lastIdAt('pay', now - settlingMs);
    if (state.newest > lastIdAt('pay', now)) await store.transact((tx) => tx.moveSearch({ newest: settled }));
    return;
  }
  const newest = lastIdAt('pay', now - commitMs);
  await inTurn(store, async (transaction, { version }) => {
    if (version === wordsVersion) return;
    await transaction.moveSearch({ version: wordsVersion, newest, oldest: `${newest}g`, queuedUntil: '' });
  });
}

async function indexNewest(store: Store, now: number, failed: Failed): Promise<Progress> {
  const until = lastIdAt('pay', now - commitMs);
  const { newest } = await store.searchState();
  // Reading is enough to see that there is nothing new: an idle gateway writes nothing.
  if ((await store.lastPaymentOf(newest, until, 1)) === null) return 'DONE';
  return inTurn(store, async (transaction, state) => {
    const payments = await transaction.paymentsToIndex(state.newest, until, paymentsAtOnce);
    const last = payments.at(-1);
    if (last === undefined) return 'DONE';
    await transaction.putDocuments(documentsOf(payments, failed));
    await transaction.moveSearch({ newest: last.id });
    return payments.length === paymentsAtOnce ? 'MORE' : 'DONE';
  });
}

function documentsOf(payments: readonly Unread<Payment>[], failed: Failed): readonly SearchDocument[] {
  const documents: SearchDocument[] = [];
  for (const { id, read } of payments) {
    try {
      documents.push(documentOf({ kind: 'PAYMENT', value: read() }));
    } catch (error) {
      failed(id, error);
    }
  }
  return documents;
}

/** Payments that were committed after a younger one was indexed, soon, and after their time was settled. */
async function indexMissed({ store, clock, keepsLease, failed }: Omit<IndexOptions, 'onOlder'>): Promise<void> {
  const { newest } = await store.searchState();
  await lookAgain({ store, clock, keepsLease }, newest, {
    name: 'search',
    kind: 'pay',
    soonMs: lateMs,
    lastOf: (from, until) => store.lastPaymentOf(from, until, keysAtOnce),
    complete: async (from, until) => {
      if ((await store.missingPayments(from, until)).length === 0) return true;
      return inTurn(store, async (transaction) => {
        const missing = await transaction.missingPayments(from, until);
        await transaction.putDocuments(documentsOf(missing, failed));
        return true;
      });
    },
  });
}

/** Objects of the other kinds, as they are now. The database itself queues each change of what is searched. */
async function indexQueued(store: Store, failed: Failed): Promise<Progress> {
  if ((await store.queuedKeys(1)).length === 0) return 'DONE';
  return inTurn(store, async (transaction) => {
    const queued = await transaction.queuedKeys(documentsAtOnce);
    const documents: SearchDocument[] = [];
    const gone: string[] = [];
    for (const key of new Set(queued.map((one) => one.key))) {
      await unlessFails(key, failed, async () => {
        const object = await loadObject(transaction, key);
        if (object) documents.push(documentOf(object));
        else gone.push(key);
      });
    }
    await transaction.dropDocuments(gone);
    await transaction.putDocuments(documents);
    await transaction.removeQueued(queued.map(({ id }) => id));
    return queued.length === documentsAtOnce ? 'MORE' : 'DONE';
  });
}

async function queueOlder(store: Store): Promise<Progress> {
  if ((await store.searchState()).queuedUntil === null) return 'DONE';
  return inTurn(store, async (transaction, { queuedUntil }) => {
    if (queuedUntil === null) return 'DONE';
    const last = await transaction.queueAfter(queuedUntil, documentsAtOnce);
    await transaction.moveSearch({ queuedUntil: last });
    return last === null ? 'DONE' : 'MORE';
  });
}

/** Newest first: the payments that people ask for most are found first. */
async function indexOlder(
  store: Store,
  { onOlder, failed }: Pick<IndexOptions, 'onOlder' | 'failed'>,
): Promise<Progress> {
  if ((await store.searchState()).oldest === null) return 'DONE';
  return inTurn(store, async (transaction, { oldest }) => {
    if (oldest === null) return 'DONE';
    const payments = await transaction.olderPayments(oldest, documentsAtOnce);
    await transaction.putDocuments(documentsOf(payments, failed));
    await transaction.moveSearch({ oldest: payments.at(-1)?.id ?? null });
    onOlder(payments.length);
    return payments.length === 0 ? 'DONE' : 'MORE';
  });
}
