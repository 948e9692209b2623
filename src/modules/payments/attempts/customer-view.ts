import type { CustomerPages } from '../../../kernel/merchant.ts';
import { endsUnpaid } from '../../../kernel/vocabulary.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import { expireIfDue } from '../initiation/expire-payment.ts';
import { bankTransferOf } from '../initiation/payment-instructions.ts';
import { refundedCentsOf } from '../operations/payment-operation.ts';
import { payLinkHasExpired } from '../pay-link.ts';
import type { Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import type { BankTransfer } from '../provider.ts';
import { type CustomerRetry, customerRetryOf } from './customer-retry.ts';
import { askedAttempts, decidedAtOf } from './still-asked.ts';

/** What the customer's browser may see of a payment: the token is the right. */
export type CustomerView = {
  readonly payment: Payment;
  readonly societeName: string;
  /** Where the société's customers shop and ask. */
  readonly customerPages: CustomerPages;
  /** What a payment that was given back in part was given back of; 0 for all others. */
  readonly refundedCents: number;
  /** In cents: the transfers to a payment that waits for none any more. 0 for all other payments. */
  readonly receivedCents: number;
  /** When the money came or was reserved; null where there is none. */
  readonly paidAt: number | null;
  /**
   * It ended before it had any money, and not by a person's decision: the customer may have paid since, and the bank's
   * message may be on its way.
   */
  readonly mayBePaidSince: boolean;
  readonly retry: CustomerRetry;
  /** It ended without money, and the bank may still say that it was paid. */
  readonly isInDoubt: boolean;
};

export type PaymentView = CustomerView & { readonly bankTransfer: BankTransfer | null };

/** Null for an unknown token, and for a link that is no right any more. */
export async function viewPayment(services: Services, token: string): Promise<PaymentView | null> {
  const payment = await paymentOfLink(services, token);
  if (payment === null) return null;
  const waitsForTransfer = payment.flow === 'BANK_TRANSFER' && payment.status === 'REQUIRES_ACTION';
  return {
    ...(await customerViewOf(services, payment)),
    bankTransfer: waitsForTransfer ? await bankTransferOf(services, payment) : null,
  };
}

export async function paymentOfLink(services: Services, token: string): Promise<Payment | null> {
  const found = await services.store.paymentByToken(token);
  if (found === null || payLinkHasExpired(found, services.clock())) return null;
  return expireIfDue(services, found);
}

export async function customerViewOf(services: Services, payment: Payment): Promise<CustomerView> {
  const { store, societes } = services;
  const { id, flow, status, idSociete, version } = payment;
  const wasTransferred = flow === 'BANK_TRANSFER' && status !== 'REQUIRES_ACTION';
  const societe = societes.get(idSociete);
  const isUnpaid = endsUnpaid(status);
  const story = isUnpaid || shownAsPaid.has(status) ? await store.eventsOf(id, 0, version) : [];
  const decidedAt = decidedAtOf(story);
  const retry = await customerRetryOf(services, store, payment);
  // Where another try is offered, the bank is asked before a form is given out.
  const asked = isUnpaid && retry === 'NO' ? await askedAttempts(store, payment, decidedAt ?? undefined) : [];
  return {
    payment,
    societeName: societe?.name ?? idSociete,
    customerPages: societe?.customerPages ?? {},
    refundedCents: status === 'PARTIALLY_REFUNDED' ? refundedCentsOf(await store.operationsOf(id)) : 0,
    receivedCents: wasTransferred ? await store.receivedFor(id) : 0,
    paidAt: paidAtOf(story),
    mayBePaidSince: isUnpaid && decidedAt === null && !story.some((event) => shownAsPaid.has(event.status)),
    retry,
    isInDoubt: retry === 'DOUBT' || asked.length > 0,
  };
}

const shownAsPaid: ReadonlySet<Payment['status']> = new Set<Payment['status']>([
  'AUTHORIZED',
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
]);

/** When the money came that is there: after a time without it, the later date counts. */
function paidAtOf(story: readonly PaymentEvent[]): number | null {
  let at: number | null = null;
  for (const event of story) at = shownAsPaid.has(event.status) ? (at ?? event.at) : null;
  return at;
}
