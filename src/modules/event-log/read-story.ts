import type { RecordedAction } from '../../kernel/audit/recorded-action.ts';
import type { Caller } from '../../kernel/caller.ts';
import { normaliseReference } from '../../kernel/identifiers.ts';
import type { PaymentEvent } from '../payments/events/payment-event.ts';
import { listNotifications } from '../payments/notifications/list-notifications.ts';
import type { BankNotification } from '../payments/notifications/notification.ts';
import type { PaymentOperation } from '../payments/operations/payment-operation.ts';
import type { Attempt, Payment } from '../payments/payment.ts';
import { readPayment, readPaymentByReference } from '../payments/read-payments.ts';
import type { Services } from './ports.ts';

export type PaymentStory = {
  readonly payment: Payment;
  readonly attempts: readonly Attempt[];
  readonly events: readonly PaymentEvent[];
  /** The payment's operations at the bank, oldest first. */
  readonly operations: readonly PaymentOperation[];
  /** The newest hundred, newest first. */
  readonly notifications: readonly BankNotification[];
  /** The recorded actions on the payment and its messages, newest first. The events do not contain all of them. */
  readonly actions: readonly RecordedAction[];
};

const notificationsShown = 100;
/** For each subject. */
const actionsShown = 20;

/** Everything that is known of one payment, by its id or its reference; null where the caller can see none. */
export async function readStory(services: Services, caller: Caller, named: string): Promise<PaymentStory | null> {
  const payment = await findPayment(services, caller, named);
  if (payment === null) return null;
  const [attempts, events, operations, notifications] = await Promise.all([
    services.store.attemptsOf(payment.id),
    services.store.eventsOf(payment.id, 0, payment.version),
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
