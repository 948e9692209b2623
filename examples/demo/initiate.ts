import type { Caller } from '../../src/kernel/caller.ts';
import { done } from '../done.ts';
import { InitiateDocument, type InitiatePaymentInput } from '../generated/graphql.ts';
import type { Demo, Order } from './demo-world.ts';
import { comments } from './names.ts';

type Route = Pick<InitiatePaymentInput, 'paymentTarget' | 'paymentType' | 'idOrigin'> &
  Partial<Pick<InitiatePaymentInput, 'capture' | 'mandate' | 'accounting'>>;

/** Asks the gateway for the payment of an order, as a front end would. */
export async function initiate({ gateway }: Demo, order: Order, route: Route, caller?: Caller) {
  const { customer, number, amountCents, dice } = order;
  const { idSociete, idClient, email, payer } = customer;
  const input: InitiatePaymentInput = {
    ...route,
    ...{ paymentRunMode: 'TEST', idSociete, idClient, idCommande: number, amount: amountCents, email, payer },
    ...(dice.percent(12) && { commentaire: dice.pick(comments) }),
  };
  const { initiatePayment } = await gateway.execute(InitiateDocument, { input }, caller);
  return done(initiatePayment, 'InitiatePaymentSuccess').payment;
}
