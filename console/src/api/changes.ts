import { readEvents } from '@reglement/client/sse';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ChangesDocument, type ChangesSubscription, type ChangeTopic } from '../generated/operations.ts';
import { transport } from './client.ts';
import { isOwn, onOwnWrite } from './own-writes.ts';

/**
 * What changes in lists, as it happens. HTTP/1.1 allows a browser six connections: so all windows share one stream. The
 * window that holds the lock has it, and passes on what comes; where that one is closed, another takes the lock.
 */

type Message = ChangesSubscription['changes']['topics'];

const topics: readonly ChangeTopic[] = [
  ...(['PAYMENTS', 'EXCEPTIONS', 'APPROVALS', 'WEBHOOKS', 'BANK_FILES', 'MANDATES', 'BATCHES'] as const),
];
/** Three heartbeats of the gateway. */
const silenceMs = 36_000;
const pauseMs = 5000;

const listeners = new Set<(message: Message) => void>();
const channel = new BroadcastChannel('console-changes');
let isRunning = false;

const hear = (message: Message): void => {
  for (const listener of listeners) listener(message);
};
channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));

async function read(): Promise<void> {
  const document = transport.read(ChangesDocument);
  const send = { accept: 'text/event-stream', authorization: undefined };
  const response = await transport.send(document, { topics }, send);
  if (!response.ok || !response.body) return;
  for await (const { event, data } of readEvents(response.body, silenceMs)) {
    if (event !== 'next') continue;
    const answer = JSON.parse(data) as { readonly data?: ChangesSubscription | null };
    const message = answer.data?.changes.topics ?? [];
    if (message.length === 0) continue;
    channel.postMessage(message);
    hear(message);
  }
}

function follow(): void {
  if (isRunning || !('locks' in navigator)) return;
  isRunning = true;
  void navigator.locks.request('console-changes', async () => {
    for (;;) {
      await read().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  });
}

/** Calls back with the ids that changed in a list. */
export function useChanges(topic: ChangeTopic, onChange: (ids: readonly string[], count: number) => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const listener = (message: Message): void => {
      const found = message.find((one) => one.topic === topic);
      if (found) latest.current(found.ids, found.count);
    };
    listeners.add(listener);
    follow();
    return () => void listeners.delete(listener);
  }, [topic]);
}

/**
 * How many rows others changed since the list was read, and the way to forget them. What this window changed itself is
 * read again without a word.
 */
export function useChangeCount(topic: ChangeTopic): readonly [count: number, forget: () => void] {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const queries = useQueryClient();
  useChanges(topic, (ids) => {
    if (ids.some(isOwn)) void queries.invalidateQueries();
    setChanged((before) => ofOthers([...before, ...ids]));
  });
  // The stream may be faster than the answer to a write.
  useEffect(() => onOwnWrite(() => setChanged((before) => ofOthers([...before]))), []);
  return [changed.size, () => setChanged(new Set())];
}

const ofOthers = (ids: readonly string[]): ReadonlySet<string> => new Set(ids.filter((id) => !isOwn(id)));
