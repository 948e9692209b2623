import { intentOf } from '../intents.ts';
import type { Charge } from './bank.ts';
import { count, type PlainDatabase, text } from './database.ts';
import type { Findings } from './findings.ts';
import { type Known, waitingStatuses } from './known.ts';
import type { PaymentRecord } from './record.ts';

/** Gateway and bank agree on each payment, and no customer was charged or paid back twice. */
export function checkAgainstBank({ record, bank, findings }: Known, seed: number): void {
  const references = new Set<string>();
  for (const payment of record.payments.values()) {
    references.add(payment.reference);
    if (!payment.flow.startsWith('HOSTED')) continue;
    const charges = bank.charges.get(payment.reference) ?? [];
    if (charges.length > 1) findings.add('DUPLICATED', `${payment.id} was charged ${charges.length} times`);
    for (const charge of charges) {
      if (charge.amountCents === payment.amountCents) continue;
      findings.add('WRONG_AMOUNT', `${payment.id}: ${payment.amountCents} asked, ${charge.amountCents} charged`);
    }
    checkMoney(payment, charges, findings);
    checkOperations({ record, bank, findings }, payment, charges[0], seed);
  }
  for (const [reference, [charge]] of bank.charges) {
    if (!references.has(reference))
      findings.add('LOST', `the bank charged ${charge?.reference}, which nobody recorded`);
  }
}

const withoutMoney = new Set(['REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED']);

function checkMoney(payment: PaymentRecord, charges: readonly Charge[], findings: Findings): void {
  if (waitingStatuses.has(payment.status) || payment.status === 'NEEDS_REVIEW') return;
  const [charge] = charges;
  const refunded = charge?.refundsCents.reduce((sum, cents) => sum + cents, 0) ?? 0;
  if (charge && refunded > charge.amountCents) {
    findings.add('REFUNDED_TOO_MUCH', `${payment.id}: the bank gave ${refunded} of ${charge.amountCents} back`);
  }
  const expected = expectedStatuses(payment, charge, refunded);
  if (!expected.has(payment.status)) {
    const done = charge ? `${charge.standing}, ${refunded} of ${charge.amountCents} given back` : 'nothing charged';
    const kind = charge?.standing === 'TAKEN' && withoutMoney.has(payment.status) ? 'LOST' : 'DISAGREES';
    findings.add(kind, `${payment.id} is ${payment.status}; at the bank: ${done}`);
  }
}

function expectedStatuses(
  { lastAttempt }: PaymentRecord,
  charge: Charge | undefined,
  refunded: number,
): ReadonlySet<string> {
  if (!charge) return withoutMoney;
  if (charge.standing === 'HELD') return new Set(['EXPIRED', 'CANCELLED']);
  // An old URL that is read late opens the page of a cancelled payment again, and its customer is gone.
  const isOpenedAgain = lastAttempt !== charge.reference;
  if (charge.standing === 'VOIDED') return new Set(['CANCELLED', 'REFUNDED', ...(isOpenedAgain ? ['EXPIRED'] : [])]);
  if (refunded === 0) return new Set(['PAID']);
  return new Set([refunded === charge.amountCents ? 'REFUNDED' : 'PARTIALLY_REFUNDED']);
}

/** What the bank did stands once in the record, and no request was carried out twice. */
function checkOperations(
  { record, findings }: Known,
  payment: PaymentRecord,
  charge: Charge | undefined,
  seed: number,
): void {
  const recorded = (record.operations.get(payment.id) ?? []).filter(({ status }) => status === 'DONE');
  const done = charge?.operations ?? [];
  const wished = intentOf(seed, Number(payment.order.replace(/^\D+/, ''))).afterwards.length;
  if (done.length > wished) {
    findings.add('DUPLICATED', `${payment.id}: ${wished} operations were asked for, the bank did ${done.length}`);
  }
  const cents = (list: readonly { readonly amountCents: number }[]) =>
    list.map(({ amountCents }) => amountCents).toSorted((one, another) => one - another);
  if (JSON.stringify(cents(recorded)) !== JSON.stringify(cents(done))) {
    findings.add('DISAGREES', `${payment.id}: operations ${cents(recorded)} recorded, ${cents(done)} at the bank`);
  }
}

/**
 * A message that was answered with 200 is there as often as it was sent, and no forgery was answered so. Both sides name
 * a message by the digest of its bytes.
 */
export async function checkNotifications({ bank, findings }: Known, database: PlainDatabase): Promise<void> {
  const stored = new Map<string, number>();
  const sql = "select digest, outcome = 'REJECTED' as refused, count(*) as times from notifications group by 1, 2";
  for await (const row of database.rows(sql)) {
    const digest = text(row, 'digest');
    if (!bank.acknowledged.has(digest)) continue;
    if (!row.refused) stored.set(digest, count(row, 'times'));
    else findings.add('ANSWERED_WRONGLY', `the forged message ${digest} was answered 200`);
  }
  for (const [digest, times] of bank.acknowledged) {
    const found = stored.get(digest) ?? 0;
    if (found < times) findings.add('LOST', `${times} messages ${digest} were acknowledged, ${found} are there`);
  }
}
