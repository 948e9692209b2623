import { describe, expect, it } from 'vitest';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { initiated } from '../../support/requests.ts';
import { eventLogProblems } from '../../support/store/event-log.ts';

describe.each(drawnDatabases())('the event log ($name)', ({ open }) => {
  it.each([
    ['as one statement', {}],
    [
      'in a transaction',
      { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', typePaiement: 'CB', commentaire: 'Avoir' },
    ],
  ] as const)('anchors a payment whose process stood still before it was written %s', async (_how, input) => {
    let standStill: (() => Promise<unknown>) | null = null;
    const meanwhile = async (): Promise<void> => {
      const run = standStill;
      standStill = null;
      await run?.();
    };
    await using gateway: TestGateway = await startGateway({
      open,
      around: (store) => ({
        ...store,
        recordInitiation: async (record) => {
          await meanwhile();
          return store.recordInitiation(record);
        },
        transact: async (work) => {
          await meanwhile();
          return store.transact(work);
        },
      }),
    });
    standStill = async () => {
      await initiated(gateway);
      await gateway.pass(200_000, 'ledger');
    };
    const before = gateway.now();
    const { payment } = await initiated(gateway, input);
    expect((await gateway.store.paymentById(payment.id))?.createdAt).toBeGreaterThanOrEqual(before + 200_000);
    await gateway.pass(200_000, 'ledger');
    expect(await eventLogProblems(gateway.store)).toEqual([]);
    expect(await gateway.store.versionsOf([payment.id])).toEqual(new Map([[payment.id, 1]]));
  });
});
