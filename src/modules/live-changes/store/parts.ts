import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { firstIdAt } from '../../../kernel/identifiers.ts';
import { paymentTarget } from '../../../kernel/vocabulary.ts';
import type { Connection } from '../../../store/connection.ts';
import { readRows } from '../../../store/prepared-query.ts';
import { effectiveRunModeOf, known } from '../../payments/store/stored-values.ts';
import type { Tables } from '../../payments/store/tables.ts';
import { type ChangedRow, type ChangeReads, type ChangeTopic, mostRows, rowsRead } from '../change-topic.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. The queries are built for each call. */
export const liveChangeParts = { reads: [createChangeReads] } as const;

type Row = {
  readonly key: string;
  readonly id: string;
  readonly id_societe: string;
  readonly run_mode: string;
  readonly client: string | null;
  readonly id_origin: string | null;
  readonly payment_target: string | null;
  /** Only in rows of what waits. */
  readonly waits?: number;
};

export function createChangeReads({ db }: { readonly db: Kysely<Tables> }, connection: Connection): ChangeReads {
  const read = (query: RawBuilder<Row>): Promise<readonly Row[]> => readRows<Row>(connection, query.compile(db));
  return {
    recentChanges: async (topic, since) => {
      const rows: ChangedRow[] = [];
      for (const query of queriesOf[topic](since)) {
        const page = await read(query);
        rows.push(...page.map((row, index) => changedRowOf(row, index === rowsRead[topic] - 1)));
      }
      return rows;
    },
  };
}

const changedRowOf = (row: Row, isLimit: boolean): ChangedRow => ({
  ...{ key: row.key, id: row.id, idSociete: row.id_societe, client: row.client, idOrigin: row.id_origin },
  runMode: effectiveRunModeOf(row.run_mode),
  ...{ waits: row.waits === 1, isLimit },
  paymentTarget: row.payment_target === null ? null : known(paymentTarget, row.payment_target),
});

const noPayment = sql`cast(null as text) as client, cast(null as text) as id_origin, cast(null as text) as payment_target`;
const ofPayment = sql`payments.id_societe, payments.effective_run_mode as run_mode, payments.client, payments.id_origin,
  payments.payment_target`;
const waits = sql`1 as waits`;
/** Each walks along an index, newest first, and ends after a page. */
const queriesOf: Readonly<Record<ChangeTopic, (since: number) => readonly RawBuilder<Row>[]>> = {
  PAYMENTS: (since) => [
    sql<Row>`select event.id as key, payments.id, ${ofPayment}
      from (select id, payment_id from payment_events where id > ${firstIdAt('evt', since)}
        order by id desc limit ${sql.lit(mostRows)}) as event
      join payments on payments.id = event.payment_id order by key desc`,
    // What waits for a second person writes no event of its payment, nor does its end without an approval. An expired
    // one is read as long as `since` is before its end: by then it has ended by the clock of every gateway.
    sql<Row>`select approval.id as key, payments.id, ${ofPayment}, ${waits}
      from (select id, coalesce(payment_id, object_id) as payment_id, expires_at from approvals
        where status = 'PENDING' order by id desc limit ${sql.lit(mostRows)}) as approval
      join payments on payments.id = approval.payment_id where approval.expires_at > ${since}
      order by key desc`,
    sql<Row>`select approval.key, payments.id, ${ofPayment}
      from (select id || ' ' || status as key, id, coalesce(payment_id, object_id) as payment_id from approvals
        where ${madeAndEnded('PENDING', firstIdAt('apr', since))}) as approval
      join payments on payments.id = approval.payment_id order by approval.id desc`,
  ],
  EXCEPTIONS: (since) => ofWaiting(sql`id_societe`, sql`bank_exceptions`, 'OPEN', firstIdAt('bkx', since)),
  APPROVALS: (since) => ofWaiting(sql`'' as id_societe`, sql`approvals`, 'PENDING', firstIdAt('apr', since)),
  WEBHOOKS: (since) => [ofDeliveries('id', firstIdAt('msg', since)), ofDeliveries('settled_at', since)],
  BANK_FILES: () => [
    sql<Row>`select id || ' ' || status || ' ' || cast(updated_at as text) as key, id, coalesce(id_societe, '') as id_societe,
      coalesce(run_mode, 'TEST') as run_mode, ${noPayment} from bank_files order by id desc limit ${sql.lit(rowsRead.BANK_FILES)}`,
  ],
  MANDATES: (since) => [
    sql<Row>`select event.id as key, mandates.id, mandates.id_societe, mandates.run_mode, ${noPayment}
      from (select id, mandate_id from mandate_events where id > ${firstIdAt('mev', since)}
        order by id desc limit ${sql.lit(mostRows)}) as event
      join mandates on mandates.id = event.mandate_id order by key desc`,
  ],
  BATCHES: () => [
    sql<Row>`select id || ' ' || cast(version as text) as key, id, id_societe, run_mode, ${noPayment}
      from direct_debit_batches order by id desc limit ${sql.lit(rowsRead.BATCHES)}`,
  ],
};

/** What was made lately and waits no more: it may have been made, and have ended, between two reads. */
const madeAndEnded = (waiting: 'OPEN' | 'PENDING', after: string): RawBuilder<unknown> =>
  sql`id > ${after} and status <> ${sql.lit(waiting)} order by id desc limit ${sql.lit(mostRows)}`;

/** Objects that wait for a person, and those that were made lately and wait no more. */
function ofWaiting(
  idSociete: RawBuilder<unknown>,
  table: RawBuilder<unknown>,
  waiting: 'OPEN' | 'PENDING',
  after: string,
): readonly RawBuilder<Row>[] {
  return [
    sql<Row>`select id as key, id, ${idSociete}, run_mode, ${noPayment}, ${waits} from ${table}
      where status = ${sql.lit(waiting)} order by id desc limit ${sql.lit(mostRows)}`,
    sql<Row>`select id || ' ' || status as key, id, ${idSociete}, run_mode, ${noPayment} from ${table}
      where ${madeAndEnded(waiting, after)}`,
  ];
}

/** Those about payments: others concern no list. */
function ofDeliveries(by: 'id' | 'settled_at', after: string | number): RawBuilder<Row> {
  return sql<Row>`select delivery.id || ' ' || delivery.status as key, delivery.id, payments.id_societe,
      payments.effective_run_mode as run_mode, delivery.client, payments.id_origin, payments.payment_target
    from (select id, status, client, subject, settled_at from webhook_deliveries
      where ${sql.ref(by)} > ${after} and substr(subject, 1, 4) = 'pay_'
      order by ${sql.ref(by)} desc limit ${sql.lit(rowsRead.WEBHOOKS)}) as delivery
    join payments on payments.id = delivery.subject order by ${sql.ref(`delivery.${by}`)} desc`;
}
