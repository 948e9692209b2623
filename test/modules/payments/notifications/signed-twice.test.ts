import { describe, expect, it } from 'vitest';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { type Initiated, initiated } from '../../../support/requests.ts';
import { postMessage } from '../../../support/scellius-messages.ts';

/** A direct debit is pending until it is booked. A customer who signs in two tabs is debited twice before that. */

describe.each(drawnDatabases())('on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  /** With three forms: that of the answer, and two of the link. */
  const start = async (): Promise<Initiated> => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', paymentType: 'DIRECT_SEPA' });
    for (let tab = 0; tab < 2; tab++) await gateway.get(new URL(initiation.payment.paymentUrl ?? '').pathname);
    return initiation;
  };
  const say = (initiation: Initiated, attempt: number, status: string, number = attempt): Promise<void> =>
    postMessage(gateway, initiation, {
      ...{ vads_order_id: `${initiation.payment.reference}-${attempt}`, vads_trans_status: status },
      ...{ vads_card_brand: 'SDD', vads_trans_uuid: `${number}${initiation.payment.id.slice(5)}` },
    });
  const contradictionsOf = async ({ payment: { id } }: Initiated) =>
    (await gateway.store.eventsOf(id, 0, 100)).flatMap(({ type, status, data }) =>
      type === 'CONTRADICTION' && 'attempt' in data ? [[status, data.reason, data.attempt]] : [],
    );
  const alertsOf = ({ payment: { id } }: Initiated) =>
    gateway.logs.filter(({ level, payment }) => level === 50 && payment === id).map(({ reason }) => reason);

  it.each(['AUTHORISED', 'CAPTURED', 'AUTHORISED_TO_VALIDATE'])(
    'a second debit that is %s calls a person, once',
    async (status) => {
      const initiation = await start();
      await say(initiation, 3, 'AUTHORISED');
      expect(await contradictionsOf(initiation)).toEqual([]);
      await say(initiation, 2, status);
      for (const later of ['AUTHORISED', 'CAPTURED']) {
        for (const attempt of [2, 3]) await say(initiation, attempt, later);
      }
      expect(await contradictionsOf(initiation)).toEqual([['NEEDS_REVIEW', 'paid twice', 2]]);
      expect(alertsOf(initiation)).toEqual(['paid twice']);
    },
  );

  it('so does one that the bank accepts after a while, or that was signed on the same page', async () => {
    const initiation = await start();
    await say(initiation, 3, 'UNDER_VERIFICATION');
    await say(initiation, 2, 'UNDER_VERIFICATION');
    expect(await contradictionsOf(initiation)).toEqual([]);
    await say(initiation, 2, 'AUTHORISED');
    await say(initiation, 3, 'AUTHORISED');
    expect(await contradictionsOf(initiation)).toEqual([['NEEDS_REVIEW', 'paid twice', 2]]);
    await say(initiation, 2, 'AUTHORISED', 9);
    expect(await contradictionsOf(initiation)).toHaveLength(2);
    for (const status of ['UNDER_VERIFICATION', 'AUTHORISED', 'CAPTURED']) await say(initiation, 1, status, 8);
    expect(await contradictionsOf(initiation)).toHaveLength(3);
    expect(alertsOf(initiation)).toEqual(['paid twice', 'paid twice', 'paid twice']);
  });

  it('a payment that is paid stays so, and its second debit is seen', async () => {
    const initiation = await start();
    const { id } = initiation.payment;
    await say(initiation, 3, 'AUTHORISED');
    await gateway.store.transact(async (transaction) => {
      const { version } = (await transaction.paymentById(id)) ?? { version: 0 };
      await transaction.updatePayment(id, version, { status: 'PAID', updatedAt: gateway.now() });
      const data = { from: 'PENDING', cause: 'REVIEW', client: 'test' } as const;
      const event = { id: `evt_${id}`, paymentId: id, type: 'STATUS_CHANGED', status: 'PAID', at: 1, data } as const;
      await transaction.appendEvent(event, version + 1);
    });
    for (const status of ['AUTHORISED', 'CAPTURED']) await say(initiation, 3, status);
    expect(await contradictionsOf(initiation)).toEqual([]);
    for (const status of ['UNDER_VERIFICATION', 'AUTHORISED', 'CAPTURED']) await say(initiation, 2, status);
    expect(await contradictionsOf(initiation)).toEqual([['PAID', 'paid twice', 2]]);
  });

  it('a debit after one that was refused is the only one', async () => {
    const initiation = await start();
    await say(initiation, 2, 'REFUSED');
    await say(initiation, 3, 'REFUSED');
    await say(initiation, 3, 'AUTHORISED', 8);
    // Late, about the refused ones.
    for (const attempt of [2, 3]) await say(initiation, attempt, 'AUTHORISED');
    await say(initiation, 3, 'CAPTURED', 8);
    expect((await gateway.store.paymentById(initiation.payment.id))?.status).toBe('PENDING');
    expect(alertsOf(initiation)).toEqual([]);
  });
});
