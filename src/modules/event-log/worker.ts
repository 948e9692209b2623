import type { Worker } from '../../workers/workers.ts';
import { anchorEventLog } from './anchor-event-log.ts';
import type { Store } from './ports.ts';

const everyMs = 5_000;

type AnchoringOptions = {
  readonly store: Store;
  readonly clock: () => number;
  /** Called after each complete round, with the time until which everything is anchored. */
  readonly onAnchored: (until: number) => void;
  /** Anchors another log in the same round. */
  readonly also: (keepsLease: () => Promise<boolean>) => Promise<void>;
};

/** Anchors new events of all payments. */
export function createAnchoring({ store, clock, onAnchored, also }: AnchoringOptions): Worker {
  return {
    name: 'ledger',
    everyMs,
    round: async (keepsLease) => {
      const { anchoredUntil } = await anchorEventLog({ store, clock }, keepsLease);
      if (anchoredUntil !== null) onAnchored(anchoredUntil);
      await also(keepsLease);
    },
  };
}
