import { describe, expect, it } from 'vitest';
import { openForGroup } from '../../../support/open-for.ts';
import {
  eventually,
  liveConfig,
  liveSociete,
  startDirect,
  startLive,
  tell,
} from '../../../support/providers/paybox-live.ts';
import { openOvertaken } from '../../../support/store/overtaken.ts';

describe('a gateway that asks about a report, and is overtaken between two reads', () => {
  const direct = openForGroup(() => startDirect());
  const on = openForGroup(() =>
    openOvertaken({
      bankCallLimits: { breaker: { failures: 10_000, restMs: 1 } },
      config: liveConfig(liveSociete('1', direct.url)),
    }),
  );

  let trans = 6_000_000;
  const isAsked = (times: number) =>
    eventually(
      async () => direct.asked.length,
      (length) => length >= times,
    );

  it('confirms the transaction that a message names meanwhile', async () => {
    const { gateway, overtaken } = on;
    await on.atEachRead(async (overtakenBy, at) => {
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
