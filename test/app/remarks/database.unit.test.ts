import path from 'node:path';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { remarksOnDatabase } from '../../../src/app/remarks/database.ts';
import { remarksOn } from '../../../src/app/remarks/remarks.ts';
import { configOf, productionFile } from '../../support/config-of.ts';

const onDatabase = (DATABASE_URL: string) => configOf(productionFile, { DATABASE_URL });
const remarksOf = (query: string, environment: Readonly<Record<string, string>> = {}) =>
  remarksOnDatabase(onDatabase(`postgres://gw:secret@db.example/reglement?${query}`), Date.now(), environment);

const remark = (what: string) =>
  `databaseUrl (DATABASE_URL): ${what}. Set sslmode=verify-full and sslrootcert=/path/ca.crt: \`db backup\` (pg_dump) ` +
  'checks the certificate in full only with both.';
const open = 'nothing that goes to db.example is encrypted';
const unchecked = 'the certificate of db.example is not checked';
const unnamed = 'the name in the certificate of db.example is not checked';
const gatewayAlone = 'the gateway alone is sure to check the certificate of db.example';

/** The driver reads this file. */
const root = `sslrootcert=${path.resolve(import.meta.dirname, '../../../package.json')}`;

const cases: readonly [query: string, what: string | null, PGSSLMODE?: string][] = [
  ['', open],
  ['sslmode=disable', open],
  [`sslmode=disable&${root}`, open],
  ['sslmode=verify-full&sslmode=disable', open],
  ['ssl=0', open],
  ['ssl=0', open, 'verify-full'],
  ['', open, 'disable'],
  ['', open, 'unknown'],
  ['sslmode=no-verify', unchecked],
  [`sslmode=no-verify&${root}`, unchecked],
  ['ssl=no-verify', unchecked],
  ['', unchecked, 'no-verify'],
  ['sslmode=require&uselibpqcompat=true', unchecked],
  ['sslmode=prefer&uselibpqcompat=true', unchecked],
  [`sslmode=require&uselibpqcompat=true&${root}`, unnamed],
  [`sslmode=verify-ca&uselibpqcompat=true&${root}`, unnamed],
  ['sslmode=require', gatewayAlone],
  ['sslmode=prefer', gatewayAlone],
  [`sslmode=verify-ca&${root}`, gatewayAlone],
  ['sslmode=verify-full', gatewayAlone],
  ['sslmode=disable&sslmode=verify-full', gatewayAlone],
  ['sslmode=verify-full&ssl=0', gatewayAlone],
  ['ssl=true', gatewayAlone],
  ['ssl=false', gatewayAlone],
  ['sslnegotiation=direct', gatewayAlone],
  [root, gatewayAlone],
  ['', gatewayAlone, 'require'],
  ['', gatewayAlone, 'verify-full'],
  [`sslmode=verify-full&${root}`, null],
  [`sslmode=require&sslmode=verify-full&${root}`, null],
  [`sslmode=verify-full&uselibpqcompat=true&${root}`, null],
  [root, null, 'verify-full'],
];

describe('a database on another machine', () => {
  it.each(cases)('with "%s" has the remark that %s (PGSSLMODE %s)', (query, what, PGSSLMODE) => {
    expect(remarksOf(query, PGSSLMODE ? { PGSSLMODE } : {})).toEqual(what === null ? [] : [remark(what)]);
  });

  it.each(cases)('is reached with "%s" as the remark says: %s (PGSSLMODE %s)', (query, what, PGSSLMODE) => {
    vi.stubEnv('PGSSLMODE', PGSSLMODE);
    vi.spyOn(process, 'emitWarning').mockReturnValue();
    const { ssl } = new pg.Client(`postgres://gw@db.example/reglement?${query}`) as unknown as { ssl: unknown };
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    const options: object | null = typeof ssl === 'object' ? ssl : null;
    const isChecked = Boolean(ssl) && !(options && 'rejectUnauthorized' in options);
    expect({ isEncrypted: Boolean(ssl), isChecked, isNamed: !(options && 'checkServerIdentity' in options) }).toEqual({
      isEncrypted: what !== open,
      isChecked: what !== open && what !== unchecked,
      isNamed: what !== unnamed,
    });
  });

  it('whose certificate PGSSLROOTCERT lets pg_dump check has no remark', () => {
    const environment = { PGSSLROOTCERT: '/etc/reglement/ca.crt' };
    expect(remarksOf('sslmode=verify-full', environment)).toEqual([]);
    expect(remarksOf('sslmode=require', environment)).toEqual([remark(gatewayAlone)]);
  });

  it.each([
    ['postgresql://gw@192.0.2.7/reglement', '192.0.2.7'],
    ['postgres://gw@[2001:db8::7]/reglement', '[2001:db8::7]'],
    ['postgres:///reglement?host=db.example', 'db.example'],
    ['postgres://gw@localhost/reglement?host=localhost&host=db.example', 'db.example'],
  ])('is named in the remark: %s', (url, host) => {
    const said = expect.stringContaining(`(DATABASE_URL): nothing that goes to ${host} is encrypted`);
    const config = onDatabase(url);
    expect(remarksOnDatabase(config, Date.now(), {})).toEqual([said]);
    expect(remarksOn(config, Date.now())).toContainEqual(said);
  });

  it('has a remark without its password', () => {
    expect(remarksOf('').join()).not.toContain('secret');
  });

  it.each([
    'postgres://gw@localhost/reglement',
    'postgres://gw@127.0.0.1:5432/reglement',
    'postgres://gw@[::1]/reglement',
    'postgres://gw@%2Frun%2Fpostgresql/reglement',
    'postgres:///reglement?host=/run/postgresql',
    'sqlite:data/reglement.sqlite',
  ])('is not at %s', (url) => {
    expect(remarksOnDatabase(onDatabase(url), Date.now(), {})).toEqual([]);
  });

  it('is not remarked on where no real money moves', () => {
    expect(remarksOnDatabase({ ...onDatabase('postgres://gw@db.example/r'), deployment: 'development' })).toEqual([]);
  });
});
