import type { PaymentTarget } from '../../../src/kernel/vocabulary.ts';
import {
  CancelPaymentDocument,
  CapturePaymentDocument,
  type InitiatePaymentInput,
  RefundPaymentDocument,
  type RefundPaymentInput,
  StandingDocument,
} from '../../generated/graphql.ts';
import { night, paidAtBank } from '../at-bank.ts';
import type { TestGateway } from '../gateway.ts';

/** What an answer holds. @throws where it is none */
export const dataOf = <Data extends object>({ data, errors }: { data: Data | null; errors?: unknown }): Data => {
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
};

/** The operations on payments as an anonymous client asks for them. */
export const operationsOn = (gateway: TestGateway) => ({
  refund: async (input: RefundPaymentInput) =>
    dataOf(await gateway.send(RefundPaymentDocument, { input })).refundPayment,
  cancel: async (id: string, idempotencyKey?: string) =>
    dataOf(await gateway.send(CancelPaymentDocument, { input: { id, idempotencyKey } })).cancelPayment,
  capture: async (id: string) => dataOf(await gateway.send(CapturePaymentDocument, { input: { id } })).capturePayment,
  standing: async (id: string) => dataOf(await gateway.send(StandingDocument, { id })).payment,
  night: () => night(gateway),
  eventsOf: async (id: string) => (await gateway.store.eventsOf(id, 0, 100)).map(({ type }) => type),
  /** A payment by card that was paid at its bank. */
  paid: (paymentTarget: PaymentTarget, change: Partial<InitiatePaymentInput> = {}) =>
    paidAtBank(gateway, { paymentTarget, ...change }),
});
