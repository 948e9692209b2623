import { developmentSocietes } from '../../../src/config/development.ts';
import type { Societe } from '../../../src/kernel/merchant.ts';
import {
  CustomerDocument,
  RemoveCustomerDocument,
  UpsertCustomerDocument,
  type UpsertCustomerInput,
} from '../../generated/graphql.ts';
import type { TestGateway } from '../gateway.ts';

export const zoe = {
  firstName: 'Zoé',
  lastName: 'Lefèvre',
  address: '3 rue Haute',
  zipCode: '92110',
  city: 'Clichy',
  country: 'FR',
  phone: '+33611223344',
};

/** Société 2 has no fallback. */
export function societes(): ReadonlyMap<string, Societe> {
  const all = new Map(developmentSocietes('http://127.0.0.1:1'));
  const second = all.get('2');
  if (second) all.set('2', { ...second, fallbackPayer: null });
  return all;
}

/** The directory of customers, by GraphQL. */
export function directoryOn(gateway: TestGateway) {
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
  return { upsert, entered, remove, read };
}
