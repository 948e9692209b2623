import { describe, expect, it } from 'vitest';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { openLink, pressTryAgain } from '../../../support/pages/pay-link.ts';
import { cameAfterAll, deniedOn, didNotCome } from '../../../support/payments/denied.ts';
import { orderGetConfig, startOrderGet } from '../../../support/providers/order-get.ts';
import { initiated } from '../../../support/requests.ts';

/**
 * A customer comes back to pay while the bank is still asked about late money: they could pay twice. Or the bank says
 * again what another word of it followed: it is asked about that transaction until it answers.
 */

type Word = Parameters<ReturnType<typeof deniedOn>['say']>[1];
const uuidOf = (id: string, letter: string): string => `${id.slice(4, 35)}${letter}`;

describe.each(drawnDatabases())('a payment about whose late money the bank is asked, on $name', ({ open }) => {
  const bank = openForGroup(startOrderGet);
  const gateway = openForGroup(() => startGateway({ open, config: orderGetConfig(bank.url) }));
  const { alertsOf, keep, ordered, review, say: tell, statusOf } = deniedOn(gateway);

  /** The bank says it, and answers the same unless it is down. */
  async function say(id: string, letter: string, word: Word, more: Readonly<Record<string, string>> = {}) {
    const uuid = uuidOf(id, letter);
    const [attempt] = await gateway.store.attemptsOf(id);
    if (!attempt) throw new Error('the attempt is there');
    bank.orders.set(attempt.reference, { ...bank.orders.get(attempt.reference), [uuid]: word });
    await tell(id, word, 0, { vads_trans_uuid: uuid, ...more });
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
    await tell(id, 'CAPTURED', 0, { vads_trans_uuid: uuidOf(id, 'a') });
    gateway.advance(70 * 60_000);
    expect((await openLink(gateway, path)).form).toBeNull();
    expect(await statusOf(id)).toBe('REQUIRES_ACTION');
  });

  describe('and whose bank says again what another word followed', () => {
    type Said = readonly [letter: string, word: Word];
    async function heard(...words: readonly Said[]): Promise<string> {
      bank.isDown = false;
      const id = keep(await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' }));
      for (const [letter, word] of words) await say(id, letter, word, repeatable);
      return id;
    }
    const repeatable = { vads_url_check_src: 'RETRY' };
    const twice: readonly Said[] = [
      ['a', 'AUTHORISED'],
      ['b', 'AUTHORISED'],
      ['a', 'CAPTURED'],
      ['a', 'CAPTURE_FAILED'],
    ];
    async function anHour(): Promise<void> {
      for (let half = 0; half < 2; half++) await gateway.pass(30 * 60_000);
    }

    it('counts beside the other payment', async () => {
      const id = await heard(...twice);
      await say(id, 'a', 'CAPTURED', repeatable);
      expect(alertsOf(id)).toEqual(['paid twice', didNotCome, 'paid twice']);
    });

    it('counts where the payment has changed while the bank answered', async () => {
      const id = await heard(['a', 'AUTHORISED'], ['a', 'CAPTURE_FAILED'], ['a', 'CAPTURED']);
      await say(id, 'a', 'CAPTURE_FAILED', { vads_url_check_src: 'BATCH' });
      expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll, didNotCome]);
      const letters = ['c', 'd'];
      bank.meanwhile = async function change() {
        const letter = letters.pop();
        if (letter === undefined) return;
        bank.meanwhile = change;
        await tell(id, 'CANCELLED', 0, { vads_trans_uuid: uuidOf(id, letter) });
      };
      await say(id, 'a', 'CAPTURED', { vads_url_check_src: 'BATCH' });
      await gateway.pass(60_000);
      expect(alertsOf(id).slice(3)).toEqual([cameAfterAll]);
    });

    it('takes all of the money away where the bank denies both', async () => {
      const id = await heard(['a', 'AUTHORISED'], ['a', 'CAPTURE_FAILED'], ['b', 'AUTHORISED'], ['a', 'CAPTURED']);
      await say(id, 'a', 'CAPTURE_FAILED');
      await say(id, 'b', 'CAPTURE_FAILED');
      expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll, 'paid twice', didNotCome, didNotCome]);
      expect(await review(id, 'RETURNED')).toMatchObject({ payment: { status: 'RETURNED' } });
    });

    it('is paid by the answer, until the bank denies it again', async () => {
      const ended: readonly Said[] = [
        ['b', 'AUTHORISED'],
        ['b', 'CANCELLED'],
      ];
      const id = await heard(['a', 'AUTHORISED'], ['a', 'CAPTURE_FAILED'], ...ended, ['a', 'CAPTURED']);
      expect(await statusOf(id)).toBe('PAID');
      expect(await review(id, 'RETURNED')).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
      await say(id, 'a', 'CAPTURE_FAILED', { vads_url_check_src: 'BATCH' });
      expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll, didNotCome]);
    });

    it('calls a person for money of a cancelled payment where the bank is silent', async () => {
      const words = [...twice.slice(0, 1), ...twice.slice(2), ['b', 'AUTHORISED'], ['b', 'CANCELLED']] as const;
      const id = await heard(...words);
      expect(await statusOf(id)).toBe('CANCELLED');
      bank.isDown = true;
      await say(id, 'a', 'CAPTURED', repeatable);
      await anHour();
      expect(alertsOf(id)).toContain('reported paid, and the bank does not confirm it');
      expect(await statusOf(id)).toBe('NEEDS_REVIEW');
      bank.isDown = false;
      await anHour();
      expect(alertsOf(id).at(-1)).toBe('money came during a review');
      expect(await review(id, 'PAID')).toMatchObject({ payment: { status: 'PAID' } });
    });

    it('calls a person for a denial where the bank is silent, each time', async () => {
      const id = await heard(['a', 'AUTHORISED'], ['a', 'CAPTURE_FAILED'], ['a', 'CAPTURED']);
      const unconfirmed = 'reported not paid after all, and the bank does not confirm it';
      for (let round = 1; round < 3; round++) {
        bank.isDown = true;
        await say(id, 'a', 'CAPTURE_FAILED');
        await anHour();
        expect(alertsOf(id).filter((reason) => reason === unconfirmed)).toHaveLength(round);
        const last = gateway.logs.findLast(({ payment, level }) => payment === id && level === 50);
        expect(last?.msg).toMatch(/paid, or not paid after all, and the bank does not confirm it$/);
        bank.isDown = false;
        await anHour();
        expect(alertsOf(id).at(-1)).toBe(didNotCome);
        await say(id, 'a', 'CAPTURED');
        expect(alertsOf(id).at(-1)).toBe(cameAfterAll);
      }
    });
  });
});
