import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/kernel/caller.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { type Belongings, createBelongings } from '../support/rights/belongings.ts';
import { startProduction } from '../support/rights/clients.ts';
import { atBank, inLive, may, ofPayment, ofSociete } from '../support/rights/powers.ts';
import { senders } from '../support/rights/senders.ts';
import { sampled } from '../support/sample.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';

/**
 * Everything that is no payment (mandates, files, entries, messages…), by every kind of sender. A sender with the right
 * finds it by every way. To all others it looks absent, whatever they try.
 */

type Thing = {
  readonly sees: (caller: Caller) => boolean;
  /** Its id, and that of one of its kind that is not there. */
  readonly id: (belongings: Belongings) => string;
  readonly unknown: string;
  /** Fields that show it by its id. */
  readonly looks: readonly ((id: string) => string)[];
  /** Fields whose lists hold it for a sender that may see it. */
  readonly lists: readonly string[];
  /** Mutations, which those who see it do not try here, but where they take a key. */
  readonly changes: readonly ((id: string) => string)[];
  /** They move or promise real money. */
  readonly movesMoney?: true;
};

const zeros = '0'.repeat(32);
const change =
  (name: string, more = '') =>
  (id: string) =>
    `${name}(input: { id: "${id}"${more} }) { __typename ... on PaymentError { code path message } }`;

const things: Readonly<Record<string, Thing>> = {
  'a mandate': {
    movesMoney: true,
    sees: (caller) => caller.scopes.has('mandates') && ofSociete(caller) && atBank(caller) && inLive(caller),
    id: ({ mandate }) => mandate.id,
    unknown: `mdt_${zeros}`,
    looks: [(id) => `mandate(id: "${id}") { id }`],
    lists: ['mandate(rum: "RUM-1") { id }', 'mandates(filter: { idClient: "kept" }) { edges { node { id } } }'],
    changes: [
      change('signMandate', ', signedOn: "2025-01-15", method: "PAPER"'),
      ...['activateMandate', 'suspendMandate', 'resumeMandate', 'revokeMandate'].map((name) => change(name)),
      change('amendMandate', ', endsWithNext: true'),
    ],
  },
  'a batch of direct debits': {
    movesMoney: true,
    sees: (caller) => may(caller, 'batches') && ofSociete(caller) && atBank(caller) && inLive(caller),
    id: ({ batch }) => batch.id,
    unknown: `bat_${zeros}`,
    looks: [(id) => `directDebitBatch(id: "${id}") { id }`],
    lists: ['directDebitBatches { edges { node { id } } }'],
    changes: [change('cancelDirectDebitBatch'), change('markDirectDebitBatchSubmitted')],
  },
  'a file of a bank': {
    sees: (caller) => may(caller, 'bankFiles') && ofSociete(caller) && atBank(caller) && inLive(caller),
    id: ({ file }) => file.id,
    unknown: `bkf_${zeros}`,
    looks: [(id) => `bankFile(id: "${id}") { id }`, (id) => `node(id: "${id}") { id }`],
    lists: ['bankFiles { edges { node { id } } }'],
    changes: [change('confirmBankFile'), change('rejectBankFile', ', reason: "essai"')],
  },
  'an exception of a file': {
    movesMoney: true,
    sees: (caller) => may(caller, 'decide') && ofSociete(caller) && atBank(caller) && inLive(caller),
    id: ({ exception }) => exception.id,
    unknown: `bkx_${zeros}`,
    looks: [(id) => `node(id: "${id}") { id }`],
    lists: ['bankExceptions { edges { node { id } } }'],
    changes: [change('resolveBankException', ', resolution: HANDLED, reason: "essai"')],
  },
  'an entry of the books': {
    movesMoney: true,
    sees: (caller) => may(caller, 'accounting') && ofSociete(caller) && inLive(caller),
    id: ({ entry }) => entry.id,
    unknown: `jrn_${zeros}`,
    looks: [],
    lists: [
      'journalEntries(idSociete: "1", runMode: LIVE) { ... on JournalEntryConnection { edges { node { id } } } }',
    ],
    changes: [change('reverseJournalEntry', ', reason: "essai"')],
  },
  // Of the client alone whose it is, and that is none of these.
  'a webhook of another client': {
    sees: () => false,
    id: ({ delivery }) => delivery.id,
    unknown: `msg_${zeros}`,
    looks: [],
    lists: ['webhookDeliveries { edges { node { id } } }'],
    changes: [change('replayWebhookDelivery')],
  },
  'a message of a bank': {
    sees: (caller) => may(caller, 'replay') && ofPayment(caller),
    id: ({ notification }) => notification.id,
    unknown: `ntf_${zeros}`,
    looks: [],
    lists: ['notifications { edges { node { id } } }'],
    changes: [change('replayNotification')],
  },
  'an operation at a bank': {
    movesMoney: true,
    sees: (caller) => may(caller, 'decide') && ofPayment(caller),
    id: ({ operation }) => operation.id,
    unknown: `ope_${zeros}`,
    looks: [],
    lists: [],
    changes: [(id) => change('settleOperation', ', outcome: DONE')(id)],
  },
  'a customer': {
    sees: (caller) => may(caller, 'customers') && ofSociete(caller),
    id: ({ customer }) => customer.idClient,
    unknown: 'nobody',
    looks: [(id) => `customer(idSociete: "1", idClient: "${id}") { idClient }`],
    lists: ['customers { edges { node { idClient } } }'],
    changes: [(id) => `removeCustomer(input: { idSociete: "1", idClient: "${id}" }) { __typename }`],
  },
};

