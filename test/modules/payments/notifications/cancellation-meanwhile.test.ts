import { beforeEach, describe, expect, it } from 'vitest';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import {
  eventually,
  liveConfig,
  liveSociete,
  startDirect,
  startLive,
  tell,
} from '../../../support/providers/paybox-live.ts';
import type { Initiated } from '../../../support/requests.ts';

/** A message takes no money away: the bank is asked. Here another one comes while the bank answers. */

describe.each(drawnDatabases())('a LIVE payment at PAYBOX that is cancelled on $name', ({ open }) => {
  let trans = 8_000_000;
  const direct = openForGroup(() => startDirect());
  const gateway = openForGroup(() => startGateway({ open, config: liveConfig(liveSociete('1', direct.url)) }));
  beforeEach(() => {
    trans += 1;
    direct.says = { trans: String(trans), status: 'Capturé' };
  });

  const statusOf = async ({ payment }: Initiated) => (await gateway.store.paymentById(payment.id))?.status;
  const cancel = (initiation: Initiated, error: string) =>
    tell(gateway, initiation, { error, auth: null, trans: String(trans) });
  const cancelMeanwhile = (initiation: Initiated): void => {
    direct.meanwhile = async () => {
      direct.says = { trans: String(trans), status: 'Annulé' };
      await cancel(initiation, '00117');
    };
  };
  const paid = (initiation: Initiated) =>
    eventually(
      () => statusOf(initiation),
      (status) => status === 'PAID',
    );
  const pass = async (): Promise<void> => {
    await gateway.pass(60_000);
  };

  it('is asked about again where that is reported while the bank answers to an earlier cancellation', async () => {
    const initiation = await startLive(gateway);
    await tell(gateway, initiation, { trans: String(trans) });
    expect(await paid(initiation)).toBe('PAID');
    await cancel(initiation, '00105');
    cancelMeanwhile(initiation);
    await pass();
    expect([direct.meanwhile, await statusOf(initiation)]).toEqual([null, 'PAID']);
    await pass();
    expect(await statusOf(initiation)).toBe('CANCELLED');
  });

  it('is asked about again where that is reported while the bank confirms the payment', async () => {
    const initiation = await startLive(gateway);
    cancelMeanwhile(initiation);
    await tell(gateway, initiation, { trans: String(trans) });
    expect(await paid(initiation)).toBe('PAID');
    await pass();
    expect(await statusOf(initiation)).toBe('CANCELLED');
  });
});
