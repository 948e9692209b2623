import { describe, expect, it, onTestFinished } from 'vitest';
import { payAtBank } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../../support/gateway.ts';
import { initiated } from '../../../support/requests.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

describe.each(drawnDatabases())('an inquiry on $name', ({ open }) => {
  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)(
    'is made at %s at its time, though a clock that was a day ahead made it before',
    async (paymentTarget) => {
      const gateway = await startGateway({ open });
      onTestFinished(gateway.close);
      const { payment, ...rest } = await initiated(gateway, { paymentTarget });
      const status = async () => (await gateway.store.paymentById(payment.id))?.status;
      await gateway.pass(2 * dayMs);
      expect(await status()).toBe('EXPIRED');
      await gateway.pass(-2 * dayMs);
      await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${payment.reference}-1` });
      await payAtBank({ payment, ...rest });
      expect(await status()).toBe('EXPIRED');
      await gateway.pass(20 * minuteMs);
      expect(await status()).toBe('PAID');
    },
  );
});
