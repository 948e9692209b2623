import { describe, expect, it } from 'vitest';

import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { openLink, pressButtons, pressTryAgain, useForm } from '../../../support/pages/pay-link.ts';
import { initiated } from '../../../support/requests.ts';

/** The customer paid, and the message, or both the message and the bank's answer are lost: the link leads to no second payment. */

const minute = 60_000;

describe.each(drawnDatabases())('a link while the bank’s answer about an attempt is lost, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  it.each([
    // The first inquiry, after 16 minutes, found nothing: the form was opened late.
    ['PAYBOX', [14, 3, 3, 3]],
    // Before the first inquiry.
    ['LABANQUEPOSTALE', [1, 1, 2, 3]],
  ] as const)(
    'shows a payment at %s whose message alone is lost',
    async (paymentTarget, [opened, asked, paid, back]) => {
      const { payment } = await initiated(gateway, { paymentTarget });
      const path = new URL(payment.paymentUrl ?? '').pathname;
      gateway.advance(opened * minute);
      const page = await useForm(await openLink(gateway, path), paymentTarget);
      const tried = await gateway.store.attemptsOf(payment.id);
      await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: tried.at(-1)?.reference });
      gateway.advance(asked * minute);
      await gateway.runWorkers('resolver');
      gateway.advance(paid * minute);
      await pressButtons(page, payment.paymentTarget, 'pay');
      gateway.advance(back * minute);
      expect((await gateway.store.paymentById(payment.id))?.status).toBe('REQUIRES_ACTION');
      expect(await openLink(gateway, path)).toMatchObject({ status: 200, form: null });
      expect((await gateway.store.paymentById(payment.id))?.status).toBe('PAID');
      expect(await gateway.store.attemptsOf(payment.id)).toHaveLength(tried.length);
    },
  );

  it.each([
    ['PAYBOX', 16],
    ['LABANQUEPOSTALE', 1],
  ] as const)('opens the next form at %s once the bank has answered', async (paymentTarget, minutes) => {
    const { payment } = await initiated(gateway, { paymentTarget });
    const path = new URL(payment.paymentUrl ?? '').pathname;
    await openLink(gateway, path);
    const tried = (await gateway.store.attemptsOf(payment.id)).length;
    gateway.advance(minutes * minute);
    await scriptFault(gateway, { kind: 'ANSWER_500', bank: paymentTarget, operation: 'INQUIRY', lasting: true });
    const { version } = (await gateway.store.paymentById(payment.id)) ?? {};
    for (const shown of [await openLink(gateway, path), await pressTryAgain(gateway, `${path}/retry/${version}`)]) {
      expect([shown.status, shown.form]).toEqual([200, null]);
      expect(shown.body).toContain('Page de paiement indisponible');
    }
    expect(await gateway.store.attemptsOf(payment.id)).toHaveLength(tried);
    await gateway.get('/sandbox/faults/clear', { method: 'POST' });
    gateway.advance(minute / 6);
    const shown = await openLink(gateway, path);
    expect(shown.form).not.toBeNull();
    expect(await gateway.store.attemptsOf(payment.id)).toHaveLength(tried + 1);
  });

  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('gives no new form to %s', async (paymentTarget) => {
    const { payment } = await initiated(gateway, { paymentTarget });
    const path = new URL(payment.paymentUrl ?? '').pathname;
    const page = await useForm(await openLink(gateway, path), paymentTarget);
    const tried = await gateway.store.attemptsOf(payment.id);
    await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: tried.at(-1)?.reference });
    await scriptFault(gateway, { kind: 'ANSWER_500', bank: paymentTarget, operation: 'INQUIRY', lasting: true });
    await pressButtons(page, payment.paymentTarget, 'pay');
    gateway.advance(20 * minute);
    await gateway.runWorkers('resolver');
    const found = await gateway.store.paymentById(payment.id);
    expect(found?.status).toBe('REQUIRES_ACTION');
    for (const shown of [
      await openLink(gateway, path),
      await pressTryAgain(gateway, `${path}/retry/${found?.version}`),
    ]) {
      expect([shown.status, shown.form]).toEqual([200, null]);
      expect(shown.body).toContain('Page de paiement indisponible');
    }
    expect(await gateway.store.attemptsOf(payment.id)).toEqual(tried);
    await gateway.get('/sandbox/faults/clear', { method: 'POST' });
    gateway.advance(2 * minute);
    await gateway.runWorkers('resolver');
    expect(await openLink(gateway, path)).toMatchObject({ status: 200, form: null });
    expect((await gateway.store.paymentById(payment.id))?.status).toBe('PAID');
  });
});
