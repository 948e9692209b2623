import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import { db, pay } from '../support/cli/restore-drill.ts';
import { runGatewayHere } from '../support/cli/run-gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { findInstalledPostgres, startInstalledPostgres } from '../support/postgres/installed-postgres.ts';
import { ask } from '../support/store/examples.ts';

/** `deploy/postgres-rights.sql`: the owner migrates, and the gateways' user works. */

const programs = await findInstalledPostgres();
const folder = temporaryFolder('rights');
const rights = await readFile(path.join(import.meta.dirname, '../../deploy/postgres-rights.sql'), 'utf8');

describe.runIf(programs !== null)('the rights of deploy/postgres-rights.sql (where there is PostgreSQL)', () => {
  const postgres = openForGroup(() => startInstalledPostgres(programs ?? ''));
  beforeAll(() => ask(postgres.url, 'create role owning login; create role teller login'));

  it.each(['before', 'after'])('are enough for a gateway, given %s the first migration', async (when) => {
    await ask(postgres.url, `create database rights_${when} owner owning`);
    const urlOf = (user: string): string =>
      postgres.url.replace('postgres@', `${user}@`).replace(/postgres$/, `rights_${when}`);
    const migrate = async () => expect(await db(urlOf('owning'), ['migrate'])).toMatchObject({ code: 0 });
    if (when === 'after') await migrate();
    await ask(urlOf('owning'), rights.replaceAll(':"gateway"', 'teller'));
    if (when === 'before') await migrate();
    const teller = urlOf('teller');
    expect(await pay(teller)).toBe(1);
    const environment = { DATABASE_URL: teller, PATH: postgres.programs };
    for (const args of [
      ['event-log', 'verify'],
      [
        'journal',
        'export',
        '--societe',
        '1',
        '--exercise',
        parisDateOf(Date.now()).slice(0, 4),
        '--out',
        path.join(folder, `${when}.txt`),
      ],
    ]) {
      expect(await runGatewayHere(args, environment)).toMatchObject({ code: 0 });
    }
    const backup = await db(teller, ['backup', path.join(folder, when)], { PATH: postgres.programs });
    expect(backup).toMatchObject({ code: 0 });
    const warnings: object[] = [];
    const start = async (): Promise<void> => {
      const logger = { warn: (details: object) => void warnings.push(details) };
      await using store = await openStore({ databaseUrl: teller, logger });
      await store.migrate();
    };
    await start();
    expect(warnings).toEqual([]);
    await ask(urlOf('owning'), 'revoke delete on approvals from teller; revoke all on saved_views from teller');
    await start();
    expect(warnings).toEqual([{ tables: ['approvals', 'saved_views'] }]);
    const missing = 'in these tables, see deploy/postgres-rights.sql: approvals, saved_views.';
    expect((await db(teller, ['status'])).written).toContain(missing);
    expect((await db(urlOf('owning'), ['status'])).written).not.toContain('may not');
    await expect(ask(teller, 'create table own ()')).rejects.toThrow('permission denied');
    await expect(ask(teller, 'drop table payments')).rejects.toThrow('must be owner');
  });
});
