import type { Store, Transaction } from '../../../src/app/store.ts';

/** What a batch of two debits writes, and the call of each at which it breaks off. */
const lastCalls = {
  updateMandate: 1,
  updatePayment: 2,
  appendEvent: 2,
  updateDirectDebit: 2,
  insertDirectDebitBatch: 1,
} as const satisfies Partial<Record<keyof Transaction, number>>;

/** The last thing that is written of its kind fails: what comes before it was written already. */
export function breakingAt(store: Store, step: keyof typeof lastCalls): Store {
  return {
    ...store,
    transact: (work) =>
      store.transact((transaction) => {
        let calls = 0;
        const fails = async (...args: never[]): Promise<never> => {
          calls++;
          if (calls === lastCalls[step]) throw new Error('power cut');
          return (transaction[step] as (...given: never[]) => Promise<never>)(...args);
        };
        return work({ ...transaction, [step]: fails } as Transaction);
      }),
  };
}
