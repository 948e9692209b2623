import { describe, expect, it } from 'vitest';
import { ImportBankFileDocument } from '../../generated/graphql.ts';
import { transferOf } from '../../support/bank-statements/bank-gateway.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { batch, debit } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { cookie, enterPerson, fromConsole, sessionOf, startConsole } from '../../support/people/console.ts';
import { linkOfConsole } from '../../support/people/exports.ts';
import { initiated } from '../../support/requests.ts';

/** Files that are brought and taken outside of GraphQL leave an entry too, which names the file. */

const all = { actors: null, action: null, object: null, outcome: null, from: null, until: null };

describe.each(drawnDatabases())('the audit log of files ($name)', ({ open }) => {
  const clients = [clientNamed('bank'), clientNamed('reader', { scopes: new Set(['read']) })];
  const gateway = openForGroup(() =>
    startConsole({ open, config: { clients }, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }),
  );
  const signIn = async (role: string) => sessionOf(gateway, await enterPerson(gateway, [role]));
  const entries = (action: string) => gateway.store.auditEntries({ ...all, action }, null, 10);
  const newest = async (action: string) => (await entries(action))[0];
  const fileNow = async () => (await gateway.store.bankFiles({ limit: 1, beforeId: null, visibleTo: null }))[0]?.id;
  const byKey = (body: string, name = 'bank') =>
    gateway.get('/bank-files?name=a.xml', {
      method: 'POST',
      headers: { ...asClient(name), 'Content-Type': 'application/xml' },
      body,
    });
  const byPage = async (role: string, body: string) =>
    gateway.get('/console/bank-files?name=a.xml', {
      method: 'POST',
      headers: { ...fromConsole, ...cookie(await signIn(role)) },
      body,
    });

  it('has who brought a file by a key, and that it came again', async () => {
    const response = await byKey(transferOf('1.00', 'A', 'A1'));
    const done = { actor: 'bank', object: await fileNow(), request: response.headers.get('X-Request-Id') };
    expect(await entries('importBankFile')).toMatchObject([{ ...done, outcome: 'DONE' }]);
    await byKey(transferOf('1.00', 'A', 'A1'));
    expect(await entries('importBankFile')).toMatchObject([
      { outcome: 'UNCHANGED', object: done.object },
      { outcome: 'DONE' },
    ]);
  });

  it('has the person who brought a file to the console, and the file, once', async () => {
    const before = (await entries('importBankFile')).length;
    const response = await byPage('tresorerie', transferOf('2.00', 'B', 'B1'));
    expect(response.status).toBe(200);
    expect(await newest('importBankFile')).toMatchObject({
      ...{ actor: expect.stringMatching(/^console\/per_/), roles: ['tresorerie'], outcome: 'DONE' },
      ...{ object: await fileNow(), request: response.headers.get('X-Request-Id') },
    });
    expect(await entries('importBankFile')).toHaveLength(before + 1);
  });

  it('names the file that came by GraphQL, once', async () => {
    const before = (await entries('importBankFile')).length;
    const input = { name: 'a.xml', content: transferOf('3.00', 'C', 'C1') };
    await gateway.send(ImportBankFileDocument, { input }, asClient('bank'));
    expect(await newest('importBankFile')).toMatchObject({ outcome: 'DONE', object: await fileNow() });
    expect(await entries('importBankFile')).toHaveLength(before + 1);
  });

  it.each([
    ['a client', async () => byKey('<a/>', 'reader')],
    ['a person', async () => byPage('lecture', '<a/>')],
  ])('has the refusal of %s without the right', async (_who, send) => {
    const response = await send();
    expect(response.status).toBe(403);
    expect(await newest('importBankFile')).toMatchObject({
      ...{ outcome: 'REFUSED', code: 'NOT_ALLOWED', object: null },
      request: response.headers.get('X-Request-Id'),
    });
  });

  it('has each download of a file for the bank, which holds whole accounts', async () => {
    await signed(gateway, { idClient: 'down' }, asClient('bank'));
    await initiated(gateway, { ...debit, idClient: 'down' }, asClient('bank'));
    const made = await batch(gateway, {}, asClient('bank'));
    const id = made.__typename === 'CreateDirectDebitBatchSuccess' ? made.batches[0]?.id : null;
    const person = { ...linkOfConsole, ...cookie(await signIn('tresorerie')) };
    const taken = [
      await gateway.get(`/direct-debit-batches/${id}/file`, { headers: asClient('bank') }),
      await gateway.get(`/console/direct-debit-batches/${id}/file`, { headers: person }),
      await gateway.get(`/console/direct-debit-batches/${id}/file`, { headers: person }),
    ];
    expect(taken.map(({ status }) => status)).toEqual([200, 200, 200]);
    const requests = taken.map(({ headers }) => headers.get('X-Request-Id')).toReversed();
    const downloads = await entries('downloadBatchFile');
    expect(downloads.map(({ request, object }) => [request, object])).toEqual(requests.map((one) => [one, id]));
    expect(downloads.map(({ actor }) => actor.slice(0, 12))).toEqual(['console/per_', 'console/per_', 'bank']);
  });
});
