import type { Payment as PaymentRecord } from '../../modules/payments/payment.ts';
import { readPayments } from '../../modules/payments/read-payments.ts';
import { batched } from '../server/batched.ts';
import type { SchemaContext } from '../server/context.ts';
import type { PaymentSource } from './payment.ts';

const paymentsOf = batched<PaymentRecord>(({ services, caller }, ids) => readPayments(services, caller, ids));

/** The payment that a row names, where the caller may see it: one read for all rows of an answer. */
export async function paymentOf(context: SchemaContext, id: string | null): Promise<PaymentSource | null> {
  const payment = id === null ? undefined : await paymentsOf(context, id);
  return payment ? { payment } : null;
}
