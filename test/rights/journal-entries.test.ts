import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/modules/people/person.ts';
import { ImportBankFileDocument } from '../generated/graphql.ts';
import { notifyCard, recorded } from '../support/accounting/books.ts';
import { credit, writtenStatement } from '../support/bank-statements/written-files.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { consoleOperations } from '../support/console/operations.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startBeside, startGateway, type TestGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { askConsole, cookie, enterPerson, localConsole, resultIn, sessionOf } from '../support/people/console.ts';
import { cardPayment, countPayments, initiate, initiated } from '../support/requests.ts';
import { startProduction } from '../support/rights/clients.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';

/**
 * Who may reverse an entry of the books, and whom it names: a client may name someone of its own, never a person of the
 * console.
 */

type Named = { readonly id: string; readonly operator: string | null; readonly operatorPerson: object | null };
type Booked = { readonly payment: { readonly id: string } };
type Refused = { readonly __typename: string; readonly path?: readonly string[]; readonly message?: string };

describe.each(drawnDatabases())('an entry of the books, on $name', ({ open }) => {
  const gateway = openForGroup(() =>
    startGateway({
      open,
      config: {
        clients: [
          clientNamed('desk'),
          ...(['accounting', 'operations'] as const).map((name) => clientNamed(name, { scopes: new Set([name]) })),
          clientNamed('elsewhere', { origins: new Set(['dcp']) }),
          clientNamed('cards', { targets: new Set(['PAYBOX']) }),
        ],
        console: localConsole,
      },
    }),
  );
  let person: Person;
  let headers: Record<string, string>;
  beforeAll(async () => {
    person = await enterPerson(gateway, ['comptabilite']);
    headers = cookie(await sessionOf(gateway, person));
  });

  const entriesOf = async (id: string) => {
    const query = `{ payment(id: "${id}") { journalEntries { id operator operatorPerson { id } } } }`;
    const { data } = await askGraphql(gateway, query, {}, asClient('desk'));
    return (data as { payment: { journalEntries: readonly Named[] } }).payment.journalEntries;
  };
  it('in suspense names the payer to accounting, and its exception to one who decides alone', async () => {
    const text = 'SANS REFERENCE';
    const debtor = { name: 'M. Exemple' };
    const content = writtenStatement({ entries: [credit('7.00', { texts: [text], debtor })] });
    await gateway.send(ImportBankFileDocument, { input: { name: 'releve.xml', content } }, asClient('desk'));
    const query = `{ suspense(idSociete: "1", runMode: TEST) {
      ... on Suspense { money { counterparty text bankException } } } }`;
    const seenBy = async (name: string) => (await askGraphql(gateway, query, {}, asClient(name))).data;
    const money = { counterparty: debtor.name, text };
    expect(await seenBy('accounting')).toEqual({ suspense: { money: [{ ...money, bankException: null }] } });
    const bankException = expect.stringMatching(/^bkx_/);
    expect(await seenBy('desk')).toEqual({ suspense: { money: [{ ...money, bankException }] } });
  });

  const book = async <Result>(operator: string) => {
    const variables = { input: { ...cardPayment, ...recorded, accounting: { operator } } };
    return resultIn<Result>(
      (await askConsole(gateway, { documentId: consoleOperations.RecordCheque, variables }, headers)).body,
    );
  };
  const reverse = async (id: string, operator: string | null, by = headers) => {
    const variables = { input: { id, reason: 'essai', operator } };
    const asked = { documentId: consoleOperations.ReverseJournalEntry, variables };
    return resultIn<Refused>((await askConsole(gateway, asked, by)).body);
  };

  it('names the person of the console that booked or reversed it, whatever name that sends', async () => {
    const { payment } = await book<Booked>('Jeanne');
    const itself = { operator: `console/${person.id}`, operatorPerson: { id: person.id } };
    const [entry] = await entriesOf(payment.id);
    expect(entry).toMatchObject(itself);
    await reverse(entry?.id ?? '', 'Jeanne');
    expect(await entriesOf(payment.id)).toMatchObject([itself, itself]);
  });

  it('names no person of the console at the word of a client or another person', async () => {
    const refused = {
      __typename: 'InvalidInputError',
      message: expect.stringContaining('must not begin with console/'),
    };
    // An id could look like a card number.
    const operator = 'console/per_of_another';
    const before = await countPayments(gateway);
    expect(await initiate(gateway, { ...recorded, accounting: { operator } }, asClient('desk'))).toMatchObject({
      ...refused,
      path: ['accounting', 'operator'],
    });
    expect(await book<Refused>(operator)).toMatchObject(refused);
    expect(await countPayments(gateway)).toBe(before);
    const { payment } = await initiated(gateway, { ...recorded, accounting: { operator: 'Jeanne' } }, asClient('desk'));
    const [entry] = await entriesOf(payment.id);
    expect(await reverse(entry?.id ?? '', ` ${operator}`)).toMatchObject({ ...refused, path: ['operator'] });
    expect(await entriesOf(payment.id)).toEqual([{ id: entry?.id, operator: 'Jeanne', operatorPerson: null }]);
  });

  it.each(['validation', 'tresorerie'])(
    'of a booking is not reversed by %s, for its payment would be cancelled',
    async (role) => {
      const { payment } = await initiated(gateway, recorded, asClient('desk'));
      const [entry] = await entriesOf(payment.id);
      const by = cookie(await sessionOf(gateway, await enterPerson(gateway, [role])));
      expect(await reverse(entry?.id ?? '', null, by)).toMatchObject({
        __typename: 'NotAllowedError',
        message: 'This client may not cancel a recorded payment: that takes the scope book.',
      });
      expect((await gateway.store.paymentById(payment.id))?.status).toBe('PAID');
      expect(await entriesOf(payment.id)).toHaveLength(1);
      expect(await reverse(entry?.id ?? '', null)).toMatchObject({ __typename: 'ReverseJournalEntrySuccess' });
      expect((await gateway.store.paymentById(payment.id))?.status).toBe('CANCELLED');
    },
  );

  it.each(['accounting', 'operations'] as const)(
    'of a booking is reversed by a client with the scope %s where that holds book',
    async (scope) => {
      const { payment } = await initiated(gateway, recorded, asClient('desk'));
      const [entry] = await entriesOf(payment.id);
      const [typename, status] =
        scope === 'operations' ? ['ReverseJournalEntrySuccess', 'CANCELLED'] : ['NotAllowedError', 'PAID'];
      expect(await reverseAs(gateway, scope, entry?.id)).toMatchObject({ __typename: typename });
      expect((await gateway.store.paymentById(payment.id))?.status).toBe(status);
    },
  );

  it.each(['elsewhere', 'cards'])(
    'of a booking is not reversed by a client %s, for whom it is of a foreign origin or target',
    async (name) => {
      const { payment } = await initiated(gateway, recorded, asClient('desk'));
      const [entry] = await entriesOf(payment.id);
      expect(await reverseAs(gateway, name, entry?.id)).toEqual({
        __typename: 'NotAllowedError',
        message: 'This would cancel a payment of an origin or target that this client may not use.',
      });
      expect((await gateway.store.paymentById(payment.id))?.status).toBe('PAID');
      expect(await entriesOf(payment.id)).toHaveLength(1);
    },
  );

  it('of a card payment is reversed by who sees the books', async () => {
    const paid = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' }, asClient('desk'));
    await notifyCard(gateway, paid);
    const [entry] = await entriesOf(paid.payment.id);
    const by = cookie(await sessionOf(gateway, await enterPerson(gateway, ['tresorerie'])));
    expect(await reverse(entry?.id ?? '', null, by)).toMatchObject({ __typename: 'ReverseJournalEntrySuccess' });
  });
});

