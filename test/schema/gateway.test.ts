import { parse, subscribe } from 'graphql';
import { describe, expect, it } from 'vitest';
import { anonymous, type Scope } from '../../src/kernel/caller.ts';
import { schema } from '../../src/schema/index.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { localConsole } from '../support/people/console.ts';
import { enter, ownDocuments } from '../support/people/own-documents.ts';
import { initiated, legacyPath } from '../support/requests.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';
import { ask } from '../support/store/examples.ts';
import { listen } from '../support/streams.ts';
import { endpoint } from '../support/webhooks/told-client.ts';

/** What operators and developers ask the gateway about itself. */
describe.each(drawnDatabases())('the gateway ($name)', ({ open }) => {
  const scopes = (...names: Scope[]) => ({ scopes: new Set(names) });
  const clients = [
    clientNamed('shop', scopes('initiate', 'read'), [
      endpoint('http://127.0.0.1:9/?token=canary', ['whsec_Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5']),
    ]),
    clientNamed('office', scopes('read', 'operations')),
    clientNamed('narrow', { ...scopes('initiate', 'operations'), societes: new Set(['2']) }),
  ];
  const gateway = openForGroup(() => startGateway({ open, config: { clients } }));
  const query = async (text: string, client = 'office') => {
    const { data, errors } = await askGraphql(gateway, `{ ${text} }`, {}, asClient(client));
    expect(errors).toEqual([]);
    return data as Record<string, unknown>;
  };
  const explained = async (url: string, client = 'office', as = '') => {
    const fields =
      'effect effectiveRunMode payment { id } refusal { status code fields { name } } fields { name value from } graphqlTwin { variables }';
    const { explainUrl } = await query(
      `explainUrl(url: ${JSON.stringify(url)} ${as && `client: "${as}"`}) { __typename ... on PaymentError { path } ... on UrlExplanation { ${fields} } }`,
      client,
    );
    return explainUrl as Record<string, unknown>;
  };
  const payments = async () => Number((await ask(gateway.databaseUrl, 'select count(*) as n from payments'))[0]?.n);

  it('explains an old URL, and records nothing', async () => {
    const url = `https://pay.example${legacyPath({ idCommande: 'E1', commentaire: null })}`;
    const before = await payments();
    const first = await explained(url, 'shop');
    expect(first).toMatchObject({ effect: 'NEW_PAYMENT', effectiveRunMode: 'TEST', payment: null, refusal: null });
    expect(first.fields).toContainEqual({ name: 'id_commande', value: 'E1', from: 'path' });
    expect(await payments()).toBe(before);
    const { variables } = first.graphqlTwin as { variables: string };
    expect(JSON.parse(variables)).toMatchObject({ input: { idCommande: 'E1', paymentTarget: 'PAYBOX' } });
  });

  it.each([
    ['?id_commande=', '0', 'default'],
    ['?Id_Commande=', 'E3', 'path'],
    ['?id_commande=E4', 'E4', 'query'],
  ])('says where the value comes from that counts with %s', async (query, value, from) => {
    const { fields } = await explained(legacyPath({ idCommande: 'E3', commentaire: null }) + query, 'shop');
    expect(fields).toContainEqual({ name: 'id_commande', value, from });
  });

  it('finds the payment that the same URL made, as the client that made it', async () => {
    const path = legacyPath({ idCommande: 'E2', commentaire: null });
    const made = await (await gateway.get(`${path}.json`, { headers: asClient('shop') })).json();
    expect(made.payment_id).toMatch(/^pay_/);
    expect(await explained(path, 'office', 'shop')).toMatchObject({
      effect: 'SAME_PAYMENT',
      payment: { id: made.payment_id },
    });
    expect(await explained(path, 'shop')).toMatchObject({ effect: 'SAME_PAYMENT' });
    // It has no right to initiate, and asks as itself.
    expect(await explained(path, 'office')).toMatchObject({
      effect: 'REFUSED',
      refusal: { status: 403, code: 'NotAllowed' },
    });
  });

  it.each([
    ['/payment_initiate/PAYBOX/TEST/CB/web/1/2263/1/CB/0/a@b.fr', 'REFUSED'],
    ['/payment_status/4K7M-9QXT', 'STATUS'],
    ['/graphql', 'NO_OPERATION'],
    ['//', 'NO_OPERATION'],
  ])('says of %s that it is %s', async (url, effect) => {
    expect(await explained(url, 'shop')).toMatchObject({ effect });
  });

  it.each([
    ['no url', 'shop', '', 'InvalidInputError'],
    [`/${'x'.repeat(8000)}`, 'shop', '', 'InvalidInputError'],
    ['/graphql', 'shop', 'office', 'NotAllowedError'],
    ['/graphql', 'office', 'nobody', 'InvalidInputError'],
    ['/graphql', 'narrow', 'shop', 'NotAllowedError'],
  ])('refuses to explain %.20s for %s as %s', async (url, client, as, __typename) => {
    expect(await explained(url, client, as)).toMatchObject({ __typename });
  });

  it('shows its settings without secrets, and its health', async () => {
    const { settings, health } = await query(
      'settings { json remarks } health { isReady reason version configDigest }',
    );
    expect(health).toMatchObject({ isReady: true, reason: null });
    const { json } = settings as { json: string };
    expect(JSON.parse(json)).toMatchObject({ deployment: 'development' });
    expect(json).not.toMatch(/canary|whsec_Y2/);
    expect(await query('settings { json }', 'shop')).toEqual({ settings: null });
    expect(await query('settings { json }', 'narrow')).toEqual({ settings: null });
    await query('settings { json }');
    const all = { actors: null, object: null, outcome: null, from: null, until: null };
    expect(await gateway.store.auditEntries({ ...all, action: 'showSettings' }, null, 10)).toMatchObject([
      { actor: 'office', object: null, outcome: 'DONE', request: expect.stringMatching(/^req_/) },
    ]);
  });

  it('shows the requests of people to operators alone: all people have one client', async () => {
    const { consoleDocuments, ask: askOwn } = ownDocuments();
    await using other = await startGateway({
      ...{ databaseUrl: gateway.databaseUrl, folder: gateway.folder, config: { clients, console: localConsole } },
      consoleDocuments,
    });
    const person = await enter(other, 'lecture');
    for (const _time of [1, 2]) expect(await askOwn(other, person, '{ requestLog { id } }')).toEqual([]);
  });

  it('shows the last requests by route and client, without path and query', async () => {
    await gateway.get(legacyPath({ email: 'canari@example.fr', amount: 0 }), { headers: asClient('shop') });
    await gateway.get('/nowhere/canari?x=canari');
    const { requestLog } = await query(
      'requestLog(first: 100) { id at method route client status isAborted durationMs }',
    );
    const requests = requestLog as { client: string | null; route: string; status: number; id: string }[];
    expect(requests[0]).toMatchObject({ route: expect.any(String), client: null, status: 404 });
    expect(requests[1]).toMatchObject({
      client: 'shop',
      method: 'GET',
      status: 400,
      isAborted: false,
      id: expect.stringMatching(/^req_/),
    });
    expect(JSON.stringify(requests)).not.toContain('canari');
    const { requestLog: own } = await query('requestLog { client }', 'shop');
    expect(new Set((own as { client: string }[]).map(({ client }) => client))).toEqual(new Set(['shop']));
    const { requestLog: failed } = await query('requestLog(client: "shop", failed: true, first: 1) { status }');
    expect(failed).toEqual([{ status: 400 }]);
  });

  it('verifies the ledger, and names what does not hold', async () => {
    const { payment } = await initiated(gateway, {}, asClient('shop'));
    await gateway.pass(120_000, 'ledger');
    const verified = async () => {
      const stream = await listen(
        gateway,
        'subscription { ledgerVerification { payments isBusy report { holds problemCount problems { kind place } lastAnchor } } }',
        asClient('office'),
      );
      while (await stream.goesOn());
      const messages = [...stream.heard().matchAll(/^data: ?(\{.*)$/gm)].map(([, json]) => JSON.parse(String(json)));
      return messages.at(-1).data.ledgerVerification;
    };
    expect(await verified()).toMatchObject({
      isBusy: false,
      report: { holds: true, problemCount: 0, problems: [], lastAnchor: expect.stringMatching(/^\d+:/) },
    });
    await ask(gateway.databaseUrl, `update payments set amount_cents = 1 where id = '${payment.id}'`);
    const { report } = await verified();
    expect(report).toMatchObject({ holds: false, problems: [{ place: payment.id }] });
    await ask(gateway.databaseUrl, `update payments set amount_cents = 1250 where id = '${payment.id}'`);
  });

  it('stops a verification when the session or the right of who asked has ended', async () => {
    const wanted: boolean[] = [];
    const verifyLedger = async ({ isWanted }: { readonly isWanted: () => boolean }) => {
      wanted.push(isWanted());
      return null;
    };
    const document = parse('subscription { ledgerVerification { isBusy } }');
    const settings = { deployment: 'development' };
    for (const now of [anonymous, { ...anonymous, societes: new Set(['1']) }, null]) {
      const contextValue = { caller: anonymous, callerNow: () => now, services: { verifyLedger, settings } };
      const stream = await subscribe({ schema, document, contextValue });
      if (Symbol.asyncIterator in stream) for await (const _message of stream);
    }
    expect(wanted).toEqual([true, false, false]);
  });

  it('verifies one at a time', async () => {
    const until = gateway.now() + 60_000;
    const lease = { name: 'ledger-verification', holder: 'another gateway', now: gateway.now(), until };
    await gateway.store.transact((transaction) => transaction.claimLease(lease));
    const stream = await listen(
      gateway,
      'subscription { ledgerVerification { isBusy report { holds } } }',
      asClient('office'),
    );
    while (await stream.goesOn());
    expect(stream.heard()).toContain('{"ledgerVerification":{"isBusy":true,"report":null}}');
    await gateway.store.transact((transaction) => transaction.releaseLease(lease.name, lease.holder));
  });
});
