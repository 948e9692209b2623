import { describe, expect, it } from 'vitest';
import { anonymous, type Caller, openVisitor } from '../../../src/kernel/caller.ts';
import { InvalidInputError, NotAllowedError } from '../../../src/kernel/errors.ts';
import type { Person } from '../../../src/modules/people/person.ts';
import { forgetPerson } from '../../../src/modules/people/sign-in/invite-person.ts';
import {
  changeSavedView,
  createSavedView,
  mostViews,
  removeSavedView,
} from '../../../src/modules/people/views/change-views.ts';
import { listSavedViews, readSavedView } from '../../../src/modules/people/views/list-views.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { openPeople } from '../../support/people/people.ts';

/** Views that people keep: whose they are, who else sees them, what they may hold, and how many. */

const view = { name: 'À relancer', page: 'PAYMENTS', search: '?status=EXPIRED&created.from=2026-11-01' } as const;

describe.each(drawnDatabases())('saved views ($name)', (database) => {
  const people = openForEach(() => openPeople(database));
  let [asks, other]: Caller[] = [];
  const callerOf = (person: Person, societes: readonly string[] | null = null, rights: readonly 'people'[] = []) =>
    ({
      ...anonymous,
      ...{ client: 'console', societes: societes && new Set(societes) },
      person: {
        ...{ id: person.id, name: person.name, roles: [], rights: new Set(rights), refundLimitCents: 0 },
        ...{ sessionId: 'ses_1', confirmedAt: null, confirmedUntil: null },
      },
    }) as Caller;
  const enter = async (...more: [societes?: readonly string[] | null, rights?: readonly 'people'[]]) =>
    callerOf(await people.enter(), ...more);
  const names = async (caller: Caller | undefined, page: 'PAYMENTS' | 'AUDIT' | null = null) =>
    (await listSavedViews(people.services, caller ?? anonymous, page)).map(({ name }) => name);
  const save = (caller: Caller | undefined, change: object = {}) =>
    createSavedView(people.services, caller ?? anonymous, { ...view, ...change });

  it('are their owner’s, by page, and shown again as they were saved', async () => {
    [asks, other] = [await enter(), await enter()];
    const saved = await save(asks);
    expect(await listSavedViews(people.services, asks, null)).toEqual([
      { ...saved, ...view, isShared: false, societes: null, owner: `console/${asks.person?.id}` },
    ]);
    expect([await names(asks, 'PAYMENTS'), await names(asks, 'AUDIT'), await names(other)]).toEqual([
      [view.name],
      [],
      [],
    ]);
    expect(await readSavedView(people.services, other, saved.id)).toBeNull();
  });

  it('are shared with those who see the same sociétés or more', async () => {
    const [two, both, one, everything] = [
      await enter(['2']),
      await enter(['1', '2']),
      await enter(['1']),
      await enter(null),
    ];
    const { id } = await save(two, { isShared: true });
    await save(everything, { name: 'all', isShared: true });
    expect(await names(both)).toEqual([view.name]);
    expect(await names(one)).toEqual([]);
    expect(await names(everything)).toEqual(['all', view.name]);
    expect(await readSavedView(people.services, one, id)).toBeNull();
    await changeSavedView(people.services, two, { id, isShared: false });
    expect(await names(both)).toEqual([]);
  });

  it('are changed by their owner alone; a shared one is removed by the right people too', async () => {
    [asks, other] = [await enter(), await enter()];
    const administers = await enter(null, ['people']);
    const { id } = await save(asks, { isShared: true });
    people.advance(1000);
    const changed = await changeSavedView(people.services, asks, { id, name: 'Perdus', search: '' });
    expect(changed).toMatchObject({ name: 'Perdus', search: '', isShared: true, page: 'PAYMENTS' });
    expect(changed.updatedAt).toBe(changed.createdAt + 1000);
    await expect(changeSavedView(people.services, other, { id, name: 'x' })).rejects.toThrow(NotAllowedError);
    await expect(removeSavedView(people.services, other, id)).rejects.toThrow(NotAllowedError);
    const { id: own } = await save(asks);
    await expect(removeSavedView(people.services, administers, own)).rejects.toThrow(InvalidInputError);
    await removeSavedView(people.services, administers, id);
    await removeSavedView(people.services, asks, own);
    expect(await names(asks)).toEqual([]);
  });

  it.each([
    ['a host', '//evil.example/?a=b'],
    ['an address', 'https://evil.example/?a=b'],
    ['a script', 'javascript:alert(1)'],
    ['a fragment', '?a=b#c'],
    ['a line end', '?a=b\r\nX: y'],
    ['a blank', '?a=b c'],
    ['too much', `?a=${'x'.repeat(2000)}`],
    ['an e-mail address', '?client=a.client%40example.fr'],
    ['a card number', '?order=4111111111111111'],
    ['what was searched for', '?status=PAID&text=Dupont'],
  ])('hold no more than filters: not %s', async (_what, search) => {
    const caller = await enter();
    await expect(save(caller, { search })).rejects.toThrow(InvalidInputError);
    expect(await names(caller)).toEqual([]);
  });

  const notes = [{ name: 'a.client@example.fr' }, { name: '4111 1111 1111 1111' }];
  it.each([{ name: '' }, { name: 'x'.repeat(61) }, { name: 'a\nb' }, { page: 'SETTINGS' }, { owner: 'x' }, ...notes])(
    'have a name and a page: not %j',
    async (change) => {
      await expect(save(await enter(), change)).rejects.toThrow(InvalidInputError);
    },
  );

  it('are few for a person, also where two are saved at once', async () => {
    const caller = await enter();
    for (let count = 1; count < mostViews; count++) await save(caller);
    const two = await Promise.allSettled([save(caller), save(caller)]);
    expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await names(caller)).toHaveLength(mostViews);
  });

  it('keep both changes where two are made at once', async () => {
    const caller = await enter();
    const { id } = await save(caller);
    const change = (one: object) => changeSavedView(people.services, caller, { id, ...one });
    // The first round opens the connections.
    for (const round of [1, 2, 3, 4, 5]) {
      const [name, isShared] = [`Vue ${round}`, round % 2 === 1];
      await Promise.all([change({ name }), change({ isShared })]);
      expect(await readSavedView(people.services, caller, id)).toMatchObject({ name, isShared });
    }
  });

  it('are for people: a program has none, the visitor of an open console has its own', async () => {
    await expect(save(anonymous)).rejects.toThrow(NotAllowedError);
    await save(openVisitor);
    expect([await names(anonymous), await names(openVisitor)]).toEqual([[], [view.name]]);
  });

  it('go with a person who is forgotten', async () => {
    const person = await people.enter();
    const caller = callerOf(person);
    await save(caller, { isShared: true });
    const reader = await enter();
    expect(await names(reader)).toEqual([view.name]);
    await forgetPerson(people.services, anonymous, person.id);
    expect([await names(reader), await names(caller)]).toEqual([[], []]);
  });
});
