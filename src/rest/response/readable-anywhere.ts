import type { Exchange } from '../routes/exchange.ts';

const ownSites: ReadonlySet<unknown> = new Set(['same-origin', 'same-site']);

/**
 * Whether the page that reads the answer may be anybody's. Where a network is the right to ask, the script tag of any
 * page that is open there asks with that right. A browser says whether the page is of our own site (`Sec-Fetch-Site`);
 * one that does not say, or is reached without https, is not believed.
 */
export function isReadableAnywhere({ request, callback }: Pick<Exchange, 'request' | 'callback'>): boolean {
  return Boolean(callback) && !ownSites.has(request.headers['sec-fetch-site']);
}
