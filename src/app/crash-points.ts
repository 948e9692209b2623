import type { CrashMoment, ReachCrashPoint } from '../kernel/crash-point.ts';
import { factOf } from '../kernel/stored-facts.ts';
import type { BankOperations } from '../modules/payments/operations/bank-operation.ts';
import type { TransitionCause } from '../modules/payments/transitions.ts';
import type { SendWebhook } from '../modules/webhooks/deliver-webhook.ts';
import type { Store, Transaction } from './store.ts';

/**
 * Names the moments around commits, calls and answers, so that a process can die at one of them (`CRASH_AT`, see
 * CONTRIBUTING.md). The hooks around store, banks and answers exist only if `CRASH_AT` is set; otherwise payments run
 * without them. A production deployment refuses to start with it.
 */
export type CrashPoints = {
  readonly aroundStore: (store: Store) => Store;
  readonly aroundBank: <Account>(bank: BankOperations<Account>) => BankOperations<Account>;
  readonly aroundWebhooks: (send: SendWebhook) => SendWebhook;
  readonly aroundAnswer: (name: CrashMoment<'answer'>) => (answer: () => void) => Promise<void>;
};

export function createCrashPoints(reach: ReachCrashPoint): CrashPoints {
  const around = async <Result>(name: CrashMoment<'call'>, call: () => Promise<Result>): Promise<Result> => {
    await reach(`before-call:${name}`);
    const answer = await call();
    await reach(`after-call:${name}`);
    return answer;
  };
  return {
    aroundStore: (store) => ({
      ...store,
      transact: (work) => transactAround(store, reach, work),
      recordInitiation: (record) => transactAround(store, reach, (transaction) => transaction.recordInitiation(record)),
    }),
    aroundBank: (bank) => ({
      ...bank,
      perform: (request, call) =>
        bank.perform(request, (question) => around(callOf[request.kind], () => call(question))),
      inquire: (request, call) => bank.inquire(request, (question) => around('inquiry', () => call(question))),
    }),
    aroundWebhooks: (send) => (endpoint, message) => around('webhook', () => send(endpoint, message)),
    aroundAnswer: (name) => async (answer) => {
      await reach(`before-answer:${name}`);
      answer();
      await reach(`after-answer:${name}`);
    },
  };
}

const callOf = { REFUND: 'refund', CAPTURE: 'capture', CANCEL: 'cancel' } as const;

async function transactAround<Result>(
  store: Store,
  reach: ReachCrashPoint,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  let written = new Set<CrashMoment<'commit'>>();
  const result = await store.transact(async (transaction) => {
    // The work may run again after a serialisation failure.
    written = new Set(['any']);
    const value = await work(watched(transaction, (moment) => written.add(moment)));
    for (const moment of written) await reach(`before-commit:${moment}`);
    return value;
  });
  for (const moment of written) await reach(`after-commit:${moment}`);
  return result;
}

type NamedWrites = {
  readonly [Write in keyof Transaction]?: (...input: Parameters<Transaction[Write]>) => CrashMoment<'commit'> | null;
};

const causes: Readonly<Partial<Record<TransitionCause, CrashMoment<'commit'>>>> = {
  BANK_NEWS: 'inquiry-applied',
  CLOCK: 'payment-ended',
};

/** The write that identifies each moment. */
const namedWrites: NamedWrites = {
  recordInitiation: () => 'initiation',
  insertAttempt: ({ number }) => (number === 1 ? null : 'attempt-opened'),
  insertNotification: () => 'notification-stored',
  updateNotification: () => 'notification-applied',
  insertOperation: () => 'operation-requested',
  updateOperation: (_id, { status }) => (status === 'SENDING' ? 'operation-requested' : 'operation-recorded'),
  appendEvent: ({ status, data }) => {
    const cause = factOf(data, 'cause');
    if (status === 'CANCELLED' && cause === 'CALLER') return 'payment-ended';
    return cause && (causes[cause] ?? null);
  },
  claimWebhook: () => 'webhook-claimed',
  settleWebhook: () => 'webhook-recorded',
  giveUpWebhook: () => 'webhook-recorded',
  moveCursor: () => 'cursor-moved',
  appendAnchor: () => 'ledger-anchored',
  insertMandate: () => 'mandate-changed',
  updateMandate: () => 'mandate-changed',
  insertDirectDebitBatch: () => 'batch-changed',
  updateDirectDebitBatch: () => 'batch-changed',
  insertBankFile: () => 'bank-file-changed',
  changeBankFile: () => 'bank-file-changed',
  postJournalEntry: () => 'journal-posted',
};

function watched(transaction: Transaction, note: (moment: CrashMoment<'commit'>) => void): Transaction {
  const named = Object.entries(namedWrites) as [
    keyof Transaction,
    (...input: unknown[]) => CrashMoment<'commit'> | null,
  ][];
  const noting = named.map(([write, momentOf]) => {
    const run = transaction[write] as (...input: unknown[]) => unknown;
    return [
      write,
      async (...input: unknown[]) => {
        const result = await run(...input);
        const moment = isRefused(result) ? null : momentOf(...input);
        if (moment !== null) note(moment);
        return result;
      },
    ];
  });
  return { ...transaction, ...Object.fromEntries(noting) };
}

/** An initiation whose key is taken wrote nothing. */
const isRefused = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'isRecorded' in result && result.isRecorded === false;
