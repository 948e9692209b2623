import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { PaymentStatus, PaymentTarget, PaymentType } from '../../kernel/vocabulary.ts';

export const paymentFlow = closedSet('PaymentFlow', 'How a payment is made.', {
  HOSTED_PAGE: "The customer pays by card on the bank's page.",
  HOSTED_PAGE_MANDATE: "The customer signs a SEPA mandate on the bank's page, and the bank debits them.",
  BANK_TRANSFER: 'The customer transfers the amount to our account with the reference that we give.',
  DIRECT_DEBIT: 'We debit the customer under a mandate, in a bank file.',
  BOOKING: 'Accounting records a payment that came in another way.',
});
export type PaymentFlow = NameOf<typeof paymentFlow>;

export const firstStatus: Readonly<Record<PaymentFlow, PaymentStatus>> = {
  HOSTED_PAGE: 'REQUIRES_ACTION',
  HOSTED_PAGE_MANDATE: 'REQUIRES_ACTION',
  BANK_TRANSFER: 'REQUIRES_ACTION',
  DIRECT_DEBIT: 'PENDING',
  BOOKING: 'PAID',
};

/** Whether the customer pays on a bank's page, in attempts. */
export const isHosted = (flow: PaymentFlow): boolean => flow === 'HOSTED_PAGE' || flow === 'HOSTED_PAGE_MANDATE';

export type Capability = {
  readonly paymentTarget: PaymentTarget;
  readonly paymentType: PaymentType;
  readonly flow: PaymentFlow | null;
};

/** `PAYBOX: CB, AMEX; LABANQUEPOSTALE: …`, for the refusal that names the allowed combinations. */
export const combinationsOf = (allowed: readonly Capability[]): string =>
  Object.entries(Object.groupBy(allowed, (capability) => capability.paymentTarget))
    .map(([target, cells]) => `${target}: ${cells.map(({ paymentType: type }) => type).join(', ')}`)
    .join('; ') || 'nothing';
