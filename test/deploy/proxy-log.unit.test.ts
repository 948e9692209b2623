import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** What the log of nginx has of a path: the first expression of its map that fits, else the path. */
async function loggedRouteOf(path: string): Promise<string> {
  const proxy = await readFile(new URL('../../deploy/nginx.conf', import.meta.url), 'utf8');
  const [, map = ''] = /^map \$uri \$logged_route \{([^}]+)\}/m.exec(proxy) ?? [];
  for (const [, expression = '', route = ''] of map.matchAll(/^\s+~\*(\S+)\s+(\S+);$/gm)) {
    if (new RegExp(expression, 'i').test(path)) return route;
  }
  return path;
}

it.each([
  ['/payment_initiate/PAYBOX/LIVE/CB/web/1/2263/45012/CB/1250/client@example.fr.json', '/payment_initiate'],
  ['/Payment_Initiate/1/0/2/web/1/2263/0/2/1250/a@b.fr', '/payment_initiate'],
  ['/payment_status/4K7M-9QXT', '/payment_status'],
  [`/console/link/${'a'.repeat(43)}`, '/console/link'],
  ['/console', '/console'],
  ['/pay/q3Zk0p1YtJmWf8vX2sLcAgT7/return/success', '/pay'],
  ['/MANDATES/q3Zk0p1YtJmWf8vX2sLcAgT7', '/mandates'],
  ['/notify/paybox/1', '/notify'],
  ['/graphql', '/graphql'],
])('deploy/nginx.conf logs %s as %s', async (path, route) => {
  expect(await loggedRouteOf(path)).toBe(route);
});

it('deploy/nginx.conf logs no query and no referrer', async () => {
  const proxy = await readFile(new URL('../../deploy/nginx.conf', import.meta.url), 'utf8');
  const [format = ''] = /^log_format payments [^;]+;/m.exec(proxy) ?? [];
  expect([...format.matchAll(/\$(\w+)/g)].map(([, name]) => name)).toEqual([
    ...['time_iso8601', 'request_method', 'logged_route', 'status', 'body_bytes_sent', 'request_time'],
    'sent_http_x_request_id',
  ]);
  expect(proxy).toMatch(/^ {4}access_log \S+ payments;$/m);
});
