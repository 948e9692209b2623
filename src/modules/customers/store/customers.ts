import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { Payer } from '../../../kernel/payer.ts';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, statementOf } from '../../../store/prepared-query.ts';
import type { Customer, CustomerKey, CustomerReads, CustomerWrites } from '../customer.ts';
import { type CustomerRow, customerColumns, type Tables } from './tables.ts';

/** The directory of customers. */

export function customerQueries(db: Kysely<Tables>) {
  const customers = db.selectFrom('customers').select(customerColumns);
  return {
    customer: preparedQuery(({ idSociete, idClient }: CustomerKey) =>
      customers.where('id_societe', '=', idSociete).where('id_client', '=', idClient),
    ),
    customersOf: preparedQuery((page: { idSociete: string; afterIdClient: string; limit: number }) =>
      customers
        .where('id_societe', '=', page.idSociete)
        .where('id_client', '>', page.afterIdClient)
        .orderBy('id_client')
        .limit(page.limit),
    ),
    customersNumbered: preparedQuery(({ idClient }: { idClient: string }) =>
      customers.where('id_client', '=', idClient),
    ),
    insertCustomer: preparedQuery((row: CustomerRow) =>
      db
        .insertInto('customers')
        .values({
          id_societe: row.id_societe,
          id_client: row.id_client,
          ...detailColumns(row),
          version: row.version,
          created_at: row.created_at,
          updated_at: row.updated_at,
          updated_by: row.updated_by,
        })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    updateCustomer: preparedQuery((row: CustomerRow & { readonly version_before: number }) =>
      db
        .updateTable('customers')
        .set({
          ...detailColumns(row),
          version: row.version,
          updated_at: row.updated_at,
          updated_by: row.updated_by,
        })
        .where('id_societe', '=', row.id_societe)
        .where('id_client', '=', row.id_client)
        .where('version', '=', row.version_before),
    ),
    removeCustomer: preparedQuery(({ idSociete, idClient }: CustomerKey) =>
      db.deleteFrom('customers').where('id_societe', '=', idSociete).where('id_client', '=', idClient),
    ),
  };
}

/** A kept query's row is a set of marks that answers to any name, so its columns are listed. */
function detailColumns({ first_name, last_name, address, zip_code, city, country, phone }: CustomerRow) {
  return { first_name, last_name, address, zip_code, city, country, phone };
}

export function createCustomerReads(
  { db, queries }: Preparation<typeof customerQueries>,
  connection: Connection,
): CustomerReads {
  return {
    customer: async (key) => {
      const [row] = (await queries.customer(connection, key)).rows;
      return row === undefined ? null : customerOf(row);
    },
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
      const wanted = new Set(keys.map(({ idSociete, idClient }) => `${idSociete}/${idClient}`));
      const { rows } = await connection.execute<CustomerRow>(statementOf(query.compile()));
      return rows.filter((row) => wanted.has(`${row.id_societe}/${row.id_client}`)).map(customerOf);
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

function rowOfCustomer({ details, ...customer }: Customer): CustomerRow {
  return {
    id_societe: customer.idSociete,
    id_client: customer.idClient,
    first_name: details.firstName ?? null,
    last_name: details.lastName ?? null,
    address: details.address ?? null,
    zip_code: details.zipCode ?? null,
    city: details.city ?? null,
    country: details.country ?? null,
    phone: details.phone ?? null,
    version: customer.version,
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
    updated_by: customer.updatedBy,
  };
}

function customerOf(row: CustomerRow): Customer {
  assert(row.version >= 1, 'versions count from 1');
  const details: { readonly [Field in keyof Payer]: string | null } = {
    firstName: row.first_name,
    lastName: row.last_name,
    address: row.address,
    zipCode: row.zip_code,
    city: row.city,
    country: row.country,
    phone: row.phone,
  };
  return {
    idSociete: row.id_societe,
    idClient: row.id_client,
    details: Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null)),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
