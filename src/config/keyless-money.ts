import type { KeylessRefusal } from '../kernel/caller.ts';
import type { IsAcceptedHost } from './accepted-hosts.ts';
import type { AddressedRequest } from './networks.ts';

/** A client may move real money without a key; a web page may ask for it from these origins, and from no other. */
export type KeylessMoney = { readonly pageOrigins: ReadonlySet<string> };

/**
 * Why a request without a key may not move real money, or null. A network proves no identity: any page open in a
 * browser there sends requests from the same address.
 */
export function keylessRefusalOf(
  rule: KeylessMoney | null,
  { headers }: Pick<AddressedRequest, 'headers'>,
  isAcceptedHost: IsAcceptedHost,
): KeylessRefusal | null {
  if (rule === null) return 'NO_KEY';
  const page = pageOf(headers);
  if (page !== null && rule.pageOrigins.has(page)) return null;
  return isOwnPage(headers, page, isAcceptedHost) || isProgram(headers, page) ? null : 'FOREIGN_PAGE';
}

type Headers = AddressedRequest['headers'];

/** The origin of the calling page, by headers that only a browser sets. Null where there is none. */
function pageOf({ origin, referer }: Headers): string | null {
  if (origin !== undefined) return String(origin);
  if (referer === undefined) return null;
  return URL.canParse(String(referer)) ? new URL(String(referer)).origin : 'null';
}

/** Under a host that is not accepted a foreign page could be taken for our own. */
function isOwnPage(
  { host, 'sec-fetch-site': site }: Headers,
  page: string | null,
  isAccepted: IsAcceptedHost,
): boolean {
  if (typeof host !== 'string' || !isAccepted(host)) return false;
  if (site !== undefined) return site === 'same-origin';
  return page !== null && URL.canParse(page) && new URL(page).host === host.toLowerCase();
}

/**
 * Every browser of today says by `Sec-Fetch-Site` where a request comes from, over https. An older one, and one without
 * https, can be made to leave out the page's address; it is known by its name.
 */
const isProgram = ({ 'sec-fetch-site': site, 'user-agent': agent }: Headers, page: string | null): boolean =>
  site === undefined && page === null && !/\bGecko\b/.test(String(agent));
