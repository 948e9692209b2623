import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { Range } from '../../../src/kernel/given-values.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { addDays, type CalendarDate, parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import { paymentTarget } from '../../../src/kernel/vocabulary.ts';
import { foldPayments } from '../../../src/modules/payment-lists/fold-payments.ts';
import { alongFilter, type Way } from '../../../src/modules/payment-lists/store/choose-way.ts';
import { type Kind, type Kinds, listKinds, wantedKinds } from '../../../src/modules/payment-lists/store/kinds.ts';
import { listPayments } from '../../../src/modules/payment-lists/store/list-payments.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { type PaymentQuery, paymentSort } from '../../../src/modules/payments/payment-store.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { isExhaustive, seed } from '../../support/sample.ts';
import { type Draw, drawFrom } from '../../support/schema/compiled/draw.ts';
import {
  everything,
  exampleEvent,
  examplePayment,
  exampleRecord,
  openTestStore,
} from '../../support/store/examples.ts';
import { compilerOf } from '../../support/store/plans.ts';

/** Every way to read a page finds what a plain filter finds, of drawn payments with equal amounts and due dates. */

const statuses = ['REQUIRES_ACTION', 'PENDING', 'PAID', 'REFUSED'] as const;
const targets = paymentTarget.names;
const types = ['CB', 'AMEX', 'DIRECT_SEPA'] as const;
const [societes, origins, modes] = [
  ['1', '2'],
  ['web', 'dcp'],
  ['TEST', 'LIVE'],
] as const;
const start = Date.UTC(2026, 9, 24, 20);
const firstDay: CalendarDate = '2026-10-24';

type Listed = { readonly payment: Payment; readonly due: CalendarDate | null };

const some = <Value>(values: readonly Value[], draw: Draw): Value[] => values.filter(() => draw.oneIn(2));
const orNull = <Value>(value: Value, draw: Draw, times = 3): Value | null => (draw.oneIn(times) ? value : null);

function rangeOf<Value>(from: Value, to: Value, draw: Draw): Range<Value> | null {
  return draw.of([null, null, { from, to }, { from, to: null }, { from: null, to }]);
}

function drawQuery(draw: Draw): PaymentQuery {
  const [created, due] = [draw.number(5), draw.number(5)].map((day) => addDays(firstDay, day)) as CalendarDate[];
  const cents = 100 + 50 * draw.number(4);
  return {
    ...everything,
    sort: draw.of(paymentSort.names),
    limit: draw.of([1, 3, 7, 40, 300]),
    statuses: orNull(some(statuses, draw), draw),
    paymentTargets: orNull(some(targets, draw), draw),
    paymentTypes: orNull(some(types, draw), draw),
    runMode: orNull(draw.of(modes), draw),
    idSociete: orNull(draw.of(societes), draw),
    idOrigin: orNull(draw.of(origins), draw),
    created: rangeOf(created ?? firstDay, addDays(created ?? firstDay, draw.number(3)), draw),
    due: draw.oneIn(2) ? null : rangeOf(due ?? firstDay, addDays(due ?? firstDay, draw.number(3)), draw),
    amountCents: rangeOf(cents, cents + 50 * draw.number(3), draw),
    visibleTo: orNull({ client: 'boutique', societes: some(societes, draw), origins: null }, draw),
  };
}

const isAmong = (wanted: readonly string[] | null, value: string) => wanted === null || wanted.includes(value);
const isOne = (wanted: string | null, value: string) => wanted === null || wanted === value;
const within = <Value extends string | number>(range: Range<Value> | null, value: Value | null): boolean =>
  range === null || (value !== null && (range.from ?? value) <= value && value <= (range.to ?? value));

/** By a plain filter and a plain sort. */
function expected(query: PaymentQuery, all: readonly Listed[]): readonly Listed[] {
  const { visibleTo } = query;
  const found = all.filter(({ payment, due }) => {
    const isVisible = payment.client === visibleTo?.client || visibleTo?.societes?.includes(payment.idSociete);
    return (
      (visibleTo === null || isVisible) &&
      isAmong(query.statuses, payment.status) &&
      isAmong(query.paymentTargets, payment.paymentTarget) &&
      isAmong(query.paymentTypes, payment.paymentType) &&
      isOne(query.runMode, payment.effectiveRunMode) &&
      isOne(query.idSociete, payment.idSociete) &&
      isOne(query.idOrigin, payment.idOrigin) &&
      within(query.created, parisDateOf(payment.createdAt)) &&
      within(query.amountCents, payment.amountCents) &&
      within(query.due, due) &&
      (query.sort !== 'DUE' || due !== null)
    );
  });
  const isBefore = (one: Listed, other: Listed): boolean => {
    const isNewer = one.payment.id > other.payment.id;
    if (query.sort === 'DUE') return one.due === other.due ? !isNewer : String(one.due) < String(other.due);
    if (query.sort === 'AMOUNT' && one.payment.amountCents !== other.payment.amountCents)
      return one.payment.amountCents > other.payment.amountCents;
    return query.sort === 'OLDEST' ? !isNewer : isNewer;
  };
  return found.toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
}

function waysOf(query: PaymentQuery, all: Kinds): readonly Way[] {
  const kinds = wantedKinds(query, all);
  const ranges = (['amountCents', 'due'] as const).filter((range) => query[range] !== null);
  return [
    alongFilter,
    { along: 'KINDS', kinds },
    ...(query.created ? [{ along: 'RANGE', range: 'created', kinds: null } as const] : []),
    ...ranges.map((range) => ({ along: 'RANGE', range, kinds }) as const),
  ];
}

