import { describe, expect, it } from 'vitest';
import { recordAudit } from '../../../src/kernel/audit/record-audit.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { paymentTarget } from '../../../src/kernel/vocabulary.ts';
import { listAuditEntries } from '../../../src/modules/audit-log/list-entries.ts';
import { readSession } from '../../../src/modules/people/read-session.ts';
import { type Role, readyRoles } from '../../../src/modules/people/role.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import {
  askConsole,
  cookie,
  enterPerson,
  fromConsole,
  localConsole,
  sendForm,
  servicesOf,
  sessionOf,
} from '../../support/people/console.ts';
import { startProduction, withKey } from '../../support/rights/clients.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';

/** Who reads the audit log, and what people do to their sessions and proofs. */

const query = `query ($filter: AuditFilter, $after: String) { auditEntries(filter: $filter, first: 2, after: $after) {
  edges { node { actor action object outcome roles actorPerson { name } } } pageInfo { hasNextPage endCursor } } }`;

describe.each(drawnDatabases())('reading the audit log ($name)', ({ open }) => {
  const gateway = openForGroup(() => startProduction({ open, config: { console: localConsole } }));
  const all = { actors: null, action: null, object: null, outcome: null, from: null, until: null };

  const write = (client: string, action: string) =>
    gateway.store.transact((transaction) => {
      const services = { clock: gateway.now, identifiers: createIdentifiers(gateway.now) };
      return recordAudit(services, transaction, { client }, { action, object: '1' });
    });
  const read = async (name: string, variables: Record<string, unknown>) =>
    (await askGraphql(gateway, query, variables, withKey(name))).data?.auditEntries as Page;

  it('goes page by page, newest first, by its filter', async () => {
    for (const name of ['right', 'other', 'right']) await write(name, 'turn');
    const first = await read('right', { filter: { action: 'turn', actor: 'right' } });
    expect(first.edges).toHaveLength(2);
    expect(first.edges[0]?.node).toEqual({
      ...{ actor: 'right', action: 'turn', object: '1', outcome: 'DONE', roles: [], actorPerson: null },
    });
    const next = await read('right', { filter: { actor: 'right', outcome: 'REFUSED', action: 'turn' } });
    expect(next.edges).toEqual([]);
    const since = new Date(gateway.now() + 3_600_000).toISOString();
    expect((await read('right', { filter: { action: 'turn', from: since } })).edges).toEqual([]);
  });

  it('shows a client that does not work for all sociétés its own entries alone', async () => {
    await write('other', 'mine');
    await write('right', 'mine');
    const own = await read('right', { filter: { action: 'mine' } });
    expect(own.edges.map(({ node }) => node.actor)).toEqual(['right']);
    expect((await read('right', { filter: { action: 'mine', actor: 'other' } })).edges).toEqual([]);
  });

  it('finds an entry by its id for those whose list shows it', async () => {
    for (const name of ['right', 'other']) await write(name, 'found');
    const [one, two] = await gateway.store.auditEntries({ ...all, action: 'found' }, null, 2);
    const [right, other] = one?.actor === 'right' ? [one, two] : [two, one];
    const found = async (name: string, id = '') =>
      (await askGraphql(gateway, `{ node(id: "${id}") { __typename id } }`, {}, withKey(name))).data?.node;
    expect(await found('right', right?.id)).toEqual({ __typename: 'AuditEntry', id: right?.id });
    expect([await found('right', other?.id), await found('only-reads', right?.id)]).toEqual([null, null]);
  });

  it.each([
    ['without limits', {}, true],
    ['limited to a société', { societes: new Set(['1']) }, false],
    ['limited to an origin', { origins: new Set(['web']) }, false],
    ['limited to a bank', { targets: new Set(['PAYBOX'] as const) }, false],
    ['for tests alone', { runModes: new Set(['TEST'] as const) }, false],
    ['for real money alone', { runModes: new Set(['LIVE'] as const) }, false],
    ['with all banks by name', { targets: new Set(paymentTarget.names) }, true],
  ])('shows a person %s everything or its own entries alone', async (_name, limits, isForAll) => {
    await write('other', 'theirs');
    const roles = new Map([['exploitation', { ...(readyRoles.get('exploitation') as Role), ...limits }]]);
    const settings = { ...localConsole, roles };
    const token = await sessionOf(gateway, await enterPerson(gateway, ['exploitation']), { settings });
    const signedIn = await readSession(servicesOf(gateway, settings), token);
    if (!signedIn) throw new Error('the person is signed in');
    const reading = {
      store: gateway.store,
      societes: new Map([
        ['1', null],
        ['2', null],
      ]),
      settings: { deployment: 'production' as const },
    };
    const filter = { actor: 'other', action: 'theirs', object: null, outcome: null, from: null, until: null };
    const found = await listAuditEntries(reading, signedIn.caller, filter, { beforeId: null, limit: 1 });
    expect(found).toHaveLength(isForAll ? 1 : 0);
  });

  it('shows nothing to a client without the scope operations', async () => {
    await write('only-reads', 'mine');
    expect((await read('only-reads', { filter: { action: 'mine' } })).edges).toEqual([]);
  });

  it('names people by id and role: sign-in, sign-out, and a sign-in that was refused', async () => {
    const person = await enterPerson(gateway, ['exploitation']);
    const token = await sessionOf(gateway, person);
    await sendForm(gateway, '/console/sign-out', {}, { ...fromConsole, ...cookie(token), 'Content-Type': form });
    await sendForm(gateway, '/console/sign-in', { login: 'nobody', password: 'wrong', code: '123456' });
    // It is noted after the answer, so that its time tells nothing.
    await expect
      .poll(() => gateway.store.auditEntries({ ...all, action: 'signIn', outcome: 'REFUSED' }, null, 1))
      .toHaveLength(1);
    const entries = await gateway.store.auditEntries(all, null, 3);
    const actor = `console/${person.id}`;
    expect(entries).toMatchObject([
      { action: 'signIn', actor: 'console', outcome: 'REFUSED', code: 'WRONG', roles: [] },
      { action: 'endSession', actor, outcome: 'DONE', roles: ['exploitation'] },
      { action: 'signIn', actor, outcome: 'DONE', roles: ['exploitation'] },
    ]);
    expect(JSON.stringify(entries)).not.toContain(person.name);
  });

  it('names the person without access that signs out, and its session ends for good', async () => {
    const person = await enterPerson(gateway, ['exploitation']);
    const token = await sessionOf(gateway, person);
    const setRoles = (roles: readonly string[]) =>
      gateway.store.transact((transaction) => transaction.updatePerson({ ...person, roles }));
    await setRoles([]);
    await sendForm(gateway, '/console/sign-out', {}, cookie(token));
    await setRoles(person.roles);
    expect((await askConsole(gateway, 'Me', cookie(token))).status).toBe(401);
    const [entry] = await gateway.store.auditEntries(all, null, 1);
    expect(entry).toMatchObject({ action: 'endSession', actor: `console/${person.id}`, outcome: 'DONE', roles: [] });
  });
});

const form = 'application/x-www-form-urlencoded';

type Page = {
  readonly edges: readonly { readonly node: { readonly actor: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};
