import type { Payment as PaymentRecord } from '../../modules/payments/payment.ts';
import { readPayments } from '../../modules/payments/read-payments.ts';
import { batched } from '../server/batched.ts';
import type { SchemaContext } from '../server/context.ts';

const paymentsOf = batched<PaymentRecord>(({ services, caller }, ids) => readPayments(services, caller, ids));

/** The payment that a row names, where the caller may see it: one read for all rows of an answer. */
export async function paymentOf(context: SchemaContext, id: string | null): Promise<PaymentRecord | null> {
  return (id === null ? null : await paymentsOf(context, id)) ?? null;
}