type Raw = {
  readonly run: <Row>(query: Pick<CompiledQuery, 'sql' | 'parameters'>) => Promise<readonly Row[]>;
  readonly close: () => unknown;
};

/** Past the store, and without its references: a due date needs no mandate here. */
async function openRaw(databaseUrl: string): Promise<Raw> {
  if (databaseUrl.startsWith('sqlite:')) {
    const file = new DatabaseSync(databaseUrl.slice('sqlite:'.length), { enableForeignKeyConstraints: false });
    const run = async <Row>({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>) =>
      file.prepare(sql).all(...(parameters as SQLInputValue[])) as Row[];
    return { run, close: () => file.close() };
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  return {
    run: async ({ sql, parameters }) => (await client.query(sql, [...parameters])).rows,
    close: () => client.end(),
  };
}

describe.each(drawnDatabases())('a page of drawn payments ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));

  /** Some are copied for lists; others came, changed or were announced anew after that. */
  async function storeDrawn(draw: Draw, raw: Raw): Promise<readonly Listed[]> {
    const { store } = opened;
    let now = start;
    const { newId } = createIdentifiers(() => now);
    const all: Listed[] = [];
    // So few that each has several payments.
    const kinds = Array.from({ length: 8 }, () => ({
      ...{ client: draw.of(['boutique', 'compta']), idSociete: draw.of(societes), idOrigin: draw.of(origins) },
      ...{ status: draw.of(statuses), paymentTarget: draw.of(targets), paymentType: draw.of(types) },
      effectiveRunMode: draw.of(modes),
    }));
    const announce = async (id: string, presentation: number): Promise<CalendarDate> => {
      const due = addDays(firstDay, draw.number(4));
      const sql = `insert into direct_debits (payment_id, presentation, end_to_end_id, mandate_id, id_societe, run_mode,
        scheme, state, amount_cents, due_date, notified_at, created_at)
        values ('${id}', ${presentation}, '${id} ${presentation}', 'm', '1', 'TEST', 'CORE', 'WAITING', 1, '${due}', 1, 1)`;
      await raw.run({ sql, parameters: [] });
      return due;
    };
    const record = async (): Promise<void> => {
      now += 1 + draw.number(1_800_000);
      const payment = examplePayment({
        ...{ reference: `DRAWN-${all.length}`, id: newId('pay'), createdAt: now, updatedAt: now },
        ...{ ...draw.of(kinds), amountCents: 100 + 50 * draw.number(4) },
      });
      const event = { ...exampleEvent(payment), id: newId('evt') };
      await store.recordInitiation(exampleRecord(payment, { event }));
      all.push({ payment, due: draw.oneIn(2) ? await announce(payment.id, 1) : null });
    };
    const change = async (): Promise<void> => {
      now += 1000;
      const place = draw.number(all.length);
      const { payment, due } = all[place] as Listed;
      const [status, version] = [draw.of(statuses), payment.version + 1];
      await store.transact(async (transaction) => {
        await transaction.updatePayment(payment.id, payment.version, { status, updatedAt: payment.updatedAt });
        const data = { from: payment.status, cause: 'CALLER' } as const;
        const event = exampleEvent(payment, { type: 'STATUS_CHANGED', status, at: now, data });
        await transaction.appendEvent({ ...event, id: newId('evt') }, version);
      });
      const announced = draw.oneIn(3) ? await announce(payment.id, version) : due;
      all[place] = { payment: { ...payment, status, version }, due: announced };
    };
    for (let count = 0; count < 90; count++) await record();
    for (let count = 0; count < 15; count++) await change();
    const clock = () => now + 3_600_000;
    await foldPayments({ store, clock, keepsLease: async () => true, onStep: () => undefined });
    now += 7_200_000;
    for (let count = 0; count < 20; count++) await record();
    for (let count = 0; count < 25; count++) await change();
    return all;
  }

  test('is what a plain filter finds, in every way to read it', async () => {
    const draw = drawFrom(seed);
    const raw = await openRaw(opened.databaseUrl);
    const [db, { name }] = [compilerOf(database.name), database];
    const all = await storeDrawn(draw, raw);
    const place = await opened.store.paymentListPlace();
    const [every, due] = [
      await raw.run<Kind>(listKinds(db, name, 'all')),
      await raw.run<Kind>(listKinds(db, name, 'due')),
    ];
    for (let count = 0; count < (isExhaustive ? 1500 : 150); count++) {
      const drawn = drawQuery(draw);
      const found = expected(drawn, all);
      const before = draw.number(found.length + 1);
      const last = found[before - 1];
      const value = drawn.sort === 'DUE' ? last?.due : last?.payment.amountCents;
      const query = last ? { ...drawn, beforeId: last.payment.id, beforeValue: value ?? null } : drawn;
      const page = found.slice(before, before + query.limit).map(({ payment }) => payment.id);
      for (const way of waysOf(query, { all: every, due })) {
        const listing = listPayments(db, query, place, { database: name, way });
        const rows = listing === null ? [] : await raw.run<{ readonly id: string }>(listing);
        expect({ query, way: way.along, ids: rows.map(({ id }) => id) }).toEqual({ query, way: way.along, ids: page });
      }
    }
    await raw.close();
  });
});
