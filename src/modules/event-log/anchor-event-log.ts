import { type AnchoringResult, appendAnchors, itemsPerAnchor } from './append-anchors.ts';
import { eventChain } from './event-log.ts';
import type { Store } from './ports.ts';

/** Appends the events since the last anchor. It reads committed rows along indexes, and writes one row for many events. */
export const anchorEventLog = (
  services: { readonly store: Store; readonly clock: () => number },
  keepsLease: () => Promise<boolean>,
): Promise<AnchoringResult> =>
  appendAnchors(eventChain, services, keepsLease, async (from, settled) => {
    const { store } = services;
    const [first, later] = await Promise.all([
      store.firstEvents(from.payment, settled.payment, itemsPerAnchor),
      store.laterEvents(from.event, settled.event, itemsPerAnchor),
    ]);
    return {
      items: [...first, ...later].map(({ paymentId, sequence, hash }) => [paymentId, sequence, hash] as const),
      // Not beyond the last covered event: a clock that is ahead would claim a future time.
      until: { payment: first.at(-1)?.paymentId ?? from.payment, event: later.at(-1)?.id ?? from.event },
      isLast: first.length < itemsPerAnchor && later.length < itemsPerAnchor,
    };
  });
