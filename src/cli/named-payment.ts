import type { Caller } from '../domain/caller.ts';
import type { Payment } from '../domain/payment.ts';
import { findPayment } from '../use-cases/read-story.ts';
import type { Services } from '../use-cases/services.ts';

/** By `pay_…` or its reference. @throws where there is none. */
export async function paymentNamed(services: Services, caller: Caller, named: string): Promise<Payment> {
  const payment = await findPayment(services, caller, named);
  if (payment === null) throw noSuchPayment(named);
  return payment;
}

export const noSuchPayment = (named: string): Error => new Error(`there is no payment ${named}.`);
