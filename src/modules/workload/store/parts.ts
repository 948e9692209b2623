import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import { paymentTarget } from '../../../kernel/vocabulary.ts';
import type { Connection } from '../../../store/connection.ts';
import { readRows, statementOf } from '../../../store/prepared-query.ts';
import { bankExceptionKind } from '../../bank-statements/bank-import.ts';
import { paymentOf } from '../../payments/store/payment-row.ts';
import { effectiveRunModeOf, known } from '../../payments/store/stored-values.ts';
import type { Tables } from '../../payments/store/tables.ts';
import type { RestoreWrites, WaitingOperations, WorkloadReads } from '../ports.ts';
import {
  deadWebhooks,
  failingEndpoints,
  lastRestoredAt,
  lateTransfers,
  newestRecord,
  type OperationsRow,
  operationsInDoubt,
  paymentsContradicted,
  paymentsInDoubt,
  restoresToCompare,
  waiting,
} from './statements.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. The queries are rare, so they are built for each call. */
export const workloadParts = { reads: [createWorkloadReads], writes: [createRestoreWrites] } as const;

export function createWorkloadReads({ db }: { readonly db: Kysely<Tables> }, connection: Connection): WorkloadReads {
  const read = <Row>(query: RawBuilder<Row>): Promise<readonly Row[]> => readRows<Row>(connection, query.compile(db));
  return {
    waitingOperations: async (runMode) => (await read(operationsInDoubt(runMode))).map(waitingOf),
    paymentsInDoubt: async (query) => (await read(paymentsInDoubt(query))).map(paymentOf),
    paymentsContradicted: async (query) => (await read(paymentsContradicted(query))).map(paymentOf),
    lateTransfers: async (runMode, expiresBy) => (await read(lateTransfers(runMode, expiresBy))).map(waitingOf),
    failingEndpoints: () => read(failingEndpoints()),
    waitingCounts: async (query) =>
      (await read(waiting(query))).map(({ what, detail, id_societe: idSociete, found: count }) => ({
        ...{ what, idSociete, count },
        exception: what === 'EXCEPTION' ? known(bankExceptionKind, detail) : null,
        dueDate: what === 'BATCH_TO_HAND_OVER' ? (detail as CalendarDate) : null,
      })),
    deadWebhooks: async (client) => {
      const [row] = await read(deadWebhooks(client));
      return row?.found ?? 0;
    },
    restoresToCompare: async () =>
      (await read(restoresToCompare())).map(({ restored_at: restoredAt, known_until: knownUntil }) => ({
        ...{ restoredAt, knownUntil },
      })),
    lastRestoredAt: async () => (await read(lastRestoredAt()))[0]?.at ?? null,
    newestRecord: async () => (await read(newestRecord()))[0]?.at ?? null,
  };
}

export function createRestoreWrites({ db }: { readonly db: Kysely<Tables> }, connection: Connection): RestoreWrites {
  const write = async (query: RawBuilder<unknown>): Promise<number> =>
    (await connection.execute(statementOf(query.compile(db)))).changes;
  return {
    insertRestore: async ({ restoredAt, knownUntil }) => {
      await write(sql`insert into restores (restored_at, known_until) values (${restoredAt}, ${knownUntil})`);
    },
    markCompared: (until, at) =>
      write(sql`update restores set compared_at = ${at} where compared_at is null and restored_at <= ${until}`),
  };
}

const waitingOf = (row: OperationsRow): WaitingOperations => ({
  ...{ client: row.client, idSociete: row.id_societe, idOrigin: row.id_origin, count: row.found },
  paymentTarget: known(paymentTarget, row.payment_target),
  effectiveRunMode: effectiveRunModeOf(row.effective_run_mode),
});
