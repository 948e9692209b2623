import { type PlainDatabase, text } from './database.ts';
import type { Known } from './known.ts';

export type Received = { readonly id: string; readonly payment: string; readonly sequence: number };

/** Every message was written with its event, delivered, and came in the order of its payment. */
export async function checkWebhooks(
  { record, findings }: Known,
  database: PlainDatabase,
  received: readonly Received[],
): Promise<number> {
  const arrived = new Set(received.map(({ id }) => id));
  const told = new Set<string>();
  let messages = 0;
  for await (const row of database.rows('select id, status, event_id from webhook_deliveries')) {
    messages++;
    told.add(text(row, 'event_id'));
    const [id, status] = [text(row, 'id'), text(row, 'status')];
    if (status !== 'DELIVERED') findings.add('STUCK', `webhook ${id} is still ${status}`);
    else if (!arrived.has(id)) findings.add('UNTOLD', `webhook ${id} counts as delivered and never came`);
  }
  const events = `select e.id, e.payment_id from payment_events e join payments p on p.id = e.payment_id
    where p.client = 'told' and e.type in ('INITIATED', 'STATUS_CHANGED', 'REFUND_DONE')`;
  for await (const row of database.rows(events)) {
    if (!told.has(text(row, 'id')))
      findings.add('UNTOLD', `${text(row, 'payment_id')}: nothing told of ${text(row, 'id')}`);
  }
  const last = new Map<string, number>();
  const seen = new Set<string>();
  for (const { id, payment, sequence } of received) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (sequence < (last.get(payment) ?? 0)) findings.add('UNTOLD', `${payment}: ${sequence} came after a later one`);
    if (!record.payments.has(payment)) findings.add('LOST', `a webhook told of ${payment}, which is not there`);
    last.set(payment, sequence);
  }
  return messages;
}
