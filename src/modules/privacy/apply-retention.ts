import type { Aged } from '../../kernel/aged.ts';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { walkPages } from '../../kernel/walk-pages.ts';
import { removeOldEntries } from '../audit-log/remove-old-entries.ts';
import type { BankException } from '../bank-statements/bank-import.ts';
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
};

type RetentionServices = Pick<Services, 'store' | 'clock' | 'identifiers' | 'eventHandlers' | 'actor'>;

const rowsPerBatch = 200;

/**
 * Removes data older than its retention period: contents of bank messages, payers, debtors, users of commands,
 * idempotency keys. An unfinished payment or an active mandate keeps its data, however old it is. Repeating it changes
 * nothing.
 */
export async function applyRetention(services: RetentionServices, options: RetentionOptions): Promise<Retired> {
  const { periods } = options;
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
    await retire(services, options.isRehearsal, now - periodMs, async (more) => {
      retired = { ...retired, [kind]: retired[kind] + more };
      isOver = !(await options.goesOn(retired));
      return !isOver && retired[kind] < options.limit;
    });
  }
  return retired;
}

type Retire = (
  services: RetentionServices,
  isRehearsal: boolean,
  /** Only rows from before this moment. */
  before: number,
  /** Receives how many more went; answers whether to go on. */
  count: (more: number) => Promise<boolean>,
) => Promise<void>;

const retireKeys: Retire = async ({ store }, isRehearsal, before, count) => {
  if (isRehearsal) {
    await count(await store.countIdempotencyKeys(before));
    return;
  }
  await untilFewer(count, () =>
    store.transact((transaction) => transaction.deleteIdempotencyKeys(before, rowsPerBatch)),
  );
};

const retireNotifications: Retire = async (services, isRehearsal, before, count) => {
  const { store } = services;
  const read = (after: Aged) => store.notificationsWithContent({ before, after, limit: rowsPerBatch });
  await eachBatch(count, read, async (batch) => {
    const due: Aged[] = [];
    for (const notification of batch) {
      if (await isNeedless(services, notification.paymentId)) due.push(notification);
    }
    if (!isRehearsal && due.length > 0) {
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

const retirePayers: Retire = async (services, isRehearsal, before, count) => {
  const { store, clock } = services;
  const retire = async (batch: readonly { readonly payment: Payment }[]) => {
    const now = clock();
    const due = batch.filter(
      ({ payment }) => payment.createdAt < before && payment.updatedAt < before && hasEnded(payment, now),
    );
    for (const { payment } of isRehearsal ? [] : due) {
      // Different for each payment, so that two payments cannot be linked to one person.
      const pseudonym = `erased-${payment.reference.toLowerCase()}${erasedDomain}`;
      const email = isErased(payment) ? payment.email : pseudonym;
      await erasePayment(services, { email, idClient: null, forgetsDigest: true }, payment.id);
    }
    return due.length;
  };
  const ended = async (after: Aged) => {
    const payments = await store.paymentsWithPayer({ before, after, limit: rowsPerBatch });
    return payments.map((payment) => ({ at: payment.createdAt, id: payment.id, payment }));
  };
  // Those whose time ran out stand in no index of ended payments until a worker ends them.
  const ranOut = async (after: Aged) => {
    const payments = await store.paymentsToExpire({ now: clock(), behind: after, limit: rowsPerBatch });
    return payments.map((payment) => ({ at: payment.expiresAt ?? 0, id: payment.id, payment }));
  };
  if (await eachBatch(count, ended, retire)) await eachBatch(count, ranOut, retire);
};

const retireDebtors: Retire = async (services, isRehearsal, before, count) => {
  await eachBatch(
    count,
    (after) => services.store.mandatesWithDebtor({ before, after, limit: rowsPerBatch }),
    async (batch) => {
      const today = parisDateOf(services.clock());
      const due = batch.filter(({ mandate }) => mandate.updatedAt < before && mayForgetDebtor(mandate, today));
      for (const { id } of isRehearsal ? [] : due)
        await eraseDebtor(services, id, { by: services.actor ?? 'clock', idClient: null });
      return due.length;
    },
  );
};

const retireExceptions: Retire = async (services, isRehearsal, before, count) => {
  const { store } = services;
  await eachBatch(
    count,
    (after) => store.bankExceptionsWithDetails({ before, after, limit: rowsPerBatch }),
    async (batch) => {
      const due: BankException[] = [];
      for (const aged of batch) {
        const { resolvedAt, paymentId } = aged.exception;
        const isOld = resolvedAt !== null && resolvedAt < before && (await isNeedless(services, paymentId));
        if (isOld && !(await needsPayer(store, aged.exception))) due.push(aged.exception);
      }
      if (!isRehearsal && due.length > 0) await eraseExceptions(services, due);
      return due.length;
    },
  );
};

/** The record of the upload stays. The same bytes may be uploaded again. */
const retireUnconfirmedFiles: Retire = async ({ store, clock }, isRehearsal, before, count) => {
  await eachBatch(
    count,
    (after) => store.unconfirmedBankFiles({ before, after, limit: rowsPerBatch }),
    async (batch) => {
      let due = 0;
      for (const { file } of batch) {
        const reason = 'It was not confirmed in time: its bytes were removed';
        const change = { ...file, status: 'REFUSED', reason, updatedAt: clock() } as const;
        const isDue =
          isRehearsal ||
          (await store.transact(async (transaction) => {
            const isOurs = await transaction.changeBankFile(file.id, file.status, change);
            if (isOurs) await transaction.removeBankFileParts(file.id);
            return isOurs;
          }));
        if (isDue) due++;
      }
      return due;
    },
  );
};

const retireOperators: Retire = async ({ store }, isRehearsal, before, count) => {
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

const retireAuditEntries: Retire = async (services, isRehearsal, before, count) => {
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
