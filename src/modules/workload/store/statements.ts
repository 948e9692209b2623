import { sql } from 'kysely';
import { type PaymentRow, paymentFields } from '../../payments/store/payment-row.ts';
import { isVisibleTo } from '../../payments/store/visible-to.ts';
import type { ContradictedQuery, PaymentsQuery, WaitingKind, WorkloadReads } from '../ports.ts';

export type OperationsRow = Pick<
  PaymentRow,
  'client' | 'id_societe' | 'id_origin' | 'payment_target' | 'effective_run_mode'
> & { readonly found: number };
type CountRow = {
  readonly what: WaitingKind;
  readonly detail: string;
  readonly id_societe: string;
  readonly found: number;
};

/**
 * Literals, as in the partial index of what is not settled. A cross join, because SQLite would read every payment and
 * look for its operation. A table of its own, because both tables have a client.
 */
const inDoubt = (runMode: string) => sql`
  from (select payment_id, id as operation, created_at as since from payment_operations
    where status in ('SENDING', 'UNKNOWN', 'NEEDS_REVIEW')) as doubts
  cross join payments where payments.id = payment_id and effective_run_mode = ${runMode}`;

export const operationsInDoubt = (runMode: string) => sql<OperationsRow>`
  select client, id_societe, id_origin, payment_target, effective_run_mode, count(*) as found
  ${inDoubt(runMode)}
  group by client, id_societe, id_origin, payment_target, effective_run_mode`;

export const paymentsInDoubt = ({ runMode, limit, ...asked }: PaymentsQuery) => sql<PaymentRow>`
  select ${paymentFields} ${inDoubt(runMode)} and ${isAsked(asked)}
  order by since, operation limit ${limit}`;

/**
 * A literal, as in the partial index of contradictions. Any other payment is in review, or came to nothing. What the bank
 * did not confirm says nothing of its money: after an outage of the bank there are many of these.
 */
export const paymentsContradicted = ({ runMode, limit, since, ...asked }: ContradictedQuery) => sql<PaymentRow>`
  select ${paymentFields} from payments
  where id in (select payment_id from payment_events where type = 'CONTRADICTION' and at >= ${since}
      and data not like '%the bank does not confirm it%')
    and status in ('AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'RETURNED')
    and effective_run_mode = ${runMode} and ${isAsked(asked)}
  order by id desc limit ${limit}`;

const isAsked = ({ idSociete, visibleTo }: Pick<PaymentsQuery, 'idSociete' | 'visibleTo'>) =>
  sql`${isVisibleTo(visibleTo)} ${idSociete === null ? sql`` : sql`and id_societe = ${idSociete}`}`;

/** As in the partial index of what is awaited. */
export const lateTransfers = (runMode: string, expiresBy: number) => sql<OperationsRow>`
  select client, id_societe, id_origin, payment_target, effective_run_mode, count(*) as found from payments
  where flow = 'BANK_TRANSFER' and status = 'REQUIRES_ACTION' and effective_run_mode = ${runMode} and expires_at <= ${expiresBy}
  group by client, id_societe, id_origin, payment_target, effective_run_mode`;

/** A row for each endpoint: few. */
export const failingEndpoints = () => sql<{ readonly client: string; readonly endpoint: string }>`
  select client, endpoint from webhook_endpoints where failing_since is not null`;

// Not grouped by the société itself: along an index of it every mandate would be read.
type Asked = Parameters<WorkloadReads['waitingCounts']>[0];

export const waiting = ({ runMode, lapsesBy, today }: Asked) => sql<CountRow>`
  select 'EXCEPTION' as what, kind as detail, id_societe, count(*) as found
  from bank_exceptions where status = 'OPEN' and run_mode = ${runMode} group by kind, id_societe
  union all
  select 'MANDATE_LAPSING', '', coalesce(id_societe, ''), count(*)
  from mandates where lapses_on <= ${lapsesBy} and run_mode = ${runMode} group by coalesce(id_societe, '')
  union all
  select 'DEBIT_WAITING', '', id_societe, count(*) from direct_debits
  where state = 'WAITING' and run_mode = ${runMode} and due_date >= ${today} group by id_societe
  union all
  select 'DEBIT_OVERDUE', '', id_societe, count(*) from direct_debits
  where state = 'WAITING' and run_mode = ${runMode} and due_date < ${today} group by id_societe
  union all
  select 'BATCH_TO_HAND_OVER', coalesce(due, ''), id_societe, count(*) from (
    select id_societe, (select min(due_date) from direct_debits where batch_id = direct_debit_batches.id) as due
    from direct_debit_batches where status = 'CREATED' and run_mode = ${runMode}
  ) as batches group by due, id_societe`;

/** As in the partial index of what does not wait. */
export const deadWebhooks = (client: string) => sql<{ readonly found: number }>`
  select count(*) as found from webhook_deliveries
  where client = ${client} and status = 'DEAD' and status <> 'WAITING'`;

export const restoresToCompare = () => sql<{ readonly restored_at: number; readonly known_until: number | null }>`
  select restored_at, known_until from restores where compared_at is null order by restored_at`;

export const lastRestoredAt = () => sql<{ readonly at: number | null }>`
  select max(restored_at) as at from restores`;

export const newestRecord = () => sql<{ readonly at: number | null }>`
  select max(at) as at from (
    select max(at) as at from payment_events union all select max(at) from audit_entries
    union all select max(restored_at) from restores
  ) as newest`;
