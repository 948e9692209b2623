import { describe, expect, it } from 'vitest';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { openLink, pressTryAgain } from '../../../support/pages/pay-link.ts';
import { deniedOn } from '../../../support/payments/denied.ts';
import { orderGetConfig, startOrderGet } from '../../../support/providers/order-get.ts';
import { initiated } from '../../../support/requests.ts';

/** A customer comes back to pay while the bank is still asked about late money: they could pay twice. */

describe.each(drawnDatabases())('a payment about whose late money the bank is asked, on $name', ({ open }) => {
  const bank = openForGroup(startOrderGet);
  const gateway = openForGroup(() => startGateway({ open, config: orderGetConfig(bank.url) }));
  const { keep, ordered, review, say: tell, statusOf } = deniedOn(gateway);

  /** The bank says it, and answers the same unless it is down. */
  async function say(id: string, letter: string, word: Parameters<typeof tell>[1]): Promise<void> {
    const uuid = `${id.slice(4, 35)}${letter}`;
    const [attempt] = await gateway.store.attemptsOf(id);
    if (!attempt) throw new Error('the attempt is there');
    bank.orders.set(attempt.reference, { ...bank.orders.get(attempt.reference), [uuid]: word });
    await tell(id, word, 0, { vads_trans_uuid: uuid });
    await gateway.runWorkers('resolver');
  }

  it.each([
    ['alone', [['a', 'CAPTURE_FAILED']]],
    [
      'beside a cancelled one',
      [
        ['a', 'AUTHORISED'],
        ['a', 'CAPTURE_FAILED'],
        ['b', 'AUTHORISED'],
        ['b', 'CANCELLED'],
      ],
    ],
  ] as const)('has no other form by the URL of its order: %s', async (name, words) => {
    bank.isDown = false;
    const { id, ask } = await ordered(`asked ${name}`);
    for (const [letter, word] of words) await say(id, letter, word);
    bank.isDown = true;
    await say(id, 'a', 'CAPTURED');
    const repeated = await ask();
    expect(repeated).toMatchObject({ payment_id: id });
    expect(repeated).not.toHaveProperty('redirect');
    expect(await gateway.store.attemptsOf(id)).toHaveLength(1);
    bank.isDown = false;
    await gateway.pass(60_000);
    expect(await statusOf(id)).toBe('PAID');
  });

  it('is no payment to replace where it was returned', async () => {
    bank.isDown = false;
    const { id, ask } = await ordered('asked of a returned one');
    for (const word of ['AUTHORISED', 'CAPTURED', 'CAPTURE_FAILED'] as const) await say(id, 'a', word);
    expect(await review(id, 'RETURNED')).toMatchObject({ payment: { status: 'RETURNED' } });
    bank.isDown = true;
    await say(id, 'a', 'CAPTURED');
    expect(await ask()).toMatchObject({ payment_id: id });
  });

  it('has no other form by its link where the bank does not know it', async () => {
    bank.isDown = false;
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const id = keep(initiation);
    const path = new URL(initiation.payment.paymentUrl ?? '').pathname;
    await say(id, 'a', 'CAPTURE_FAILED');
    await pressTryAgain(gateway, (await openLink(gateway, path)).retryPath ?? '');
    gateway.advance(70 * 60_000);
    bank.orders.clear();
    await tell(id, 'CAPTURED', 0, { vads_trans_uuid: `${id.slice(4, 35)}a` });
    gateway.advance(70 * 60_000);
    expect((await openLink(gateway, path)).form).toBeNull();
    expect(await statusOf(id)).toBe('REQUIRES_ACTION');
  });
});
