import { describe, expect, it } from 'vitest';
import { paymentStatus } from '../../../../src/kernel/vocabulary.ts';
import {
  whyNotCancel,
  whyNotCapture,
  whyNotRefund,
} from '../../../../src/modules/payments/operations/available-actions.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';

describe('why an action is not possible', () => {
  // What a status refuses by itself asks nothing of the services.
  const services = { societes: new Map(), providers: {} } as never;
  const judges = { capture: whyNotCapture, cancel: whyNotCancel, refund: whyNotRefund };

  it.each(paymentStatus.names)('is said in words, in both languages, for %s', (status) => {
    const payment = { status, paymentTarget: 'MILLIET', flow: 'BANK_TRANSFER', expiresAt: null } as Payment;
    const reasons = Object.values(judges).map((whyNot) => whyNot(services, payment, []));
    expect(reasons.some((reason) => reason !== null)).toBe(true);
    for (const reason of reasons) {
      expect(Object.values(reason ?? {}).join('\n')).not.toMatch(/[A-Z]{2}|_|undefined/);
    }
  });

  it('names the status, and what it would have to be', () => {
    const payment = { status: 'PARTIALLY_REFUNDED' } as Payment;
    expect(whyNotCapture(services, payment, [])).toEqual({
      en: 'The payment is refunded in part: only one that is authorised can be captured.',
      fr: 'Le paiement est remboursé en partie\u00a0: seul un paiement autorisé peut être encaissé.',
    });
    expect(whyNotCancel(services, payment, [])?.fr).toBe('Le paiement est remboursé en partie.');
  });
});
