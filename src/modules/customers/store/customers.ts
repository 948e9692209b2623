import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, insertRowOnce, pick, preparedQuery, readRows } from '../../../store/prepared-query.ts';
import { type Customer, type CustomerKey, type CustomerReads, type CustomerWrites, placeOf } from '../customer.ts';
import { type CustomerRow, customerColumns, customerDetails, customers, type Tables } from './tables.ts';

/** The directory of customers. */

export function customerQueries(db: Kysely<Tables>) {
  const found = db.selectFrom('customers').select(customerColumns);
  return {
    customer: preparedQuery(({ idSociete, idClient }: CustomerKey) =>
      found.where('id_societe', '=', idSociete).where('id_client', '=', idClient),
    ),
    customersOf: preparedQuery((page: { idSociete: string; afterIdClient: string; limit: number }) =>
      found
        .where('id_societe', '=', page.idSociete)
        .where('id_client', '>', page.afterIdClient)
        .orderBy('id_client')
        .limit(page.limit),
    ),
    customersNumbered: preparedQuery(({ idClient }: { idClient: string }) => found.where('id_client', '=', idClient)),
    insertCustomer: insertRowOnce(db, 'customers', customerColumns),
    updateCustomer: preparedQuery((row: CustomerRow & { readonly version_before: number }) =>
      db
        .updateTable('customers')
        .set(pick(row, ['version', 'updated_at', 'updated_by', ...customerDetails.columns]))
        .where(({ and }) => and({ id_societe: row.id_societe, id_client: row.id_client, version: row.version_before })),
    ),
    removeCustomer: preparedQuery(({ idSociete, idClient }: CustomerKey) =>
      db.deleteFrom('customers').where('id_societe', '=', idSociete).where('id_client', '=', idClient),
    ),
  };
}

export function createCustomerReads(
  { db, queries }: Preparation<typeof customerQueries>,
  connection: Connection,
): CustomerReads {
  return {
    customer: async (key) => first(await queries.customer(connection, key), customerOf),
    customersOf: async (idSociete, afterIdClient, limit) =>
      (await queries.customersOf(connection, { idSociete, afterIdClient, limit })).rows.map(customerOf),
    customersAmong: async (keys) => {
      if (keys.length === 0) return [];
      const query = db
        .selectFrom('customers')
        .select(customerColumns)
        .where(
          'id_client',
          'in',
          keys.map(({ idClient }) => idClient),
        );
      const wanted = new Set(keys.map(placeOf));
      const rows = await readRows<CustomerRow>(connection, query.compile());
      return rows.map(customerOf).filter((customer) => wanted.has(placeOf(customer)));
    },
    customersNumbered: async (idClient) =>
      (await queries.customersNumbered(connection, { idClient })).rows.map(customerOf),
  };
}

export function createCustomerWrites(
  { queries }: Preparation<typeof customerQueries>,
  connection: Connection,
): CustomerWrites {
  return {
    insertCustomer: async (customer) =>
      (await queries.insertCustomer(connection, rowOfCustomer(customer))).changes === 1,
    updateCustomer: async (customer) => {
      const row = { ...rowOfCustomer(customer), version_before: customer.version - 1 };
      return (await queries.updateCustomer(connection, row)).changes === 1;
    },
    removeCustomer: async (key) => (await queries.removeCustomer(connection, key)).changes === 1,
  };
}

const unknown = {
  firstName: null,
  lastName: null,
  address: null,
  zipCode: null,
  city: null,
  country: null,
  phone: null,
};

const rowOfCustomer = (customer: Customer): CustomerRow => ({
  ...customers.write(customer),
  ...customerDetails.write({ ...unknown, ...customer.details }),
});

function customerOf(row: CustomerRow): Customer {
  assert(row.version >= 1, 'versions count from 1');
  const details = Object.entries(customerDetails.read(row)).filter(([, value]) => value !== null);
  return { ...customers.read(row), details: Object.fromEntries(details) };
}
