import { getNullableType, isNonNullType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/kernel/caller.ts';
import type { Approval } from '../../src/modules/payments/operations/approval.ts';
import { typenameOf } from '../../src/schema/builder.ts';
import { schema } from '../../src/schema/index.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import type { TestGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { enterPerson, sessionOf } from '../support/people/console.ts';
import { createBelongings } from '../support/rights/belongings.ts';
import { startProduction, withKey } from '../support/rights/clients.ts';
import { atBank, inLive, may, ofPayment, ofSociete } from '../support/rights/powers.ts';
import { senders } from '../support/rights/senders.ts';
import { storeView } from '../support/rights/store-view.ts';
import { sampled } from '../support/sample.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';
import { identifiers } from '../support/store/examples.ts';

/** `node(id:)` finds everything that has an id, for exactly those who may see it by its own query. */

const typesWithId = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => {
    const { id } = type.getFields();
    return id && isNonNullType(id.type) && getNullableType(id.type).toString() === 'ID';
  });

it.each(typesWithId.map((type) => ({ name: type.name, type })))('$name is a Node', ({ type }) => {
  expect(type.getInterfaces().map(({ name }) => name)).toContain('Node');
});

const ofMandate = (caller: Caller): boolean =>
  caller.scopes.has('mandates') && ofSociete(caller) && atBank(caller) && inLive(caller);
const ofNotification = (caller: Caller): boolean => may(caller, 'replay') && ofPayment(caller);

type Node = { readonly type: string; readonly id: string; readonly sees: (caller: Caller) => boolean };

describe.each(drawnDatabases())('on $name', ({ name: database, open }) => {
  const gateway = openForGroup(() => startProduction({ open }));
  const nodes = openForGroup(() => createNodes(gateway));
  let asked = 0;

  async function askNode(id: string, headers: Record<string, string>, fragment = '') {
    const address = { 'X-Forwarded-For': `198.51.${asked >> 8}.${asked++ & 255}` };
    const query = `{ node(id: "${id}") { __typename id ${fragment} } }`;
    const { status, text } = await askGraphql(gateway, query, {}, { ...address, ...headers });
    return { status, answer: JSON.parse(text) as object };
  }

  const kinds = [
    ...['payment', 'attempt', 'first event', 'later event', 'operation', 'mandate', 'event of a mandate', 'batch'],
    ...['file', 'exception', 'entry', 'notification', 'webhook', 'action on a notification', 'action on a webhook'],
    ...['person', 'session', 'approval', 'saved view'],
  ];
  const cases = senders.flatMap((sender) => kinds.map((kind) => [`${sender.kind}: ${kind}`, sender, kind] as const));

  it.each(sampled(cases, { about: 60, name: `${database} nodes` }))('%s', async (_name, { headers, caller }, kind) => {
    const node = nodes[kind] as Node;
    const { status, answer } = await askNode(node.id, headers);
    if (caller === null) {
      expect(status).toBe(401);
      return;
    }
    const found = node.sees(caller) ? { __typename: node.type, id: node.id } : null;
    expect(answer).toEqual({ data: { node: found } });
  });

  it('shows the owner each of them', async () => {
    const owner = withKey('owner');
    for (const kind of kinds) {
      // What is done at the bank's accounts is not for a client of another target, owner or not.
      const { type, id } = nodes[kind] as Node;
      const { answer } = await askNode(id, owner);
      const isOfPayment = /^(pay|att|evt|ope|ntf|msg|act|apr)_/.test(id);
      if (isOfPayment) expect([kind, answer]).toEqual([kind, { data: { node: { __typename: type, id } } }]);
    }
  });

  it('is a refund where the fragments ask for nothing else of an operation', async () => {
    const owner = withKey('owner');
    const { id } = nodes.operation as Node;
    const refund = { __typename: 'Refund', id, amount: { cents: 1 } };
    expect((await askNode(id, owner, '... on Refund { amount { cents } }')).answer).toEqual({ data: { node: refund } });
    const both = '... on Refund { amount { cents } } ... on PaymentOperation { kind }';
    const operation = { __typename: 'PaymentOperation', id, kind: 'REFUND' };
    expect((await askNode(id, owner, both)).answer).toEqual({ data: { node: operation } });
  });

  it.each(['', '_', 'pay', 'pay_', 'xyz_1', `xyz_${'0'.repeat(32)}`, '__proto___1', 'constructor_1', 'evt_zzzz'])(
    'is null for %j',
    async (id) => {
      expect((await askNode(id, withKey('owner'))).answer).toEqual({ data: { node: null } });
    },
  );

  it('is null for an id of each kind that is not there', async () => {
    for (const { id } of Object.values(nodes)) {
      const unknown = `${id.slice(0, 4)}${'0'.repeat(32)}`;
      expect((await askNode(unknown, withKey('owner'))).answer).toEqual({ data: { node: null } });
    }
  });
});

