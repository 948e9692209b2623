import { beforeAll, describe, expect, it } from 'vitest';
import { ReviewPaymentDocument } from '../../generated/graphql.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { notifiedOn } from '../../support/payments/notified.ts';
import { type Initiated, legacyPath } from '../../support/requests.ts';
import { messageOf, signed } from '../../support/scellius-messages.ts';

/** Scellius messages, signed here as the shop's platform would: what the gateway believes, and what it does not. */

describe.each(drawnDatabases())('a notification on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const { start, post, storyOf } = notifiedOn(gateway);

  it('of two attempts that both pay keeps the payment paid and says so', async () => {
    const initiation = await start();
    const first = messageOf(initiation);
    await gateway.get(new URL(initiation.payment.paymentUrl ?? '').pathname);
    const second = { ...first, vads_order_id: `${initiation.payment.reference}-2`, vads_trans_uuid: 'e'.repeat(32) };
    expect(await post(signed({ ...second, vads_trans_status: 'REFUSED' }))).toBe(200);
    expect(await post(signed(first))).toBe(200);
    expect((await storyOf(initiation)).status).toBe('PAID');
    expect(await post(signed(second))).toBe(200);
    const story = await storyOf(initiation);
    expect(story.status).toBe('PAID');
    expect(story.events?.at(-1)).toEqual(['CONTRADICTION', 'paid twice']);
    expect(story.attempts).toMatchObject([{ status: 'PAID' }, { status: 'PAID' }]);
  });

  describe('where the customer tries again', () => {
    const uuid = (digits: string) => `a9a1${digits.repeat(28).slice(0, 28)}`;
    let orders = 0;
    /** Asked for by a legacy URL: the same URL opens the next attempt. */
    const startAgain = async () => {
      const path = legacyPath({ paymentTarget: 'LABANQUEPOSTALE', idCommande: `again-${++orders}` }, '.json');
      const { payment_id, reference, payment_url } = (await (await gateway.get(path)).json()) as Record<string, string>;
      const initiation = { payment: { id: payment_id } } as Initiated;
      const tell = (attempt: number, vads_trans_status: string, vads_trans_uuid: string, change = {}) => {
        const told = { vads_order_id: `${reference}-${attempt}`, vads_trans_status, vads_trans_uuid, ...change };
        return post(signed(messageOf(template, told)));
      };
      const standing = async () => {
        const { status, attempts, events } = await storyOf(initiation);
        return [status, attempts?.map((attempt) => attempt.status).join(), events?.at(-1)?.[1] ?? null];
      };
      const { pathname } = new URL(payment_url ?? '');
      return { initiation, again: () => gateway.get(path), visit: () => gateway.get(pathname), tell, standing };
    };
    let template: Initiated;
    beforeAll(async () => {
      template = await start();
    });

    it("on the bank's own page, the newer transaction is waited for to its end", async () => {
      const { tell, standing } = await startAgain();
      await tell(1, 'REFUSED', uuid('a'));
      await tell(1, 'UNDER_VERIFICATION', uuid('b'));
      expect(await standing()).toEqual(['PENDING', 'PENDING', null]);
      await tell(1, 'ABANDONED', uuid('a'));
      expect(await standing()).toEqual(['PENDING', 'PENDING', 'late: another transaction is pending']);
      await tell(1, 'REFUSED', uuid('b'));
      expect(await standing()).toEqual(['REFUSED', 'REFUSED', null]);
    });

    it.each(['ABANDONED', 'NOT_CREATED'])('%s without a transaction ends no other that is pending', async (word) => {
      const { initiation, tell, standing } = await startAgain();
      const id = uuid(word === 'ABANDONED' ? '8a' : '8b');
      await tell(1, 'UNDER_VERIFICATION', id);
      // The bank names no transaction here either: that takes nothing away.
      await tell(1, 'WAITING_FOR_PAYMENT', '');
      await tell(1, word, '');
      expect(await standing()).toEqual(['PENDING', 'PENDING', 'late: another transaction is pending']);
      expect((await gateway.store.lastAttemptOf(initiation.payment.id))?.bankTransaction).toBe(id);
      await tell(1, 'REFUSED', id);
      expect(await standing()).toEqual(['REFUSED', 'REFUSED', null]);
    });

    it('a message that a transaction is pending which was refused since is late', async () => {
      const { tell, standing } = await startAgain();
      await tell(1, 'REFUSED', uuid('c'));
      await tell(1, 'UNDER_VERIFICATION', uuid('c'));
      expect(await standing()).toEqual(['REFUSED', 'REFUSED', 'late: the transaction is REFUSED']);
    });

    it('the end of an earlier attempt is not the end, whatever it had ended as', async () => {
      const { again, tell, standing } = await startAgain();
      await tell(1, 'REFUSED', uuid('d'));
      await again();
      await tell(1, 'ABANDONED', uuid('e'));
      expect(await standing()).toEqual(['REQUIRES_ACTION', 'CANCELLED,OPEN', 'a newer attempt is open']);
      await tell(2, 'REFUSED', uuid('f'));
      await again();
      await tell(2, 'ABANDONED', uuid('1'));
      expect(await standing()).toEqual(['REQUIRES_ACTION', 'CANCELLED,CANCELLED,OPEN', 'a newer attempt is open']);
      await tell(1, 'AUTHORISED', uuid('2'));
      expect(await standing()).toEqual(['PAID', 'PAID,CANCELLED,OPEN', null]);
    });

    it.each([
      ['REFUSED', 'REFUSED', '6'],
      ['ABANDONED', 'CANCELLED', '7'],
    ])(
      'the end of the newest attempt as %s is not the end while an earlier one is pending',
      async (status, ended, id) => {
        const { again, visit, tell, standing } = await startAgain();
        // The answer had the first form, so the link opens another attempt.
        await visit();
        await tell(1, 'UNDER_VERIFICATION', uuid(`${id}a`));
        await tell(2, status, uuid(`${id}b`));
        expect(await standing()).toEqual(['PENDING', `PENDING,${ended}`, 'another attempt is pending']);
        expect(await (await again()).json()).toMatchObject({ status: 'PENDING', replayed: true });
        expect(await standing()).toEqual(['PENDING', `PENDING,${ended}`, 'another attempt is pending']);
        await tell(1, 'REFUSED', uuid(`${id}a`));
        expect(await standing()).toEqual(['REFUSED', `REFUSED,${ended}`, null]);
        await again();
        expect(await standing()).toEqual(['REQUIRES_ACTION', `REFUSED,${ended},OPEN`, null]);
      },
    );

    it('a payment that was given back is not tried again while another attempt is pending', async () => {
      const { again, visit, tell, standing } = await startAgain();
      await visit();
      await tell(1, 'AUTHORISED', uuid('8'));
      await tell(2, 'UNDER_VERIFICATION', uuid('9'));
      await tell(1, 'CANCELLED', uuid('8'), { vads_url_check_src: 'MERCH_BO' });
      expect((await standing()).slice(0, 2)).toEqual(['CANCELLED', 'CANCELLED,PENDING']);
      expect(await (await again()).json()).toMatchObject({ status: 'CANCELLED', replayed: true });
      expect((await standing()).slice(0, 2)).toEqual(['CANCELLED', 'CANCELLED,PENDING']);
      await tell(2, 'REFUSED', uuid('9'));
      await again();
      expect((await standing()).slice(0, 2)).toEqual(['REQUIRES_ACTION', 'CANCELLED,REFUSED,OPEN']);
    });

    it('an attempt that the bank never decides holds nothing up once a person has decided', async () => {
      const { initiation, again, visit, tell, standing } = await startAgain();
      await visit();
      await tell(1, 'UNDER_VERIFICATION', uuid('0a'));
      await tell(2, 'REFUSED', uuid('0b'));
      await tell(1, 'UNDER_VERIFICATION', uuid('0a'), { vads_amount: '1', vads_effective_amount: '1' });
      expect((await standing()).slice(0, 2)).toEqual(['NEEDS_REVIEW', 'PENDING,REFUSED']);
      await gateway.send(ReviewPaymentDocument, { input: { id: initiation.payment.id, status: 'REFUSED' } });
      expect((await standing()).slice(0, 2)).toEqual(['REFUSED', 'REFUSED,REFUSED']);
      await again();
      expect((await standing()).slice(0, 2)).toEqual(['REQUIRES_ACTION', 'REFUSED,REFUSED,OPEN']);
    });

    it('an authorisation that ended holds nothing, and the attempt that paid is the one', async () => {
      const { again, tell, standing } = await startAgain();
      await tell(1, 'AUTHORISED_TO_VALIDATE', uuid('3'));
      await tell(1, 'EXPIRED', uuid('3'));
      expect(await standing()).toEqual(['EXPIRED', 'EXPIRED', null]);
      await again();
      await tell(2, 'AUTHORISED', uuid('4'));
      expect(await standing()).toEqual(['PAID', 'EXPIRED,PAID', null]);
      await tell(2, 'CANCELLED', uuid('4'), { vads_url_check_src: 'MERCH_BO' });
      expect(await standing()).toEqual(['CANCELLED', 'EXPIRED,CANCELLED', null]);
    });

    it('at once, by its URL and by a link, each is answered, and no two visits of the link get one form', async () => {
      const { again, tell, standing } = await startAgain();
      await tell(1, 'REFUSED', uuid('5'));
      const answers = await Promise.all(Array.from({ length: 4 }, again));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const told = (await Promise.all(answers.map((answer) => answer.json()))) as { payment_url: string }[];
      expect((await standing()).slice(0, 2)).toEqual(['REQUIRES_ACTION', 'REFUSED,OPEN']);
      const { pathname } = new URL(told[0]?.payment_url ?? '');
      const pages = await Promise.all(
        Array.from({ length: 3 }, async () => {
          const page = await gateway.get(pathname);
          return [page.status, /name="vads_trans_id" value="(\d+)"/.exec(await page.text())?.[1]];
        }),
      );
      expect(pages.map(([status]) => status)).toEqual([200, 200, 200]);
      expect(new Set(pages.map(([, id]) => id)).size).toBe(3);
    });
  });
});
