import { describe, expect, it } from 'vitest';
import { StaleVersionError } from '../../../../src/kernel/until-fresh.ts';
import type { PaymentEvent } from '../../../../src/modules/payments/events/payment-event.ts';
import { alertingContradictions } from '../../../../src/modules/payments/notifications/alert-contradictions.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import type { Services } from '../../../../src/modules/payments/ports.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import {
  eventually,
  liveConfig,
  liveSociete,
  startDirect,
  startLive,
  tell,
} from '../../../support/providers/paybox-live.ts';
import type { Initiated } from '../../../support/requests.ts';

/** Each contradiction that is recorded raises a counter and a line in the log, whether a message or an answer says it. */

const minuteMs = 60_000;

describe.each(drawnDatabases())('on $name', ({ open }) => {
  const direct = openForGroup(() => startDirect());
  const gateway = openForGroup(() =>
    startGateway({ open, config: liveConfig(liveSociete('1', direct.url), liveSociete('2', null)) }),
  );

  const counted = async (): Promise<number> => {
    gateway.advance(2000);
    const metrics = await (await gateway.get('/metrics')).text();
    return Number(/^reglement_contradictions_total\{target="PAYBOX"\} (\d+)$/m.exec(metrics)?.[1]);
  };
  const alertsOf = ({ payment: { id } }: Initiated) =>
    gateway.logs.filter(({ level, payment }) => level === 50 && payment === id).map(({ reason }) => reason);
  const paidAttempts = async ({ payment: { id } }: Initiated) =>
    (await gateway.store.attemptsOf(id)).filter(({ status }) => status === 'PAID').length;

  it('a payment that is paid twice, as the bank answers, alerts once', async () => {
    const before = await counted();
    const initiation = await startLive(gateway);
    const link = new URL(initiation.payment.paymentUrl ?? '').pathname;
    await gateway.get(link);
    gateway.advance(16 * minuteMs);
    await gateway.get(link);
    for (const [number, trans] of ['7001', '7002'].entries()) {
      direct.says = { trans, status: 'Capturé' };
      await tell(gateway, initiation, { trans, ref: `${initiation.payment.reference}-${number + 1}` });
      await eventually(
        () => paidAttempts(initiation),
        (paid) => paid === number + 1,
      );
    }
    for (const minutes of [1, 60]) {
      gateway.advance(minutes * minuteMs);
      await gateway.runWorkers('resolver');
    }
    expect((await gateway.store.paymentById(initiation.payment.id))?.status).toBe('PAID');
    expect(alertsOf(initiation)).toEqual(['paid twice']);
    expect(await counted()).toBe(before + 1);
  });

  it('a message that is repeated alerts once', async () => {
    const before = await counted();
    const initiation = await startLive(gateway, '2');
    for (const trans of ['7101', '7102']) await tell(gateway, initiation, { trans, amount: '1251' });
    expect(alertsOf(initiation)).toEqual(['amount']);
    expect(await counted()).toBe(before + 1);
  });
});

it('a unit of work that begins again alerts about its last try alone', async () => {
  const said: unknown[] = [];
  const services = {
    eventHandlers: [() => null],
    store: { transact: (work: (transaction: object) => Promise<unknown>) => work({}) },
    alertContradiction: (one: unknown) => said.push(one),
  } as unknown as Services;
  const payment = { id: 'pay_1', paymentTarget: 'PAYBOX' } as Payment;
  let tries = 0;
  await alertingContradictions(services, async ({ eventHandlers }) => {
    tries += 1;
    const event = { type: 'CONTRADICTION', data: { reason: `try ${tries}` } } as PaymentEvent;
    for (const handle of eventHandlers) handle(payment, event);
    expect(said).toEqual([]);
    if (tries === 1) throw new StaleVersionError('another was first');
  });
  expect(said).toEqual([{ payment: 'pay_1', target: 'PAYBOX', reason: 'try 2' }]);
});