const waitingApproval = (id: string, paymentId: string, at: number): Approval => ({
  kind: 'REFUND',
  ...{ id, paymentId, operationId: identifiers.newId('ope'), runMode: 'LIVE', amountCents: 1, cause: 'PAYMENT' },
  ...{ requestedBy: 'owner', status: 'PENDING', createdAt: at, expiresAt: at + 60_000 },
  ...{ decidedBy: null, decidedAt: null, reason: null },
});

async function createNodes(gateway: TestGateway): Promise<Readonly<Record<string, Node>>> {
  const { store } = gateway;
  const things = await createBelongings(gateway);
  const { operation, notification, mandate, delivery } = things;
  const at = gateway.now();
  const mandateEventId = identifiers.newId('mev');
  const payment = await store.paymentById(operation.paymentId);
  if (!payment) throw new Error('the payment is there');
  const [attempt] = await store.attemptsOf(payment.id);
  const actions = { notification: identifiers.newId('act'), webhook: identifiers.newId('act') };
  const later = identifiers.newId('evt');
  const approval = identifiers.newId('apr');
  await store.transact(async (transaction) => {
    await transaction.appendMandateEvent({
      ...{ id: mandateEventId, mandateId: mandate.id, sequence: 1, type: 'CREATED', status: 'DRAFT', by: 'owner', at },
      data: { rum: mandate.rum, scheme: mandate.scheme, ibanLast4: '2606' },
    });
    await transaction.updatePayment(payment.id, payment.version, { updatedAt: at });
    const of = { paymentId: payment.id, status: payment.status, at };
    await transaction.appendEvent({ id: later, ...of, type: 'ERASED', data: {} }, payment.version + 1);
    const action = { at, client: 'owner', operator: null } as const;
    await transaction.insertAction({
      ...{ ...action, id: actions.notification, kind: 'REPLAY_NOTIFICATION', subject: notification.id },
    });
    await transaction.insertApproval(waitingApproval(approval, payment.id, at));
    await transaction.insertAction({
      ...{ ...action, id: actions.webhook, kind: 'REPLAY_WEBHOOK', subject: delivery.id },
    });
  });
  const person = await enterPerson(gateway, ['lecture']);
  const view = await storeView(gateway, person, { isShared: true });
  await sessionOf(gateway, person);
  const [session] = await store.sessionsOf(person.id);
  const [first] = await store.eventsOf(payment.id, 0, 1);
  const isOwner = ({ client }: Caller): boolean => client === 'owner';
  const node = (id: string, sees: Node['sees']): Node => ({ id, sees, type: typenameOf(id) ?? '' });
  return {
    payment: node(payment.id, ofPayment),
    attempt: node(attempt?.id ?? '', ofPayment),
    'first event': node(first?.id ?? '', ofPayment),
    'later event': node(later, ofPayment),
    operation: node(operation.id, ofPayment),
    mandate: node(mandate.id, ofMandate),
    'event of a mandate': node(mandateEventId, ofMandate),
    batch: node(
      things.batch.id,
      (caller) => may(caller, 'batches') && ofMandate({ ...caller, scopes: new Set(['mandates']) }),
    ),
    file: node(
      things.file.id,
      (caller) => may(caller, 'bankFiles') && ofSociete(caller) && atBank(caller) && inLive(caller),
    ),
    exception: node(
      things.exception.id,
      (caller) => may(caller, 'decide') && ofSociete(caller) && atBank(caller) && inLive(caller),
    ),
    entry: node(things.entry.id, (caller) => may(caller, 'accounting') && ofSociete(caller) && inLive(caller)),
    notification: node(notification.id, ofNotification),
    webhook: node(delivery.id, isOwner),
    'action on a notification': node(actions.notification, ofNotification),
    'action on a webhook': node(actions.webhook, isOwner),
    // A program sees none; `roles.test.ts` asks as people.
    person: node(person.id, () => false),
    'saved view': node(view, () => false),
    session: node(session?.id ?? '', () => false),
    approval: node(approval, (caller) => isOwner(caller) && ofPayment(caller)),
  };
}
