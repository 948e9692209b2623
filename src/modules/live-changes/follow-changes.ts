import { Repeater } from '@repeaterjs/repeater';
import { type Caller, holds } from '../../kernel/caller.ts';
import { StoreUnavailableError } from '../../kernel/store-unavailable.ts';
import { readListedApproval } from '../approvals/decide-approval.ts';
import { maySeeException, readStoredBankFile } from '../bank-statements/import/read-bank-files.ts';
import { maySeeBatch } from '../direct-debits/batches/close-batch.ts';
import { maySeeMandate } from '../direct-debits/mandates/change-mandate.ts';
import { maySee } from '../payments/may-see.ts';
import { type ChangedRow, type ChangedRows, type ChangeTopic, changeTopic, mostRows } from './change-topic.ts';
import type { Services } from './ports.ts';

export type TopicChanges = {
  readonly topic: ChangeTopic;
  /** The newest ones, `mostIds` at most. */
  readonly ids: readonly string[];
  /** 0 where more changed than is read, so that any object may be among them. */
  readonly count: number;
};
export type Changes = { readonly at: number; readonly topics: readonly TopicChanges[] };

export const mostIds = 100;

/**
 * What changes of these topics, as far as the caller may see it: one message a second at most. The first one is empty,
 * and says that from now on no change of `changeTopic` is missed. A slow reader gets several ticks as one message.
 * @param callerNow null where the session or the key ended; then the stream ends
 */
export function followChanges(
  services: Services,
  topics: readonly ChangeTopic[],
  callerNow: () => Caller | null,
): AsyncIterableIterator<Changes> {
  return new Repeater<Changes>(async (push, stop) => {
    let isStopped = false;
    let wake = (): void => undefined;
    const pending: Pending = new Map();
    const unlisten = await services.changes.listen({
      topics: new Set(topics),
      look: (changed) => {
        for (const [topic, rows] of changed) if (topics.includes(topic)) collect(pending, topic, rows);
        wake();
      },
    });
    void stop.then(() => {
      isStopped = true;
      wake();
    });
    try {
      await push({ at: services.clock(), topics: [] });
      while (!isStopped) {
        const caller = callerNow();
        if (caller === null) break;
        const taken = [...pending];
        pending.clear();
        const visible = await visibleChanges(services, caller, taken).catch((error: unknown) => {
          if (!(error instanceof StoreUnavailableError)) throw error;
          // The next look asks again.
          for (const [topic, rows] of taken) collect(pending, topic, rows && [...rows.values()]);
          return [];
        });
        if (visible.length > 0 && !isStopped) await push({ at: services.clock(), topics: visible });
        if (!isStopped) await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      unlisten();
      stop();
    }
  });
}

/** By id: an object that changed twice is named once. Null where any may have changed. */
type Pending = Map<ChangeTopic, ReadonlyMap<string, ChangedRow> | null>;

function collect(pending: Pending, topic: ChangeTopic, rows: ChangedRows): void {
  const before = pending.get(topic);
  if (rows === null || before === null) return void pending.set(topic, null);
  const all = new Map([...(before ?? []), ...rows.map((row) => [row.id, row] as const)]);
  pending.set(topic, all.size > mostRows ? null : all);
}

async function visibleChanges(
  services: Services,
  caller: Caller,
  taken: Iterable<readonly [ChangeTopic, ReadonlyMap<string, ChangedRow> | null]>,
): Promise<readonly TopicChanges[]> {
  const visible: TopicChanges[] = [];
  for (const [topic, rows] of taken) {
    if (rows === null) {
      visible.push({ topic, ids: [], count: 0 });
      continue;
    }
    const ids: string[] = [];
    for (const row of rows.values()) if (await isVisible(services, caller, topic, row)) ids.push(row.id);
    const newest = ids.toSorted().toReversed().slice(0, mostIds);
    if (ids.length > 0) visible.push({ topic, ids: newest, count: ids.length });
  }
  return visible.toSorted(
    (one, other) => changeTopic.names.indexOf(one.topic) - changeTopic.names.indexOf(other.topic),
  );
}

/** By the rule of the object's own query. */
async function isVisible(services: Services, caller: Caller, topic: ChangeTopic, row: ChangedRow): Promise<boolean> {
  switch (topic) {
    case 'PAYMENTS':
      return isOfSeenPayment(services, caller, row);
    case 'WEBHOOKS':
      return (
        holds(caller, 'replay') &&
        (caller.person ? isOfSeenPayment(services, caller, row) : row.client === caller.client)
      );
    case 'EXCEPTIONS':
      return maySeeException(services, caller, row);
    case 'MANDATES':
      return maySeeMandate(services, caller, row);
    case 'BATCHES':
      return maySeeBatch(services, caller, row);
    case 'APPROVALS':
      return (await readListedApproval(services, caller, row.id)) !== null;
    case 'BANK_FILES':
      return (await readStoredBankFile(services, caller, row.id)) !== null;
  }
}

function isOfSeenPayment(
  services: Services,
  caller: Caller,
  { client, idSociete, idOrigin, paymentTarget, runMode: effectiveRunMode }: ChangedRow,
): boolean {
  if (client === null || idOrigin === null || paymentTarget === null) return false;
  return maySee(services, caller, { client, idSociete, idOrigin, paymentTarget, effectiveRunMode });
}
