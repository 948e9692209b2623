import { describe, expect, it } from 'vitest';
import { remarksOnDatabase } from '../../../src/app/remarks/database.ts';
import { remarksOn } from '../../../src/app/remarks/remarks.ts';
import { configOf, productionFile } from '../../support/config-of.ts';

const onDatabase = (DATABASE_URL: string) => configOf(productionFile, { DATABASE_URL });

describe('a database on another machine', () => {
  it.each([
    ['postgres://gw:secret@db.example:5432/reglement', 'db.example'],
    ['postgresql://gw@192.0.2.7/reglement?sslmode=require', '192.0.2.7'],
    ['postgres://gw@[2001:db8::7]/reglement?sslmode=disable', '[2001:db8::7]'],
    ['postgres:///reglement?host=db.example', 'db.example'],
  ])('is remarked on where its certificate is not checked: %s', (url, host) => {
    const remark = expect.stringContaining(`(DATABASE_URL): the certificate of ${host} is not checked`);
    const config = onDatabase(url);
    expect(remarksOnDatabase(config)).toEqual([remark]);
    expect(remarksOn(config, Date.now())).toContainEqual(remark);
    expect(remarksOn(config, Date.now()).join()).not.toContain('secret');
  });

  it.each([
    'postgres://gw@db.example/reglement?sslmode=verify-full&sslrootcert=/etc/reglement/ca.crt',
    'postgres://gw@localhost/reglement',
    'postgres://gw@127.0.0.1:5432/reglement',
    'postgres://gw@[::1]/reglement',
    'postgres://gw@%2Frun%2Fpostgresql/reglement',
    'postgres:///reglement?host=/run/postgresql',
    'sqlite:data/reglement.sqlite',
  ])('is not remarked on at %s', (url) => {
    expect(remarksOnDatabase(onDatabase(url))).toEqual([]);
  });

  it('is not remarked on where no real money moves', () => {
    expect(remarksOnDatabase({ ...onDatabase('postgres://gw@db.example/r'), deployment: 'development' })).toEqual([]);
  });
});
