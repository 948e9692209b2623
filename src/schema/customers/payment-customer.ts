import type { Customer as CustomerRecord } from '../../modules/customers/customer.ts';
import { readCustomers } from '../../modules/customers/save-customers.ts';
import { isErased } from '../../modules/payments/payment.ts';
import { customerKeyOf, customerOfKey } from '../../modules/search/document-of.ts';
import { builder } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { batched } from '../server/batched.ts';
import { Customer } from './customer.ts';

const customersOf = batched<CustomerRecord>(async ({ services, caller }, keys) => {
  const wanted = keys.flatMap((key) => customerOfKey(key) ?? []);
  const found = await readCustomers(services, caller, wanted);
  return new Map(found.map((customer) => [customerKeyOf(customer), customer]));
});

builder.objectField(Payment, 'customer', (t) =>
  t.field({
    type: Customer,
    nullable: true,
    description:
      'Its customer, as the directory says now. Null where the directory has no entry that you may see, and after an erasure. Needs the scope `customers`.',
    resolve: async (payment, _args, context) =>
      isErased(payment) ? null : ((await customersOf(context, customerKeyOf(payment))) ?? null),
  }),
);