describe.each(drawnDatabases())('on $name', ({ name: database, open }) => {
  let asked = 0;

  const gateway = openForGroup(() => startProduction({ open }));
  const belongings = openForGroup(() => createBelongings(gateway));

  // Each from an address of its own, so that no rate is reached.
  const withAddress = (given: Record<string, string>) => ({
    'X-Forwarded-For': `198.51.${asked >> 8}.${asked++ & 255}`,
    ...given,
  });
  async function ask(root: 'query' | 'mutation', field: string, headers: Record<string, string>) {
    const sent = withAddress({ Accept: 'application/json', ...headers });
    const { status, text } = await askGraphql(gateway, `${root} { ${field} }`, {}, sent);
    return { status, text };
  }
  async function get(path: string, headers: Record<string, string>, init: RequestInit = {}) {
    const response = await gateway.get(path, { ...init, headers: withAddress(headers) });
    return { status: response.status, text: await response.text() };
  }

  describe.each(senders)('$kind', ({ kind, headers, caller }) => {
    const some = sampled(Object.entries(things), { about: 4, name: `${database} ${kind}` });
    it.each(some)('%s', async (_name, { sees, id, unknown, looks, lists, changes, movesMoney }) => {
      const known = id(belongings);
      const isSeen = caller !== null && sees(caller);
      for (const look of looks) {
        const answer = await ask('query', look(known), headers);
        expect([answer.status, answer.text.includes(known)]).toEqual([caller === null ? 401 : 200, isSeen]);
        if (!isSeen) expect(answer).toEqual(await ask('query', look(unknown), headers));
      }
      for (const list of lists) {
        const { status, text } = await ask('query', list, headers);
        expect([status, text.includes(known)]).toEqual([caller === null ? 401 : 200, isSeen]);
      }
      const lacksKey = isSeen && movesMoney && caller.keylessRefusal !== undefined;
      for (const attempt of lacksKey ? changes : []) {
        expect((await ask('mutation', attempt(known), headers)).text).toMatch(/"NOT_ALLOWED".*keylessMoney/);
      }
      if (isSeen) return;
      for (const attempt of changes) {
        const answer = await ask('mutation', attempt(known), headers);
        expect(answer.text).not.toMatch(/Success"|"__typename":"MandateState/);
        expect(answer).toEqual(await ask('mutation', attempt(unknown), headers));
      }
    });

    it('the file of a batch', async () => {
      const isSeen = caller !== null && (things['a batch of direct debits']?.sees(caller) ?? false);
      const answer = await get(`/direct-debit-batches/${belongings.batch.id}/file`, headers);
      if (isSeen && caller.keylessRefusal !== undefined) {
        return expect(answer).toEqual({ status: 403, text: expect.stringMatching(/"NOT_ALLOWED".*keylessMoney/) });
      }
      if (isSeen) return expect(answer).toEqual({ status: 200, text: String(belongings.batchBytes) });
      expect(answer.status).toBe(caller === null ? 401 : 404);
      expect(answer).toEqual(await get(`/direct-debit-batches/bat_${zeros}/file`, headers));
    });

    it('sending a file of a bank', async () => {
      const init = { method: 'POST', body: `<x>${asked}</x>` };
      const { status } = await get('/bank-files?name=a.xml', { 'Content-Type': 'text/xml', ...headers }, init);
      const mayUpload = caller !== null && may(caller, 'bankFiles') && atBank(caller);
      expect(status).toBe(mayUpload ? 422 : caller === null ? 401 : 403);
    });

    it('looking into the customer’s pages, for which the link alone is the right', async () => {
      const token = 'B'.repeat(24);
      for (const path of [
        `/pay/${token}`,
        `/pay/${token}/events`,
        `/pay/${token}/return/success`,
        `/mandates/${token}`,
      ]) {
        expect((await get(path, headers)).status).toBe(404);
      }
    });
  });

  it('nothing was changed by all of that', async () => {
    const { mandate, batch, exception, entry, operation, customer, delivery, notification } = belongings;
    const { store } = gateway;
    expect(await store.mandateById(mandate.id)).toEqual(mandate);
    expect(await store.directDebitBatch(batch.id)).toMatchObject({ status: 'CREATED' });
    expect(await store.bankException(exception.id)).toEqual(exception);
    expect(await store.operation(operation.id)).toEqual(operation);
    expect(await store.customer(customer)).toEqual(customer);
    expect(await store.webhookDelivery(delivery.id)).toEqual(delivery);
    expect((await store.notification(notification.id))?.outcome).toEqual(notification.outcome);
    expect((await store.journalEntry(entry.id))?.lines).toEqual(entry.lines);
    expect(await store.reversalOf(entry.id)).toBeNull();
  });
});
