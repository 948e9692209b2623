import type { Worker } from '../../workers/workers.ts';
import { anchorEventLog } from './anchor-event-log.ts';
import type { Store } from './ports.ts';

const everyMs = 5_000;

type AnchoringOptions = {
  readonly store: Store;
  readonly clock: () => number;
  /** Told until when everything is anchored, after each round that came to the end. */
  readonly onAnchored: (until: number) => void;
};

/** Keeps the chain over all payments up with what happens. */
export function createAnchoring({ store, clock, onAnchored }: AnchoringOptions): Worker {
  return {
    name: 'ledger',
    everyMs,
    round: async (keepsLease) => {
      const { anchoredUntil } = await anchorEventLog({ store, clock }, keepsLease);
      if (anchoredUntil !== null) onAnchored(anchoredUntil);
    },
  };
}
