import { type Transacting, transactUnlessOvertaken } from '../../kernel/transacting.ts';
import { type Chain, type ChainReads, type ChainWrites, type OldestWrite, type Place, settledUntil } from './chain.ts';

type Store = ChainReads & OldestWrite & Transacting<ChainWrites>;

export type AnchoringResult = {
  readonly anchors: number;
  /** Everything that was committed until this moment is anchored; null where the round ended before that. */
  readonly anchoredUntil: number | null;
};

/** Of each kind, in one anchor: 120 KB, a read and write too short to delay others. */
export const itemsPerAnchor = 500;
const anchorsPerRound = 1000;

/** Of one anchor. `isLast`: nothing later has settled. */
type ReadItems<Mark extends string, Item> = (
  from: Place<Mark>,
  settled: Place<Mark>,
) => Promise<{ readonly items: readonly Item[]; readonly until: Place<Mark>; readonly isLast: boolean }>;

/** Anchors the entries since the last anchor. After a long stop this takes several anchors. */
export async function appendAnchors<Mark extends string, Item>(
  chain: Chain<Mark, Item>,
  { store, clock }: { readonly store: Store; readonly clock: () => number },
  keepsLease: () => Promise<boolean>,
  read: ReadItems<Mark, Item>,
): Promise<AnchoringResult> {
  const settled = await settledUntil(store, clock());
  for (let anchors = 0; anchors < anchorsPerRound; anchors++) {
    const last = await store.lastAnchor(chain);
    const at = clock();
    const from = chain.beginningAfter(last, at);
    const beginsAgain = !chain.isSamePlace(from, last?.until ?? chain.start);
    const { items, until, isLast } = await read(from, chain.placeAt(settled));
    if (items.length === 0 && !beginsAgain) return { anchors, anchoredUntil: settled };
    const isAppended = await transactUnlessOvertaken(store, (transaction) =>
      transaction.appendAnchor(chain, { at, from, until, items }, last),
    );
    if (!isAppended) return { anchors, anchoredUntil: null };
    if (isLast) return { anchors: anchors + 1, anchoredUntil: settled };
    if (!(await keepsLease())) return { anchors: anchors + 1, anchoredUntil: null };
  }
  return { anchors: anchorsPerRound, anchoredUntil: null };
}
