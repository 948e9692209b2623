import type { Exchange } from '../routes/exchange.ts';

const ownSites: ReadonlySet<unknown> = new Set(['same-origin', 'same-site']);

/**
 * Whether a foreign page may read the answer. Where a network is the right to ask, the script tag of any page open
 * there has that right. A browser says whether the page is of our own site (`Sec-Fetch-Site`). Without that header, or
 * without https, the page counts as foreign.
 */
export function isReadableAnywhere({ request, callback }: Pick<Exchange, 'request' | 'callback'>): boolean {
  return Boolean(callback) && !ownSites.has(request.headers['sec-fetch-site']);
}
