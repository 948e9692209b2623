import { parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import type { PaymentTotal, PaymentTotalBy } from '../../../src/modules/payment-lists/payment-totals.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';

/** Counted in the plainest way; `LIVE` comes first. */
export function totalsOf(payments: readonly Payment[], by: readonly PaymentTotalBy[]): readonly PaymentTotal[] {
  const kinds = Map.groupBy(payments, (payment) =>
    JSON.stringify({
      runMode: payment.effectiveRunMode,
      day: by.includes('DAY') ? parisDateOf(payment.createdAt) : null,
      status: by.includes('STATUS') ? payment.status : null,
      paymentTarget: by.includes('TARGET') ? payment.paymentTarget : null,
      paymentType: by.includes('TYPE') ? payment.paymentType : null,
      idOrigin: by.includes('ORIGIN') ? payment.idOrigin : null,
    }),
  );
  const totals = [...kinds].map(([kind, some]): PaymentTotal => {
    const cents = some.reduce((sum, { amountCents }) => sum + amountCents, 0);
    return { ...JSON.parse(kind), count: some.length, cents };
  });
  return totals.toSorted((one, other) => (one.runMode < other.runMode ? -1 : 1));
}
