import { describe, expect, it } from 'vitest';
import { commandLine } from '../../../src/cli/operator/operator.ts';
import type { Services } from '../../../src/modules/people/ports.ts';
import { readSession } from '../../../src/modules/people/read-session.ts';
import { type Role, readyRoles } from '../../../src/modules/people/role.ts';
import { forgetPerson } from '../../../src/modules/people/sign-in/invite-person.ts';
import {
  confirmWithProvider,
  type ProviderIdentity,
  signInWithProvider,
} from '../../../src/modules/people/sign-in/sign-in-with-provider.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { openPeople } from '../../support/people/people.ts';

const issuer = 'https://login.example';
const browser = { device: 'Firefox, Linux', network: '192.0.2.7', replaces: null };

describe.each(drawnDatabases())('a sign-in by the provider, on $name', (database) => {
  const people = openForEach(async () => {
    const opened = await openPeople(database);
    const oidc = { issuer, clientId: 'reglement', clientSecret: null, rolesClaim: 'roles' };
    const other: Role = {
      ...(readyRoles.get('lecture') as Role),
      societes: new Set(['2']),
      claims: new Set(['other']),
    };
    opened.change({ oidc, roles: new Map([...readyRoles, ['other', other]]) });
    return opened;
  });
  const identity = (claims: readonly string[]): ProviderIdentity => ({
    ...{ issuer, subject: 's-1', name: 'Camille Exemple', login: null, claims },
    authenticatedAt: people.services.clock(),
    neverSaysWhen: false,
  });
  const signIn = (claims: readonly string[]) => signInWithProvider(people.services, identity(claims), browser);
  const actingIn = async (token: string) => (await readSession(people.services, token))?.caller.person ?? null;

  it.each([
    { claims: [], what: 'no role' },
    { claims: ['unknown'], what: 'no role that the config knows' },
    { claims: ['comptabilite', 'other'], what: 'roles that cannot be joined' },
  ])('that gives $what is refused, and takes the roles away in open sessions', async ({ claims }) => {
    const { token } = await signIn(['comptabilite']);
    await expect(signIn(claims)).rejects.toMatchObject({ refusal: 'NOT_ALLOWED', personId: expect.any(String) });
    expect(await actingIn(token)).toBeNull();
    await signIn(['lecture']);
    expect((await actingIn(token))?.roles).toEqual(['lecture']);
  });

  it.each([[], ['comptabilite', 'other']])('with claims %j keeps nothing of an unknown person', async (...claims) => {
    await expect(signIn(claims)).rejects.toMatchObject({ refusal: 'NOT_ALLOWED', personId: null });
    expect(await people.services.store.personBySubject(issuer, 's-1')).toBeNull();
  });

  it('is refused where the provider asked longer ago than the longest session, with the time at its pages', async () => {
    const { longestMs } = people.services.console().sessions;
    const now = people.services.clock();
    const asked = (ago: number, neverSaysWhen: boolean) =>
      signInWithProvider(
        people.services,
        { ...identity(['comptabilite']), authenticatedAt: now - ago, neverSaysWhen },
        browser,
      );
    for (const neverSays of [false, true]) {
      const refused = { refusal: 'NOT_ASKED', cause: { code: 'OLD_AUTH_TIME' } };
      await expect(asked(longestMs + 600_000, neverSays)).rejects.toMatchObject(refused);
      expect((await asked(longestMs + 599_999, neverSays)).session.confirmedAt).toBe(now - longestMs - 599_999);
    }
  });

  it('is refused where the answer says no time, and names the person that it knows', async () => {
    const silent = { ...identity(['comptabilite']), authenticatedAt: null };
    const refused = { refusal: 'NOT_ASKED', cause: { code: 'NO_AUTH_TIME' } };
    const attempt = () => signInWithProvider(people.services, silent, browser);
    await expect(attempt()).rejects.toMatchObject({ ...refused, personId: null });
    const { caller } = await signIn(['comptabilite']);
    await expect(attempt()).rejects.toMatchObject({ ...refused, personId: caller.person?.id });
  });

  it.each([
    { ago: 120_000, left: 180_000 },
    { ago: -60_000, left: 300_000 },
  ])('for a step-up counts from the moment at which the provider asked: $ago ms ago', async ({ ago, left }) => {
    const { token } = await signIn(['comptabilite']);
    const person = await actingIn(token);
    if (!person) throw new Error('the person is signed in');
    people.advance(240_000);
    const now = people.services.clock();
    const proof = { ...identity(['comptabilite']), authenticatedAt: now - ago };
    const renewed = await actingIn(await confirmWithProvider(people.services, person, proof));
    expect(renewed?.confirmedUntil).toBe(now + left);
    expect((await people.services.store.session(person.sessionId))?.seenAt).toBe(now);
  });

  it('for a step-up that gives roles that cannot be joined is refused, and the session ends', async () => {
    const { token } = await signIn(['comptabilite']);
    const person = await actingIn(token);
    if (!person) throw new Error('the person is signed in');
    const proof = identity(['comptabilite', 'other']);
    await expect(confirmWithProvider(people.services, person, proof)).rejects.toMatchObject({ refusal: 'NOT_ALLOWED' });
    expect(await actingIn(token)).toBeNull();
    expect((await people.services.store.person(person.id))?.roles).toEqual(['comptabilite', 'other']);
  });

  /** Right after the person is found by the subject, another transaction erases it, and is committed. */
  const erasedMeanwhile = (): Services => {
    const { store } = people.services;
    let isErased = false;
    const slow = Object.create(store) as typeof store & { transact: typeof store.transact };
    slow.transact = (work) =>
      store.transact((transaction) => {
        const watched = Object.create(transaction) as typeof transaction;
        watched.personBySubject = async (...given) => {
          const found = await transaction.personBySubject(...given);
          if (found && !isErased) await forgetPerson(people.services, commandLine, found.id);
          isErased = true;
          return found;
        };
        return work(watched);
      });
    return { ...people.services, store: slow };
  };
  const erased = { name: 'erased', login: null, roles: [], status: 'DISABLED' };

  // SQLite runs one transaction after the other.
  describe.runIf(database.name === 'postgres')('of a person who is erased meanwhile', () => {
    it('enters a new person, and gives the erased one no name back', async () => {
      const { session } = await signIn(['comptabilite']);
      const again = await signInWithProvider(erasedMeanwhile(), identity(['comptabilite']), browser);
      expect(again.session.personId).not.toBe(session.personId);
      expect(await people.services.store.person(session.personId)).toMatchObject(erased);
      const entered = await people.services.store.personBySubject(issuer, 's-1');
      expect(entered).toMatchObject({ id: again.session.personId, name: 'Camille Exemple', status: 'ACTIVE' });
    });

    it('is refused without a role, and keeps nothing', async () => {
      const { session } = await signIn(['comptabilite']);
      const attempt = signInWithProvider(erasedMeanwhile(), identity([]), browser);
      await expect(attempt).rejects.toMatchObject({ refusal: 'NOT_ALLOWED', personId: null });
      expect(await people.services.store.person(session.personId)).toMatchObject(erased);
    });

    it('confirms nothing', async () => {
      const person = await actingIn((await signIn(['comptabilite'])).token);
      if (!person) throw new Error('the person is signed in');
      const attempt = confirmWithProvider(erasedMeanwhile(), person, identity(['comptabilite']));
      await expect(attempt).rejects.toMatchObject({ refusal: 'PROOF' });
      expect(await people.services.store.person(person.id)).toMatchObject(erased);
    });
  });
});
