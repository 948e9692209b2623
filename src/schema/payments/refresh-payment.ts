import { ProviderUnavailableError } from '../../kernel/errors.ts';
import { refreshPayment } from '../../modules/payments/inquiry/refresh-payment.ts';
import type { Payment as PaymentRecord } from '../../modules/payments/payment.ts';
import { UnsupportedPaymentError } from '../../modules/payments/payment-errors.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { Payment } from './payment.ts';

const RefreshPaymentSuccess = builder
  .objectRef<{ readonly payment: PaymentRecord; readonly changed: boolean }>('RefreshPaymentSuccess')
  .implement({
    description: 'The bank answered.',
    fields: (t) => ({
      payment: t.expose('payment', { type: Payment, description: 'The payment, as it stands now.' }),
      changed: t.exposeBoolean('changed', { description: 'Whether the answer changed anything.' }),
    }),
  });

builder.mutationField('refreshPayment', (t) =>
  t.field({
    type: RefreshPaymentSuccess,
    description:
      'Asks the bank for the outcome of a payment, for a notification that never came, and applies the answer. Needs the scopes `read` and `refresh`.',
    args: { id: t.arg.id({ required: true, description: '`pay_…`' }) },
    errors: refusals('What the bank said, or why it was not asked.', UnsupportedPaymentError, ProviderUnavailableError),
    resolve: (_root, { id }, { services, caller }) => refreshPayment(services, caller, id),
  }),
);
