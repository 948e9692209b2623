import { describe, expect, it } from 'vitest';

import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../../support/gateway.ts';
import { openForEach } from '../../../support/open-for.ts';
import { openLink, pressButtons, pressTryAgain, useForm } from '../../../support/pages/pay-link.ts';
import { initiated } from '../../../support/requests.ts';

/** A customer who loads one link again and again uses up neither the bank nor the gateway's connections to it. */

const minuteMs = 60_000;
const bank = 'LABANQUEPOSTALE';

describe.each(drawnDatabases())('a link that is loaded again and again, on $name', ({ open }) => {
  const gateway = openForEach(() => startGateway({ open }));

  const link = async () => {
    const { payment } = await initiated(gateway, { paymentTarget: bank });
    return { payment, path: new URL(payment.paymentUrl ?? '').pathname };
  };
  const calls = async (): Promise<number> => {
    const text = await (await gateway.get('/metrics')).text();
    const counts = text.matchAll(/^reglement_bank_call_duration_seconds_count\{.*\} (\d+)$/gm);
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  };
  const failInquiries = () => scriptFault(gateway, { kind: 'ANSWER_HTML', bank, operation: 'INQUIRY', lasting: true });

  it('asks about each attempt once in a minute', async () => {
    const { payment, path } = await link();
    for (let visits = 1; visits <= 29; visits++) {
      expect((await openLink(gateway, path)).form).not.toBeNull();
      if (visits < 29) gateway.advance(11_000);
    }
    // The initiation opened the first.
    const attempts = await gateway.store.attemptsOf(payment.id);
    expect(attempts).toHaveLength(30);
    const minutes = attempts.map(({ createdAt }) => Math.ceil((gateway.now() - createdAt) / minuteMs));
    const most = minutes.reduce((sum, some) => sum + some, 0);
    expect(await calls()).toBeGreaterThanOrEqual(29);
    expect(await calls()).toBeLessThanOrEqual(most);
  });

  it('asks once for all that load it at the same time', async () => {
    const { payment, path } = await link();
    await openLink(gateway, path);
    const earlier = await gateway.store.attemptsOf(payment.id);
    gateway.advance(11_000);
    const shown = await Promise.all(Array.from({ length: 8 }, () => openLink(gateway, path)));
    expect(shown.map(({ form }) => form !== null)).toEqual(Array.from({ length: 8 }, () => true));
    expect(await calls()).toBe(earlier.length);
  });

  it('leaves a bank that gives no answer alone for ten seconds, and opens nothing', async () => {
    const { payment, path } = await link();
    await openLink(gateway, path);
    const earlier = await gateway.store.attemptsOf(payment.id);
    gateway.advance(11_000);
    await failInquiries();
    const { version } = (await gateway.store.paymentById(payment.id)) ?? {};
    for (const asked of [1, 2]) {
      const visits = Array.from({ length: 5 }, () => openLink(gateway, path));
      const shown = [...(await Promise.all(visits)), await pressTryAgain(gateway, `${path}/retry/${version}`)];
      gateway.advance(9000);
      for (const { form, body } of [...shown, await openLink(gateway, path)]) {
        expect(form).toBeNull();
        expect(body).toContain('Page de paiement indisponible');
      }
      expect(await calls()).toBe(asked);
      gateway.advance(2000);
    }
    expect(await gateway.store.attemptsOf(payment.id)).toEqual(earlier);
    await gateway.get('/sandbox/faults/clear', { method: 'POST' });
    expect((await openLink(gateway, path)).form).not.toBeNull();
  });

  it('asks about no other attempt while the bank gives no answer about one', async () => {
    const { path } = await link();
    await openLink(gateway, path);
    gateway.advance(11_000);
    await openLink(gateway, path);
    gateway.advance(55_000);
    await failInquiries();
    // About the newest: the answers about the others are 55 seconds old.
    const before = await calls();
    expect((await openLink(gateway, path)).form).toBeNull();
    gateway.advance(6000);
    expect((await openLink(gateway, path)).form).toBeNull();
    expect(await calls()).toBe(before + 1);
  });

  it('finds within a minute that an earlier form was paid', async () => {
    const { payment, path } = await link();
    const page = await useForm(await openLink(gateway, path), bank);
    const { reference } = (await gateway.store.attemptsOf(payment.id)).at(-1) ?? {};
    gateway.advance(11_000);
    expect((await openLink(gateway, path)).form).not.toBeNull();
    await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference });
    await pressButtons(page, payment.paymentTarget, 'pay');
    gateway.advance(minuteMs);
    expect((await gateway.store.paymentById(payment.id))?.status).toBe('REQUIRES_ACTION');
    expect(await openLink(gateway, path)).toMatchObject({ status: 200, form: null });
    expect((await gateway.store.paymentById(payment.id))?.status).toBe('PAID');
  });
});
