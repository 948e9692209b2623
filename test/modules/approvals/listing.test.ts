import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store.ts';
import { anonymous, type Caller } from '../../../src/kernel/caller.ts';
import { listApprovals, readApproval } from '../../../src/modules/approvals/decide-approval.ts';
import type { Mandate } from '../../../src/modules/direct-debits/mandates/mandate.ts';
import { type Approval, paymentIdOf } from '../../../src/modules/payments/operations/approval.ts';
import { exampleMandate } from '../../support/bank-statements/importing.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { identifiers, initiate, openTestStore } from '../../support/store/examples.ts';

/** Who decides sees what concerns its sociétés, however much others decided about. */

const chef: Caller = {
  ...anonymous,
  ...{ client: 'console', runModes: new Set(['TEST', 'LIVE']), scopes: new Set(['read']) },
  person: {
    ...{ id: 'per_1', name: 'Chef', roles: [], rights: new Set(['approve']), refundLimitCents: 0 },
    ...{ sessionId: 'ses_1', confirmedAt: null, confirmedUntil: null },
  },
};

describe.each(drawnDatabases())('the list of approvals ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));
  const pay = async (change: Parameters<typeof initiate>[1]) =>
    (await initiate(opened.store, { effectiveRunMode: 'LIVE', ...change })).id;
  const held = {
    ...{ requestedBy: 'shop', runMode: 'LIVE', createdAt: 1, expiresAt: 2 ** 45 },
    ...{ status: 'PENDING', decidedBy: null, decidedAt: null, reason: null },
  } as const;
  const insert = (about: readonly object[]) =>
    opened.store.transact(async (transaction) => {
      for (const one of about)
        await transaction.insertApproval({ ...held, id: identifiers.newId('apr'), ...one } as Approval);
    });
  const refund = (paymentId: string) => ({
    ...{ kind: 'REFUND', operationId: identifiers.newId('ope'), paymentId, amountCents: 1, cause: 'PAYMENT' },
  });
  const everything = { status: null, beforeId: null, limit: 100 };
  const services = (store: Store = opened.store) =>
    ({ store, clock: () => 1, settings: { deployment: 'production' }, societes: new Map() }) as unknown as Parameters<
      typeof listApprovals
    >[0] &
      Parameters<typeof readApproval>[0];

  beforeAll(async () => {
    const of = (number: string, idSociete: string): Mandate => ({
      ...{ ...exampleMandate, id: identifiers.newId('mdt'), rum: `RUM-${number}`, token: number.repeat(43) },
      ...{ idSociete, runMode: 'LIVE' },
    });
    const mandates = [of('1', '6'), of('2', '1')];
    await opened.store.transact(async (transaction) => {
      for (const mandate of mandates) await transaction.insertMandate(mandate);
    });
    await insert([
      refund(await pay({ idSociete: '6' })),
      { kind: 'REVIEW_PAYMENT', paymentId: await pay({ idSociete: '6', idOrigin: 'WEB' }), version: 1, cause: 'KIND' },
      ...mandates.map(({ id, runMode }) => ({
        ...{ kind: 'AMEND_MANDATE', mandateId: id, version: 1, cause: 'KIND', runMode },
        ...{ oldIban: 'FR', newIban: 'FR', fields: 'iban', input: {} },
      })),
    ]);
    const ofAnother = await pay({ idSociete: '1' });
    const decided = { status: 'REFUSED', decidedBy: 'console/per_2', decidedAt: 1 };
    await insert(Array.from({ length: 450 }, () => ({ ...refund(ofAnother), ...decided })));
  });

  it('has what waits of each payment, of both kinds, and neither what was decided nor what expired', async () => {
    const [one, two, none] = [await pay({}), await pay({}), await pay({})];
    const review = { kind: 'REVIEW_PAYMENT', paymentId: two, version: 1, cause: 'KIND' };
    await insert([refund(one), refund(one), review, { ...refund(two), expiresAt: 5 }]);
    await insert([{ ...refund(one), status: 'REFUSED', decidedBy: 'console/per_2', decidedAt: 1 }]);
    const found = await opened.store.approvalsWaitingOf([one, two, none], 5, 20);
    expect(found.map((approval) => [approval.kind, paymentIdOf(approval)])).toEqual([
      ['REFUND', one],
      ['REFUND', one],
      ['REVIEW_PAYMENT', two],
    ]);
    expect(found.map(({ id }) => id)).toEqual(found.map(({ id }) => id).toSorted());
    const firstOfEach = await opened.store.approvalsWaitingOf([one, two], 5, 1);
    expect(firstOfEach).toEqual([found[0], found[2]]);
    const ended = await opened.store.approvalsEndedOf([one, two, none], 5, 20);
    expect(ended.map((approval) => [approval.status, paymentIdOf(approval)])).toEqual([
      ['REFUSED', one],
      ['PENDING', two],
    ]);
    await insert([{ ...refund(one), status: 'WITHDRAWN', decidedAt: 2 }]);
    const [newest, ...others] = await opened.store.approvalsEndedOf([one], 5, 1);
    expect([newest?.status, others]).toEqual(['WITHDRAWN', []]);
  });

  it('takes one read for a role of one société, past all that others decided about', async () => {
    let reads = 0;
    const counted = Object.create(opened.store) as Store & Pick<Store, 'approvals'>;
    counted.approvals = (query) => {
      reads++;
      return opened.store.approvals(query);
    };
    const found = await listApprovals(services(counted), { ...chef, societes: new Set(['6']) }, everything);
    expect(found.map(({ kind }) => kind)).toEqual(['AMEND_MANDATE', 'REVIEW_PAYMENT', 'REFUND']);
    expect(reads).toBe(1);
  });

  it('takes one read for a mode, past all that waits and was decided in the other', async () => {
    const asked: unknown[] = [];
    const counted = Object.create(opened.store) as Store & Pick<Store, 'approvals'>;
    counted.approvals = (query) => {
      asked.push(query.runMode);
      return opened.store.approvals(query);
    };
    await insert([
      {
        ...{ kind: 'REVIEW_PAYMENT', version: 1, cause: 'KIND', runMode: 'TEST' },
        paymentId: await pay({ effectiveRunMode: 'TEST' }),
      },
    ]);
    for (const caller of [chef, { ...chef, client: 'shop', person: undefined } as unknown as Caller]) {
      const found = await listApprovals(services(counted), caller, { ...everything, runMode: 'TEST', limit: 2 });
      expect(found.map(({ kind, runMode }) => [kind, runMode])).toEqual([['REVIEW_PAYMENT', 'TEST']]);
      expect(asked.splice(0)).toEqual(['TEST']);
    }
  });

  it.each([
    ['all', {}],
    ['no société', { societes: new Set<string>() }],
    ['an origin', { origins: new Set(['WEB']) }],
    ['a target', { targets: new Set(['PAYBOX'] as const) }],
    ['TEST', { runModes: new Set(['TEST'] as const) }],
    ['mandates alone', { scopes: new Set(['mandates'] as const) }],
    ['nothing', { scopes: new Set(['refund'] as const) }],
    ['its own', { client: 'shop', person: undefined }],
  ])('shows to a caller that sees %s what it may read one by one', async (_name, sight) => {
    const caller = { ...chef, ...sight } as Caller;
    const all = await listApprovals(services(), { ...chef, societes: null }, { ...everything, limit: 1000 });
    expect(all.length).toBeGreaterThan(450);
    const seen: string[] = [];
    for (const { id } of all) if (await readApproval(services(), caller, id)) seen.push(id);
    const listed = await listApprovals(services(), caller, { ...everything, limit: 1000 });
    expect(listed.map(({ id }) => id)).toEqual(seen);
  });
});
