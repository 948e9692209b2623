import { countedAtMost, type PaymentTotal as Total } from '../../modules/payment-lists/payment-totals.ts';
import { builder } from '../builder.ts';
import { PaymentRunMode, PaymentStatus, PaymentTarget, PaymentType } from '../server/enums.ts';
import { Money } from '../server/money.ts';

export type TotalSource = Total & { readonly isExact: boolean };

export const PaymentTotal = builder.objectRef<TotalSource>('PaymentTotal').implement({
  description: 'Number and sum of payments, each with its status now. `TEST` and `LIVE` never share a total.',
  fields: (t) => ({
    runMode: t.expose('runMode', { type: PaymentRunMode, description: '`TEST` or `LIVE`.' }),
    day: t.expose('day', {
      type: 'Date',
      nullable: true,
      description: 'The day in Paris on which they were recorded; null unless asked for by `DAY`.',
    }),
    status: t.expose('status', {
      type: PaymentStatus,
      nullable: true,
      description: 'Null unless asked for by `STATUS`.',
    }),
    paymentTarget: t.expose('paymentTarget', {
      type: PaymentTarget,
      nullable: true,
      description: 'Null unless asked for by `TARGET`.',
    }),
    paymentType: t.expose('paymentType', {
      type: PaymentType,
      nullable: true,
      description: 'Null unless asked for by `TYPE`.',
    }),
    idOrigin: t.exposeString('idOrigin', { nullable: true, description: 'Null unless asked for by `ORIGIN`.' }),
    count: t.exposeInt('count', { description: 'How many payments.' }),
    isExact: t.exposeBoolean('isExact', {
      description: `False where more than ${countedAtMost} payments match a filter by customer, order, mandate, due date or amount: then only ${countedAtMost} of them are counted.`,
    }),
    amount: t.field({
      type: Money,
      nullable: true,
      description: 'Their sum. Null where it is not exact.',
      resolve: ({ cents, isExact }) => (isExact ? cents : null),
    }),
  }),
});
