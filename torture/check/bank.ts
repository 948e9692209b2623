import path from 'node:path';
import { count, openFile, type PlainDatabase, text } from './database.ts';

/** What the banks' simulators did, read from their own file: the other side's books. */

export type Charge = {
  readonly number: string;
  readonly reference: string;
  readonly amountCents: number;
  /** Taken, or held only, or given up before it was taken. */
  readonly standing: 'TAKEN' | 'HELD' | 'VOIDED';
  readonly refundsCents: readonly number[];
  readonly operations: readonly { readonly kind: string; readonly amountCents: number }[];
};

export type BankBooks = {
  /** Every accepted payment, by the reference of the gateway's payment (that of the attempt without its number). */
  readonly charges: ReadonlyMap<string, readonly Charge[]>;
  /** How often the gateway answered a message with 200, by the digest of the message. */
  readonly acknowledged: ReadonlyMap<string, number>;
};

export async function readBankBooks(simulatorsFolder: string): Promise<BankBooks> {
  const database = openFile(path.join(simulatorsFolder, 'sandbox.sqlite'));
  try {
    return { charges: await readCharges(database), acknowledged: await readAcknowledged(database) };
  } finally {
    await database.close();
  }
}

async function readCharges(database: PlainDatabase): Promise<BankBooks['charges']> {
  const operations = new Map<string, { kind: string; amountCents: number }[]>();
  for await (const row of database.rows('select bank, original, kind, amount_cents from operation order by position')) {
    const key = `${text(row, 'bank')} ${text(row, 'original')}`;
    operations.set(key, [
      ...(operations.get(key) ?? []),
      { kind: text(row, 'kind'), amountCents: count(row, 'amount_cents') },
    ]);
  }
  const charges = new Map<string, Charge[]>();
  // A session is paid by its last try.
  const accepted = `select t.bank, t.number, t.reference, t.amount_cents, t.status from bank_transaction t
    join session s on s.id = t.session_id
    where s.state = 'PAID' and t.position = (select max(position) from bank_transaction where session_id = s.id)
    order by t.position`;
  for await (const row of database.rows(accepted)) {
    const done = operations.get(`${text(row, 'bank')} ${text(row, 'number')}`) ?? [];
    const payment = text(row, 'reference').replace(/-\d+$/, '');
    const refunds = done.filter(({ kind }) => kind === 'REFUND');
    charges.set(payment, [
      ...(charges.get(payment) ?? []),
      {
        number: text(row, 'number'),
        reference: text(row, 'reference'),
        amountCents: count(row, 'amount_cents'),
        standing: standingOf(text(row, 'bank'), text(row, 'status'), done),
        refundsCents: refunds.map(({ amountCents }) => amountCents),
        operations: done,
      },
    ]);
  }
  return charges;
}

function standingOf(bank: string, status: string, operations: Charge['operations']): Charge['standing'] {
  if (operations.some(({ kind }) => kind === 'CANCEL')) return 'VOIDED';
  if (operations.some(({ kind }) => kind === 'CAPTURE')) return 'TAKEN';
  const held = bank === 'PAYBOX' ? 'AUTHORISED' : 'AUTHORISED_TO_VALIDATE';
  return status === held ? 'HELD' : 'TAKEN';
}

async function readAcknowledged(database: PlainDatabase): Promise<BankBooks['acknowledged']> {
  const found = new Map<string, number>();
  const sql = 'select digest, count(*) as times from delivery where http_status = 200 group by digest';
  for await (const row of database.rows(sql)) found.set(text(row, 'digest'), count(row, 'times'));
  return found;
}
