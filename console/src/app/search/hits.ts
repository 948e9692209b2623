import type { RunMode } from '../../api/run-mode.ts';
import type { SearchQuery } from '../../generated/operations.ts';
import { pages } from '../../pages/index.ts';
import type { Found } from '../../pages/page-entry.ts';

export type Hit = SearchQuery['search']['hits'][number];

/** Where a hit opens: its own page, or that of its payment. Null where there is neither. */
export function addressOf(node: Found): string | null {
  const facts = { id: keyOf(node), idSociete: '', idClient: '', ...node };
  for (const { finds } of pages) {
    const address = finds?.[node.__typename]?.(facts);
    if (address !== undefined) return address;
  }
  return 'payment' in node && node.payment ? `/payments/${node.payment.id}` : null;
}

export const keyOf = (node: Found): string => ('id' in node ? node.id : `${node.idSociete} ${node.idClient}`);

/** What was opened since the page was loaded. Nothing of it is stored. */
let opened: readonly { readonly hit: Hit; readonly mode: RunMode }[] = [];
/** TEST and LIVE share no list. */
export const recentHits = (mode: RunMode): readonly Hit[] =>
  opened.filter((one) => one.mode === mode).map(({ hit }) => hit);
export function noteOpened(hit: Hit, mode: RunMode): void {
  opened = [{ hit, mode }, ...opened.filter((one) => keyOf(one.hit.node) !== keyOf(hit.node))].slice(0, 8);
}
