import { countedAtMost, type PaymentTotal as Total } from '../../modules/payment-lists/payment-totals.ts';
import { builder } from '../builder.ts';
import { PaymentRunMode, PaymentStatus, PaymentTarget, PaymentType } from '../server/enums.ts';
import { Money } from '../server/money.ts';

export type TotalSource = Total & { readonly isExact: boolean };

export const PaymentTotal = builder.objectRef<TotalSource>('PaymentTotal').implement({
  description: 'Number and sum of payments, each with its status now. `TEST` and `LIVE` never share a total.',
  fields: (t) => ({
    runMode: t.field({ type: PaymentRunMode, description: '`TEST` or `LIVE`.', resolve: ({ runMode }) => runMode }),
    day: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day in Paris on which they were recorded; null unless asked for by `DAY`.',
      resolve: ({ day }) => day,
    }),
    status: t.field({
      type: PaymentStatus,
      nullable: true,
      description: 'Null unless asked for by `STATUS`.',
      resolve: ({ status }) => status,
    }),
    paymentTarget: t.field({
      type: PaymentTarget,
      nullable: true,
      description: 'Null unless asked for by `TARGET`.',
      resolve: (total) => total.paymentTarget,
    }),
    paymentType: t.field({
      type: PaymentType,
      nullable: true,
      description: 'Null unless asked for by `TYPE`.',
      resolve: (total) => total.paymentType,
    }),
    idOrigin: t.string({
      nullable: true,
      description: 'Null unless asked for by `ORIGIN`.',
      resolve: ({ idOrigin }) => idOrigin,
    }),
    count: t.int({ description: 'How many payments.', resolve: ({ count }) => count }),
    isExact: t.boolean({
      description: `False where more than ${countedAtMost} payments match a filter by customer, order, mandate, due date or amount: then only ${countedAtMost} of them are counted.`,
      resolve: ({ isExact }) => isExact,
    }),
    amount: t.field({
      type: Money,
      nullable: true,
      description: 'Their sum. Null where it is not exact.',
      resolve: ({ cents, isExact }) => (isExact ? { cents, currency: 'EUR' as const } : null),
    }),
  }),
});
