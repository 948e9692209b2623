import type { Aged, Unread } from '../../kernel/aged.ts';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { walkPages } from '../../kernel/walk-pages.ts';
import { type Failed, unlessFails } from '../../workers/unless-fails.ts';
import { removeOldEntries } from '../audit-log/remove-old-entries.ts';
import { mayForgetDebtor } from '../direct-debits/mandates/mandate.ts';
import { erasedContent } from '../payments/notifications/notification.ts';
import { erasedDomain, isErased, type Payment } from '../payments/payment.ts';
import { eraseDebtor } from './erase-debtor.ts';
import { eraseExceptions, needsPayer } from './erase-exceptions.ts';
import { erasePayment, hasEnded } from './erase-person.ts';
import type { Services } from './ports.ts';
import type { RetentionPeriods } from './retention.ts';

export const nothingRetired = {
  /** Bank messages whose content was removed. */
  notifications: 0,
  /** Payments whose payer was removed. */
  payers: 0,
  /** Mandates whose debtor was removed. */
  debtors: 0,
  /** Bank exceptions whose personal data was removed. */
  bankExceptions: 0,
  /** Unconfirmed bank files whose bytes were removed. */
  bankFiles: 0,
  /** Recorded commands whose user was removed. */
  operators: 0,
  auditEntries: 0,
  idempotencyKeys: 0,
};
export type Retired = Readonly<typeof nothingRetired>;

export type RetentionOptions = {
  readonly periods: RetentionPeriods;
  /** Only counts the rows that would go. */
  readonly isRehearsal: boolean;
  /** The most rows of each kind, rounded up to a batch. The rest is left for another time. */
  readonly limit: number;
  /** Asked between batches; false stops the work. */
  readonly goesOn: (soFar: Retired) => Promise<boolean>;
  /** Receives a row or a kind that failed, which holds up no other. Without this the first failure ends the work. */
  readonly failed?: Failed;
};

type RetentionServices = Pick<Services, 'store' | 'clock' | 'identifiers' | 'eventHandlers' | 'actor'>;

const rowsPerBatch = 200;

/**
 * Removes data older than its retention period: contents of bank messages, payers, debtors, users of commands,
 * idempotency keys. An unfinished payment or an active mandate keeps its data, however old it is. Repeating it changes
 * nothing.
 */
export async function applyRetention(services: RetentionServices, options: RetentionOptions): Promise<Retired> {
  const { periods, isRehearsal, failed = throwIt } = options;
  const now = services.clock();
  let retired = nothingRetired;
  const steps: readonly (readonly [keyof Retired, number | null, Retire])[] = [
    ['idempotencyKeys', periods.idempotencyKeyMs, retireKeys],
    ['notifications', periods.notificationMs, retireNotifications],
    ['payers', periods.payerMs, retirePayers],
    ['debtors', periods.payerMs, retireDebtors],
    ['bankExceptions', periods.payerMs, retireExceptions],
    ['bankFiles', periods.unconfirmedFileMs, retireUnconfirmedFiles],
    ['operators', periods.operatorMs, retireOperators],
    ['auditEntries', periods.auditMs, retireAuditEntries],
  ];
  let isOver = false;
  for (const [kind, periodMs, retire] of steps) {
    if (periodMs === null || isOver) continue;
    const count = async (more: number): Promise<boolean> => {
      retired = { ...retired, [kind]: retired[kind] + more };
      isOver = !(await options.goesOn(retired));
      return !isOver && retired[kind] < options.limit;
    };
    await unlessFails(kind, failed, () => retire(services, { isRehearsal, before: now - periodMs, count, failed }));
  }
  return retired;
}

const throwIt: Failed = (_subject, error) => {
  throw error;
};

type Work = Pick<Required<RetentionOptions>, 'isRehearsal' | 'failed'> & {
  /** Only rows from before this moment. */
  readonly before: number;
  /** Receives how many more went; answers whether to go on. */
  readonly count: (more: number) => Promise<boolean>;
};
type Retire = (services: RetentionServices, work: Work) => Promise<void>;

const retireKeys: Retire = async ({ store }, { isRehearsal, before, count }) => {
  if (isRehearsal) {
    await count(await store.countIdempotencyKeys(before));
    return;
  }
  await untilFewer(count, () =>
    store.transact((transaction) => transaction.deleteIdempotencyKeys(before, rowsPerBatch)),
  );
};

const retireNotifications: Retire = async (services, work) => {
  const { store } = services;
  const read = (after: Aged) => store.notificationsWithContent({ before: work.before, after, limit: rowsPerBatch });
  await eachBatch(work.count, read, async (batch) => {
    const due = await eachDue(batch, work.failed, ({ paymentId }) => isNeedless(services, paymentId));
    if (!work.isRehearsal && due.length > 0) {
      await store.transact(async (transaction) => {
        for (const { id } of due) await transaction.eraseNotification(id, erasedContent, services.clock());
      });
    }
    return due.length;
  });
};

async function isNeedless({ store, clock }: RetentionServices, paymentId: string | null): Promise<boolean> {
  const payment = paymentId === null ? null : await store.paymentById(paymentId);
  return payment === null || hasEnded(payment, clock());
}

