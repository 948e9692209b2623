import { beforeAll, describe, expect, it } from 'vitest';
import {
  CustomerDocument,
  CustomersDocument,
  RemoveCustomerDocument,
  UpsertCustomerDocument,
} from '../../generated/graphql.ts';
import { openForGroup } from '../../support/open-for.ts';
import { startProduction, withKey } from '../../support/rights/clients.ts';

/** `booking` has the scope operations at société 1, `without-back-office` every other one. */
describe('the directory of customers', () => {
  const gateway = openForGroup(() => startProduction());
  beforeAll(async () => {
    const entry = { idClient: 'C1', details: { city: 'Paris' }, version: 1, createdAt: 1, updatedAt: 1 };
    await gateway.store.transact(async (transaction) => {
      for (const idSociete of ['1', '2']) {
        await transaction.insertCustomer({ ...entry, idSociete, updatedBy: 'command line' });
      }
    });
  });

  const upsert = async (name: string, idSociete: string) =>
    (await gateway.send(UpsertCustomerDocument, { input: { idSociete, idClient: 'C1', city: 'Lyon' } }, withKey(name)))
      .data?.upsertCustomer;
  const remove = async (name: string, idSociete: string) =>
    (await gateway.send(RemoveCustomerDocument, { input: { idSociete, idClient: 'C1' } }, withKey(name))).data
      ?.removeCustomer;
  const read = async (name: string, idSociete: string) =>
    (await gateway.send(CustomerDocument, { idSociete, idClient: 'C1' }, withKey(name))).data?.customer;
  const list = async (name: string, idSociete?: string) =>
    (
      await gateway.send(CustomersDocument, idSociete === undefined ? {} : { idSociete }, withKey(name))
    ).data?.customers.edges.map(({ cursor }) => cursor);

  it('is the back office’s: to others it is empty and closed', async () => {
    expect(await read('without-back-office', '1')).toBeNull();
    expect(await list('without-back-office')).toEqual([]);
    expect(await upsert('without-back-office', '1')).toMatchObject({
      __typename: 'NotAllowedError',
      code: 'NOT_ALLOWED',
    });
    expect(await remove('without-back-office', '1')).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('shows and takes what concerns the client’s own sociétés alone', async () => {
    expect(await list('booking')).toEqual(['1/C1']);
    expect(await list('booking', '2')).toEqual([]);
    expect(await read('booking', '1')).toMatchObject({ city: 'Paris' });
    expect(await read('booking', '2')).toBeNull();
    expect(await upsert('booking', '2')).toMatchObject({ __typename: 'NotAllowedError', path: ['idSociete'] });
    // A société that does not exist looks the same.
    expect(await upsert('booking', '9')).toMatchObject({ __typename: 'NotAllowedError', path: ['idSociete'] });
    expect(await remove('booking', '2')).toMatchObject({ __typename: 'NotAllowedError', path: ['idSociete'] });
    expect(await upsert('booking', '1')).toMatchObject({ customer: { city: 'Lyon', updatedBy: 'booking' } });
    expect(await gateway.store.customer({ idSociete: '2', idClient: 'C1' })).toMatchObject({ version: 1 });
  });

  it('is closed without a key', async () => {
    expect((await gateway.send(CustomersDocument, {})).status).toBe(401);
  });
});
