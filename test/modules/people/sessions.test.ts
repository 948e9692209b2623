import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../../src/cli/operator/operator.ts';
import { anonymous, hasFreshProof } from '../../../src/kernel/caller.ts';
import { UnauthenticatedError } from '../../../src/kernel/errors.ts';
import { Secret } from '../../../src/kernel/merchant.ts';
import { confirmSession } from '../../../src/modules/people/confirm-session.ts';
import { endSession, endSessions } from '../../../src/modules/people/end-session.ts';
import { listPeople, listSessions } from '../../../src/modules/people/list-people.ts';
import type { SignIn } from '../../../src/modules/people/open-session.ts';
import type { Person } from '../../../src/modules/people/person.ts';
import { seal, unseal } from '../../../src/modules/people/proofs/seal.ts';
import { readSession } from '../../../src/modules/people/read-session.ts';
import { readyRoles } from '../../../src/modules/people/role.ts';
import { changePerson } from '../../../src/modules/people/sign-in/invite-person.ts';
import { mayChangePasskeys, removeOwnPasskey } from '../../../src/modules/people/sign-in/own-passkeys.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { consoleSettings, openPeople } from '../../support/people/people.ts';

const minute = 60_000;

describe.each(drawnDatabases())('a session of the console, on $name', (database) => {
  const people = openForEach(() => openPeople(database));
  const read = (token: string, isUse = true) => readSession(people.services, token, { isUse });
  const confirm = (id: string) =>
    people.services.store.transact((transaction) => confirmSession(people.services, transaction, id));

  it('makes its person a caller with the rights of its role', async () => {
    const person = await people.enter();
    const { token, session } = await people.signIn(person);
    expect(token).toMatch(/^[\w-]{43}$/);
    const signedIn = await read(token);
    expect(signedIn?.session).toEqual(session);
    expect(signedIn?.caller).toMatchObject({
      client: 'console',
      societes: null,
      scopes: readyRoles.get('comptabilite')?.scopes,
      person: { id: person.id, name: 'Camille Exemple', roles: ['comptabilite'], refundLimitCents: 50_000 },
    });
  });

  it('stores no token, only its hash', async () => {
    const { token, session } = await people.signIn(await people.enter());
    expect(JSON.stringify(await people.services.store.session(session.id))).not.toContain(token);
    expect(await read(session.id)).toBeNull();
  });

  it('ends after half an hour without a request, and after ten hours in any case', async () => {
    const { token } = await people.signIn(await people.enter());
    for (let passed = 0; passed < 10 * 60; passed += 25) {
      expect(await read(token)).not.toBeNull();
      people.advance(25 * minute);
    }
    expect(await read(token)).toBeNull();
    const { token: idle } = await people.signIn(await people.enter());
    people.advance(30 * minute - 1);
    expect(await read(idle, false)).not.toBeNull();
    people.advance(1);
    expect(await read(idle)).toBeNull();
  });

  it('of a config that ends it after a minute goes on while there are requests', async () => {
    people.change({ sessions: { ...consoleSettings.sessions, idleMs: minute } });
    const { token } = await people.signIn(await people.enter());
    for (let passed = 0; passed < 3 * minute; passed += 7000) {
      people.advance(7000);
      expect(await read(token)).not.toBeNull();
    }
    people.advance(minute);
    expect(await read(token)).toBeNull();
  });

  it('is not kept alive by a stream', async () => {
    const { token } = await people.signIn(await people.enter());
    people.advance(20 * minute);
    expect(await read(token, false)).not.toBeNull();
    people.advance(20 * minute);
    expect(await read(token)).toBeNull();
  });

  it('follows a shorter limit of the config at once', async () => {
    const { token } = await people.signIn(await people.enter());
    people.advance(6 * minute);
    people.change({ sessions: { idleMs: 5 * minute, longestMs: 60 * minute, confirmedMs: minute } });
    expect(await read(token)).toBeNull();
  });

  it('gets a new token at each sign-in, and the one that the browser had ends', async () => {
    const person = await people.enter();
    const first = await people.signIn(person);
    const second = await people.signIn(person, { replaces: first.token });
    expect(second.token).not.toBe(first.token);
    expect(await read(first.token)).toBeNull();
    expect(await read(second.token)).not.toBeNull();
  });

  it('gets a new token at a step-up, which counts for five minutes', async () => {
    const { token, session } = await people.signIn(await people.enter(), { confirmedAt: null });
    const before = await read(token);
    expect(before && hasFreshProof(before.caller, people.services.clock())).toBe(false);
    const renewed = await confirm(session.id);
    expect(await read(token)).toBeNull();
    const after = await read(renewed);
    expect(after && hasFreshProof(after.caller, people.services.clock())).toBe(true);
    people.advance(5 * minute);
    expect(after && hasFreshProof(after.caller, people.services.clock())).toBe(false);
  });

  it('cannot be confirmed after it ended', async () => {
    const { session, caller } = await people.signIn(await people.enter());
    expect(await endSession(people.services, caller, session.id)).toBe(true);
    await expect(confirm(session.id)).rejects.toThrow(UnauthenticatedError);
  });

  it('counts no more once its person is disabled, or its role was withdrawn', async () => {
    const person = await people.enter();
    const { token } = await people.signIn(person);
    const set = (change: Partial<Person>) =>
      people.services.store.transact(async (transaction) => {
        await transaction.updatePerson({ ...person, ...change });
        await transaction.setPersonStatus(person.id, change.status ?? 'ACTIVE', 1);
      });
    await set({ roles: ['lecture'] });
    expect([...((await read(token))?.caller.scopes ?? [])]).toEqual(['read']);
    await set({ roles: ['none'] });
    expect(await read(token)).toBeNull();
    await set({ status: 'DISABLED' });
    expect(await read(token)).toBeNull();
    await expect(people.signIn(person)).rejects.toThrow(UnauthenticatedError);
    await set({});
    expect(await read(token)).not.toBeNull();
    people.change({ roles: new Map() });
    expect(await read(token)).toBeNull();
  });

  it('counts no more once its way of signing in was taken from the config', async () => {
    const { token } = await people.signIn(await people.enter());
    people.change({ local: null });
    expect(await read(token)).toBeNull();
    people.change(consoleSettings);
    expect(await read(token)).not.toBeNull();
  });

  const tenant = 'https://login.microsoftonline.com/6f1c2a1e-0000-4000-8000-000000000001/v2.0';
  it.each([
    ['https://login.example', 'https://login.example/', true],
    ['https://login.example', 'https://other.example', false],
    ['https://login.example', 'https://login.example/.well-known/openid-configuration', true],
    ['https://sso.example/realms/one', 'https://sso.example/realms/two', false],
    [tenant, tenant, true],
    [tenant, tenant.replace('1/v2.0', '2/v2.0'), false],
    [tenant, 'https://login.microsoftonline.com/example.fr/v2.0', true],
    [tenant, null, false],
  ])('of a person of %s, where the config names %s: %s', async (issuer, configured, counts) => {
    const { token } = await people.signIn(await people.enter({ issuer }), { method: 'OIDC' });
    const settings = { clientId: 'reglement', clientSecret: null, rolesClaim: 'roles' };
    people.change({ oidc: configured === null ? null : { ...settings, issuer: configured } });
    expect((await read(token)) !== null).toBe(counts);
  });

  it.each<[Partial<SignIn>, boolean]>([
    [{ method: 'OIDC', confirmedAt: null }, true],
    [{ method: 'OIDC', confirmedAt: 0 }, false],
    [{ method: 'OIDC' }, true],
    [{ method: 'PASSWORD' }, true],
    [{ method: 'PASSWORD', confirmedAt: null }, false],
  ])('just opened by %j, lets its person add a first passkey: %s', async (how, may) => {
    const { caller } = await people.signIn(await people.enter(), how);
    assert(caller.person);
    expect(await mayChangePasskeys(people.services, caller.person)).toBe(may);
    people.advance(5 * minute);
    expect(await mayChangePasskeys(people.services, caller.person)).toBe(false);
  });

  it('of a provider that does not say when it asked, needs a proof by the passkey that there is for another', async () => {
    const person = await people.enter();
    const key = { id: 'key', personId: person.id, publicKey: new Uint8Array([1]), counter: 0 };
    await people.services.store.transact((transaction) =>
      transaction.insertPasskey({ ...key, createdAt: 1, usedAt: null }),
    );
    const { caller, session } = await people.signIn(person, { method: 'OIDC', confirmedAt: null });
    assert(caller.person);
    expect(await mayChangePasskeys(people.services, caller.person)).toBe(false);
    await confirm(session.id);
    expect(await mayChangePasskeys(people.services, caller.person)).toBe(true);
  });

  it('removes no passkey by an id that its person does not hold, whatever is in it', async () => {
    const { caller } = await people.signIn(await people.enter());
    assert(caller.person);
    for (const id of ['other', 'a\u0000b', '\ud800', '']) await removeOwnPasskey(people.services, caller.person, id);
  });

  it('is of the person as it is now: a sign-in that began before a change does not undo it', async () => {
    const person = await people.enter({ roles: ['comptabilite'] });
    await changePerson(people.services, commandLine, person.id, { roles: ['lecture'] });
    const { caller } = await people.signIn(person);
    expect(caller.person?.roles).toEqual(['lecture']);
    expect((await people.services.store.person(person.id))?.roles).toEqual(['lecture']);
    await changePerson(people.services, commandLine, person.id, { status: 'DISABLED' });
    await expect(people.signIn(person)).rejects.toThrow(UnauthenticatedError);
    expect((await people.services.store.person(person.id))?.status).toBe('DISABLED');
  });

  it.each([
    ['PASSKEY', 0],
    ['PASSWORD', null],
  ] as const)('opened by %s, confirmed at %j, seals the app of its person by the newest key', async (method, at) => {
    const person = await people.enter();
    const [older, newest] = [new Secret('an older key of 32 characters or more'), new Secret('n'.repeat(32))];
    const proofs = { password: 'kept', totp: seal([older], 'BASE32', person.id), totpStep: 7 };
    await people.services.store.transact((transaction) => transaction.setLocalProofs(person.id, proofs));
    people.change({ local: { keys: [newest, older] } });
    await people.signIn(person, { method, confirmedAt: at });
    const sealed = await people.services.store.localProofs(person.id);
    expect(sealed).toMatchObject({ password: 'kept', totpStep: 7 });
    expect(unseal([newest], sealed?.totp ?? '', person.id)).toBe('BASE32');
    await people.signIn(person, { method, confirmedAt: at });
    expect(await people.services.store.localProofs(person.id)).toEqual(sealed);
  });

  it('is refused for roles that cover different sociétés', async () => {
    const accounting = readyRoles.get('comptabilite');
    if (!accounting) throw new Error('the role is ready');
    people.change({ roles: new Map([...readyRoles, ['second', { ...accounting, societes: new Set(['2']) }]]) });
    await expect(people.signIn(await people.enter({ roles: ['comptabilite', 'second'] }))).rejects.toThrow(/differ/);
    const both = await people.signIn(await people.enter({ roles: ['lecture', 'validation'] }));
    expect([...(both.caller.person?.rights ?? [])]).toEqual(['approve']);
  });

  it('is ended by its person, or by one with the right people and a fresh proof; others are refused', async () => {
    const person = await people.enter();
    const own = await people.signIn(person);
    const other = await people.signIn(await people.enter());
    const operator = await people.signIn(await people.enter({ roles: ['exploitation'] }));
    const stale = await people.signIn(await people.enter({ roles: ['exploitation'] }), { confirmedAt: null });
    const refused = 'You may not end a session that is not your own';
    await expect(endSession(people.services, other.caller, own.session.id)).rejects.toThrow(refused);
    for (const id of [own.session.id, 'ses_nobody'])
      await expect(endSession(people.services, anonymous, id)).rejects.toThrow(refused);
    await expect(endSession(people.services, stale.caller, own.session.id)).rejects.toThrow(/prove again/);
    expect(await read(own.token)).not.toBeNull();
    expect(await endSession(people.services, operator.caller, own.session.id)).toBe(true);
    expect(await read(own.token)).toBeNull();
    expect(await endSession(people.services, operator.caller, own.session.id)).toBe(false);
  });

  it('that is ended twice by its person was gone the second time', async () => {
    const person = await people.enter();
    const [here, elsewhere] = [await people.signIn(person), await people.signIn(person)];
    const ended = () => endSession(people.services, here.caller, elsewhere.session.id);
    expect([await ended(), await ended()]).toEqual([true, false]);
  });

  it('ends with all others of its person, or alone stays', async () => {
    const person = await people.enter();
    const [one, two, three] = [await people.signIn(person), await people.signIn(person), await people.signIn(person)];
    expect(await listSessions(people.services, one.caller, null)).toHaveLength(3);
    expect(await endSessions(people.services, one.caller, { personId: null, keepsThis: true })).toBe(2);
    expect(await read(one.token)).not.toBeNull();
    expect([await read(two.token), await read(three.token)]).toEqual([null, null]);
    const other = await people.signIn(await people.enter());
    for (const personId of [person.id, 'per_nobody'])
      for (const caller of [other.caller, anonymous]) {
        const ending = endSessions(people.services, caller, { personId, keepsThis: false });
        await expect(ending).rejects.toThrow('You may not end the sessions of another person');
      }
    expect(await endSessions(people.services, one.caller, { personId: null, keepsThis: false })).toBe(1);
  });

  it('and its person are listed for the right people alone', async () => {
    const person = await people.enter();
    const own = await people.signIn(person);
    const operator = await people.signIn(await people.enter({ roles: ['exploitation'] }));
    const page = { afterId: '', limit: 10 };
    await expect(listPeople(people.services, own.caller, page)).rejects.toThrow(/right people/);
    expect(await listPeople(people.services, operator.caller, page)).toHaveLength(2);
    expect(await listSessions(people.services, operator.caller, person.id)).toHaveLength(1);
    expect(await listSessions(people.services, own.caller, operator.caller.person?.id ?? null)).toEqual([]);
  });
});
