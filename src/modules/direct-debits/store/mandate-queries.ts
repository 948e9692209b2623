import { type Kysely, type SqlBool, sql } from 'kysely';
import { type AgedPage, agedBy } from '../../../store/list-conditions.ts';
import { insertRow, insertRowOnce, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { Lapse } from '../mandates/mandate-store.ts';
import {
  type MandateReferenceRow,
  type MandateRow,
  mandateChangeColumns,
  mandateColumns,
  mandateEventColumns,
  mandateReferenceColumns,
} from './mandate-tables.ts';
import type { Tables } from './tables.ts';

type ReferenceKey = Omit<MandateReferenceRow, 'mandate_id'>;

/** Every query about mandates of a fixed shape. */
export function mandateQueries(db: Kysely<Tables>) {
  return { ...stateQueries(db), ...debtorQueries(db) };
}

/** Mandates whose debtor may be forgotten. */
function debtorQueries(db: Kysely<Tables>) {
  const mandates = db.selectFrom('mandates').select(mandateColumns);
  return {
    mandatesWithDebtor: preparedQuery((page: AgedPage) =>
      mandates.where('debtor', 'is not', null).$call(agedBy('created_at', page)),
    ),
    forgetAmendments: preparedQuery(({ mandateId }: { mandateId: string }) =>
      db
        .updateTable('direct_debits')
        .set({ amendment: null })
        .where('mandate_id', '=', mandateId)
        .where('amendment', 'is not', null),
    ),
  };
}

function stateQueries(db: Kysely<Tables>) {
  const mandates = db.selectFrom('mandates').select(mandateColumns);
  const holderOf = ({ run_mode, ics_key, rum_key }: ReferenceKey) =>
    db
      .selectFrom('mandate_references')
      .select('mandate_id')
      .where(({ and }) => and({ run_mode, ics_key, rum_key }));
  return {
    mandateById: preparedQuery(({ id }: { id: string }) => mandates.where('id', '=', id)),
    mandateByToken: preparedQuery(({ token }: { token: string }) => mandates.where('token', '=', token)),
    mandateByRum: preparedQuery((key: ReferenceKey) => mandates.where('id', 'in', holderOf(key))),
    mandatesByRum: preparedQuery(({ rumKey }: { rumKey: string }) =>
      mandates.where(
        'id',
        'in',
        db.selectFrom('mandate_references').select('mandate_id').where('rum_key', '=', rumKey),
      ),
    ),
    holderOfRum: preparedQuery(holderOf),
    mandatesOfClient: preparedQuery((of: { idClient: string; idSociete: string; runMode: string; limit: number }) =>
      mandates
        .where(({ and }) => and({ id_client: of.idClient, id_societe: of.idSociete, run_mode: of.runMode }))
        .orderBy('id', 'desc')
        .limit(of.limit),
    ),
    mandatesOfNumber: preparedQuery(({ idClient }: { idClient: string }) => mandates.where('id_client', '=', idClient)),
    mandatesLapsedBy: preparedQuery(({ date, lapsesOn, id, limit }: Lapse & { date: string; limit: number }) =>
      db
        .selectFrom('mandates')
        .select(['id', sql<string>`lapses_on`.as('lapsesOn')])
        .where('lapses_on', '<=', date)
        .where(sql<SqlBool>`(lapses_on, id) > (${lapsesOn}, ${id})`)
        .orderBy('lapses_on')
        .orderBy('id')
        .limit(limit),
    ),
    insertMandate: insertRow(db, 'mandates', mandateColumns),
    updateMandate: preparedQuery((row: MandateRow & { expectedVersion: number }) =>
      db
        .updateTable('mandates')
        .set(pick(row, mandateChangeColumns))
        .where('id', '=', row.id)
        .where('version', '=', row.expectedVersion),
    ),
    claimRum: insertRowOnce(db, 'mandate_references', mandateReferenceColumns),
    insertMandateEvent: insertRow(db, 'mandate_events', mandateEventColumns),
    mandateEvent: preparedQuery(({ id }: { id: string }) =>
      db.selectFrom('mandate_events').select(mandateEventColumns).where('id', '=', id),
    ),
    mandateEventsOf: preparedQuery((of: { mandateId: string; afterSequence: number; limit: number }) =>
      db
        .selectFrom('mandate_events')
        .select(mandateEventColumns)
        .where('mandate_id', '=', of.mandateId)
        .where('sequence', '>', of.afterSequence)
        .orderBy('sequence')
        .limit(of.limit),
    ),
  };
}
