import type { Config } from '../../config/config.ts';
import { isLoopback } from '../../config/networks.ts';
import type { Remark } from './remark.ts';

/** A PostgreSQL on another machine whose certificate is not checked, or with which nothing is encrypted. */
export function remarksOnDatabase({ deployment, databaseUrl }: Config): Remark[] {
  if (deployment !== 'production' || databaseUrl.startsWith('sqlite:') || !URL.canParse(databaseUrl)) return [];
  const { hostname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get('host') || decodeURIComponent(hostname);
  const isHere = host === '' || host.startsWith('/') || isLoopback(host);
  if (isHere || searchParams.get('sslmode') === 'verify-full') return [];
  return [
    `databaseUrl (DATABASE_URL): the certificate of ${host} is not checked. Add sslmode=verify-full, and ` +
      'sslrootcert=/path/ca.crt for an authority of your own. Without sslmode nothing is encrypted.',
  ];
}
