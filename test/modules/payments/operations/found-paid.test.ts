import { describe, expect, it } from 'vitest';
import {
  CancelPaymentDocument,
  RefreshPaymentDocument,
  RefundPaymentDocument,
  ReviewPaymentDocument,
} from '../../../generated/graphql.ts';
import { night } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { inBackOffice } from '../../../support/in-back-office.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { standingOf, startFarFromNight, twiceHeld } from '../../../support/payments/settling.ts';
import { resultIn } from '../../../support/people/console.ts';
import { askGraphql } from '../../../support/schema/ask-graphql.ts';

/** A person finds a payment paid where the bank holds its sum twice. */

describe.each(drawnDatabases())('a payment that is held twice and found paid, on $name', ({ open }) => {
  const gateway = openForGroup(() => startFarFromNight(open));
  const refresh = (id: string) => gateway.send(RefreshPaymentDocument, { id });
  const statusOf = async (id: string) => (await standingOf(gateway, id))[0];
  const decidePaid = (id: string) => gateway.send(ReviewPaymentDocument, { input: { id, status: 'PAID' } });
  const offered = async (id: string) => {
    const query = `{ payment(id: "${id}") { availableActions { action reason } } }`;
    type Offered = {
      readonly availableActions: readonly { readonly action: string; readonly reason: string | null }[];
    };
    const { availableActions } = resultIn<Offered>(await askGraphql(gateway, query));
    const possible = availableActions.filter(({ reason }) => reason === null).map(({ action }) => action);
    return possible.filter((action) => action === 'REFUND' || action === 'CANCEL');
  };
  const doneAtBank = async (paymentId: string, kind: 'CAPTURE' | 'REFUND', attempt: number) => {
    const done = await inBackOffice(gateway, { paymentId, kind, amountCents: 1250, attempt });
    expect(done).toMatchObject({ outcome: 'DONE' });
  };

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s', (target) => {
    it.each(['before', 'after'])('ends with the one that the bank named as taken %s the decision', async (when) => {
      const { id, first } = await twiceHeld(gateway, target);
      await doneAtBank(id, 'CAPTURE', first);
      if (when === 'before') await refresh(id);
      await decidePaid(id);
      await refresh(id);
      await night(gateway);
      await doneAtBank(id, 'REFUND', first);
      await refresh(id);
      expect(await statusOf(id)).toBe('REFUNDED');
    });

    it('is cancelled with it', async () => {
      const { id, first } = await twiceHeld(gateway, target);
      await doneAtBank(id, 'CAPTURE', first);
      await refresh(id);
      await decidePaid(id);
      await gateway.send(CancelPaymentDocument, { input: { id } });
      expect(await statusOf(id)).toBe('CANCELLED');
    });

    it('gives nothing back until the bank has named the one that it took', async () => {
      const { id, second } = await twiceHeld(gateway, target);
      await doneAtBank(id, 'CAPTURE', second);
      await decidePaid(id);
      const refund = () => gateway.send(RefundPaymentDocument, { input: { id } });
      expect((await refund()).data?.refundPayment).toMatchObject({ __typename: 'OperationNotPossibleError' });
      expect(await gateway.store.operationsOf(id)).toEqual([]);
      expect(await offered(id)).toEqual([]);
      await refresh(id);
      expect(await offered(id)).toEqual(['CANCEL', 'REFUND']);
      await refund();
      const [operation] = await gateway.store.operationsOf(id);
      const attempts = await gateway.store.attemptsOf(id);
      expect(operation).toMatchObject({ status: 'DONE', attemptId: attempts[second]?.id });
    });
  });
});
