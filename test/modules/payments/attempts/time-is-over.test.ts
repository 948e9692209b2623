import { describe, expect, it, onTestFinished } from 'vitest';
import { developmentSocietes } from '../../../../src/config/development.ts';
import { PaymentDocument } from '../../../generated/graphql.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startBeside, startGateway, type TestGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { openLink, pressTryAgain } from '../../../support/pages/pay-link.ts';
import { initiated, legacyPath } from '../../../support/requests.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Between the end of a payment's time and the worker's round that records it. */
describe.each(drawnDatabases())('a payment whose time is over, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const standingIn = async ({ send }: Pick<TestGateway, 'send'>, id: string) => {
    const { data } = await send(PaymentDocument, { id });
    const pay = data?.payment?.availableActions.find(({ action }) => action === 'PAY');
    return [data?.payment?.nextAction === null, pay?.available, pay?.reason];
  };

  it.each([
    ['PAYBOX', 'CB', dayMs],
    ['LABANQUEPOSTALE', 'CB', dayMs],
    ['MILLIET', 'SEPA', 30 * dayMs],
  ] as const)('offers no way to pay at %s', async (paymentTarget, paymentType, lifetimeMs) => {
    const { payment } = await initiated(gateway, { paymentTarget, paymentType, idCommande: '0' });
    const standing = () => standingIn(gateway, payment.id);
    gateway.advance(lifetimeMs - minuteMs);
    expect(await standing()).toEqual([false, true, null]);
    gateway.advance(minuteMs);
    expect(await standing()).toEqual([true, false, 'The payment has expired.']);
    expect((await gateway.store.paymentById(payment.id))?.status).toBe('REQUIRES_ACTION');
  });

  it.each([
    [true, [true, true, null]],
    [false, [true, false, 'The payment has expired.']],
  ])(
    'can be tried again then where its société lets it, as after the round: %s',
    async (retryAfterExpiry, expected) => {
      const [societe] = developmentSocietes(gateway.url).values();
      if (!societe) throw new Error('there is no société');
      const societes = new Map([['1', { ...societe, id: '1', customerPages: { retryAfterExpiry } }]]);
      const beside = await startBeside(gateway, { config: { societes } });
      onTestFinished(beside.close);
      const { payment } = await initiated(beside, { paymentTarget: 'LABANQUEPOSTALE', idCommande: '0' });
      beside.advance(dayMs);
      expect(await standingIn(beside, payment.id)).toEqual(expected);
      const { retryPath } = await openLink(beside, new URL(payment.paymentUrl ?? '').pathname);
      expect((await beside.store.paymentById(payment.id))?.status).toBe('EXPIRED');
      expect([await standingIn(beside, payment.id), retryPath !== null]).toEqual([expected, retryAfterExpiry]);
    },
  );

  it('is shown by the old URL without a form', async () => {
    const path = legacyPath({ idCommande: 'over' }, '.json');
    const key = `${path}?idempotency_key=over`;
    const ask = async () => (await (await gateway.get(key)).json()) as { redirect?: object; replayed: boolean };
    expect(await ask()).toMatchObject({ redirect: {}, replayed: false });
    gateway.advance(dayMs);
    const again = await ask();
    expect([again.replayed, again.redirect]).toEqual([true, undefined]);
  });
});

describe.each(drawnDatabases())('while the bank is asked about the attempt before, on $name', ({ open }) => {
  async function startSlow(): Promise<{ gateway: TestGateway; slowBy: (ms: number) => void }> {
    let slowMs = 0;
    const gateway: TestGateway = await startGateway({
      open,
      around: (store) => ({
        ...store,
        attemptsWithLostInquiry: (id) => {
          gateway.advance(slowMs);
          return store.attemptsWithLostInquiry(id);
        },
      }),
    });
    onTestFinished(gateway.close);
    return {
      gateway,
      slowBy: (ms) => {
        slowMs = ms;
      },
    };
  }

  it.each(['link', 'button'] as const)('the time runs out, and the %s gives no form', async (what) => {
    const { gateway, slowBy } = await startSlow();
    const { payment } = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const path = new URL(payment.paymentUrl ?? '').pathname;
    gateway.advance(dayMs - 10 * minuteMs);
    expect((await openLink(gateway, path)).form).not.toBeNull();
    gateway.advance(9 * minuteMs);
    const { version } = (await gateway.store.paymentById(payment.id)) ?? {};
    const attempts = await gateway.store.attemptsOf(payment.id);
    slowBy(2 * minuteMs);
    const press = () => pressTryAgain(gateway, `${path}/retry/${version}`);
    const shown = what === 'link' ? await openLink(gateway, path) : await press();
    expect(shown.form).toBeNull();
    const page = what === 'link' ? shown : await openLink(gateway, path);
    expect(page.body).toContain('Délai dépassé');
    expect(await gateway.store.attemptsOf(payment.id)).toHaveLength(attempts.length);
  });
});
