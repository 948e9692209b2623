import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { runGatewayHere } from '../support/cli/run-gateway.ts';
import type { TestDatabases } from '../support/databases.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForEach } from '../support/open-for.ts';

async function openWorld({ open }: TestDatabases) {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-console-'));
  const { databaseUrl, dispose } = await open();
  const store = await openStore({ databaseUrl });
  const config = path.join(folder, 'config.json');
  const write = (console: object) => writeFile(config, JSON.stringify({ publicUrl: 'http://localhost:4000', console }));
  await write({ local: { keys: [{ env: 'KEY' }] } });
  const environment = { CONFIG: config, DATABASE_URL: databaseUrl, KEY: randomBytes(32).toString('hex') };
  return {
    store,
    write,
    run: (...args: string[]) => runGatewayHere(['console', ...args], environment),
    close: async () => {
      await store.close();
      await dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describe.each(drawnDatabases())('gateway console, on $name', (database) => {
  const world = openForEach(() => openWorld(database));
  const invite = (...more: string[]) => world.run('invite', 'Camille@example.fr', '--name', 'Camille Exemple', ...more);

  it('invites a person with a link that serves once', async () => {
    const { code, stdout } = await invite('--role', 'comptabilite', 'lecture');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n {2}http:\/\/localhost:4000\/console\/link\/[\w-]{43}\n/);
    const listed = await world.run('people', '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { login: 'camille@example.fr', name: 'Camille Exemple', roles: ['comptabilite', 'lecture'], status: 'ACTIVE' },
    ]);
    expect((await world.run('people')).stdout).toMatch(/LOGIN .*\n.*camille@example\.fr.* never /);
    const [action] = await world.store.recordedActions({ subject: null, beforeId: null, limit: 1 });
    expect(action).toMatchObject({ kind: 'INVITE_PERSON', client: 'command line' });
    expect(JSON.stringify(action)).not.toContain('amille');
  });

  it.each([
    [['--role', 'none'], /roles are lecture, .*; none is none/],
    [['--role', 'lecture', '--name', ' '], /name/],
  ])('refuses %j', async (more, said) => {
    expect(await invite(...more)).toMatchObject({ code: 1, stderr: expect.stringMatching(said) });
  });

  it('refuses the same login twice, and points to reset', async () => {
    await invite('--role', 'lecture');
    expect(await invite('--role', 'lecture')).toMatchObject({ code: 1, stderr: expect.stringMatching(/reset/) });
    expect((await world.run('reset', 'camille@example.fr')).stdout).toContain('/console/link/');
    expect(await world.run('reset', 'other@example.fr')).toMatchObject({ code: 1 });
  });

  it('changes roles, and disables and enables', async () => {
    await invite('--role', 'lecture');
    const change = (...more: string[]) => world.run('change', 'camille@example.fr', ...more);
    expect((await change('--role', 'tresorerie')).stdout).toBe('Camille Exemple: ACTIVE, tresorerie.\n');
    expect((await change('--disable')).stdout).toBe('Camille Exemple: DISABLED, tresorerie.\n');
    expect(await world.run('reset', 'camille@example.fr')).toMatchObject({ code: 1 });
    expect((await change('--enable')).stdout).toBe('Camille Exemple: ACTIVE, tresorerie.\n');
    expect(await change()).toMatchObject({ code: 2 });
    expect(await change('--enable', '--disable')).toMatchObject({ code: 2 });
  });

  it('leaves in the audit log whose rights changed', async () => {
    await invite('--role', 'lecture');
    const [person] = await world.store.people({ afterId: '', limit: 1 });
    for (const args of [['change', '--disable'], ['change', '--enable'], ['reset'], ['forget', '--yes']]) {
      const [command = '', ...options] = args;
      expect([args, (await world.run(command, 'camille@example.fr', ...options)).code]).toEqual([args, 0]);
    }
    const everything = { actors: null, action: null, object: null, outcome: null, from: null, until: null };
    const entries = await world.store.auditEntries({ ...everything, object: person?.id ?? '' }, null, 10);
    expect(entries.map(({ action }) => action)).toEqual(
      ['forget', 'reset', 'change', 'change', 'invite'].map((name) => `console ${name}`),
    );
  });

  it('forgets a person: only its id stays, and the login is free again', async () => {
    await invite('--role', 'lecture');
    const [before] = JSON.parse((await world.run('people', '--json')).stdout) as { id: string }[];
    expect(await world.run('forget', 'camille@example.fr')).toMatchObject({ code: 2 });
    expect(await world.run('forget', 'camille@example.fr', '--yes')).toMatchObject({ code: 0 });
    const { stdout } = await world.run('people', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      { id: before?.id, name: 'erased', login: null, roles: [], status: 'DISABLED' },
    ]);
    expect(stdout).not.toContain('amille');
    expect((await invite('--role', 'lecture')).code).toBe(0);
    expect(await world.run('forget', 'other@example.fr', '--yes')).toMatchObject({ code: 1 });
  });

  it('says what an empty list means, and that no local accounts are configured', async () => {
    expect((await world.run('people')).stdout).toBe('No person was invited, and none has signed in.\n');
    await world.write({});
    expect(await invite('--role', 'lecture')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/console\.local/),
    });
  });
});
