import { describe, expect, it } from 'vitest';
import {
  RefreshPaymentDocument,
  RefundPaymentDocument,
  ReviewPaymentDocument,
  SettleOperationDocument,
} from '../../../generated/graphql.ts';
import { payAtBank } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { cancellationInDoubt, startFarFromNight } from '../../../support/payments/settling.ts';
import { initiated } from '../../../support/requests.ts';

/** A person decides that a cancellation was done, and the bank says later that the money is there. */

describe.each(drawnDatabases())('a cancellation that was not done, on $name', ({ open }) => {
  const gateway = openForGroup(() => startFarFromNight(open));
  const statusOf = async (id: string) => (await gateway.store.paymentById(id))?.status;
  const refresh = (id: string) => gateway.send(RefreshPaymentDocument, { id });
  const lastOf = async (id: string) => (await gateway.store.eventsOf(id, 0, 100)).at(-1);

  /** Paid, with the bank's message still on its way. */
  async function saidToBeCancelled(paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE'): Promise<string> {
    const initiation = await initiated(gateway, { paymentTarget });
    const { id, reference } = initiation.payment;
    const delay = { kind: 'DELAY_NOTIFICATION', reference: `${reference}-1`, delayMs: 86_400_000 };
    await scriptFault(gateway, delay);
    await payAtBank(initiation);
    await refresh(id);
    expect(await statusOf(id)).toBe('PAID');
    const operation = await cancellationInDoubt(gateway, id);
    await gateway.send(SettleOperationDocument, { input: { id: operation, outcome: 'DONE' } });
    expect(await statusOf(id)).toBe('CANCELLED');
    return id;
  }

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s', (paymentTarget) => {
    it.each(['an inquiry', 'a late message'])('calls a person after %s', async (how) => {
      const id = await saidToBeCancelled(paymentTarget);
      if (how === 'an inquiry') await refresh(id);
      else {
        await gateway.get('/sandbox/faults/release', { method: 'POST' });
        expect(await lastOf(id)).toMatchObject({ type: 'NEWS_IGNORED', status: 'CANCELLED' });
        await gateway.runWorkers('resolver');
      }
      expect(await lastOf(id)).toMatchObject({ type: 'CONTRADICTION', status: 'NEEDS_REVIEW' });
      // The person finds it paid, and what was to be cancelled can be given back.
      await gateway.send(ReviewPaymentDocument, { input: { id, status: 'PAID' } });
      await refresh(id);
      await gateway.send(RefundPaymentDocument, { input: { id } });
      expect(await statusOf(id)).toBe('REFUNDED');
    });
  });
});
