import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../src/config/development.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { Secret, type Societe } from '../../../src/kernel/merchant.ts';
import { factOf } from '../../../src/kernel/stored-facts.ts';
import { flagContradiction } from '../../../src/modules/payments/flag-contradiction.ts';
import { payAtBank } from '../../support/at-bank.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { labanquepostaleAccount, payboxAccount } from '../../support/providers/paying.ts';
import { type Initiated, initiated } from '../../support/requests.ts';
import { type RunningSandbox, runSandbox, scelliusShop } from '../../support/sandbox/running-sandbox.ts';
import { messageOf, postNotification, signed } from '../../support/scellius-messages.ts';
import { updateFacts } from '../../support/store/example-facts.ts';
import { found } from '../../support/store/found.ts';

/** A message in the wrong mode changes nothing; real money that comes during a review is applied, or alerts again. */

const headers = asClient('shop');

describe.each(drawnDatabases())('on $name', ({ open }) => {
  let started: TestGateway | undefined;
  const bank = openForGroup(() => runSandbox({ clock: () => started?.now() ?? Date.now() }));
  const gateway = openForGroup(async () => {
    const clients = [clientNamed('shop', { runModes: new Set(['TEST', 'LIVE']) })];
    const metrics = { host: '127.0.0.1', port: null, token: null };
    const config = { deployment: 'production', societes: new Map([['1', societe(bank)]]), clients, metrics } as const;
    started = await startGateway({ open, config });
    return started;
  });

  const start = (paymentRunMode: 'TEST' | 'LIVE', paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE' = 'LABANQUEPOSTALE') =>
    initiated(gateway, { paymentTarget, paymentRunMode }, headers);
  const notify = (initiation: Initiated, mode: 'TEST' | 'PRODUCTION', change: Record<string, string> = {}) =>
    postNotification(
      gateway,
      signed(messageOf(initiation, { vads_ctx_mode: mode, ...change }), scelliusShop.keys[mode]),
    );
  const storyOf = async ({ payment: { id } }: Initiated) => {
    const events = await gateway.store.eventsOf(id, 0, 100);
    return {
      status: (await gateway.store.paymentById(id))?.status,
      events: events.map(({ type, data }) => `${type} ${factOf(data, 'reason') ?? ''}`.trim()),
    };
  };
  const outcomesOf = async ({ payment: { id: paymentId } }: Initiated): Promise<string[]> => {
    const all = { beforeId: null, outcome: null, paymentTarget: null, idSociete: null, visibleTo: null };
    const notifications = await gateway.store.notifications({ limit: 100, paymentId, ...all });
    return notifications.map(({ outcome }) => `${outcome.kind} ${outcome.reason ?? ''}`.trim()).reverse();
  };

  describe.each([
    ['a test message about a LIVE payment', 'LIVE', 'TEST', 'PRODUCTION'],
    ['a production message about a TEST payment', 'TEST', 'PRODUCTION', 'TEST'],
  ] as const)('%s', (_name, runMode, wrong, right) => {
    it.each([
      ['AUTHORISED', {}],
      ['AUTHORISED_TO_VALIDATE', {}],
      ['REFUSED', {}],
      ['ABANDONED', {}],
      ['ERROR', {}],
      ['CAPTURED', { vads_operation_type: 'CREDIT' }],
      ['ACCEPTED', { vads_operation_type: 'VERIFICATION' }],
    ])('that says %s changes nothing, and the payment that follows is applied', async (word, change) => {
      const initiation = await start(runMode);
      expect(await notify(initiation, wrong, { vads_trans_status: word, ...change })).toBe(200);
      expect(await storyOf(initiation)).toEqual({ status: 'REQUIRES_ACTION', events: ['INITIATED'] });
      // The same transaction's number does not make the gateway deaf to the right message.
      expect(await notify(initiation, right)).toBe(200);
      expect((await storyOf(initiation)).status).toBe('PAID');
      expect(await outcomesOf(initiation)).toEqual(['WRONG_MODE mode', 'APPLIED']);
    });

    it('changes nothing of one that is paid', async () => {
      const initiation = await start(runMode);
      await notify(initiation, right);
      const before = await storyOf(initiation);
      await notify(initiation, wrong, { vads_trans_status: 'CANCELLED' });
      expect(await storyOf(initiation)).toEqual(before);
    });

    it('raises an alert each time: a line in the log, a count, and an outcome that is found', async () => {
      const initiation = await start(runMode);
      for (let time = 0; time < 2; time++) await notify(initiation, wrong);
      expect(await outcomesOf(initiation)).toEqual(['WRONG_MODE mode', 'WRONG_MODE mode']);
      const lines = gateway.logs.filter(({ payment }) => payment === initiation.payment.id);
      expect(lines.map(({ level, outcome }) => [level, outcome])).toEqual(Array(2).fill([50, 'WRONG_MODE']));
      const metrics = await (await gateway.get('/metrics')).text();
      expect(metrics).toMatch(/^reglement_notifications_total\{target="LABANQUEPOSTALE",outcome="WRONG_MODE"\} [1-9]/m);
    });
  });

  it('a test authorisation of Paybox about a LIVE payment changes nothing', async () => {
    const initiation = await start('LIVE', 'PAYBOX');
    await payAtBank(initiation);
    expect(await storyOf(initiation)).toEqual({ status: 'REQUIRES_ACTION', events: ['INITIATED'] });
    expect(await outcomesOf(initiation)).toEqual(['WRONG_MODE test authorisation']);
  });

  describe('real money that comes during a review', () => {
    const intoReview = async (reason: string, said: Partial<typeof updateFacts> = {}): Promise<Initiated> => {
      const initiation = await start('LIVE');
      const { id } = initiation.payment;
      await gateway.store.transact(async (transaction) => {
        const payment = found(await transaction.paymentById(id));
        const services = { clock: gateway.now, identifiers: createIdentifiers(gateway.now), eventHandlers: [] };
        const { attempt, attemptReference } = updateFacts;
        const facts = said.newsStatus ? { ...updateFacts, ...said } : { attempt, attemptReference };
        await flagContradiction(services, transaction, payment, reason, facts);
      });
      return initiation;
    };

    it('is applied where a message in the wrong mode froze the payment before this version', async () => {
      const initiation = await intoReview('mode', { newsStatus: 'PAID' });
      expect(await notify(initiation, 'PRODUCTION')).toBe(200);
      expect((await storyOf(initiation)).status).toBe('PAID');
    });

    it('is applied where the bank had only been silent, also as an authorisation', async () => {
      const initiation = await intoReview('the bank has not decided for too long');
      expect(await notify(initiation, 'PRODUCTION', { vads_trans_status: 'AUTHORISED_TO_VALIDATE' })).toBe(200);
      expect((await storyOf(initiation)).status).toBe('AUTHORIZED');
    });

    it('alerts again where other money put it there, once for each message', async () => {
      const initiation = await start('LIVE');
      await notify(initiation, 'PRODUCTION', { vads_amount: '1249', vads_trans_uuid: 'd'.repeat(32) });
      for (const vads_url_check_src of ['PAY', 'RETRY']) {
        expect(await notify(initiation, 'PRODUCTION', { vads_url_check_src })).toBe(200);
      }
      expect(await storyOf(initiation)).toEqual({
        status: 'NEEDS_REVIEW',
        events: ['INITIATED', 'CONTRADICTION amount', 'CONTRADICTION money came during a review'],
      });
      expect((await outcomesOf(initiation)).slice(0, 2)).toEqual([
        'CONTRADICTION amount',
        'CONTRADICTION money came during a review',
      ]);
    });

    it('is not applied by what is no money', async () => {
      const initiation = await intoReview('the bank has not decided for too long');
      await notify(initiation, 'PRODUCTION', { vads_trans_status: 'REFUSED' });
      expect((await storyOf(initiation)).status).toBe('NEEDS_REVIEW');
    });
  });
});

function societe(bank: RunningSandbox): Societe {
  const built = found(developmentSocietes(bank.shop, bank.publicKeyPem()).get('1'));
  const paybox = payboxAccount(bank);
  const shop = labanquepostaleAccount(bank);
  return {
    ...built,
    accounts: {
      PAYBOX: { TEST: paybox, LIVE: paybox },
      LABANQUEPOSTALE: { TEST: shop, LIVE: { ...shop, formKeys: [new Secret(scelliusShop.keys.PRODUCTION)] } },
    },
  };
}
