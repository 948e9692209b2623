import { describe, expect, it } from 'vitest';
import { clientNamed } from '../support/clients/client-named.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForEach } from '../support/open-for.ts';
import { askConsole, cookie, enterPerson, sendForm, sessionOf, startConsole } from '../support/people/console.ts';
import { exportOf } from '../support/people/exports.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';

/** What the console refuses is in the audit log, and a flood of it fills nothing. */

const minuteMs = 60_000;

describe.each(drawnDatabases())('refused requests of the console ($name)', ({ open }) => {
  const gateway = openForEach(() => startConsole({ open, config: { clients: [clientNamed('shop')] } }));
  const signIn = async () => {
    const person = await enterPerson(gateway, ['lecture']);
    return { person, token: await sessionOf(gateway, person) };
  };
  const noted = async () =>
    (
      await gateway.store.auditEntries(
        { actors: null, action: 'consoleRequest', object: null, outcome: null, from: null, until: null },
        null,
        100,
      )
    ).map(({ actor, code }) => `${actor} ${code}`);
  const unknown = { documentId: 'f'.repeat(64) };

  // What is noted is counted by the minute of the clock, which also runs by itself.
  const startMinute = () => gateway.advance(minuteMs - (gateway.now() % minuteMs));

  it('are noted: another site, an unknown document, a role that was withdrawn', async () => {
    const { person, token } = await signIn();
    const other = await signIn();
    await askConsole(gateway, 'Me', { ...cookie(token), 'Sec-Fetch-Site': 'cross-site' });
    await askConsole(gateway, 'Me', {
      ...cookie(token),
      Origin: 'https://evil.example',
      'Sec-Fetch-Site': 'cross-site',
    });
    await sendForm(gateway, '/console/sign-out', {}, { ...cookie(token), 'Sec-Fetch-Site': 'cross-site' });
    await exportOf(gateway, token, 'payments', { 'Sec-Fetch-Site': 'cross-site' });
    await expect.poll(noted).toEqual(Array.from({ length: 4 }, () => 'console CROSS_SITE_REQUEST'));
    await askConsole(gateway, unknown, cookie(token));
    await expect.poll(async () => (await noted())[0]).toBe(`console/${person.id} PERSISTED_QUERY_ONLY`);
    await gateway.store.transact((transaction) =>
      transaction.updatePerson({ ...other.person, roles: [], updatedAt: gateway.now() }),
    );
    expect((await askConsole(gateway, 'Me', cookie(other.token))).status).toBe(401);
    expect((await exportOf(gateway, other.token, 'payments')).status).toBe(401);
    expect((await noted()).slice(0, 2)).toEqual(
      Array.from({ length: 2 }, () => `console/${other.person.id} NO_ACCESS`),
    );
  });

  it('are noted: its cookie in place of a key at `/graphql`, a few a minute', async () => {
    const { token } = await signIn();
    startMinute();
    const ask = (headers: Record<string, string>) => askGraphql(gateway, '{ __typename }', {}, headers);
    for (let count = 0; count < 30; count++) expect((await ask(cookie(token))).status).toBe(401);
    await expect.poll(noted).toEqual(Array.from({ length: 10 }, () => 'console UNAUTHENTICATED'));
    gateway.advance(minuteMs);
    expect((await ask({})).status).toBe(401);
    expect((await ask({ Cookie: '__Host-console-flow=a; other=__Host-console=b' })).status).toBe(401);
    expect((await ask({ Cookie: 'other=b; __Host-console=not-a-token' })).status).toBe(401);
    await expect.poll(noted).toHaveLength(11);
  });

  it('are not noted where a stranger has no session, or one that is too old', async () => {
    const { token } = await signIn();
    await askConsole(gateway, 'Me', {});
    await askConsole(gateway, 'Me', cookie('x'.repeat(43)));
    gateway.advance(31 * 60_000);
    expect((await askConsole(gateway, 'Me', cookie(token))).status).toBe(401);
    expect(await noted()).toEqual([]);
  });

  it('are few a minute, and a flood of strangers hides no person', async () => {
    const { person, token } = await signIn();
    startMinute();
    for (let count = 0; count < 30; count++) {
      await sendForm(gateway, '/console/sign-out', {}, { 'Sec-Fetch-Site': 'cross-site' });
    }
    expect(await noted()).toHaveLength(10);
    await askConsole(gateway, unknown, cookie(token));
    await expect.poll(async () => (await noted())[0]).toBe(`console/${person.id} PERSISTED_QUERY_ONLY`);
    gateway.advance(minuteMs);
    await sendForm(gateway, '/console/sign-out', {}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(await noted()).toHaveLength(12);
  });
});
