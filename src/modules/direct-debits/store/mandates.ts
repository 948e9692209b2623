import assert from 'node:assert/strict';
import type { Connection } from '../../../store/connection.ts';
import { agedPage, columnsAre, unread } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, readRows } from '../../../store/prepared-query.ts';
import { known } from '../../payments/store/stored-values.ts';
import { lapsesOn, type Mandate, type MandateQuery } from '../mandates/mandate.ts';
import { type MandateEvent, mandateEventType, parseMandateFacts } from '../mandates/mandate-event.ts';
import type { MandateReads, MandateWrites } from '../mandates/mandate-store.ts';
import type { mandateQueries } from './mandate-queries.ts';
import {
  type MandateEventRow,
  type MandateRow,
  mandateColumns,
  mandateEvents,
  mandateRecord,
} from './mandate-tables.ts';

export function createMandateReads(
  { db, queries }: Preparation<typeof mandateQueries>,
  connection: Connection,
): MandateReads {
  return {
    mandateById: async (id) => first(await queries.mandateById(connection, { id }), mandateOf),
    mandateByToken: async (token) => first(await queries.mandateByToken(connection, { token }), mandateOf),
    mandateByRum: async (runMode, icsKey, rumKey) =>
      first(await queries.mandateByRum(connection, { run_mode: runMode, ics_key: icsKey, rum_key: rumKey }), mandateOf),
    mandatesByRum: async (rumKey) => (await queries.mandatesByRum(connection, { rumKey })).rows.map(mandateOf),
    mandatesOfClient: async (runMode, idSociete, idClient, limit) =>
      (await queries.mandatesOfClient(connection, { runMode, idSociete, idClient, limit })).rows.map(mandateOf),
    mandates: async (query) =>
      (await readRows<MandateRow>(connection, listMandates(db, query).compile())).map(mandateOf),
    mandatesWithDebtor: async (query) =>
      unread((await queries.mandatesWithDebtor(connection, agedPage(query))).rows, 'created_at', mandateOf),
    mandatesLapsedBy: async (date, behind, limit) =>
      (await queries.mandatesLapsedBy(connection, { ...behind, date, limit })).rows,
    mandateEventsOf: async (mandateId, afterSequence, limit) =>
      (await queries.mandateEventsOf(connection, { mandateId, afterSequence, limit })).rows.map(eventOf),
    mandateEvent: async (id) => first(await queries.mandateEvent(connection, { id }), eventOf),
    mandatesOfNumber: async (idClient, idSociete) =>
      (await queries.mandatesOfNumber(connection, { idClient })).rows
        .map(mandateOf)
        .filter((mandate) => idSociete === null || mandate.idSociete === idSociete),
  };
}

/** Newest first, along the index of the customer's number or of the société, or by id. */
function listMandates(db: Preparation<typeof mandateQueries>['db'], query: MandateQuery) {
  const { idSociete, idClient, runModes, statuses, scheme, societes, beforeId, lapsesBefore = null } = query;
  return db
    .selectFrom('mandates')
    .select(mandateColumns)
    .where((builder) =>
      builder.and([
        ...columnsAre<keyof MandateRow>([
          ['run_mode', runModes],
          ['id_societe', idSociete],
          ['id_client', idClient],
          ['status', statuses],
          ['scheme', scheme],
          ['id_societe', societes],
          ['id', query.ids ?? null],
        ]),
        ...(lapsesBefore === null ? [] : [builder('lapses_on', '<', lapsesBefore)]),
        ...(beforeId === null ? [] : [builder('id', '<', beforeId)]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(query.limit);
}

export function createMandateWrites(
  { queries }: Preparation<typeof mandateQueries>,
  connection: Connection,
): MandateWrites {
  return {
    insertMandate: (mandate) => done(queries.insertMandate(connection, rowOfMandate(mandate))),
    updateMandate: async (mandate) => {
      const row = { ...rowOfMandate(mandate), expectedVersion: mandate.version - 1 };
      return (await queries.updateMandate(connection, row)).changes === 1;
    },
    claimRum: async ({ runMode, icsKey, rumKey, mandateId }) => {
      const row = { run_mode: runMode, ics_key: icsKey, rum_key: rumKey, mandate_id: mandateId };
      if ((await queries.claimRum(connection, row)).changes === 1) return mandateId;
      const [holder] = (await queries.holderOfRum(connection, row)).rows;
      assert(holder, 'a reference that is taken has a mandate');
      return holder.mandate_id;
    },
    appendMandateEvent: (event) => done(queries.insertMandateEvent(connection, rowOfEvent(event))),
    forgetAmendments: (mandateId) => done(queries.forgetAmendments(connection, { mandateId })),
  };
}

const rowOfMandate = (mandate: Mandate): MandateRow => ({
  ...mandateRecord.write(mandate),
  lapses_on: lapsesOn(mandate),
});

export function mandateOf(row: MandateRow): Mandate {
  assert(row.version >= 1 && row.collections >= 0, 'a mandate counts its changes and its debits');
  return mandateRecord.read(row);
}

const rowOfEvent = (event: MandateEvent): MandateEventRow => ({
  ...mandateEvents.write(event),
  type: event.type,
  // Only readable data is written.
  data: JSON.stringify(parseMandateFacts(event.type, event.data).data),
});

const eventOf = (row: MandateEventRow): MandateEvent => ({
  ...mandateEvents.read(row),
  ...parseMandateFacts(known(mandateEventType, row.type), JSON.parse(row.data)),
});
