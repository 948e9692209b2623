import { randomUUID } from 'node:crypto';
import { verifyAuditLog } from '../modules/audit-log/verify-audit-log.ts';
import { verifyEventLog } from '../modules/event-log/verify-event-log.ts';
import type { LedgerReport, VerifyLedger } from '../schema/server/context.ts';
import type { Store } from './store.ts';

/** One verification at a time, over all gateways: it reads every event. */
const lease = { name: 'ledger-verification', forMs: 60_000 } as const;

/** How many problems are named; the others are counted. */
const problemsNamed = 100;

type Watch = Parameters<VerifyLedger>[0];

type Verified = {
  readonly store: Store;
  readonly clock: () => number;
  /** How long the retention keeps an entry of the audit log; null: for ever. */
  readonly auditKeptMs: number | null;
};

/**
 * Walks through the event log and the audit log.
 * @returns null where another verification runs, or the caller left
 */
export async function verifyLedger(
  { store, clock, auditKeptMs }: Verified,
  watch: Watch,
): Promise<LedgerReport | null> {
  const holder = randomUUID();
  const claim = (): Promise<boolean> => {
    const now = clock();
    return store.transact((transaction) =>
      transaction.claimLease({ name: lease.name, holder, now, until: now + lease.forMs }),
    );
  };
  if (!(await claim())) return null;
  const extending = setInterval(() => void claim().catch(() => undefined), lease.forMs / 3);
  extending.unref();
  try {
    return await verify({ store, clock, auditKeptMs }, watch);
  } catch (error) {
    if (error instanceof Abandoned) return null;
    throw error;
  } finally {
    clearInterval(extending);
    await store.transact((transaction) => transaction.releaseLease(lease.name, holder));
  }
}

class Abandoned extends Error {
  override readonly name = 'Abandoned';
}

/** A store that is read only as long as the caller is there. */
const readWhile = (isWanted: () => boolean, store: Store): Store =>
  new Proxy(store, {
    get: (target, name, receiver) => {
      const read: unknown = Reflect.get(target, name, receiver);
      if (typeof read !== 'function') return read;
      return async (...input: unknown[]) => {
        if (!isWanted()) throw new Abandoned('the one who asked has left');
        return read(...input);
      };
    },
  });

async function verify(
  { store: whole, clock, auditKeptMs: keptMs }: Verified,
  { isWanted, progress }: Watch,
): Promise<LedgerReport> {
  const store = readWhile(isWanted, whole);
  const problems: LedgerReport['problems'][number][] = [];
  const note = (kind: string, place: string): void => {
    if (problems.length < problemsNamed) problems.push({ kind, place });
  };
  const events = await verifyEventLog(
    store,
    { paymentId: null, since: null, noted: [] },
    {
      report: ({ kind, paymentId, anchor }) => note(kind, paymentId ?? `anchor ${anchor}`),
      progress,
    },
  );
  const audit = await verifyAuditLog(store, { noted: [], keptMs, clock }, ({ kind, anchor, entry }) =>
    note(kind, entry ?? `audit anchor ${anchor}`),
  );
  return {
    ...{ payments: events.payments, events: events.events, anchors: events.anchors, auditEntries: audit.entries },
    ...{ problemCount: events.problems + audit.problems, problems, unanchored: events.unanchored + audit.unanchored },
    lastAnchor: events.lastAnchor && `${events.lastAnchor.number}:${events.lastAnchor.hash}`,
    lastAuditAnchor: audit.lastAnchor && `${audit.lastAnchor.number}:${audit.lastAnchor.hash}`,
  };
}
