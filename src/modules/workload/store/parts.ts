import { type Kysely, type RawBuilder, sql } from 'kysely';
import { paymentTarget } from '../../../kernel/vocabulary.ts';
import type { Connection } from '../../../store/connection.ts';
import { statementOf } from '../../../store/prepared-query.ts';
import { bankExceptionKind } from '../../bank-statements/bank-import.ts';
import { effectiveRunModeOf, known } from '../../payments/store/stored-values.ts';
import type { Tables } from '../../payments/store/tables.ts';
import type { WaitingKind, WorkloadReads } from '../ports.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. The queries are rare, so they are built for each call. */
export const workloadParts = { reads: [createWorkloadReads] } as const;

type OperationsRow = {
  readonly client: string;
  readonly id_societe: string;
  readonly id_origin: string;
  readonly payment_target: string;
  readonly effective_run_mode: string;
  readonly found: number;
};
type CountRow = {
  readonly what: WaitingKind;
  readonly detail: string;
  readonly id_societe: string;
  readonly found: number;
};

export function createWorkloadReads({ db }: { readonly db: Kysely<Tables> }, connection: Connection): WorkloadReads {
  const read = async <Row>(query: RawBuilder<Row>): Promise<readonly Row[]> =>
    (await connection.execute<Row>({ ...statementOf(query.compile(db)), isRead: true })).rows;
  return {
    waitingOperations: async (runMode) =>
      (await read(operationsInDoubt(runMode))).map((row) => ({
        ...{ client: row.client, idSociete: row.id_societe, idOrigin: row.id_origin, count: row.found },
        paymentTarget: known(paymentTarget, row.payment_target),
        effectiveRunMode: effectiveRunModeOf(row.effective_run_mode),
      })),
    waitingCounts: async (query) =>
      (await read(waiting(query))).map(({ what, detail, id_societe: idSociete, found: count }) => ({
        ...{ what, idSociete, count },
        exception: what === 'EXCEPTION' ? known(bankExceptionKind, detail) : null,
      })),
    deadWebhooks: async (client) => {
      const dead = sql<{ readonly found: number }>`select count(*) as found from webhook_deliveries
        where client = ${client} and status = 'DEAD'`;
      return (await read(dead))[0]?.found ?? 0;
    },
  };
}

/** Literals, as in the partial index of what is not settled. */
const operationsInDoubt = (runMode: string) => sql<OperationsRow>`
  select payments.client, id_societe, id_origin, payment_target, effective_run_mode, count(*) as found
  from payment_operations join payments on payments.id = payment_operations.payment_id
  where payment_operations.status in ('SENDING', 'UNKNOWN', 'NEEDS_REVIEW') and effective_run_mode = ${runMode}
  group by payments.client, id_societe, id_origin, payment_target, effective_run_mode`;

type Asked = Parameters<WorkloadReads['waitingCounts']>[0];

const waiting = ({ runMode, lapsesBy, today }: Asked) => sql<CountRow>`
  select 'EXCEPTION' as what, kind as detail, id_societe, count(*) as found
  from bank_exceptions where status = 'OPEN' and run_mode = ${runMode} group by kind, id_societe
  union all
  select 'MANDATE_LAPSING', '', id_societe, count(*)
  from mandates where lapses_on <= ${lapsesBy} and run_mode = ${runMode} group by id_societe
  union all
  select 'DEBIT_WAITING', '', id_societe, count(*) from direct_debits
  where state = 'WAITING' and run_mode = ${runMode} and due_date >= ${today} group by id_societe
  union all
  select 'DEBIT_OVERDUE', '', id_societe, count(*) from direct_debits
  where state = 'WAITING' and run_mode = ${runMode} and due_date < ${today} group by id_societe`;
