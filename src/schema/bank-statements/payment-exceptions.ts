import type { BankException as ExceptionRecord } from '../../modules/bank-statements/bank-import.ts';
import { bankExceptionsOfPayments } from '../../modules/bank-statements/import/read-bank-files.ts';
import { shownOfEachPayment } from '../../modules/payments/read-payments.ts';
import { builder } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { batched } from '../server/batched.ts';
import { BankException } from './bank-exception.ts';

const exceptionsOf = batched<readonly ExceptionRecord[]>(async ({ services, caller }, ids) =>
  Map.groupBy(await bankExceptionsOfPayments(services, caller, ids), ({ paymentId }) => paymentId ?? ''),
);

builder.objectField(Payment, 'bankExceptions', (t) =>
  t.field({
    type: [BankException],
    description: `Exceptions of bank files that are about it, open or not, newest first: the newest ${shownOfEachPayment}. Empty without the scope \`decide\`.`,
    resolve: async ({ id }, _args, context) => [...((await exceptionsOf(context, id)) ?? [])],
  }),
);