describe('the entry of a booking with real money', () => {
  const clients = [
    clientNamed('forces', { runModes: new Set(['TEST', 'LIVE', 'FORCE_LIVE']) }),
    clientNamed('lives', { runModes: new Set(['TEST', 'LIVE']) }),
  ];
  const production = openForGroup(() => startProduction({ config: { clients } }));
  const copy = openForGroup(() => startBeside(production, { config: { clients } }));

  it.each([
    ['FORCE_LIVE', 'by a client without FORCE_LIVE', 'lives', () => production],
    ['LIVE', 'on a copy of production', 'forces', () => copy],
  ] as const)('of a payment in %s is not reversed %s', async (paymentRunMode, _where, name, on) => {
    const { payment } = await initiated(production, { ...recorded, paymentRunMode }, asClient('forces'));
    const [entry] = await production.store.journalEntriesOf(payment.id);
    expect(await reverseAs(on(), name, entry?.id)).toEqual({
      __typename: 'NotAllowedError',
      message: 'This client may not touch LIVE payments.',
    });
    expect((await production.store.paymentById(payment.id))?.status).toBe('PAID');
    expect(await reverseAs(production, 'forces', entry?.id)).toEqual({ __typename: 'ReverseJournalEntrySuccess' });
  });
});

async function reverseAs(gateway: TestGateway, name: string, id = ''): Promise<unknown> {
  const query = `mutation { reverseJournalEntry(input: { id: "${id}", reason: "essai" }) {
    __typename ... on PaymentError { message } } }`;
  return resultIn(await askGraphql(gateway, query, {}, asClient(name)));
}
