import type { Kysely, RawBuilder } from 'kysely';
import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import { paymentTarget } from '../../../kernel/vocabulary.ts';
import type { Connection } from '../../../store/connection.ts';
import { readRows } from '../../../store/prepared-query.ts';
import { bankExceptionKind } from '../../bank-statements/bank-import.ts';
import { paymentOf } from '../../payments/store/payment-row.ts';
import { effectiveRunModeOf, known } from '../../payments/store/stored-values.ts';
import type { Tables } from '../../payments/store/tables.ts';
import type { WaitingOperations, WorkloadReads } from '../ports.ts';
import {
  deadWebhooks,
  failingEndpoints,
  lateTransfers,
  type OperationsRow,
  operationsInDoubt,
  paymentsContradicted,
  paymentsInDoubt,
  waiting,
} from './statements.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. The queries are rare, so they are built for each call. */
export const workloadParts = { reads: [createWorkloadReads] } as const;

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
  };
}

const waitingOf = (row: OperationsRow): WaitingOperations => ({
  ...{ client: row.client, idSociete: row.id_societe, idOrigin: row.id_origin, count: row.found },
  paymentTarget: known(paymentTarget, row.payment_target),
  effectiveRunMode: effectiveRunModeOf(row.effective_run_mode),
});
