import { count, type PlainDatabase, text, textOrNull } from './database.ts';

/** The gateway's record, read whole. */

export type PaymentRecord = {
  readonly id: string;
  readonly reference: string;
  readonly client: string;
  readonly order: string;
  readonly amountCents: number;
  readonly status: string;
  readonly version: number;
  readonly flow: string;
  /** The last attempt, in its bank's reference. */
  readonly lastAttempt: string;
};
export type OperationRecord = {
  readonly id: string;
  readonly payment: string;
  readonly kind: string;
  readonly amountCents: number;
  readonly status: string;
};

export type GatewayRecord = {
  readonly payments: ReadonlyMap<string, PaymentRecord>;
  readonly operations: ReadonlyMap<string, readonly OperationRecord[]>;
};

export async function readRecord(database: PlainDatabase): Promise<GatewayRecord> {
  const payments = new Map<string, PaymentRecord>();
  const lastAttempt = `select reference from payment_attempts where payment_id = p.id order by number desc limit 1`;
  const paymentRows = `select id, reference, client, id_commande, amount_cents, status, version, flow,
    coalesce((${lastAttempt}), '') as last_attempt from payments p`;
  for await (const row of database.rows(paymentRows)) {
    const id = text(row, 'id');
    payments.set(id, {
      id,
      reference: text(row, 'reference'),
      client: text(row, 'client'),
      order: text(row, 'id_commande'),
      amountCents: count(row, 'amount_cents'),
      status: text(row, 'status'),
      version: count(row, 'version'),
      flow: text(row, 'flow'),
      lastAttempt: text(row, 'last_attempt'),
    });
  }
  const operations = new Map<string, OperationRecord[]>();
  const operationRows = `select id, payment_id, kind, amount_cents, status from payment_operations order by id`;
  for await (const row of database.rows(operationRows)) {
    const payment = text(row, 'payment_id');
    operations.set(payment, [
      ...(operations.get(payment) ?? []),
      {
        id: text(row, 'id'),
        payment,
        kind: text(row, 'kind'),
        amountCents: count(row, 'amount_cents'),
        status: text(row, 'status'),
      },
    ]);
  }
  return { payments, operations };
}

export type EventRecord = {
  readonly id: string;
  readonly payment: string;
  readonly sequence: number;
  readonly type: string;
  readonly status: string;
  readonly at: number;
  readonly data: string;
  readonly previousHash: string | null;
  readonly hash: string;
};

/** Payment by payment, each in its order. */
export async function* readStories(database: PlainDatabase): AsyncGenerator<readonly EventRecord[]> {
  let story: EventRecord[] = [];
  const sql = `select id, payment_id, sequence, type, status, at, data, previous_hash, hash from payment_events
    order by payment_id, sequence`;
  for await (const row of database.rows(sql)) {
    const event: EventRecord = {
      id: text(row, 'id'),
      payment: text(row, 'payment_id'),
      sequence: count(row, 'sequence'),
      type: text(row, 'type'),
      status: text(row, 'status'),
      at: count(row, 'at'),
      data: text(row, 'data'),
      previousHash: textOrNull(row, 'previous_hash'),
      hash: text(row, 'hash'),
    };
    if (story[0] && story[0].payment !== event.payment) {
      yield story;
      story = [];
    }
    story.push(event);
  }
  if (story.length > 0) yield story;
}
