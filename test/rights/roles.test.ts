import { hash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/kernel/caller.ts';
import type { Person } from '../../src/modules/people/person.ts';
import { readSession } from '../../src/modules/people/read-session.ts';
import { type Role, readyRoles } from '../../src/modules/people/role.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import {
  askConsole,
  cookie,
  enterPerson,
  fromConsole,
  localConsole,
  servicesOf,
  sessionOf,
} from '../support/people/console.ts';
import { legacyPath } from '../support/requests.ts';
import { type Answer, createAsking, expectAnswer, unknownSubject } from '../support/rights/asking.ts';
import { startProduction } from '../support/rights/clients.ts';
import { operations } from '../support/rights/operations.ts';
import { storeView } from '../support/rights/store-view.ts';
import { sampled } from '../support/sample.ts';

/** Every operation by a person of every role, by the console's door: refused in the use case, not only hidden. */

const comptabilite = readyRoles.get('comptabilite') as Role;
const roles = new Map([
  ...readyRoles,
  ['ailleurs', { ...comptabilite, societes: new Set(['2']) }],
  ['essai', { ...comptabilite, runModes: new Set(['TEST'] as const) }],
  ['dcp', { ...comptabilite, origins: new Set(['dcp']) }],
  ['virements', { ...comptabilite, targets: new Set(['MILLIET'] as const) }],
]);
const settings = { ...localConsole, roles };

describe.each(drawnDatabases())('on $name', ({ name: database, open }) => {
  const documents: { now: ReadonlyMap<string, string> } = { now: new Map() };
  const gateway = openForGroup(() =>
    startProduction({ open, config: { console: settings }, consoleDocuments: () => documents.now }),
  );
  const asking = openForGroup(() => createAsking(gateway));

  async function ask(query: string, token: string): Promise<Answer> {
    const documentId = hash('sha256', query);
    documents.now = new Map([[documentId, query]]);
    return (await askConsole(gateway, { documentId }, cookie(token))) as Answer;
  }

  describe.each([...roles.keys()])('%s', (role) => {
    let person: Person;
    let token: string;
    let caller: Caller;
    beforeAll(async () => {
      person = await enterPerson(gateway, [role]);
      token = await sessionOf(gateway, person, { settings });
      const signedIn = await readSession(servicesOf(gateway, settings), token);
      if (!signedIn) throw new Error('the person is signed in');
      caller = signedIn.caller;
    });
    const some = sampled(
      Object.entries(operations).filter(([name]) => !name.startsWith('Subscription.')),
      { about: 25, name: `${database} ${role}` },
    );

    it.each(some)('%s', async (name, operation) => {
      const [root = ''] = name.split('.');
      const asked = (subject: typeof unknownSubject) =>
        ask(`${root.toLowerCase()} { ${operation.field(subject)} }`, token);
      const subject = await asking.newSubject();
      const answer = await asked(subject);
      expectAnswer(answer, name, operation.answer(caller, subject));
      if (operation.reveals?.(caller, subject) !== false) return;
      expect(answer).toEqual(await asked(unknownSubject));
      expect((await gateway.store.paymentById(subject.id))?.version).toBe(1);
    });

    it('sees a payment that another person made in the console by its role alone', async () => {
      const own = await asking.newSubject('console');
      const { field, answer } = operations['Query.payment'] ?? {};
      if (!field || !answer) throw new Error('payments can be read');
      expectAnswer(await ask(`query { ${field(own)} }`, token), 'Query.payment', answer(caller, own));
    });

    it('finds itself, its session and its view by their ids, and others with the right people alone', async () => {
      const other = await enterPerson(gateway, ['lecture']);
      await sessionOf(gateway, other);
      const [theirs] = await gateway.store.sessionsOf(other.id);
      const find = async (id: string | undefined) => {
        const { body } = await ask(`query { node(id: "${id}") { id } }`, token);
        return body.data?.node;
      };
      expect(await find(person.id)).toEqual({ id: person.id });
      expect(await find(caller.person?.sessionId)).toEqual({ id: caller.person?.sessionId });
      const maySeeOthers = caller.person?.rights.has('people') ?? false;
      expect(await find(other.id)).toEqual(maySeeOthers ? { id: other.id } : null);
      expect(await find(theirs?.id)).toEqual(maySeeOthers ? { id: theirs?.id } : null);
      const view = await storeView(gateway, person, { isShared: false });
      expect(await find(view)).toEqual({ id: view });
      expect(await find(await storeView(gateway, other, { isShared: false }))).toBeNull();
    });

    it('is unknown at /graphql, at the old door and where files are sent: a cookie is no identity there', async () => {
      const headers = { ...cookie(token), ...fromConsole };
      const json = JSON.stringify({ query: '{ me { client } }' });
      expect((await gateway.get('/graphql', { method: 'POST', headers, body: json })).status).toBe(401);
      expect((await gateway.get(legacyPath({ idCommande: '0' }, '.json'), { headers })).status).toBe(401);
      expect((await gateway.get('/bank-files', { method: 'POST', headers, body: 'x' })).status).toBe(401);
      expect((await gateway.get('/direct-debit-batches/bat_1/file', { headers })).status).toBe(401);
    });

    it('is named by id in what it does, never by name', async () => {
      const { reference } = await asking.newSubject();
      const query = `mutation { upsertCustomer(input: { idSociete: "1", idClient: "${reference}", city: "Paris" }) {
        ... on UpsertCustomerSuccess { customer { updatedBy updatedByPerson { id name } } } } }`;
      const { body } = await ask(query, token);
      const mayWrite = caller.scopes.has('customers') && caller.societes?.has('1') !== false;
      expect(body.data?.upsertCustomer).toEqual(
        mayWrite
          ? { customer: { updatedBy: `console/${person.id}`, updatedByPerson: { id: person.id, name: person.name } } }
          : {},
      );
    });
  });
});
