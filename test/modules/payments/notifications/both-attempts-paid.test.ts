import { describe, expect, it } from 'vitest';
import { ReviewPaymentDocument } from '../../../generated/graphql.ts';
import type { TestGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { notifiedOn } from '../../../support/payments/notified.ts';
import { messageOf, postNotification, signed } from '../../../support/scellius-messages.ts';
import { openOvertaken } from '../../../support/store/overtaken.ts';

describe('a payment that a person found paid, and whose two attempts the bank calls paid', () => {
  // The two messages name a transaction each.
  const on = openForGroup(() => openOvertaken({}, ['claimUpdate', 'claimBankTransaction']));

  it('is flagged as paid twice where the second message comes between two reads of the first', async () => {
    const { gateway, overtaken } = on;
    const { start, notify, storyOf } = notifiedOn(gateway);
    await on.atEachRead(async (overtakenBy, at) => {
      const initiation = await start();
      const { id, reference } = initiation.payment;
      const ofAttempt = (number: number, change: Record<string, string> = {}) => ({
        ...messageOf(initiation, { vads_trans_uuid: `${id.slice(4, 35)}${number}`, ...change }),
        vads_order_id: `${reference}-${number}`,
      });
      const post = (by: TestGateway, message: Record<string, string>) => postNotification(by, signed(message));
      await gateway.get(new URL(initiation.payment.paymentUrl ?? '').pathname);
      await notify(initiation, { vads_amount: '1' });
      const review = { input: { id, status: 'PAID' as const } };
      expect((await gateway.send(ReviewPaymentDocument, review)).data?.reviewPayment).toMatchObject({
        payment: { status: 'PAID' },
      });
      await overtakenBy(
        () => post(gateway, ofAttempt(1)),
        () => post(overtaken, ofAttempt(2)),
      );
      const { status, attempts, events } = await storyOf(initiation);
      expect([at, status, attempts?.map((one) => one.status)]).toEqual([at, 'PAID', ['PAID', 'PAID']]);
      const reasons = events?.map(([, reason]) => reason);
      expect([at, reasons?.filter((reason) => reason === 'paid twice')]).toEqual([at, ['paid twice']]);
    });
  });
});
