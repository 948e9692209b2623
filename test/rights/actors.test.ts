import { describe, expect, it } from 'vitest';
import { createIdentifiers } from '../../src/kernel/identifiers.ts';
import { actorOf } from '../../src/modules/payments/events/payment-event.ts';
import { applyRetention } from '../../src/modules/privacy/apply-retention.ts';
import { inReview, night, paidAtBank, payAtBank } from '../support/at-bank.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated, legacyPath } from '../support/requests.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';
import { eventLogProblems } from '../support/store/event-log.ts';

/** Who brought an event about: each change that a client asks for names it, and what it did not ask for does not. */

describe.each(drawnDatabases())('the actor of an event, on $name', ({ open }) => {
  const gateway = openForGroup(() =>
    startGateway({ open, config: { clients: [clientNamed('shop'), clientNamed('desk')] } }),
  );

  const ask = async (mutation: string, name = 'desk') => {
    const query = `mutation { ${mutation} { __typename ... on PaymentError { message } } }`;
    const { data } = await askGraphql(gateway, query, {}, asClient(name));
    return Object.values(data ?? {})[0];
  };
  const actorsOf = async (id: string) =>
    (await gateway.store.eventsOf(id, 0, 100)).map((event) => [event.type, actorOf(event)]);
  const paid = async (change: object = {}) => {
    return (await paidAtBank(gateway, change, asClient('shop'))).payment.id;
  };
  const booking = () => initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE' }, asClient('shop'));
  const asked = ['INITIATED', 'shop'];
  const byBank = ['STATUS_CHANGED', null];

  it('is the client that cancels', async () => {
    const { id } = (await initiated(gateway, {}, asClient('shop'))).payment;
    await ask(`cancelPayment(input: { id: "${id}" })`);
    expect(await actorsOf(id)).toEqual([asked, ['STATUS_CHANGED', 'desk']]);
  });

  it('is the client that captures', async () => {
    const id = await paid({ capture: 'LATER' });
    await ask(`capturePayment(input: { id: "${id}" })`);
    expect(await actorsOf(id)).toEqual([
      ...[asked, byBank, ['OPERATION_REQUESTED', 'desk'], ['STATUS_CHANGED', 'desk']],
    ]);
  });

  it('is the client that refunds, and where the bank is asked later, the one that settles it by hand', async () => {
    const id = await paid();
    await night(gateway);
    await ask(`refundPayment(input: { id: "${id}", amount: 100 })`);
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'PAYBOX', moment: 'AFTER' });
    await ask(`refundPayment(input: { id: "${id}", amount: 200 })`, 'shop');
    const [, doubted] = await gateway.store.operationsOf(id);
    await ask(`settleOperation(input: { id: "${doubted?.id}", outcome: DONE })`);
    expect(await actorsOf(id)).toEqual([
      ...[asked, byBank, ['OPERATION_REQUESTED', 'desk'], ['REFUND_DONE', 'desk']],
      ...[
        ['OPERATION_REQUESTED', 'shop'],
        ['OPERATION_UNKNOWN', 'shop'],
        ['REFUND_DONE', 'desk'],
      ],
    ]);
  });

  it('is the client that asks the bank, and the one that opens a payment again', async () => {
    const initiation = await initiated(gateway, {}, asClient('shop'));
    const { id, reference } = initiation.payment;
    await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${reference}-1` });
    await payAtBank(initiation);
    expect(await ask(`refreshPayment(id: "${id}")`)).toMatchObject({ __typename: 'RefreshPaymentSuccess' });
    expect(await actorsOf(id)).toEqual([asked, ['STATUS_CHANGED', 'desk']]);
  });

  it('is the client that reviews', async () => {
    const { id } = (await inReview(gateway, {}, asClient('shop'))).payment;
    await ask(`reviewPayment(input: { id: "${id}", status: REFUSED })`);
    expect(await actorsOf(id)).toEqual([asked, ['CONTRADICTION', null], ['STATUS_CHANGED', 'desk']]);
  });

  it('is the client that takes a booking back by its entry', async () => {
    const { id } = (await booking()).payment;
    const [entry] = await gateway.store.journalEntries({
      ...{ idSociete: '1', runMode: 'TEST', limit: 1, beforeId: null },
    });
    await ask(`reverseJournalEntry(input: { id: "${entry?.id}", reason: "essai", operator: "Jeanne" })`);
    const [, cancelled] = await gateway.store.eventsOf(id, 0, 100);
    expect([cancelled?.status, cancelled && actorOf(cancelled)]).toEqual(['CANCELLED', 'desk']);
    // The name of a person never enters the chain.
    expect(JSON.stringify(cancelled)).not.toContain('Jeanne');
    const query = `{ journalEntries(idSociete: "1", runMode: TEST, first: 2) {
      ... on JournalEntryConnection { edges { node { actor operator } } } } }`;
    const { data } = await askGraphql(gateway, query, {}, asClient('desk'));
    const edges = [{ node: { actor: 'desk', operator: 'Jeanne' } }, { node: { actor: null, operator: 'shop' } }];
    expect(data).toEqual({ journalEntries: { edges } });
  });

  it('is recorded where a customer is removed, without the number of the customer', async () => {
    await ask('upsertCustomer(input: { idSociete: "3", idClient: "4711", city: "Paris" })');
    for (const _time of [1, 2]) await ask('removeCustomer(input: { idSociete: "3", idClient: "4711" })');
    const actions = await gateway.store.recordedActions({ subject: '3', beforeId: null, limit: 10 });
    expect(actions).toMatchObject([{ kind: 'REMOVE_CUSTOMER', client: 'desk', operator: null }]);
    expect(JSON.stringify(actions)).not.toMatch(/\b4711\b/);
  });

  it('stands in the line of each request in the log, where there is a client', async () => {
    const from = gateway.logs.length;
    await initiated(gateway, {}, asClient('shop'));
    await gateway.get(legacyPath({ idCommande: 'logged' }, '.json'), { headers: asClient('desk') });
    await gateway.get('/bank-files', {
      method: 'POST',
      headers: { ...asClient('shop'), 'Content-Type': 'text/xml' },
      body: '<x/>',
    });
    await gateway.get('/direct-debit-batches/bat_1/file', { headers: asClient('desk') });
    await gateway.get('/graphql', { method: 'POST', headers: asClient('nobody'), body: '{}' });
    await expect
      .poll(() =>
        gateway.logs
          .slice(from)
          .filter(({ msg }) => msg === 'request')
          .map(({ client }) => client),
      )
      .toEqual(['shop', 'desk', 'shop', 'desk', undefined]);
  });

  it('is empty where the clock erases, and the command where a person does', async () => {
    for (const actor of [undefined, 'command line']) {
      const { id } = (await booking()).payment;
      const later = gateway.now() + 86_400_000;
      const clock = () => later;
      await applyRetention(
        {
          ...{ store: gateway.store, clock, ...(actor && { actor }) },
          identifiers: createIdentifiers(clock),
          eventHandlers: [],
        },
        {
          periods: {
            idempotencyKeyMs: null,
            notificationMs: null,
            unconfirmedFileMs: null,
            operatorMs: null,
            auditMs: null,
            payerMs: 1,
          },
          ...{ isRehearsal: false, limit: 10_000, goesOn: async () => true },
        },
      );
      expect((await actorsOf(id)).at(-1)).toEqual(['ERASED', actor ?? null]);
    }
  });

  it('is seen in GraphQL, and the chain of hashes holds', async () => {
    const { id } = (await initiated(gateway, {}, asClient('shop'))).payment;
    await ask(`cancelPayment(input: { id: "${id}" })`);
    const query = `{ payment(id: "${id}") { events { edges { node { type actor } } } } }`;
    const edges = [{ node: { type: 'INITIATED', actor: 'shop' } }, { node: { type: 'STATUS_CHANGED', actor: 'desk' } }];
    expect((await askGraphql(gateway, query, {}, asClient('desk'))).data).toMatchObject({
      payment: { events: { edges } },
    });
    expect(await eventLogProblems(gateway.store)).toEqual([]);
  });
});
