import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Caller } from '../../src/kernel/caller.ts';
import type { Range } from '../../src/kernel/given-values.ts';
import { createIdentifiers } from '../../src/kernel/identifiers.ts';
import { parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import type { PaymentTarget } from '../../src/kernel/vocabulary.ts';
import { foldPayments } from '../../src/modules/payment-lists/fold-payments.ts';
import type { PaymentTotalBy } from '../../src/modules/payment-lists/payment-totals.ts';
import { maySee } from '../../src/modules/payments/may-see.ts';
import type { Payment } from '../../src/modules/payments/payment.ts';
import type { PaymentQuery } from '../../src/modules/payments/payment-store.ts';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { sampled } from '../support/sample.ts';
import {
  everything,
  exampleEvent,
  examplePayment,
  exampleRecord,
  insertPayment,
  type OpenedStore,
  openTestStore,
} from '../support/store/examples.ts';
import { totalsOf } from '../support/store/plain-totals.ts';

const clients = ['boutique', 'compta', 'ibar'];
const societes = ['1', '2', '3'];
const origins = ['web', 'télévente'];
const statuses = ['REQUIRES_ACTION', 'PAID', 'REFUSED'] as const;
const targets = ['PAYBOX', 'MILLIET'] as const;

type Rights = {
  /** Null for a person, who owns no payment. */
  readonly client: string | null;
  readonly societes: readonly string[] | null;
  readonly origins: readonly string[] | null;
  readonly targets?: readonly PaymentTarget[] | null;
  readonly runModes?: readonly ('TEST' | 'LIVE')[];
};

const callers: readonly Rights[] = [
  { client: 'boutique', societes: null, origins: null },
  { client: 'boutique', societes: null, origins: null, targets: null },
  { client: 'boutique', societes: [], origins: null },
  { client: 'boutique', societes: null, origins: [] },
  { client: 'boutique', societes: null, origins: null, targets: [] },
  { client: 'boutique', societes: ['2'], origins: null },
  { client: 'boutique', societes: null, origins: ['web'] },
  { client: 'boutique', societes: null, origins: null, targets: ['MILLIET'] },
  { client: 'nobody', societes: ['1', '3', '9'], origins: ['web', 'télévente', 'dcp'] },
  { client: 'nobody', societes: ['1', '2'], origins: ['télévente'], targets: ['PAYBOX', 'LABANQUEPOSTALE'] },
  { client: 'nobody', societes: ['1', '2', '3'], origins: null, targets: ['MILLIET'] },
  { client: 'nobody', societes: null, origins: ['web'], targets: ['PAYBOX', 'MILLIET'] },
  { client: 'nobody', societes: null, origins: ['web', 'dcp'], targets: ['PAYBOX'] },
  { client: 'nobody', societes: [], origins: [] },
  { client: 'boutique', societes: ['1'], origins: [] },
  { client: 'boutique', societes: ['1'], origins: null, targets: [] },
  { client: 'nobody', societes: ['1', '2'], origins: ['web', 'dcp'], runModes: ['TEST'] },
  { client: 'boutique', societes: ['1'], origins: ['web'], targets: ['PAYBOX'], runModes: ['LIVE'] },
  { client: 'nobody', societes: ['1'], origins: null, runModes: ['TEST'] },
  { client: 'nobody', societes: null, origins: ['web'], runModes: ['LIVE'] },
  { client: 'nobody', societes: null, origins: null, targets: ['PAYBOX'], runModes: ['TEST'] },
  { client: 'nobody', societes: null, origins: null, runModes: ['TEST'] },
  { client: 'boutique', societes: null, origins: null, runModes: [] },
  { client: null, societes: ['1', '2'], origins: null, runModes: ['LIVE'] },
  { client: null, societes: null, origins: null, runModes: ['TEST'] },
  { client: null, societes: [], origins: null },
];

/** Where a right to LIVE is one to real money. */
const production = { settings: { deployment: 'production' } } as const;
const otherPerson: Caller['person'] = {
  ...{ id: 'per_1', name: 'Camille Exemple', roles: ['accueil'], rights: new Set(), refundLimitCents: 0 },
  ...{ sessionId: 'ses_1', confirmedAt: null, confirmedUntil: null },
};
const everybody: Caller = { ...anonymous, runModes: new Set(['TEST', 'LIVE']) };

const filters: readonly (Partial<PaymentQuery> & { readonly what: string })[] = [
  { what: 'no filter' },
  { what: 'a status', statuses: ['PAID'] },
  { what: 'two statuses, one of them twice', statuses: ['PAID', 'REFUSED', 'PAID'] },
  { what: 'no status', statuses: [] },
  { what: 'a target', paymentTargets: ['MILLIET'] },
  { what: 'both targets', paymentTargets: ['MILLIET', 'PAYBOX'] },
  { what: 'no target', paymentTargets: [] },
  { what: 'a société', idSociete: '2' },
  { what: 'an origin', idOrigin: 'télévente' },
  { what: 'a client number', idClient: '7' },
  { what: 'an order', idCommande: '11' },
  { what: 'all of it', statuses: ['PAID', 'REFUSED'], paymentTargets: ['PAYBOX'], idSociete: '1', idOrigin: 'web' },
  { what: 'something that is nowhere', idClient: 'nowhere', idCommande: 'nowhere' },
  { what: 'a type', paymentTypes: ['CB'] },
  { what: 'no type', paymentTypes: [] },
  { what: 'a mode', runMode: 'LIVE' },
  { what: 'a mode and a status', runMode: 'LIVE', statuses: ['PAID', 'REFUSED'] },
  { what: 'a client', client: 'compta' },
  { what: 'a mandate', mandate: 'RUM-3' },
  { what: 'a day', created: { from: '2026-10-25', to: '2026-10-25' } },
  { what: 'the days until one', created: { from: null, to: '2026-10-24' }, statuses: ['PAID'] },
  { what: 'the days from one', created: { from: '2026-10-26', to: null }, idSociete: '1' },
  { what: 'an amount', amountCents: { from: 300, to: 300 } },
  { what: 'a société and a type', idSociete: '2', paymentTypes: ['CB'] },
  { what: 'types and a status', paymentTypes: ['CB', 'AMEX'], statuses: ['REFUSED'] },
  { what: 'a type and amounts', paymentTypes: ['AMEX'], amountCents: { from: 150, to: 300 } },
  { what: 'days and amounts', created: { from: '2026-10-25', to: '2026-10-26' }, amountCents: { from: 300, to: null } },
  { what: 'a type that no payment has', idSociete: '1', paymentTypes: ['SEPA'] },
  { what: 'amounts', amountCents: { from: 200, to: null }, runMode: 'TEST' },
];
const totalsBy: readonly PaymentTotalBy[][] = [
  [],
  ['DAY'],
  ['STATUS', 'TARGET'],
  ['DAY', 'STATUS', 'TARGET', 'TYPE', 'ORIGIN'],
];
const sorts = ['NEWEST', 'OLDEST', 'AMOUNT'] as const;

/** The clocks go back in Paris on 25 October 2026. A payment comes every half hour. */
const start = Date.UTC(2026, 9, 24, 20);
const everyMs = 1_800_000;

type Moment = {
  readonly what: string;
  /** How many payments are there, and settled, when the worker runs. */
  readonly folded: number;
  /** Which payments change afterwards. */
  readonly changes: (index: number) => boolean;
};

const moments: readonly Moment[] = [
  { what: 'before the worker ran', folded: 0, changes: (index) => index % 4 === 0 },
  { what: 'after the worker ran', folded: 150, changes: () => false },
  { what: 'after later changes', folded: 150, changes: (index) => index % 3 === 0 },
  { what: 'after later payments and changes', folded: 90, changes: (index) => index % 3 === 0 },
];
const all = databases.flatMap((database) => moments.map((moment) => ({ ...moment, ...database, database })));
const cases = sampled(all, { about: 3, kind: ({ name }) => name, name: 'moments' });

describe.each(cases)('the list of payments $what ($name)', ({ what, name, database, folded, changes }) => {
  let stored: readonly Payment[] = [];
  const opened = openForGroup(() => openTestStore(database));
  beforeAll(async () => {
    stored = await storePayments(opened, folded, changes);
  });

  /** The same question, answered by the domain's own rule over everything that was stored. */
  function expected(query: PaymentQuery, caller: Caller): readonly Payment[] {
    const equal = (wanted: string | null, value: string) => wanted === null || wanted === value;
    return stored.filter(
      (payment) =>
        maySee(production, caller, payment) &&
        (query.statuses === null || query.statuses.includes(payment.status)) &&
        (query.paymentTargets === null || query.paymentTargets.includes(payment.paymentTarget)) &&
        equal(query.idSociete, payment.idSociete) &&
        equal(query.idOrigin, payment.idOrigin) &&
        equal(query.idClient, payment.idClient) &&
        equal(query.idCommande, payment.idCommande) &&
        (query.paymentTypes === null || query.paymentTypes.includes(payment.paymentType)) &&
        equal(query.runMode, payment.effectiveRunMode) &&
        equal(query.client, payment.client) &&
        (query.mandate === null || query.mandate === payment.mandate) &&
        within(query.created, parisDateOf(payment.createdAt)) &&
        within(query.amountCents, payment.amountCents),
    );
  }

  const within = <Value extends string | number>(range: Range<Value> | null, value: Value): boolean =>
    (range?.from ?? value) <= value && value <= (range?.to ?? value);

  async function everyPage(query: PaymentQuery): Promise<readonly Payment[]> {
    const found: Payment[] = [];
    let last: Payment | null = null;
    while (found.length <= stored.length) {
      const after = last && { beforeId: last.id, beforeValue: last.amountCents };
      const page: readonly Payment[] = await opened.store.payments({ ...query, ...after });
      found.push(...page);
      expect(page.length).toBeLessThanOrEqual(query.limit);
      if (page.length < query.limit) break;
      last = page.at(-1) ?? null;
    }
    return found;
  }

  describe.each(filters)('with $what', ({ what: filtered, ...filter }) => {
    test('shows everything to who may see everything, page by page, newest first', async () => {
      const query = { ...everything, ...filter };
      for (const limit of [7, 100]) {
        expect(await everyPage({ ...query, limit })).toEqual(expected(query, everybody));
      }
    });

    test.each(sorts)('shows the same in the order %s', async (sort) => {
      const inOrder = expected({ ...everything, ...filter }, everybody).toSorted((one, other) => {
        if (sort === 'AMOUNT' && one.amountCents !== other.amountCents) return other.amountCents - one.amountCents;
        const isNewer = one.id > other.id ? -1 : 1;
        return sort === 'OLDEST' ? -isNewer : isNewer;
      });
      expect(await everyPage({ ...everything, ...filter, sort, limit: 11 })).toEqual(inOrder);
    });

    test.each(totalsBy)('counts the same by %j', async (...by) => {
      const { totals, isExact } = await opened.store.paymentTotals({ ...everything, ...filter, by });
      const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
      expect(isExact).toBe(true);
      expect(sorted(totals)).toEqual(sorted(totalsOf(expected({ ...everything, ...filter }, everybody), by)));
    });

    const drawn = sampled(callers, { about: 4, name: `${what} ${name} ${filtered}` });
    test.each(drawn)('shows what maySee allows, to %j', async (visibleTo) => {
      const { client, societes, origins, targets = null, runModes = ['TEST', 'LIVE'] } = visibleTo;
      const caller: Caller = {
        ...anonymous,
        ...(client === null ? { person: otherPerson } : { client }),
        societes: societes && new Set(societes),
        origins: origins && new Set(origins),
        targets: targets && new Set(targets),
        runModes: new Set(runModes),
      };
      const query = { ...everything, ...filter, visibleTo };
      const visible = expected(query, caller);
      expect(await everyPage({ ...query, limit: 13 })).toEqual(visible);
      const { totals } = await opened.store.paymentTotals({ ...query, by: [] });
      expect(totals.toSorted((one, other) => (one.runMode < other.runMode ? -1 : 1))).toEqual(totalsOf(visible, []));
    });
  });

  test('sorts ids byte by byte', async () => {
    const { store } = opened;
    const ids = ['pay_B', 'pay_a', 'pay_Z', 'pay_é', 'pay_0'];
    await store.transact(async (transaction) => {
      for (const id of ids) await insertPayment(transaction, examplePayment({ id, idClient: 'bytes' }));
    });
    const listed = await store.payments({ ...everything, idClient: 'bytes' });
    expect(listed.map(({ id }) => id)).toEqual(['pay_é', 'pay_a', 'pay_Z', 'pay_B', 'pay_0']);
  });
});

/** Newest first, as they are at the end. */
async function storePayments(
  { store }: Pick<OpenedStore, 'store'>,
  folded: number,
  changes: Moment['changes'],
): Promise<readonly Payment[]> {
  let now = start;
  const { newId } = createIdentifiers(() => now);
  const payments: Payment[] = [];
  const record = async (index: number) => {
    now += everyMs;
    const payment = examplePayment({
      // Random references of so many would meet now and then.
      reference: `LIST-${index}`,
      ...{ id: newId('pay'), createdAt: now, updatedAt: now, amountCents: 100 + (index % 7) * 50 },
      ...{ client: clients[index % 3], idSociete: societes[(index >> 1) % 3], idOrigin: origins[(index >> 2) % 2] },
      ...{ status: statuses[(index >> 3) % 3], paymentTarget: targets[(index >> 4) % 2] },
      ...{ effectiveRunMode: index % 5 === 0 ? 'LIVE' : 'TEST', paymentType: index % 3 === 0 ? 'CB' : 'AMEX' },
      ...{ idClient: String(index % 10), idCommande: String(index % 40) },
      mandate: index % 6 === 0 ? `RUM-${index % 4}` : null,
    });
    await store.transact(async (transaction) => {
      await transaction.recordInitiation(
        exampleRecord(payment, { event: { ...exampleEvent(payment), id: newId('evt') } }),
      );
    });
    payments.push(payment);
  };
  for (let index = 0; index < folded; index++) await record(index);
  const clock = () => now + 3_600_000;
  await foldPayments({ store, clock, keepsLease: async () => true, onStep: () => undefined });
  now += 7_200_000;
  for (let index = folded; index < 150; index++) await record(index);
  const changed = payments.map((payment, index): Payment => {
    return changes(index) ? { ...payment, status: statuses[(index >> 1) % 3] ?? 'PAID', version: 2 } : payment;
  });
  for (const payment of changed.filter(({ version }) => version === 2)) {
    now += 1000;
    const data = { from: 'PENDING', cause: 'CALLER' } as const;
    await store.transact(async (transaction) => {
      await transaction.updatePayment(payment.id, 1, { status: payment.status, updatedAt: payment.updatedAt });
      const event = exampleEvent(payment, { type: 'STATUS_CHANGED', status: payment.status, at: now, data });
      await transaction.appendEvent({ ...event, id: newId('evt') }, 2);
    });
  }
  return changed.toReversed();
}
