import type { LeaseWrites } from '../kernel/lease.ts';
import type { Transacting } from '../kernel/transacting.ts';

type Holding = {
  readonly store: Transacting<LeaseWrites>;
  readonly clock: () => number;
  readonly name: string;
  readonly holder: string;
  readonly forMs: number;
};

type HeldLease = {
  /** Takes or extends the lease; false where another holder has it. */
  readonly keeps: () => Promise<boolean>;
  /** Writes nothing where it is not held. */
  readonly giveBack: () => Promise<void>;
};

/** A lease that its holder keeps up while it works. */
export function createHeldLease({ store, clock, name, holder, forMs }: Holding): HeldLease {
  let heldUntil = 0;
  return {
    keeps: async () => {
      const now = clock();
      // Written only when half of it has gone by: a worker at rest costs the disk nothing. More than all of it is left
      // where the clock went back: for other processes it may have run out.
      if (heldUntil - now > forMs / 2 && heldUntil - now <= forMs) return true;
      const until = now + forMs;
      const isHeld = await store.transact((transaction) => transaction.claimLease({ name, holder, now, until }));
      heldUntil = isHeld ? until : 0;
      return isHeld;
    },
    giveBack: async () => {
      if (heldUntil === 0) return;
      heldUntil = 0;
      await store.transact((transaction) => transaction.releaseLease(name, holder));
    },
  };
}
