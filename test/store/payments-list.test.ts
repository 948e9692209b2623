import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Caller } from '../../src/kernel/caller.ts';
import type { PaymentTarget } from '../../src/kernel/vocabulary.ts';
import { maySee } from '../../src/modules/payments/may-see.ts';
import type { Payment } from '../../src/modules/payments/payment.ts';
import type { PaymentQuery } from '../../src/modules/payments/payment-store.ts';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { everything, examplePayment, openTestStore } from '../support/store/examples.ts';

const clients = ['boutique', 'compta', 'ibar'];
const societes = ['1', '2', '3'];
const origins = ['web', 'télévente'];
const statuses = ['REQUIRES_ACTION', 'PAID', 'REFUSED'] as const;
const targets = ['PAYBOX', 'MILLIET'] as const;

type Rights = {
  readonly client: string;
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
];

/** Where a right to LIVE is one to real money. */
const production = { settings: { deployment: 'production' } } as const;
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
];

describe.each(databases)('the list of payments ($name)', (database) => {
  const stored: Payment[] = [];
  const opened = openForGroup(() => openTestStore(database));
  beforeAll(async () => {
    stored.length = 0;
    await opened.store.transact(async (transaction) => {
      for (let index = 0; index < 150; index++) {
        const payment = examplePayment({
          client: clients[index % 3],
          idSociete: societes[(index >> 1) % 3],
          idOrigin: origins[(index >> 2) % 2],
          status: statuses[(index >> 3) % 3],
          paymentTarget: targets[(index >> 4) % 2],
          effectiveRunMode: index % 5 === 0 ? 'LIVE' : 'TEST',
          idClient: String(index % 10),
          idCommande: String(index % 40),
        });
        stored.unshift(payment);
        await transaction.insertPayment(payment);
      }
    });
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
        equal(query.idCommande, payment.idCommande),
    );
  }

  async function everyPage(query: PaymentQuery): Promise<readonly Payment[]> {
    const found: Payment[] = [];
    let beforeId: string | null = null;
    while (found.length <= stored.length) {
      const page: readonly Payment[] = await opened.store.payments({ ...query, beforeId });
      found.push(...page);
      expect(page.length).toBeLessThanOrEqual(query.limit);
      if (page.length < query.limit) break;
      beforeId = page.at(-1)?.id ?? null;
    }
    return found;
  }

  describe.each(filters)('with $what', ({ what: _, ...filter }) => {
    test('shows everything to who may see everything, page by page, newest first', async () => {
      const query = { ...everything, ...filter };
      for (const limit of [7, 100]) {
        expect(await everyPage({ ...query, limit })).toEqual(expected(query, everybody));
      }
    });

    test.each(callers)('shows what maySee allows, to %j', async (visibleTo) => {
      const { client, societes, origins, targets = null, runModes = ['TEST', 'LIVE'] } = visibleTo;
      const caller: Caller = {
        ...anonymous,
        client,
        societes: societes && new Set(societes),
        origins: origins && new Set(origins),
        targets: targets && new Set(targets),
        runModes: new Set(runModes),
      };
      const query = { ...everything, ...filter, visibleTo };
      expect(await everyPage({ ...query, limit: 13 })).toEqual(expected(query, caller));
    });
  });

  test('sorts ids byte by byte', async () => {
    const { store } = opened;
    const ids = ['pay_B', 'pay_a', 'pay_Z', 'pay_é', 'pay_0'];
    await store.transact(async (transaction) => {
      for (const id of ids) await transaction.insertPayment(examplePayment({ id, idClient: 'bytes' }));
    });
    const listed = await store.payments({ ...everything, idClient: 'bytes' });
    expect(listed.map(({ id }) => id)).toEqual(['pay_é', 'pay_a', 'pay_Z', 'pay_B', 'pay_0']);
  });
});
