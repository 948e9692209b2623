import { closedSet, type NameOf } from './closed-set.ts';

/** The last action of a process: a commit, a call to another system, or an answer. */
type CrashKind = 'commit' | 'call' | 'answer';
const sentences: Readonly<Record<CrashKind, { readonly before: string; readonly after: string }>> = {
  commit: { before: 'Before it is committed:', after: 'After it was committed:' },
  call: { before: 'Before', after: 'After its answer came:' },
  answer: { before: 'Before it is answered:', after: 'After it was answered:' },
};

/**
 * The named moments at which a process may die, for proofs that nothing is lost there. A unit of work that writes
 * several of these things has several names.
 */
export const crashPoint = closedSet('CrashPoint', 'Where a process can be made to die.', {
  ...around('commit', {
    any: 'whatever is written',
    initiation: 'a payment, its attempt, its first event and its key',
    'attempt-opened': 'a new attempt at the bank',
    'notification-stored': "a bank's message, as it came",
    'notification-applied': "the outcome of a bank's message, and of its payment",
    'inquiry-applied': 'what a bank answered about a payment',
    'operation-requested': 'a refund, capture or cancel, as SENDING',
    'operation-recorded': 'the outcome of a refund, capture or cancel',
    'payment-ended': 'that it was not paid in time, or that it was given up',
    'webhook-claimed': 'that a webhook is about to be sent',
    'webhook-recorded': 'how a webhook was answered',
    'cursor-moved': 'how far the walk of a worker has come',
    'ledger-anchored': 'an anchor of the event log',
    'mandate-changed': 'a mandate, or its new state',
    'batch-changed': 'a file of direct debits for the bank, or its new state',
    'bank-file-changed': 'a file of the bank, or how far it was read',
    'journal-posted': 'the place of an entry in the journal',
  }),
  ...around('call', {
    inquiry: 'a bank is asked about a payment',
    refund: 'a bank is asked to give money back',
    capture: 'a bank is asked to take what it holds',
    cancel: 'a bank is asked to give up',
    webhook: 'a webhook is sent',
  }),
  ...around('answer', {
    notification: "a bank's message, which is stored, and applied where it says something new",
  }),
});
export type CrashPoint = NameOf<typeof crashPoint>;

/** The commit, call or answer around which a process may die. */
export type CrashMoment<Kind extends CrashKind> = CrashPoint extends infer Point
  ? Point extends `before-${Kind}:${infer Name}`
    ? Name
    : never
  : never;

/** Called at each point. It may never return. */
export type ReachCrashPoint = (point: CrashPoint) => Promise<void>;

function around<Kind extends CrashKind, Name extends string>(kind: Kind, moments: Record<Name, string>) {
  const { before, after } = sentences[kind];
  const entries = Object.entries<string>(moments).flatMap(([name, what]) => [
    [`before-${kind}:${name}`, `${before} ${what}.`],
    [`after-${kind}:${name}`, `${after} ${what}.`],
  ]);
  return Object.fromEntries(entries) as Record<`${'before' | 'after'}-${Kind}:${Name}`, string>;
}
