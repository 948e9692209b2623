import type { Caller } from '../../kernel/caller.ts';
import type { Services } from '../../modules/event-log/ports.ts';
import { findPayment } from '../../modules/event-log/read-story.ts';
import type { Payment } from '../../modules/payments/payment.ts';

/** By `pay_…` or its reference. @throws for an unknown payment */
export async function paymentNamed(services: Services, caller: Caller, named: string): Promise<Payment> {
  const payment = await findPayment(services, caller, named);
  if (payment === null) throw noSuchPayment(named);
  return payment;
}

export const noSuchPayment = (named: string): Error => new Error(`there is no payment ${named}.`);
