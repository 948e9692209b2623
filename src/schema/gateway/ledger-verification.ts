import { Repeater, SlidingBuffer } from '@repeaterjs/repeater';
import type { Caller, OnDeployment } from '../../kernel/caller.ts';
import { builder } from '../builder.ts';
import type { LedgerReport, SchemaContext } from '../server/context.ts';
import { requestError } from '../server/guard/graphql-error.ts';
import { isOperator } from './gateway.ts';

type Progress = {
  readonly payments: number;
  readonly events: number;
  readonly isBusy: boolean;
  readonly report: LedgerReport | null;
};

const LedgerProblem = builder.objectRef<LedgerReport['problems'][number]>('LedgerProblem').implement({
  description: 'Something that does not hold.',
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description:
        'As the command `event-log verify` names it: `EVENT_CHANGED`… Where `retention.auditMonths` was raised since, ' +
        '`ENTRY_MISSING` may be a removal of before: the command can tell, by `--audit-months`.',
    }),
    place: t.exposeString('place', { description: 'The payment, the entry or the anchor.' }),
  }),
});

const LedgerResult = builder.objectRef<LedgerReport>('LedgerReport').implement({
  description: 'What a verification found.',
  fields: (t) => ({
    holds: t.boolean({ description: 'Whether all of it holds.', resolve: ({ problemCount }) => problemCount === 0 }),
    anchors: t.exposeInt('anchors', { description: 'Anchors of the event log.' }),
    auditEntries: t.exposeInt('auditEntries', { description: 'Entries of the audit log.' }),
    problemCount: t.exposeInt('problemCount', { description: 'What does not hold.' }),
    problems: t.expose('problems', {
      type: [LedgerProblem],
      description: 'The first hundred of them.',
    }),
    unanchored: t.exposeInt('unanchored', { description: 'Events and entries that are too new to be anchored.' }),
    lastAnchor: t.exposeString('lastAnchor', {
      nullable: true,
      description: 'Note it down elsewhere: only such a note proves that the whole chain was not computed anew.',
    }),
    lastAuditAnchor: t.exposeString('lastAuditAnchor', { nullable: true, description: 'The same for the audit log.' }),
  }),
});

const LedgerVerification = builder.objectRef<Progress>('LedgerVerification').implement({
  description: 'How far a verification has come.',
  fields: (t) => ({
    payments: t.exposeInt('payments', { description: 'Payments that were checked.' }),
    events: t.exposeInt('events', { description: 'Events that were checked.' }),
    isBusy: t.exposeBoolean('isBusy', {
      description: 'True, and nothing follows, where another verification runs: ask again when it has ended.',
    }),
    report: t.expose('report', {
      type: LedgerResult,
      nullable: true,
      description: 'The result; null while it goes on.',
    }),
  }),
});

/** Only the newest progress is kept for a caller that reads slowly. */
const progressEveryMs = 250;

/** It takes long, so it also ends with the session, the key or the right. */
const mayVerify = (on: OnDeployment, caller: Caller | null): boolean => caller !== null && isOperator(on, caller);

function verification({ services, caller, callerNow = () => caller }: SchemaContext): AsyncIterable<Progress> {
  return new Repeater<Progress>(async (push, stop) => {
    let isWanted = true;
    void stop.then(() => {
      isWanted = false;
    });
    let [shownAt, last] = [0, { payments: 0, events: 0 }];
    const report = await services.verifyLedger({
      isWanted: () => isWanted && mayVerify(services, callerNow()),
      progress: ({ payments, events }) => {
        last = { payments, events };
        if (performance.now() - shownAt < progressEveryMs) return;
        shownAt = performance.now();
        void push({ ...last, isBusy: false, report: null });
      },
    });
    const { payments, events } = report ?? last;
    if (isWanted && mayVerify(services, callerNow())) await push({ payments, events, isBusy: report === null, report });
    stop();
  }, new SlidingBuffer(1));
}

builder.subscriptionField('ledgerVerification', (t) =>
  t.field({
    type: LedgerVerification,
    description:
      'Verifies every event, anchor and entry of the audit log, with its progress. One at a time over all gateways; it ends where you leave. Needs the scope `operations`, or the right `audit`, for every société, origin, target and run mode.',
    subscribe: (_root, _args, context) => {
      if (!mayVerify(context.services, context.caller)) {
        throw requestError('NOT_FOUND', 'You may not verify the ledger.');
      }
      return verification(context);
    },
    resolve: (progress) => progress,
  }),
);
