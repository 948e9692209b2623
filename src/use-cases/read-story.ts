import type { Caller } from '../domain/caller.ts';
import { normaliseReference } from '../domain/identifiers.ts';
import type { BankNotification } from '../domain/notification.ts';
import type { Attempt, Payment, PaymentEvent } from '../domain/payment.ts';
import type { PaymentOperation } from '../domain/payment-operation.ts';
import type { RecordedAction } from '../domain/recorded-action.ts';
import { listNotifications } from './list-notifications.ts';
import { readAttempts, readEvents, readPayment, readPaymentByReference } from './read-payments.ts';
import type { Services } from './services.ts';

export type PaymentStory = {
  readonly payment: Payment;
  readonly attempts: readonly Attempt[];
  readonly events: readonly PaymentEvent[];
  /** What the bank was asked to do with it, oldest first. */
  readonly operations: readonly PaymentOperation[];
  /** The newest hundred, newest first. */
  readonly notifications: readonly BankNotification[];
  /** What was done to it and to these messages, newest first: what no event tells whole. */
  readonly actions: readonly RecordedAction[];
};

const notificationsShown = 100;
/** Of each of them. */
const actionsShown = 20;

/** Everything that is known of one payment, by its id or its reference; null where there is none to be seen. */
export async function readStory(services: Services, caller: Caller, named: string): Promise<PaymentStory | null> {
  const payment = await findPayment(services, caller, named);
  if (payment === null) return null;
  const [attempts, events, operations, notifications] = await Promise.all([
    readAttempts(services, payment),
    readEvents(services, payment, 0, payment.version),
    services.store.operationsOf(payment.id),
    listNotifications(services, caller, {
      limit: notificationsShown,
      paymentId: payment.id,
      ...{ beforeId: null, outcome: null, paymentTarget: null, idSociete: null },
    }),
  ]);
  const subjects = [payment.id, ...notifications.map(({ id }) => id)];
  const query = { beforeId: null, limit: actionsShown };
  const actions = await Promise.all(subjects.map((subject) => services.store.recordedActions({ ...query, subject })));
  return { payment, attempts, events, operations, notifications, actions: actions.flat() };
}

/** By `pay_…`, or by the reference that people say on the phone. */
export function findPayment(services: Services, caller: Caller, named: string): Promise<Payment | null> {
  return named.startsWith('pay_')
    ? readPayment(services, caller, named)
    : readPaymentByReference(services, caller, normaliseReference(named));
}
