import type { Request } from 'express';

/**
 * Whether a page of the gateway itself made the browser send this. Browsers add `Sec-Fetch-Site`, older ones `Origin`, and
 * pages can forge neither. A request with neither is refused: no browser of today sends it.
 */
export function isSameOrigin({ headers }: Pick<Request, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** A link on another site, or the identity provider, led here: the browser left the session's cookie out. */
export const comesFromElsewhere = ({ headers }: Pick<Request, 'headers'>): boolean =>
  headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site';
