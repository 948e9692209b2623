import type { Store, Transaction } from '../../src/app/store.ts';

export type Fault = 'NONE' | 'STORING' | 'APPLYING' | 'EVERYTHING' | 'READING';

/** What fails is the write that keeps a message, or the one that applies it, every unit of work, or every look for a payment. */
export function failing(store: Store, fault: () => Fault): Store {
  const break_ = (when: readonly Fault[]): void => {
    if (when.includes(fault())) throw new Error('the database failed');
  };
  const around = (transaction: Transaction): Transaction => ({
    ...transaction,
    insertNotification: async (notification) => {
      break_(['STORING']);
      await transaction.insertNotification(notification);
    },
    keepUnverified: async (...kept) => {
      break_(['STORING']);
      await transaction.keepUnverified(...kept);
    },
    claimUpdate: async (...claim) => {
      break_(['APPLYING']);
      return transaction.claimUpdate(...claim);
    },
  });
  return {
    ...store,
    attemptByReference: async (...asked) => {
      break_(['READING']);
      return store.attemptByReference(...asked);
    },
    recordInitiation: async (record) => {
      break_(['EVERYTHING']);
      return store.recordInitiation(record);
    },
    transact: async (work) => {
      break_(['EVERYTHING']);
      return store.transact((transaction) => work(around(transaction)));
    },
  };
}
