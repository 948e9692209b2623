import type { Request } from 'express';

/**
 * The simulators' own address for links and redirects, without a trailing slash. It is relative, so that it holds where
 * the gateway's public URL has a path.
 */
export function baseOf({ originalUrl, baseUrl }: Pick<Request, 'originalUrl' | 'baseUrl'>): string {
  const [path = '/'] = originalUrl.split('?', 1);
  const root = '../'.repeat(path.split('/').length - 2) || './';
  return (root + baseUrl.slice(1)).replace(/\/$/, '');
}
