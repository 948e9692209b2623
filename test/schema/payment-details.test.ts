import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Caller, type Scope } from '../../src/kernel/caller.ts';
import { webhooksOfPayments } from '../../src/modules/webhooks/read-webhooks.ts';
import { notifyCard } from '../support/accounting/books.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';
import { countedCalls } from '../support/store/counted-calls.ts';
import { newSecret } from '../support/webhooks/receiver.ts';
import { endpoint } from '../support/webhooks/told-client.ts';

const document = `query ($id: ID!) { payment(id: $id) {
  client payer { lastName phone } legacyUrl graphqlTwin { query variables }
  notifications { outcome raw { method fields { name value } } } journalEntries { kind lines { account } }
  bankExceptions { kind } webhookDeliveries { type }
} }`;

type Details = {
  readonly notifications: readonly { readonly raw: { readonly fields: readonly { name: string; value: string }[] } }[];
  readonly legacyUrl: string;
  readonly graphqlTwin: { readonly query: string; readonly variables: string };
};

const { calls, counting } = countedCalls();

describe.each(drawnDatabases())('what the back office sees of a payment ($name)', ({ open }) => {
  const hook = endpoint('http://127.0.0.1:9/', [newSecret()]);
  const scopes = (...names: Scope[]): Partial<Caller> => ({ scopes: new Set(names) });
  const clients = [
    clientNamed('shop', {}, [hook]),
    clientNamed('office', scopes('read', 'operations')),
    clientNamed('reader', scopes('read')),
  ];
  const gateway = openForGroup(() => startGateway({ open, config: { clients }, around: counting }));
  const payer = { lastName: 'Canari', phone: '+33612345678' };
  const ids: string[] = [];
  const detailsAs = async (client: string, id = ids[0]): Promise<Details> => {
    const { data, errors } = await askGraphql(gateway, document, { id }, asClient(client));
    expect(errors).toEqual([]);
    return data?.payment as Details;
  };

  beforeAll(async () => {
    for (const idCommande of ['D1', 'D2']) {
      const change = { idCommande, payer, commentaire: 'à 50 %/café', idOrigin: 'télévente' };
      const paid = await initiated(gateway, { ...change, paymentTarget: 'LABANQUEPOSTALE' }, asClient('shop'));
      await notifyCard(gateway, paid, { vads_cust_email: 'canari@example.fr', vads_cust_first_name: 'Canari' });
      ids.push(paid.payment.id);
    }
  });

  it('is everything that is known, for the back office', async () => {
    const details = await detailsAs('office');
    expect(details).toMatchObject({
      ...{ client: 'shop', payer, bankExceptions: [], webhookDeliveries: [] },
      journalEntries: [{ kind: 'CARD_PAID', lines: [{ account: '511500' }, { account: '411000' }] }],
    });
    const values = new Map(details.notifications[0]?.raw.fields.map(({ name, value }) => [name, value]));
    expect(values.get('vads_trans_status')).toBe('CAPTURED');
    expect(values.get('vads_cust_email')).toMatch(/^\[(email \w+|masked)\]$/);
    expect(values.get('vads_cust_first_name')).toBe('[masked]');
    expect(JSON.stringify(details.notifications)).not.toMatch(/canari|Hélène/i);
  });

  it('is less without the scopes', async () => {
    const nothing = { journalEntries: [], bankExceptions: [], notifications: [], webhookDeliveries: [], payer: null };
    const details = await detailsAs('reader');
    expect(details).toMatchObject({ ...nothing, client: 'shop' });
    expect(details.graphqlTwin.variables).not.toContain('Canari');
  });

  it('has the webhooks of the client that asks, and those of every client for a person', async () => {
    const types = { webhookDeliveries: [{ type: 'payment.paid' }, { type: 'payment.initiated' }] };
    expect(await detailsAs('shop')).toMatchObject(types);
    const person = { ...{ id: 'per_1', name: 'Camille', roles: [], rights: new Set<never>() } };
    const proof = { refundLimitCents: 0, sessionId: 'ses_1', confirmedAt: null, confirmedUntil: null };
    const caller: Caller = { ...anonymous, client: 'console', person: { ...person, ...proof } };
    expect(await webhooksOfPayments(gateway, caller, ids)).toHaveLength(4);
    expect(await webhooksOfPayments(gateway, { ...caller, ...scopes('read') }, ids)).toEqual([]);
  });

  it('leads to the same payment at either door', async () => {
    const { legacyUrl, graphqlTwin } = await detailsAs('office');
    expect(legacyUrl).toMatch(
      /\/payment_initiate\/LABANQUEPOSTALE\/TEST\/CB\/t%C3%A9l%C3%A9vente\/1\/.*%2Fcaf%C3%A9\.json$/,
    );
    const path = legacyUrl.slice(legacyUrl.indexOf('/payment_initiate'));
    const answer = await (await gateway.get(path, { headers: asClient('shop') })).json();
    expect(answer).toMatchObject({ id_commande: 'D1', commentaire: 'à 50 %/café', id_origin: 'télévente' });
    const asked = await askGraphql(gateway, graphqlTwin.query, JSON.parse(graphqlTwin.variables), asClient('shop'));
    expect(asked.errors).toEqual([]);
    expect(asked.data).toMatchObject({ initiatePayment: { __typename: 'InitiatePaymentSuccess' } });
    const { payment } = (asked.data as { initiatePayment: { payment: { id: string } } }).initiatePayment;
    const [one, other] = await Promise.all([
      gateway.store.paymentById(ids[0] ?? ''),
      gateway.store.paymentById(payment.id),
    ]);
    const { idCommande, amountCents, email, payer: given, commentaire, capture } = other ?? {};
    expect(one).toMatchObject({ idCommande, amountCents, email, payer: given, commentaire, capture });
  });

  it('is read once for a whole page', async () => {
    calls.length = 0;
    const page = `{ payments(filter: { client: "shop" }) { edges { node {
      notifications { raw { method } } journalEntries { kind } bankExceptions { kind } webhookDeliveries { type }
    } } } }`;
    const { data, errors } = await askGraphql(gateway, page, {}, asClient('shop'));
    expect(errors).toEqual([]);
    expect((data as { payments: { edges: unknown[] } }).payments.edges.length).toBeGreaterThanOrEqual(2);
    expect(calls.toSorted()).toEqual(
      ['payments', 'notificationsOfPayments', 'wholeNotifications', 'journalEntriesOfPayments']
        .concat('bankExceptionsOfPayments', 'webhooksOfPayments')
        .toSorted(),
    );
  });
});
