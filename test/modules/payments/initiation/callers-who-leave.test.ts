import { expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { initiatePayment } from '../../../../src/modules/payments/initiation/initiate-payment.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { cardPayment, moveTo } from '../../../support/requests.ts';
import { servicesOver } from '../../../support/store/services.ts';

const gateway = openForGroup(() => startGateway());

it('opens the page again for a caller that ended its sending half: its customer still has to pay', async () => {
  const services = servicesOver(gateway.store, { publicUrl: 'https://pay.example', clock: gateway.now });
  const options = { derivesKey: true, usesDirectory: false };
  const { payment } = await initiatePayment(services, anonymous, cardPayment, options);
  await moveTo(gateway, payment.id, 'CANCELLED');
  const repeated = await initiatePayment(services, anonymous, cardPayment, { ...options, isCallerGone: () => true });
  expect(repeated).toMatchObject({ payment: { id: payment.id, status: 'REQUIRES_ACTION' }, attempt: { number: 2 } });
});

it('waits until the end of a connection could be read before a repeated request opens something', async () => {
  const services = servicesOver(gateway.store, { publicUrl: 'https://pay.example', clock: gateway.now });
  const request = { ...cardPayment, paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE' };
  const options = { derivesKey: true, usesDirectory: false };
  const { payment } = await initiatePayment(services, anonymous, request, options);
  await moveTo(gateway, payment.id, 'CANCELLED');
  let isGone: boolean | null = null;
  const isCallerGone = (): boolean => {
    if (isGone === null) setTimeout(() => (isGone = true), 5);
    isGone ??= false;
    return isGone;
  };
  const repeated = await initiatePayment(services, anonymous, request, { ...options, isCallerGone });
  expect(repeated).toMatchObject({ payment: { id: payment.id, status: 'CANCELLED' }, replayed: true });
  expect((await initiatePayment(services, anonymous, request, options)).replayed).toBe(false);
});
