import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, insertRowOnce, preparedQuery } from '../../../store/prepared-query.ts';
import type { StatementBalances } from '../bank-import.ts';
import type { BankImportReads, BankImportWrites, PlaceOfEntry } from '../bank-import-store.ts';
import { bankEntryOf } from './bank-entries.ts';
import { bankEntryColumns, type StatementBalancesRow, statementBalances, type Tables } from './tables.ts';

/** What an account is reconciled by: its entries, and the balances of its statements. */

type Between = { readonly iban: string; readonly from: string; readonly to: string };
type After = PlaceOfEntry & { readonly iban: string; readonly to: string; readonly limit: number };

export function reconciliationQueries(db: Kysely<Tables>) {
  const balancesOn = (iban: string) => db.selectFrom('statement_balances').where('iban', '=', iban);
  return {
    bankEntriesBetween: preparedQuery(({ iban, bookedOn, id, to, limit }: After) =>
      db
        .selectFrom('bank_entries')
        .select(bankEntryColumns)
        .where('iban', '=', iban)
        .where('booked_on', '>=', bookedOn)
        .where('booked_on', '<=', to)
        .where(({ or, eb }) => or([eb('booked_on', '>', bookedOn), eb('id', '>', id)]))
        .orderBy('booked_on')
        .orderBy('id')
        .limit(limit),
    ),
    statementBalances: preparedQuery(({ iban, from, to }: Between) =>
      balancesOn(iban)
        .select(statementBalances.columns)
        .where('last_day', '>=', from)
        .where('last_day', '<=', to)
        .orderBy('last_day')
        .orderBy('file_id')
        .orderBy('place'),
    ),
    firstStatement: preparedQuery(({ iban }: { iban: string }) =>
      balancesOn(iban).select('first_day').orderBy('last_day').limit(sql.lit(1)),
    ),
    lastStatementDay: preparedQuery(({ iban }: { iban: string }) =>
      balancesOn(iban).select('last_day').orderBy('last_day', 'desc').limit(sql.lit(1)),
    ),
    insertStatementBalances: insertRowOnce(db, 'statement_balances', statementBalances.columns),
  };
}

export function createReconciliationReads(
  { queries }: Preparation<typeof reconciliationQueries>,
  connection: Connection,
): Pick<BankImportReads, 'bankEntriesBetween' | 'statementBalances' | 'statementEnds'> {
  return {
    bankEntriesBetween: async (iban, { after, to, limit }) =>
      (await queries.bankEntriesBetween(connection, { iban, ...after, to, limit })).rows.map(bankEntryOf),
    statementBalances: async (iban, from, to) =>
      (await queries.statementBalances(connection, { iban, from, to })).rows.map(balancesOf),
    statementEnds: async (iban) => {
      const [first] = (await queries.firstStatement(connection, { iban })).rows;
      const [last] = (await queries.lastStatementDay(connection, { iban })).rows;
      return first && last ? { firstDay: first.first_day, lastDay: last.last_day } : null;
    },
  };
}

export function createReconciliationWrites(
  { queries }: Preparation<typeof reconciliationQueries>,
  connection: Connection,
): Pick<BankImportWrites, 'insertStatementBalances'> {
  return {
    insertStatementBalances: (fileId, place, balances) =>
      done(queries.insertStatementBalances(connection, statementBalances.write({ ...balances, fileId, place }))),
  };
}

const balancesOf = (row: StatementBalancesRow): StatementBalances => {
  const { fileId: _file, place: _place, ...balances } = statementBalances.read(row);
  return balances;
};
