import type { InitiatePaymentInput } from '../generated/graphql.ts';
import { scriptFault, type TestGateway } from './gateway.ts';
import { type Action, useForm } from './pages/pay-link.ts';
import { type Initiated, initiated } from './requests.ts';
import { formOf } from './scellius-messages.ts';

/** What the customer's browser does at the simulators, without a browser. */

/**
 * Posts the signed form, then pays by card, or presses other buttons one after the other. Notifications have been
 * answered when this resolves.
 * @returns the address of the bank's page, for `pressButtons`
 */
export async function payAtBank({ payment }: Initiated, ...actions: readonly Action[]): Promise<string> {
  if (payment.nextAction?.__typename !== 'RedirectAction') throw new Error('no form');
  const form = { url: payment.nextAction.url, fields: formOf({ payment }) };
  return useForm({ form }, payment.paymentTarget, ...(actions.length === 0 ? (['pay'] as const) : actions));
}

/** A payment that its customer paid. */
export async function paidAtBank(
  gateway: TestGateway,
  change?: Partial<InitiatePaymentInput>,
  headers?: Record<string, string>,
): Promise<Initiated> {
  const initiation = await initiated(gateway, change, headers);
  await payAtBank(initiation);
  return initiation;
}

/** A payment in review: the bank's message names another amount. */
export async function inReview(
  gateway: TestGateway,
  change?: Partial<InitiatePaymentInput>,
  headers?: Record<string, string>,
): Promise<Initiated> {
  const initiation = await initiated(gateway, change, headers);
  await scriptFault(gateway, { kind: 'WRONG_AMOUNT', reference: `${initiation.payment.reference}-1` });
  await payAtBank(initiation);
  return initiation;
}

/** The bank's night, in which it remits what was paid. */
export const night = (gateway: Pick<TestGateway, 'get'>): Promise<Response> =>
  gateway.get('/sandbox/night', { method: 'POST' });

/** A refund in the back office of the bank, as the gateway records it from a message. */
export const refundedAtBank = ({ store, now }: TestGateway, paymentId: string, amountCents: number): Promise<void> =>
  store.transact(async (transaction) => {
    const [attempt] = await transaction.attemptsOf(paymentId);
    await transaction.insertOperation({
      ...{ id: `ope_${paymentId.slice(4)}`, paymentId, attemptId: attempt?.id ?? '', kind: 'REFUND', amountCents },
      ...{ givesBack: true, status: 'DONE', origin: 'BANK', client: null, bankTransaction: null, bankCode: null },
      ...{ reason: null, asks: 0, nextAskAt: null, notShownAt: null, createdAt: now(), updatedAt: now() },
    });
  });
