import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../../src/config/development.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { cameAfterAll, deniedOn, didNotCome } from '../../../support/payments/denied.ts';
import { operationsOn } from '../../../support/payments/operations.ts';
import { initiated } from '../../../support/requests.ts';

/** A payment is cancelled whose first money the bank denied, and that money comes after all. */

const ways = (['A denied before B', 'A denied after B'] as const).flatMap((order) =>
  (['the shop', 'the bank'] as const).flatMap((by) =>
    [false, true].map((isHeardBefore) => ({ order, by, isHeardBefore })),
  ),
);

describe.each(drawnDatabases())('money that the bank denied of a cancelled payment, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const { cancel, refund, night } = operationsOn(gateway);
  const { say, withTwoForms, statusOf, booked } = deniedOn(gateway);
  const lastReason = async (id: string) => (await gateway.store.eventsOf(id, 0, 100)).at(-1)?.data;

  it.each(ways)(
    'counts by the answer of the bank: $order, cancelled by $by, heard before $isHeardBefore',
    async ({ order, by, isHeardBefore }) => {
      const { id, numbers, pay } = await withTwoForms();
      const [first, second] = numbers;
      await pay(0);
      if (isHeardBefore) await say(id, 'CAPTURED', first);
      if (order === 'A denied before B') await say(id, 'CAPTURE_FAILED', first);
      await pay(1);
      if (order === 'A denied after B') await say(id, 'CAPTURE_FAILED', first);
      if (by === 'the shop') await cancel(id);
      else await say(id, 'CANCELLED', second);
      expect([await statusOf(id), await booked(id)]).toEqual(['CANCELLED', 0]);
      await say(id, 'CAPTURED', first);
      const last = isHeardBefore ? {} : { reason: 'late: the bank has denied this money' };
      expect([await statusOf(id), await lastReason(id)]).toMatchObject(['CANCELLED', last]);
      await gateway.runWorkers('resolver');
      expect([await statusOf(id), await booked(id)]).toEqual(['PAID', 1250]);
      await night();
      await refund({ id });
      const [operation] = await gateway.store.operationsOf(id).then((all) => all.toReversed());
      const attempts = await gateway.store.attemptsOf(id);
      expect(operation).toMatchObject({ kind: 'REFUND', status: 'DONE', attemptId: attempts[first]?.id });
      expect([await statusOf(id), await booked(id)]).toEqual(['REFUNDED', 0]);
    },
  );
});

describe('where the bank cannot be asked, money that it denied', () => {
  const [societe] = developmentSocietes('http://127.0.0.1:1').values();
  const account = societe?.accounts.LABANQUEPOSTALE?.TEST;
  if (!societe || !account) throw new Error('there is no account');
  const accounts = { LABANQUEPOSTALE: { TEST: { ...account, rest: undefined } } };
  const gateway = openForGroup(() =>
    startGateway({ config: { societes: new Map([['1', { ...societe, id: '1', accounts }]]) } }),
  );
  const { keep, say, withTwoForms, statusOf, alertsOf, booked, review } = deniedOn(gateway);

  it('is for a person where the payment was cancelled', async () => {
    const { id, numbers } = await withTwoForms();
    for (const [index, number] of numbers.entries()) {
      await say(id, 'AUTHORISED', number, { vads_trans_uuid: `${id.slice(4, 35)}${index}` });
    }
    await say(id, 'CAPTURE_FAILED', numbers[0]);
    await say(id, 'CANCELLED', numbers[1]);
    await say(id, 'CAPTURED', numbers[0]);
    expect(await statusOf(id)).toBe('NEEDS_REVIEW');
    expect(alertsOf(id)).toEqual(['paid twice', didNotCome, cameAfterAll]);
    await review(id, 'PAID');
    expect([await statusOf(id), await booked(id)]).toEqual(['PAID', 1250]);
    expect(await review(id, 'RETURNED')).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
  });

  it('is for a person again after another cancellation', async () => {
    const id = keep(await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' }));
    const hear = (letter: string, word: Parameters<typeof say>[1]) =>
      say(id, word, 0, { vads_trans_uuid: `${id.slice(4, 35)}${letter}` });
    await hear('a', 'AUTHORISED');
    for (const letter of ['b', 'c']) {
      await hear('a', 'CAPTURE_FAILED');
      await hear(letter, 'AUTHORISED');
      await hear(letter, 'CANCELLED');
      expect(await statusOf(id)).toBe('CANCELLED');
      await hear('a', 'CAPTURED');
      expect([await statusOf(id), alertsOf(id).at(-1)]).toEqual(['NEEDS_REVIEW', cameAfterAll]);
      await review(id, 'PAID');
    }
  });

  it('is for a person each time that the bank changes its word', async () => {
    const id = keep(await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' }));
    await say(id, 'AUTHORISED', 0, { vads_trans_uuid: id.slice(4) });
    for (let round = 0; round < 2; round++) {
      await say(id, 'CAPTURE_FAILED');
      await say(id, 'CAPTURE_FAILED');
      await say(id, 'CAPTURED');
      await say(id, 'CAPTURED');
    }
    expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll, didNotCome, cameAfterAll]);
    expect(await review(id, 'RETURNED')).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    await say(id, 'CAPTURE_FAILED');
    expect(await review(id, 'RETURNED')).toMatchObject({ payment: { status: 'RETURNED' } });
    await say(id, 'CAPTURED');
    expect(alertsOf(id).at(-1)).toBe(cameAfterAll);
    expect(await review(id, 'PAID')).toMatchObject({ payment: { status: 'PAID' } });
    expect(await gateway.store.attemptsWithLostInquiry(id)).toEqual([]);
  });
});
