import { paymentTotalBy } from '../../modules/payment-lists/payment-totals.ts';
import { totalPayments } from '../../modules/payment-lists/total-payments.ts';
import { builder, enumOf } from '../builder.ts';
import { filterWanted, PaymentFilter, refuseTotals } from './payment-filter.ts';
import { PaymentTotal, type TotalSource } from './payment-totals.ts';

const PaymentTotalBy = enumOf(paymentTotalBy);

builder.queryField('paymentTotals', (t) =>
  t.field({
    type: [PaymentTotal],
    description: 'Number and sum of the payments that you may see. By day, the newest day comes first.',
    args: {
      filter: t.arg({ type: PaymentFilter, description: 'Which ones.' }),
      by: t.arg({
        type: [PaymentTotalBy],
        description: 'A total for each of these together, for instance `[DAY, STATUS]`. Left out: one for each mode.',
      }),
    },
    complexity: { field: 10, multiplier: 10 },
    resolve: async (_root, { filter, by }, { services, caller }) => {
      refuseTotals(filter?.text);
      const { totals, isExact } = await totalPayments(services, caller, filterWanted(filter), [...new Set(by ?? [])]);
      return totals.map((total): TotalSource => ({ ...total, isExact }));
    },
  }),
);
