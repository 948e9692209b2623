import { hash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../../src/modules/people/person.ts';
import { type Role, readyRoles } from '../../../../src/modules/people/role.ts';
import { writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForGroup } from '../../../support/open-for.ts';
import {
  askConsole,
  cookie,
  enterPerson,
  fromConsole,
  localConsole,
  sessionOf,
  startConsole,
} from '../../../support/people/console.ts';

/** A person owns no file by its name: where its role is narrowed, it sees the files of that role. */

const whole = readyRoles.get('tresorerie');
const narrowed: Readonly<Record<string, Partial<Role>>> = {
  societe: { societes: new Set(['1']) },
  runMode: { runModes: new Set(['LIVE']) },
  target: { targets: new Set(['PAYBOX']) },
};
const roles = new Map<string, Role>([
  ...readyRoles,
  ...Object.entries(narrowed).flatMap(([name, change]) => (whole ? [[name, { ...whole, ...change }] as const] : [])),
]);
const settings = { ...localConsole, roles };

const query = `query Own($id: ID!) { bankFile(id: $id) { id reason } bankFiles(first: 50) { edges { node { id } } }
  node(id: $id) { id } }`;
const documentId = hash('sha256', query);

/** A statement of an account of the second société. */
let statements = 0;
const statement = (): string => {
  const bankReference = `OWN-${statements++}`;
  const text = writtenStatement({ id: bankReference, entries: [{ amount: '9.00', bankReference }] });
  return text.replace(/<IBAN>[^<]*</, '<IBAN>FR7630006000011234567890189<');
};

describe.each(drawnDatabases())('the own file of a person ($name)', ({ open }) => {
  const consoleDocuments = () => new Map([[documentId, query]]);
  const gateway = openForGroup(() => startConsole({ open, config: { console: settings }, consoleDocuments }));
  let person: Person;
  let token = '';
  beforeAll(async () => {
    person = await enterPerson(gateway, ['tresorerie']);
    token = await sessionOf(gateway, person, { settings });
  });

  const takeRole = ({ id, name, login }: Person, role: string) =>
    gateway.store.transact((transaction) =>
      transaction.updatePerson({ id, name, login, roles: [role], updatedAt: gateway.now() }),
    );
  async function bring(body: string, of = token) {
    const headers = { ...fromConsole, 'Content-Type': 'application/xml', ...cookie(of) };
    const response = await gateway.get('/console/bank-files?name=a.xml', { method: 'POST', body, headers });
    return { status: response.status, ...((await response.json()) as { id?: string }) };
  }
  async function look(id: string | undefined, of = token) {
    const { body } = await askConsole(gateway, { documentId, variables: { id } }, cookie(of));
    const { data } = body as {
      data: { bankFile: object | null; node: object | null; bankFiles: { edges: { node: { id: string } }[] } };
    };
    const isListed = data.bankFiles.edges.some(({ node }) => node.id === id);
    expect([data.bankFile !== null, data.node !== null]).toEqual([isListed, isListed]);
    return data.bankFile;
  }

  it.each(Object.keys(narrowed))('of another %s is that of others, once the role is narrowed', async (role) => {
    const content = statement();
    await takeRole(person, 'tresorerie');
    const { id } = await bring(content);
    expect(await look(id)).toMatchObject({ id, reason: null });
    await takeRole(person, role);
    expect(await look(id)).toBeNull();
    expect((await bring(content)).status).toBe(403);
  });

  it.each(Object.keys(narrowed))('that could not be read stays its own: narrowed by %s', async (role) => {
    await takeRole(person, 'tresorerie');
    const { id } = await bring(`<x>${role}</x>`);
    await takeRole(person, role);
    expect(await look(id)).toMatchObject({ id, reason: expect.any(String) });
    const other = await enterPerson(gateway, [role]);
    // It has no run mode yet: only a role for all sociétés and targets sees it.
    const seen = await look(id, await sessionOf(gateway, other, { settings }));
    expect(seen !== null).toBe(role === 'runMode');
  });

  it('that its role does not cover is refused, and shows why', async () => {
    await takeRole(person, 'societe');
    const { id } = await bring(statement());
    expect(await look(id)).toMatchObject({ reason: expect.stringContaining('may not') });
  });
});
