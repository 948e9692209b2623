import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../../src/schema/index.ts';
import { create, created } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { around, dyingAt, startLives } from '../../support/faults/lives.ts';
import { openForGroup } from '../../support/open-for.ts';
import { type Asking, createAsking } from '../../support/rights/asking.ts';
import { startProduction } from '../../support/rights/clients.ts';
import { senders } from '../../support/rights/senders.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';

/** Each mutation leaves an entry, whatever comes of it; an initiation none. */

const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
const all = { actors: null, action: null, object: null, outcome: null, from: null, until: null };
const [right] = senders;
const reader = senders.find(({ kind }) => kind === 'a client that may only read');

describe.each(drawnDatabases())('the audit log of mutations ($name)', ({ open }) => {
  const gateway = openForGroup(() => startProduction({ open }));
  let asking: Asking;
  beforeAll(() => {
    asking = createAsking(gateway);
  });
  const newest = async () => (await gateway.store.auditEntries(all, null, 1))[0];

  it.each(mutations.filter((name) => name !== 'initiatePayment'))('%s', async (name) => {
    for (const sender of [right, reader]) {
      if (!sender?.caller) throw new Error('there is such a sender');
      const before = (await newest())?.id;
      await asking.ask(`Mutation.${name}`, await asking.newSubject(sender.caller.client), sender.headers);
      const entry = await newest();
      expect(entry?.id).not.toBe(before);
      expect(entry).toMatchObject({ action: name, actor: sender.caller.client, roles: [], operator: null });
      expect(entry?.request).toMatch(/^req_/);
      if (sender === reader) expect(['REFUSED', 'UNCHANGED']).toContain(entry?.outcome);
    }
  });

  it('initiatePayment has none: its event names the client', async () => {
    const before = (await newest())?.id;
    await asking.ask('Mutation.initiatePayment', await asking.newSubject('right'), right?.headers ?? {});
    expect((await newest())?.id).toBe(before);
  });

  it('keeps no text of a request: an object is an id of ours or a société', async () => {
    const query = `mutation { cancelPayment(input: { id: "jean.dupont@exemple.fr" }) { __typename } }`;
    await askGraphql(gateway, query, {}, right?.headers);
    expect(await newest()).toMatchObject({ action: 'cancelPayment', object: null, outcome: 'REFUSED' });
  });
});

describe.each(drawnDatabases())('a gateway that dies between an action and its entry ($name)', (database) => {
  const lives = openForGroup(() => startLives(database, { environment: { LOG_LEVEL: 'silent' } }));
  let count = 0;

  it.each(around('commit:mandate-changed'))('%s: both are there, or neither', async (point) => {
    const idClient = `audit-${count++}`;
    await dyingAt(lives, point, () => create(lives.gateway, { idClient }));
    const mandates = await lives.gateway.store.mandatesOfClient('TEST', '1', idClient, 10);
    const entries = await lives.gateway.store.auditEntries({ ...all, action: 'createMandate' }, null, 10);
    expect(mandates.length).toBe(point.startsWith('before') ? 0 : 1);
    expect(entries.map(({ object }) => object)).toEqual(mandates.map(({ id }) => id));
  });

  it('writes one entry for an action that went well', async () => {
    const { id } = await created(lives.gateway, { idClient: `audit-${count++}` });
    const entries = await lives.gateway.store.auditEntries({ ...all, object: id }, null, 10);
    expect(entries).toMatchObject([{ action: 'createMandate', actor: 'anonymous', outcome: 'DONE', code: null }]);
  });
});