const retirePayers: Retire = async (services, { isRehearsal, before, count, failed }) => {
  const { store, clock } = services;
  const retire = async (batch: readonly Unread<Payment>[]) => {
    const now = clock();
    const due = await eachDue(batch, failed, async ({ read }) => {
      const payment = read();
      const isDue = payment.createdAt < before && payment.updatedAt < before && hasEnded(payment, now);
      if (!isDue || isRehearsal) return isDue;
      // Different for each payment, so that two payments cannot be linked to one person.
      const pseudonym = `erased-${payment.reference.toLowerCase()}${erasedDomain}`;
      const email = isErased(payment) ? payment.email : pseudonym;
      await erasePayment(services, { email, idClient: null, forgetsDigest: true }, payment.id);
      return true;
    });
    return due.length;
  };
  const ended = (after: Aged) => store.paymentsWithPayer({ before, after, limit: rowsPerBatch });
  // Those whose time ran out stand in no index of ended payments until a worker ends them.
  const ranOut = (behind: Aged) => store.paymentsToExpire({ now: clock(), behind, limit: rowsPerBatch });
  if (await eachBatch(count, ended, retire)) await eachBatch(count, ranOut, retire);
};

const retireDebtors: Retire = async (services, { isRehearsal, before, count, failed }) => {
  await eachBatch(
    count,
    (after) => services.store.mandatesWithDebtor({ before, after, limit: rowsPerBatch }),
    async (batch) => {
      const today = parisDateOf(services.clock());
      const due = await eachDue(batch, failed, async ({ id, read }) => {
        const mandate = read();
        const isDue = mandate.updatedAt < before && mayForgetDebtor(mandate, today);
        if (isDue && !isRehearsal) await eraseDebtor(services, id, { by: services.actor ?? 'clock', idClient: null });
        return isDue;
      });
      return due.length;
    },
  );
};

const retireExceptions: Retire = async (services, { isRehearsal, before, count, failed }) => {
  const { store } = services;
  await eachBatch(
    count,
    (after) => store.bankExceptionsWithDetails({ before, after, limit: rowsPerBatch }),
    async (batch) => {
      const due = await eachDue(batch, failed, async ({ read }) => {
        const exception = read();
        const { resolvedAt, paymentId } = exception;
        const isOld = resolvedAt !== null && resolvedAt < before && (await isNeedless(services, paymentId));
        return isOld && !(await needsPayer(store, exception));
      });
      const exceptions = due.map(({ read }) => read());
      if (!isRehearsal && due.length > 0) await eraseExceptions(services, exceptions);
      return due.length;
    },
  );
};

/** The record of the upload stays. The same bytes may be uploaded again. */
const retireUnconfirmedFiles: Retire = async ({ store, clock }, { isRehearsal, before, count, failed }) => {
  await eachBatch(
    count,
    (after) => store.unconfirmedBankFiles({ before, after, limit: rowsPerBatch }),
    async (batch) => {
      const due = await eachDue(batch, failed, async ({ read }) => {
        const file = read();
        const reason = 'It was not confirmed in time: its bytes were removed';
        const change = { ...file, status: 'REFUSED', reason, updatedAt: clock() } as const;
        return (
          isRehearsal ||
          (await store.transact(async (transaction) => {
            const isOurs = await transaction.changeBankFile(file.id, file.status, change);
            if (isOurs) await transaction.removeBankFileParts(file.id);
            return isOurs;
          }))
        );
      });
      return due.length;
    },
  );
};

const retireOperators: Retire = async ({ store }, { isRehearsal, before, count }) => {
  const goesOn = await eachBatch(
    count,
    (after) => store.actionsWithOperator({ before, after, limit: rowsPerBatch }),
    async (batch) => {
      if (!isRehearsal) {
        await store.transact(async (transaction) => {
          for (const { id } of batch) await transaction.forgetOperator(id);
        });
      }
      return batch.length;
    },
  );
  if (!goesOn) return;
  if (isRehearsal) await count(await store.countAuditOperators(before));
  else {
    await untilFewer(count, () =>
      store.transact((transaction) => transaction.forgetAuditOperators(before, rowsPerBatch)),
    );
  }
};

const retireAuditEntries: Retire = async (services, { isRehearsal, before, count }) => {
  for (let goesOn = true; goesOn; ) {
    const removed = await removeOldEntries(services, { before, isRehearsal });
    goesOn = (await count(removed)) && removed > 0 && !isRehearsal;
  }
};

/** `work` answers how many rows of a batch went. */
async function untilFewer(count: (more: number) => Promise<boolean>, work: () => Promise<number>): Promise<void> {
  for (let goesOn = true; goesOn; ) {
    const gone = await work();
    goesOn = (await count(gone)) && gone >= rowsPerBatch;
  }
}

/**
 * Page by page from the oldest on. `work` answers how many of a page went.
 * @returns false where `count` ended it
 */
async function eachBatch<Row extends Aged>(
  count: (more: number) => Promise<boolean>,
  read: (after: Aged) => Promise<readonly Row[]>,
  work: (batch: readonly Row[]) => Promise<number>,
): Promise<boolean> {
  const pages = walkPages<Row, Aged>(rowsPerBatch, { at: -1, id: '' }, read, ({ at, id }) => ({ at, id }));
  for await (const batch of pages) if (!(await count(await work(batch)))) return false;
  return true;
}

/** Those of a page for which `work` answers true. */
async function eachDue<Row extends Aged>(
  batch: readonly Row[],
  failed: Failed,
  work: (row: Row) => Promise<boolean>,
): Promise<readonly Row[]> {
  const due: Row[] = [];
  for (const row of batch) if (await unlessFails(row.id, failed, () => work(row))) due.push(row);
  return due;
}
