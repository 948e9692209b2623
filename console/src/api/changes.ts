import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ChangesDocument, type ChangesSubscription, type ChangeTopic } from '../generated/operations.ts';
import { isOwn, onOwnWrite } from './own-writes.ts';
import { openStream } from './stream.ts';
import { askAgain, useAskAgain } from './use-ask.ts';

/**
 * What changes in lists, as it happens. HTTP/1.1 allows a browser six connections: so all windows share one stream. The
 * window that holds the lock has it, and passes on what comes; where that one is closed, another takes the lock.
 *
 * A stream names nothing from before it began. So with the first message of the first one, all windows ask again what
 * they asked meanwhile: a message with no topics. Where a stream follows another one, they learn instead that each of
 * their lists may have changed: a topic with no ids, and the count 0.
 */

type Message = ChangesSubscription['changes']['topics'];

const topics: readonly ChangeTopic[] = [
  ...(['PAYMENTS', 'EXCEPTIONS', 'APPROVALS', 'WEBHOOKS', 'BANK_FILES', 'MANDATES', 'BATCHES'] as const),
];
const pauseMs = 5000;

const askedMeanwhile: Message = [];
const anyChange: Message = topics.map((topic) => ({ topic, ids: [], count: 0 }));

const listeners = new Set<(message: Message) => void>();
const channel = new BroadcastChannel('console-changes');

const hear = (message: Message): void => {
  for (const listener of listeners) listener(message);
};
channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));

const pass = (message: Message): void => {
  channel.postMessage(message);
  hear(message);
};

/** @param beginning what its first message says to all windows */
async function read(beginning: Message): Promise<void> {
  const { events } = await openStream(ChangesDocument, { topics: [...topics] });
  if (events === null) return;
  let isFirst = true;
  for await (const { event, data } of events) {
    if (event !== 'next') continue;
    const answer = JSON.parse(data) as { readonly data?: ChangesSubscription | null };
    if (isFirst) pass(beginning);
    isFirst = false;
    const message = answer.data?.changes.topics ?? [];
    if (message.length > 0) pass(message);
  }
}

const name = 'console-changes';

async function readForEver(first: Message): Promise<never> {
  for (let beginning = first; ; beginning = anyChange) {
    await read(beginning).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Called once, before anything is read: then what is read later misses nothing. */
export function follow(queries: QueryClient): void {
  if (!('locks' in navigator)) return;
  listeners.add((message) => {
    if (message.length === 0) void askAgain(queries);
    // What is not shown now is asked again when it is.
    else void queries.invalidateQueries({ type: 'inactive', refetchType: 'none' });
  });
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (lock !== null) return readForEver(askedMeanwhile);
    void navigator.locks.request(name, () => readForEver(anyChange));
  });
}

/** Calls back with the ids that changed in a list; with none and the count 0 where any may have. */
export function useChanges(topic: ChangeTopic, onChange: (ids: readonly string[], count: number) => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const listener = (message: Message): void => {
      const found = message.find((one) => one.topic === topic);
      if (found) latest.current(found.ids, found.count);
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [topic]);
}

/**
 * Calls back where one object may have changed: also where a message does not name all that did.
 * @param id null where it is not known yet: any of them may be it
 */
export function useChangesOf(topic: ChangeTopic, id: string | null, onChange: () => void): void {
  useChanges(topic, (ids, count) => {
    if (id === null || count === 0 || count > ids.length || ids.includes(id)) onChange();
  });
}

export type Changed = {
  /** Rows that others changed since the list was read. */
  readonly count: number;
  /** Whether it may be more, because for a moment no stream was open. */
  readonly mayBeMore: boolean;
};

type Known = {
  readonly ids: ReadonlySet<string>;
  /** Rows that messages counted and did not name: a message names a hundred. */
  readonly unnamed: number;
  readonly mayBeMore: boolean;
};

const nothing: Known = { ids: new Set(), unnamed: 0, mayBeMore: false };

/** What others changed since the list was read, and the way to forget it. What this window changed is read again at once. */
export function useChanged(topic: ChangeTopic): readonly [changed: Changed, forget: () => void] {
  const [{ ids, unnamed, mayBeMore }, setChanged] = useState(nothing);
  const askAll = useAskAgain();
  useChanges(topic, (more, count) => {
    if (more.some(isOwn)) void askAll();
    setChanged((before) => ({
      ids: ofOthers([...before.ids, ...more]),
      unnamed: before.unnamed + Math.max(0, count - more.length),
      mayBeMore: before.mayBeMore || count === 0,
    }));
  });
  // The stream may be faster than the answer to a write.
  useEffect(() => onOwnWrite(() => setChanged((before) => ({ ...before, ids: ofOthers([...before.ids]) }))), []);
  return [{ count: ids.size + unnamed, mayBeMore }, () => setChanged(nothing)];
}

const ofOthers = (ids: readonly string[]): ReadonlySet<string> => new Set(ids.filter((id) => !isOwn(id)));
