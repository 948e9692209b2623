import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import {
  type PaymentStatus,
  type PaymentTarget,
  type PaymentType,
  paymentTarget,
  paymentType,
} from '../../kernel/vocabulary.ts';

export const paymentFlow = closedSet('PaymentFlow', 'How a payment is made.', {
  HOSTED_PAGE: "The customer pays by card on the bank's page.",
  HOSTED_PAGE_MANDATE: "The customer signs a SEPA mandate on the bank's page, and the bank debits them.",
  BANK_TRANSFER: 'The customer transfers the amount to our account with the reference that we give.',
  DIRECT_DEBIT: 'We debit the customer under a mandate, in a bank file.',
  BOOKING: 'Accounting records a payment that came in another way.',
});
export type PaymentFlow = NameOf<typeof paymentFlow>;

/** The combinations that can be paid. An absent combination is refused. */
const flows: Readonly<Record<PaymentTarget, Partial<Readonly<Record<PaymentType, PaymentFlow>>>>> = {
  PAYBOX: { CB: 'HOSTED_PAGE', AMEX: 'HOSTED_PAGE' },
  LABANQUEPOSTALE: { CB: 'HOSTED_PAGE', AMEX: 'HOSTED_PAGE', DIRECT_SEPA: 'HOSTED_PAGE_MANDATE' },
  MILLIET: { SEPA: 'BANK_TRANSFER', DIRECT_SEPA: 'DIRECT_DEBIT', COMPTABILITE: 'BOOKING' },
};

export const firstStatus: Readonly<Record<PaymentFlow, PaymentStatus>> = {
  HOSTED_PAGE: 'REQUIRES_ACTION',
  HOSTED_PAGE_MANDATE: 'REQUIRES_ACTION',
  BANK_TRANSFER: 'REQUIRES_ACTION',
  DIRECT_DEBIT: 'PENDING',
  BOOKING: 'PAID',
};

export function flowOf(target: PaymentTarget, type: PaymentType): PaymentFlow | null {
  return flows[target][type] ?? null;
}

/** Whether the customer pays on a bank's page, in attempts. */
export const isHosted = (flow: PaymentFlow): boolean => flow === 'HOSTED_PAGE' || flow === 'HOSTED_PAGE_MANDATE';

export type Capability = {
  readonly paymentTarget: PaymentTarget;
  readonly paymentType: PaymentType;
  readonly flow: PaymentFlow | null;
};

/** The whole table, one cell an entry, in the order of the legacy ordinals. */
export const capabilities: readonly Capability[] = paymentTarget.names.flatMap((target) =>
  paymentType.names.map((type) => ({ paymentTarget: target, paymentType: type, flow: flowOf(target, type) })),
);

/** `PAYBOX: CB, AMEX; LABANQUEPOSTALE: …`, for the refusal that names the allowed combinations. */
export const combinationsOf = (allowed: readonly Capability[]): string =>
  Object.entries(Object.groupBy(allowed, (capability) => capability.paymentTarget))
    .map(([target, cells]) => `${target}: ${cells.map(({ paymentType: type }) => type).join(', ')}`)
    .join('; ') || 'nothing';
