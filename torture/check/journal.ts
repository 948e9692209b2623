import { count, type PlainDatabase, text, textOrNull } from './database.ts';
import type { Findings } from './findings.ts';
import type { Known } from './known.ts';
import type { GatewayRecord, PaymentRecord } from './record.ts';

const incoming = new Set(['CARD_PAID', 'DIRECT_DEBIT_SETTLED', 'TRANSFER_RECEIVED', 'RECORDED']);
const outgoing = new Set(['CANCELLED', 'REFUNDED', 'RETURNED']);

/** Every entry balances, has its number, and all entries of a payment come to what was paid and not given back. */
export async function checkJournal({ record, findings }: Known, database: PlainDatabase): Promise<number> {
  const booked = new Map<string, number>();
  const numbers = new Map<string, { entries: number; highest: number }>();
  let entries = 0;
  const sql = `select e.id, e.kind, e.payment_id, e.amount_cents, e.number, e.id_societe, e.run_mode, e.exercise,
      e.journal_code, sum(l.debit_cents) as debit, sum(l.credit_cents) as credit
    from journal_entries e left join journal_lines l on l.entry_id = e.id
    group by e.id, e.kind, e.payment_id, e.amount_cents, e.number, e.id_societe, e.run_mode, e.exercise, e.journal_code`;
  for await (const row of database.rows(sql)) {
    entries++;
    const [amount, kind] = [count(row, 'amount_cents'), text(row, 'kind')];
    if (count(row, 'debit') !== amount || count(row, 'credit') !== amount) {
      findings.add('UNBALANCED', `${text(row, 'id')}: debit ${count(row, 'debit')}, credit ${count(row, 'credit')}`);
    }
    const sign = incoming.has(kind) ? 1 : outgoing.has(kind) ? -1 : 0;
    const payment = textOrNull(row, 'payment_id');
    if (payment !== null) booked.set(payment, (booked.get(payment) ?? 0) + sign * amount);
    if (row.number == null) findings.add('STUCK', `${text(row, 'id')} never got its number in the journal`);
    const journal = ['id_societe', 'run_mode', 'exercise', 'journal_code'].map((name) => text(row, name)).join(' ');
    const known = numbers.get(journal) ?? { entries: 0, highest: 0 };
    numbers.set(journal, { entries: known.entries + 1, highest: Math.max(known.highest, count(row, 'number')) });
  }
  for (const [journal, { entries: of, highest }] of numbers) {
    if (of !== highest) findings.add('UNBALANCED', `journal ${journal}: ${of} entries, the last number is ${highest}`);
  }
  for (const payment of record.payments.values()) checkBooked(payment, booked.get(payment.id) ?? 0, record, findings);
  return entries;
}

function checkBooked(payment: PaymentRecord, cents: number, { operations }: GatewayRecord, findings: Findings): void {
  const refunds = (operations.get(payment.id) ?? []).filter(
    ({ kind, status }) => kind === 'REFUND' && status === 'DONE',
  );
  const refunded = refunds.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const isPaid = payment.status === 'PAID' || payment.status === 'PARTIALLY_REFUNDED';
  const expected = isPaid ? payment.amountCents - refunded : 0;
  if (cents !== expected) findings.add('UNBALANCED', `${payment.id} is ${payment.status} with ${cents} cents booked`);
}
