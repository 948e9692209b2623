import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../src/config/development.ts';
import type { Societe } from '../../../src/kernel/merchant.ts';
import { payboxPublicKey } from '../../../src/providers/paybox/messages.ts';
import type { InitiatePaymentInput, UpsertCustomerInput } from '../../generated/graphql.ts';
import {
  CustomerDocument,
  CustomersDocument,
  RemoveCustomerDocument,
  UpsertCustomerDocument,
} from '../../generated/graphql.ts';
import { databases } from '../../support/databases.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiate, initiated, legacyPath, moveTo } from '../../support/requests.ts';

const zoe = {
  firstName: 'Zoé',
  lastName: 'Lefèvre',
  address: '3 rue Haute',
  zipCode: '92110',
  city: 'Clichy',
  country: 'FR',
  phone: '+33611223344',
};

/** Société 2 has no fallback. */
function societes(): ReadonlyMap<string, Societe> {
  const all = new Map(developmentSocietes('http://127.0.0.1:1', payboxPublicKey));
  const second = all.get('2');
  if (second) all.set('2', { ...second, fallbackPayer: null });
  return all;
}

describe.each(databases)('the directory of customers ($name)', ({ open }) => {
  let number = 0;
  const gateway = openForGroup(() => startGateway({ open, config: { societes: societes() } }));

  const upsert = async (input: Partial<UpsertCustomerInput>) => {
    const { data, errors } = await gateway.send(UpsertCustomerDocument, {
      input: { idSociete: '1', idClient: 'C1', ...input },
    });
    if (!data) throw new Error(JSON.stringify(errors));
    return data.upsertCustomer;
  };
  const entered = async (input: Partial<UpsertCustomerInput>) => {
    const result = await upsert(input);
    if (result.__typename !== 'UpsertCustomerSuccess') throw new Error(JSON.stringify(result));
    return result;
  };
  const remove = (idClient: string, idSociete = '1') =>
    gateway.send(RemoveCustomerDocument, { input: { idSociete, idClient } });
  const read = async (idClient: string, idSociete = '1') =>
    (await gateway.send(CustomerDocument, { idSociete, idClient })).data?.customer;
  const freshNumber = (): string => `N${++number}`;

  /** The payer that the bank receives: the billing document of Paybox's form. */
  const billed = (fields: readonly { readonly name: string; readonly value: string }[]): string =>
    fields.find(({ name }) => name === 'PBX_BILLING')?.value ?? '';
  const billedFor = async (change: Partial<InitiatePaymentInput>): Promise<string> => {
    const { payment } = await initiated(gateway, { idCommande: '0', ...change });
    return payment.nextAction?.__typename === 'RedirectAction' ? billed(payment.nextAction.fields) : '';
  };

  describe('an entry', () => {
    it('is made, changed field by field, emptied field by field, and says so', async () => {
      const idClient = freshNumber();
      const made = await entered({ idClient, ...zoe, phone: '06 11 22 33 44', country: 'fr' });
      expect(made).toMatchObject({ change: 'CREATED', customer: { ...zoe, version: 1, updatedBy: 'anonymous' } });
      expect(made.customer.createdAt).toBe(made.customer.updatedAt);

      gateway.advance(1000);
      const changed = await entered({ idClient, city: 'Paris', phone: null });
      expect(changed).toMatchObject({
        change: 'CHANGED',
        customer: { ...zoe, city: 'Paris', phone: null, version: 2 },
      });
      expect(changed.customer.createdAt).toBe(made.customer.createdAt);
      expect(Number(new Date(changed.customer.updatedAt))).toBeGreaterThan(Number(new Date(made.customer.updatedAt)));

      expect(await entered({ idClient, city: ' Paris ' })).toEqual({ ...changed, change: 'UNCHANGED' });
      expect(await read(idClient)).toEqual(changed.customer);
      expect(await read(idClient, '3')).toBeNull();
    });

    it('is compared with the version that a change is based on', async () => {
      const idClient = freshNumber();
      await entered({ idClient, ...zoe });
      await entered({ idClient, city: 'Paris', version: 1 });
      expect(await upsert({ idClient, city: 'Lyon', version: 1 })).toMatchObject({
        __typename: 'InvalidInputError',
        path: ['version'],
      });
      expect(await upsert({ idClient: freshNumber(), ...zoe, version: 1 })).toMatchObject({ path: ['version'] });
      expect(await read(idClient)).toMatchObject({ city: 'Paris', version: 2 });
    });

    it('is one entry, though several write it at the same time', async () => {
      const idClient = freshNumber();
      const results = await Promise.all(
        Array.from({ length: 12 }, (_, index) => entered({ idClient, city: `V${index}` })),
      );
      expect(results.map(({ change }) => change).toSorted()).toEqual([...Array(11).fill('CHANGED'), 'CREATED']);
      expect(await read(idClient)).toMatchObject({ version: 12 });
    });

    it.each([
      [{ phone: '12' }, ['phone']],
      [{ country: 'France' }, ['country']],
      [{ country: 'UK' }, ['country']],
      [{ firstName: 'x'.repeat(64) }, ['firstName']],
      [{ lastName: ' ' }, ['lastName']],
      [{ address: 'carte 4970 1100 0000 0013' }, ['address']],
      [{ city: 'Pa\u0000ris' }, ['city']],
      [{ idClient: 'a/b', city: 'Paris' }, ['idClient']],
      [{ idSociete: '9', city: 'Paris' }, ['idSociete']],
      [{}, []],
      [{ phone: null }, []],
    ] satisfies [Partial<UpsertCustomerInput>, string[]][])(
      'is refused for %j, and nothing is written',
      async (input, path) => {
        const result = await upsert({ idClient: 'refused', ...input });
        expect(result).toMatchObject({ __typename: 'InvalidInputError', path, retryAdvice: 'FIX_INPUT' });
        expect(JSON.stringify(result)).not.toContain('4970');
        expect(await read('refused')).toBeNull();
      },
    );

    it('is removed, and removing it again is no error', async () => {
      const idClient = freshNumber();
      await entered({ idClient, ...zoe });
      expect((await remove(idClient)).data?.removeCustomer).toEqual({
        __typename: 'RemoveCustomerSuccess',
        removed: true,
      });
      expect((await remove(idClient)).data?.removeCustomer).toMatchObject({ removed: false });
      expect(await read(idClient)).toBeNull();
    });
  });

  it('is listed by société and number, page by page', async () => {
    const numbers = ['L10', 'L2', 'Lé', 'L3'];
    for (const idClient of numbers) await entered({ idSociete: '6', idClient, city: 'Clichy' });
    await entered({ idSociete: '3', idClient: 'Z', city: 'Bagneux' });
    const page = async (variables: { idSociete?: string; first: number; after?: string }) => {
      const { data } = await gateway.send(CustomersDocument, variables);
      if (!data) throw new Error('no page');
      const { edges, pageInfo } = data.customers;
      return { numbers: edges.map(({ node }) => node.idClient), ...pageInfo };
    };
    const first = await page({ idSociete: '6', first: 3 });
    expect(first).toMatchObject({ numbers: ['L10', 'L2', 'L3'], hasNextPage: true, hasPreviousPage: false });
    const last = await page({ idSociete: '6', first: 3, after: first.endCursor ?? '' });
    expect(last).toMatchObject({ numbers: ['Lé'], hasNextPage: false, hasPreviousPage: true });
    // Over all sociétés: those of 3 come before those of 6.
    const all = await page({ first: 100 });
    expect(all.numbers.slice(-5)).toEqual(['Z', 'L10', 'L2', 'L3', 'Lé']);
    expect(await page({ first: 2, after: '3/Z' })).toMatchObject({ numbers: ['L10', 'L2'], hasNextPage: true });
    const { errors } = await gateway.send(CustomersDocument, { after: 'nonsense' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  describe('a payment', () => {
    it('names the customer of the directory where the request does not say who pays', async () => {
      const idClient = freshNumber();
      expect(await billedFor({ idClient })).toContain('<LastName>Exemple</LastName>');
      await entered({ idClient, ...zoe });
      const billing = await billedFor({ idClient });
      expect(billing).toContain(
        '<FirstName>Zoe</FirstName><LastName>Lefevre</LastName><Address1>3 rue Haute</Address1>',
      );
      expect(billing).toContain('<MobilePhone>0611223344</MobilePhone>');
      // Another société's customer of the same number is another person.
      expect(await billedFor({ idClient, idSociete: '3' })).toContain('<LastName>Exemple</LastName>');
    });

    it('takes what the request says before the directory, field by field', async () => {
      const idClient = freshNumber();
      await entered({ idClient, ...zoe });
      const billing = await billedFor({ idClient, payer: { firstName: 'Luc', phone: '0699887766' } });
      expect(billing).toContain('<FirstName>Luc</FirstName><LastName>Lefevre</LastName>');
      expect(billing).toContain('<MobilePhone>0699887766</MobilePhone>');
    });

    it('takes the directory, then the fallback, for a name without a character that the bank can read', async () => {
      const idClient = freshNumber();
      const unreadable = { ...zoe, country: 'FR', firstName: '李', lastName: '王' };
      const { phone: _phone, ...withoutPhone } = unreadable;
      expect(await billedFor({ idClient, payer: unreadable })).toContain(
        '<FirstName>Camille</FirstName><LastName>Exemple</LastName><Address1>3 rue Haute</Address1>',
      );
      await entered({ idClient, ...zoe });
      expect(await billedFor({ idClient, payer: withoutPhone })).toContain(
        '<FirstName>Zoe</FirstName><LastName>Lefevre</LastName>',
      );
      expect(await initiate(gateway, { idSociete: '2', idClient, payer: unreadable })).toMatchObject({
        __typename: 'PayerDataMissingError',
        missingFields: ['firstName', 'lastName'],
      });
    });

    it('never mixes directory and fallback: an entry with a gap is as if it were not there', async () => {
      const idClient = freshNumber();
      await entered({ idClient, ...zoe, phone: null });
      const billing = await billedFor({ idClient });
      expect(billing).toContain('<LastName>Exemple</LastName>');
      expect(billing).not.toMatch(/Zoe|Lefevre|rue Haute/);
      // With what the request says the entry has no gap any more.
      expect(await billedFor({ idClient, payer: { phone: '0699887766' } })).toContain('<LastName>Lefevre</LastName>');
    });

    it('can be asked for where only the directory says who pays, and is refused without it', async () => {
      const idClient = freshNumber();
      const request = { idSociete: '2', idClient };
      expect(await initiate(gateway, request)).toMatchObject({
        __typename: 'PayerDataMissingError',
        missingFields: ['firstName', 'lastName', 'address', 'zipCode', 'city', 'country', 'phone'],
      });
      await entered({ ...request, ...zoe, phone: null });
      expect(await initiate(gateway, request)).toMatchObject({ __typename: 'PayerDataMissingError' });
      await entered({ ...request, phone: zoe.phone });
      expect(await billedFor(request)).toContain('<LastName>Lefevre</LastName>');
    });

    it('keeps the payer of the first attempt for later ones, whatever becomes of the entry', async () => {
      const idClient = freshNumber();
      await entered({ idSociete: '1', idClient, ...zoe });
      const { payment } = await initiated(gateway, { idClient, paymentTarget: 'LABANQUEPOSTALE' });
      await entered({ idClient, lastName: 'Autre', address: 'ailleurs' });
      const path = new URL(payment.paymentUrl ?? '').pathname;
      for (let visit = 0; visit < 2; visit++) {
        const page = await (await gateway.get(path)).text();
        expect(page).toContain('Lefèvre');
        expect(page).not.toMatch(/Autre|ailleurs/);
      }
      await remove(idClient);
      const page = await (await gateway.get(path)).text();
      expect(page).toContain('Lefèvre');
      // The form of the answer, and one for each visit: the client may have posted the first.
      expect(await gateway.store.attemptsOf(payment.id)).toHaveLength(4);
    });

    it('is the same request whatever the directory says meanwhile', async () => {
      const idClient = freshNumber();
      const request = { idSociete: '2', idClient, idempotencyKey: `key-${idClient}` };
      await entered({ idSociete: '2', idClient, ...zoe });
      const first = await initiated(gateway, request);
      await entered({ idSociete: '2', idClient, lastName: 'Autre' });
      expect(await initiated(gateway, request)).toMatchObject({ replayed: true, payment: { id: first.payment.id } });
      await remove(idClient, '2');
      expect(await initiated(gateway, request)).toMatchObject({ replayed: true, payment: { id: first.payment.id } });
    });

    it('by the old URL names the customer of the directory too, but not to the script of any page', async () => {
      const redirected = async (query: string, headers: Record<string, string> = {}): Promise<string> => {
        const idClient = freshNumber();
        await entered({ idClient, ...zoe });
        const answer = await gateway.get(legacyPath({ idClient, idCommande: '0', commentaire: null }, query), {
          headers,
        });
        return answer.text();
      };
      expect(await redirected('.json')).toContain('Lefevre');
      expect(await redirected('?callback=cb', { 'Sec-Fetch-Site': 'same-site' })).toContain('Lefevre');
      const foreign: Record<string, string>[] = [{}, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'none' }];
      for (const headers of foreign) {
        const script = await redirected('?callback=cb', headers);
        expect(script).toMatch(/^\/\*\*\/cb\(\{/);
        expect(script).toContain('Exemple');
        expect(script).not.toContain('Lefevre');
      }
    });

    it.each(['', '&idempotency_key=own'])(
      'gives the script of any page the link alone to a payment that is there%s',
      async (key) => {
        const idClient = freshNumber();
        await entered({ idClient, ...zoe });
        const ask = async (callback: string, headers: Record<string, string> = {}): Promise<string> => {
          const path = legacyPath(
            { idClient, idCommande: idClient },
            `?format=json${callback}${key && `${key}${idClient}`}`,
          );
          return (await gateway.get(path, { headers })).text();
        };
        const own = await ask('');
        expect(own).toContain('Lefevre');
        const { payment_id, payment_url } = JSON.parse(own);
        const isLinkAlone = (script: string): void => {
          const answer = JSON.parse(script.slice('/**/cb('.length, -1));
          expect(answer).toMatchObject({ payment_id, replayed: true, status: 'REQUIRES_ACTION', payment_url });
          expect(answer.redirect).toEqual({ method: 'GET', url: payment_url, fields: {} });
        };
        isLinkAlone(await ask('&callback=cb'));
        isLinkAlone(await ask('&callback=cb', { 'Sec-Fetch-Site': 'cross-site' }));
        expect(await ask('&callback=cb', { 'Sec-Fetch-Site': 'same-site' })).toContain('Lefevre');
        if (key === '') {
          await moveTo(gateway, payment_id, 'REFUSED');
          isLinkAlone(await ask('&callback=cb'));
        }
        expect(await ask('')).toContain('Lefevre');
      },
    );

    it('asks the directory only where the payer is missing, and once', async () => {
      const asked: string[] = [];
      const { transact } = gateway.store;
      const counted: TestGateway['store']['transact'] = (work) =>
        transact((transaction) =>
          work({
            ...transaction,
            customer: (key) => {
              asked.push(key.idClient);
              return transaction.customer(key);
            },
          }),
        );
      Object.assign(gateway.store, { transact: counted });
      try {
        await initiated(gateway, { idClient: 'whole', payer: zoe });
        await initiated(gateway, { idClient: 'transfer', paymentTarget: 'MILLIET', paymentType: 'SEPA' });
        expect(asked).toEqual([]);
        await initiated(gateway, { idClient: 'gap', payer: { ...zoe, phone: null }, idempotencyKey: 'gap' });
        await initiated(gateway, { idClient: 'gap', payer: { ...zoe, phone: null }, idempotencyKey: 'gap' });
        expect(asked).toEqual(['gap']);
      } finally {
        Object.assign(gateway.store, { transact });
      }
    });
  });

  it('leaves no personal data in the log', () => {
    expect(JSON.stringify(gateway.logs)).not.toMatch(/Lef(è|e)vre|rue Haute|611223344/);
  });
});
