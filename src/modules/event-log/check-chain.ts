import type { Anchor, Chain, ChainReads, NotedAnchor } from './chain.ts';

/** `detail` says the finding, with ids and hashes only. */
type Report = (
  kind: 'ANCHOR_CHANGED' | 'ANCHOR_LINK_BROKEN' | 'ANCHOR_MISSING' | 'ANCHOR_UNEXPECTED',
  number: number,
  detail: string,
) => void;

const anchorsPerRead = 20;

/**
 * Walks through the chain: every hash and link, no gap, and that it contains the noted anchors.
 * @param take gets each anchor, in order; `pageEnd` is called after some of them
 */
export async function checkChain<Mark extends string, Item>(
  store: ChainReads,
  chain: Chain<Mark, Item>,
  noted: readonly NotedAnchor[],
  report: Report,
  { take, pageEnd }: { take: (anchor: Anchor<Mark, Item>) => Promise<void>; pageEnd?: () => void },
): Promise<{ readonly anchors: number; readonly last: Anchor<Mark, Item> | null }> {
  // The count first: an anchor that is made while the chain is walked is one too many, never one too few.
  const made = await store.countAnchors(chain);
  let [anchors, last]: [number, Anchor<Mark, Item> | null] = [0, null];
  for (let isMore = true; isMore; ) {
    const read: readonly Anchor<Mark, Item>[] = await store.anchorsAfter(chain, last?.number ?? 0, anchorsPerRead);
    for (const anchor of read) {
      checkAnchor(chain, anchor, last, report);
      for (const { number, hash } of noted) {
        if (number !== anchor.number || hash === anchor.hash) continue;
        report('ANCHOR_UNEXPECTED', number, `its hash is ${anchor.hash}, ${hash} was noted`);
      }
      await take(anchor);
      last = anchor;
      anchors++;
    }
    isMore = read.length === anchorsPerRead;
    pageEnd?.();
  }
  const lastNumber = last?.number ?? 0;
  reportMissing(lastNumber + 1, made + 1, report);
  for (const { number, hash } of noted) {
    if (number <= Math.max(lastNumber, made)) continue;
    report('ANCHOR_UNEXPECTED', number, `${hash} was noted, and the chain ends at ${lastNumber}`);
  }
  return { anchors, last };
}

function checkAnchor<Mark extends string, Item>(
  chain: Chain<Mark, Item>,
  anchor: Anchor<Mark, Item>,
  last: Anchor<Mark, Item> | null,
  report: Report,
): void {
  const { number, hash, previousHash, from, at } = anchor;
  const isNext = number === (last?.number ?? 0) + 1;
  const begins = [last?.until ?? chain.start, chain.beginningAfter(last, at)];
  if (!isNext) reportMissing((last?.number ?? 0) + 1, number, report);
  else if (previousHash !== (last?.hash ?? null)) {
    report('ANCHOR_LINK_BROKEN', number, 'its previous hash is not the hash of the anchor before it');
  } else if (!begins.some((place) => chain.isSamePlace(from, place))) {
    report('ANCHOR_LINK_BROKEN', number, 'it does not begin where the anchor before it ended');
  }
  if (chain.hashOf(anchor) !== hash) report('ANCHOR_CHANGED', number, `it does not have the hash ${hash}`);
}

const missingNamed = 100;

function reportMissing(from: number, until: number, report: Report): void {
  for (let number = from; number < Math.min(until, from + missingNamed); number++) {
    report('ANCHOR_MISSING', number, 'what it covered cannot be checked');
  }
  if (until > from + missingNamed) report('ANCHOR_MISSING', from + missingNamed, `and those up to ${until - 1}`);
}

/** The most that is kept in memory: no clock was ahead for longer. */
const missedKept = 100_000;

/**
 * An item that an anchor missed was written into the past, unless that anchor was made by a clock that was ahead: then a
 * later one has it, or is going to.
 */
export function createLateCheck<Found>(keyOf: (item: Found) => string, report: (item: Found, anchor: number) => void) {
  const missed = new Map<string, { readonly item: Found; readonly anchor: number }>();
  return {
    /** An anchor reaches to this item and does not have it. */
    miss: (item: Found, anchor: number): void => {
      if (missed.size >= missedKept) report(item, anchor);
      else if (!missed.has(keyOf(item))) missed.set(keyOf(item), { item, anchor });
    },
    /** Another anchor has these. */
    take: (keys: Iterable<string>): void => {
      if (missed.size > 0) for (const key of keys) missed.delete(key);
    },
    /** Answers how many no anchor has yet, and a later one is going to have. */
    end: (isToCome: (item: Found) => boolean): number => {
      let toCome = 0;
      for (const { item, anchor } of missed.values()) {
        if (isToCome(item)) toCome++;
        else report(item, anchor);
      }
      return toCome;
    },
  };
}
