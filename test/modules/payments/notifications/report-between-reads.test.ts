import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '../../../support/databases.ts';
import { startGateway, type TestGateway } from '../../../support/gateway.ts';
import {
  type Direct,
  eventually,
  liveConfig,
  liveSociete,
  startDirect,
  startLive,
  tell,
} from '../../../support/providers/paybox-live.ts';
import { atEachRead, type Interruption, interrupted } from '../../../support/store/overtaken.ts';

const [postgres] = databases.filter(({ name }) => name === 'postgres');

describe('a gateway that asks about a report, and is overtaken between two reads', () => {
  const interruption: Interruption = { at: 0, reads: 0, run: null };
  let direct: Direct;
  let database: TestDatabase;
  let gateway: TestGateway;
  let overtaken: TestGateway;
  beforeAll(async () => {
    if (!postgres) throw new Error('PostgreSQL is among the databases');
    direct = await startDirect();
    database = await postgres.open();
    const options = {
      databaseUrl: database.databaseUrl,
      bankCallLimits: { breaker: { failures: 10_000, restMs: 1 } },
      config: liveConfig(liveSociete('1', direct.url)),
    };
    gateway = await startGateway(options);
    overtaken = await startGateway({ ...options, around: interrupted(interruption) });
  });
  afterAll(async () => {
    await overtaken.close();
    await gateway.close();
    await database.dispose();
    await direct.close();
  });

  let trans = 6_000_000;
  const isAsked = (times: number) =>
    eventually(
      async () => direct.asked.length,
      (length) => length >= times,
    );

  it('confirms the transaction that a message names meanwhile', async () => {
    await atEachRead(interruption)(async (overtakenBy, at) => {
      const initiation = await startLive(gateway);
      const [first, second] = [String(++trans), String(++trans)];
      direct.says = 'SILENT';
      direct.asked.length = 0;
      await tell(gateway, initiation, { trans: first });
      await isAsked(1);
      for (const one of [gateway, overtaken]) one.advance(20_000);
      await overtakenBy(
        () => tell(gateway, initiation, { trans: second }),
        () => overtaken.runWorkers('resolver'),
      );
      await isAsked(3);
      direct.says = { trans: second, status: 'Capturé' };
      for (const one of [gateway, overtaken]) one.advance(120_000);
      await overtaken.runWorkers('resolver');
      expect([at, (await gateway.store.paymentById(initiation.payment.id))?.status]).toEqual([at, 'PAID']);
    });
  });
});
