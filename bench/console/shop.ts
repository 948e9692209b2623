import { hash } from 'node:crypto';
import { addDays, parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import { createRows, type Rows } from '../growth-rows.ts';

/** A wholesaler's year: every means of payment, statuses that are frequent and rare, and what was given up long ago. */

export const yearMs = 365 * 86_400_000;

/** So many of a hundred thousand. */
type Shares<Value> = readonly (readonly [share: number, value: Value])[];

type Way = {
  readonly client: string;
  readonly origin: string;
  readonly target: string;
  readonly type: string;
  readonly flow: string;
};
const way = (client: string, origin: string, target: string, type: string, flow = 'HOSTED_PAGE'): Way => ({
  ...{ client, origin, target, type, flow },
});

const ways: Shares<Way> = [
  [42_000, way('web', 'web', 'PAYBOX', 'CB')],
  [4000, way('web', 'web', 'PAYBOX', 'AMEX')],
  [16_000, way('web', 'web', 'LABANQUEPOSTALE', 'CB')],
  [10_000, way('televente', 'télévente', 'PAYBOX', 'CB')],
  [3000, way('televente', 'télévente', 'LABANQUEPOSTALE', 'CB')],
  [8000, way('dcp', 'dcp', 'MILLIET', 'SEPA', 'BANK_TRANSFER')],
  [11_950, way('ibar', 'ibar', 'MILLIET', 'DIRECT_SEPA', 'DIRECT_DEBIT')],
  [1000, way('ibar', 'ibar', 'LABANQUEPOSTALE', 'DIRECT_SEPA', 'HOSTED_PAGE_MANDATE')],
  [4000, way('compta', 'compta', 'MILLIET', 'COMPTABILITE', 'BOOKING')],
  [50, way('essai', 'intranet', 'LABANQUEPOSTALE', 'AMEX')],
];
/** A way that was given up after two months: its payments are all old. */
const formerWay = way('web', 'catalogue', 'LABANQUEPOSTALE', 'AMEX');
const formerShare = 0.04;
const formerUntil = 1 / 6;

const societes: Shares<string> = [
  [52_000, '1'],
  [30_000, '2'],
  [17_000, '3'],
  [1000, '6'],
];

const endsOfCards: Shares<string> = [
  [85_000, 'PAID'],
  [6000, 'REFUSED'],
  [5000, 'EXPIRED'],
  [2490, 'CANCELLED'],
  [1000, 'REFUNDED'],
  [400, 'PARTIALLY_REFUNDED'],
  [105, 'FAILED'],
  [5, 'NEEDS_REVIEW'],
];
const endsOfTransfers: Shares<string> = [
  [94_000, 'PAID'],
  [4000, 'EXPIRED'],
  [2000, 'CANCELLED'],
];
const endsOfDebits: Shares<string> = [
  [96_000, 'PAID'],
  [3500, 'RETURNED'],
  [400, 'REFUNDED'],
  [100, 'CANCELLED'],
];
const awaitedMs = 8 * 86_400_000;

/** Always the same for a number, and even over all numbers. */
export const draw = (number: number, salt: string): number =>
  hash('sha1', `${salt}${number}`, 'buffer').readUInt32BE(0) / 2 ** 32;

function oneOf<Value>(shares: Shares<Value>, drawn: number): Value {
  let left = drawn * 100_000;
  for (const [share, value] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  return (shares[0] as Shares<Value>[number])[1];
}

function statusOf({ flow }: Way, ageMs: number, drawn: number): string {
  if (flow === 'BOOKING') return 'PAID';
  if (flow === 'BANK_TRANSFER') {
    return ageMs < awaitedMs && drawn < 0.5 ? 'REQUIRES_ACTION' : oneOf(endsOfTransfers, drawn);
  }
  if (flow !== 'HOSTED_PAGE') return ageMs < awaitedMs ? 'PENDING' : oneOf(endsOfDebits, drawn);
  return ageMs < 900_000 && drawn < 0.5 ? 'REQUIRES_ACTION' : oneOf(endsOfCards, drawn);
}

const firstNames = ['Hélène', 'Jean', 'Marie', 'Søren', 'Zoë', 'Paul', 'Anne', 'Luc', 'Inès', 'Noël'];
export const lastNameOf = (number: number): string => `nom${((number * 7919) % 20_011).toString(36)}`;
export const firstNameOf = (number: number): string => firstNames[number % firstNames.length] ?? '';
export const orderOf = (number: number): string => String(2_026_000_000 + number);
/** Mostly small, some large. */
export const amountOf = (number: number): number => Math.round(1000 * 2000 ** (draw(number, 'amount') ** 2));
export const emailOf = (number: number): string =>
  `${lastNameOf(number)}.${number % 100}@${number % 3 === 0 ? 'gmail.com' : 'example.fr'}`;

const customersOf = (total: number): number => Math.ceil(total / 20);
export const mandatesOf = (total: number): number => Math.ceil(total / 50);
export const mandateOf = (number: number): string => `RUM-${String(number).padStart(7, '0')}`;
export const mandateIdOf = (number: number): string => `mdt_${String(number).padStart(32, '0')}`;

export type Shop = {
  readonly total: number;
  readonly until: number;
  /** From one payment to the next; left out: all of them are spread over the year. */
  readonly everyMs?: number;
};

/** What was there before the first payment: customers, and the mandates of some of them. */
export function createDirectory({ total, until }: Shop): readonly Rows[] {
  const at = (number: number) => {
    const moment = until - yearMs - number * 60_000;
    return { created_at: moment, updated_at: moment };
  };
  const customers = Array.from({ length: customersOf(total) }, (_, number): Rows[number] => [
    'customers',
    {
      ...{
        id_societe: oneOf(societes, draw(number, 'customer')),
        id_client: String(number),
        version: 1,
        ...at(number),
      },
      ...{ first_name: firstNameOf(number), last_name: lastNameOf(number), updated_by: 'shop' },
      ...{ address: `${number % 99} rue des Essais`, zip_code: '75002', city: 'Paris', country: 'FR', phone: null },
    },
  ]);
  const mandates = Array.from({ length: mandatesOf(total) }, (_, number): Rows[number] => [
    'mandates',
    {
      ...{ id: mandateIdOf(number), token: `mandate${number}`, rum: mandateOf(number), ics: 'FR00ZZZ000000' },
      ...{ creditor_name: 'Essai', id_societe: oneOf(societes, draw(number, 'customer')), id_client: String(number) },
      ...{
        run_mode: 'TEST',
        scheme: 'CORE',
        type: 'RECURRENT',
        status: 'ACTIVE',
        version: 1,
        client: 'ibar',
        ...at(number),
      },
      ...{ collections: 12, ends_with_next: 0, lapses_on: parisDateOf(until + yearMs) },
    },
  ]);
  return [...customers, ...mandates].map((row) => [row]);
}

/** The rows of a payment, by its number: the same payment as all benches know, with what differs from one to the next. */
export function createPayments({ total, until, everyMs = Math.floor(yearMs / total) }: Shop): (number: number) => Rows {
  const rowsOf = createRows({ total, everyMs, until, keyMs: 0, webhookMs: 0 });
  return (number) => {
    return rowsOf(number).flatMap(([table, row]): Rows => {
      if (table !== 'payments') return [[table, row]];
      const facts = factsOf(number, total, (total - number) * everyMs);
      const payment: Rows[number] = [table, { ...row, ...facts, expires_at: until + yearMs }];
      return facts.flow === 'DIRECT_DEBIT' ? [payment, debitOf(number, payment[1], facts)] : [payment];
    });
  };
}

function factsOf(number: number, total: number, ageMs: number) {
  const isFormer = number < total * formerUntil && draw(number, 'former') < formerShare / formerUntil;
  const chosen = isFormer ? formerWay : oneOf(ways, draw(number, 'way'));
  const mandate = number % mandatesOf(total);
  const customer = chosen.flow === 'DIRECT_DEBIT' ? mandate : Math.floor(draw(number, 'payer') * customersOf(total));
  return {
    ...{ client: chosen.client, id_origin: chosen.origin, payment_target: chosen.target, payment_type: chosen.type },
    ...{ type_paiement: chosen.type, flow: chosen.flow, status: statusOf(chosen, ageMs, draw(number, 'end')) },
    ...{ id_societe: oneOf(societes, draw(customer, 'customer')), id_client: String(customer) },
    ...{
      id_commande: number % 5 === 0 ? '0' : orderOf(number),
      amount_cents: amountOf(number),
      email: emailOf(number),
    },
    payer: JSON.stringify({ firstName: firstNameOf(number), lastName: lastNameOf(number) }),
    mandate: chosen.flow === 'DIRECT_DEBIT' ? mandateOf(mandate) : null,
    commentaire: `Livraison du ${(number % 28) + 1}`,
  };
}

function debitOf(
  number: number,
  payment: Rows[number][1],
  { status, id_societe }: ReturnType<typeof factsOf>,
): Rows[number] {
  const at = Number(payment.created_at);
  return [
    'direct_debits',
    {
      ...{ payment_id: String(payment.id), presentation: 1, end_to_end_id: String(payment.reference), id_societe },
      ...{ mandate_id: mandateIdOf(Number(payment.id_client)), run_mode: 'TEST', scheme: 'CORE' },
      ...{ state: status === 'PENDING' ? 'WAITING' : 'BATCHED', amount_cents: amountOf(number) },
      ...{ due_date: addDays(parisDateOf(at), 15), notified_at: at, created_at: at },
    },
  ];
}
