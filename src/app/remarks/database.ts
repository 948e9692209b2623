import type { Config } from '../../config/config.ts';
import { isLoopback } from '../../config/networks.ts';
import type { Remark } from './remark.ts';

type Texts = Readonly<Record<string, string | undefined>>;

/** A PostgreSQL on another machine whose certificate the gateway, or `db backup`, does not check. */
export function remarksOnDatabase(
  { deployment, databaseUrl }: Config,
  _now = 0,
  environment: Texts = process.env,
): Remark[] {
  if (deployment !== 'production' || databaseUrl.startsWith('sqlite:') || !URL.canParse(databaseUrl)) return [];
  const { hostname, searchParams } = new URL(databaseUrl);
  // The last of two counts, for the driver and for pg_dump.
  const given: Texts = Object.fromEntries(searchParams);
  const host = given.host || decodeURIComponent(hostname);
  if (host === '' || host.startsWith('/') || isLoopback(host)) return [];
  const protection = protectionOf(given, environment);
  if (protection === 'CHECKED' && isCheckedByDump(given, environment)) return [];
  return [
    `databaseUrl (DATABASE_URL): ${remarkOf[protection](host)}. Set sslmode=verify-full and ` +
      'sslrootcert=/path/ca.crt: `db backup` (pg_dump) checks the certificate in full only with both.',
  ];
}

const remarkOf = {
  OPEN: (host: string) => `nothing that goes to ${host} is encrypted`,
  UNCHECKED: (host: string) => `the certificate of ${host} is not checked`,
  UNNAMED: (host: string) => `the name in the certificate of ${host} is not checked`,
  CHECKED: (host: string) => `the gateway alone is sure to check the certificate of ${host}`,
};
type Protection = keyof typeof remarkOf;

/** How pg 8 reads the address: unlike libpq, it checks the certificate in most modes, also where none is named. */
function protectionOf(given: Texts, { PGSSLMODE = '' }: Texts): Protection {
  const { ssl, sslmode = '', sslrootcert, sslcert, sslkey } = given;
  if (sslmode || sslrootcert || sslcert || sslkey) {
    const modes = given.uselibpqcompat === 'true' ? libpqModes(sslrootcert) : driverModes;
    return modes[sslmode] ?? 'CHECKED';
  }
  if (ssl === undefined && given.sslnegotiation !== 'direct') return modesOfEnvironment[PGSSLMODE] ?? 'OPEN';
  if (ssl === 'no-verify') return 'UNCHECKED';
  return ssl === '' || ssl === '0' ? 'OPEN' : 'CHECKED';
}

type Modes = Readonly<Record<string, Protection | undefined>>;

const driverModes: Modes = { disable: 'OPEN', 'no-verify': 'UNCHECKED' };
const checked = { prefer: 'CHECKED', require: 'CHECKED', 'verify-ca': 'CHECKED', 'verify-full': 'CHECKED' } as const;
const modesOfEnvironment: Modes = { ...driverModes, ...checked };
const libpqModes = (sslrootcert: string | undefined): Modes => ({
  ...{ disable: 'OPEN', prefer: 'UNCHECKED', 'verify-ca': 'UNNAMED' },
  require: sslrootcert ? 'UNNAMED' : 'UNCHECKED',
});

const isCheckedByDump = ({ sslmode, sslrootcert }: Texts, { PGSSLMODE, PGSSLROOTCERT }: Texts): boolean =>
  (sslmode ?? PGSSLMODE) === 'verify-full' && Boolean(sslrootcert ?? PGSSLROOTCERT);
