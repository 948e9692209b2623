// In the order of use, which the explorers of the schema show: what takes a payment comes first.
import './server/scalars.ts';
import './payments/initiate-payment.ts';
import './payments/payment-queries.ts';
import './payments/refresh-payment.ts';
import './payments/operate-payment.ts';
import './payments/payment.ts';
import './payments/payment-progress.ts';
import './payments/payment-updated.ts';
import './payments/replay-notification.ts';
import './payments/bank-notification.ts';
import './direct-debits/create-mandate.ts';
import './direct-debits/sign-mandate.ts';
import './direct-debits/amend-mandate.ts';
import './direct-debits/end-mandate.ts';
import './direct-debits/mandate.ts';
import './direct-debits/mandate-queries.ts';
import './direct-debits/direct-debit.ts';
import './direct-debits/debit-failure.ts';
import './direct-debits/direct-debit-batches.ts';
import './bank-statements/bank-file.ts';
import './bank-statements/confirm-bank-file.ts';
import './bank-statements/bank-exception.ts';
import './bank-statements/manual-decision.ts';
import './customers/customer.ts';
import './accounting/journal.ts';
import './accounting/trial-balance.ts';
import './accounting/reverse-journal-entry.ts';
import './webhooks/webhook-queries.ts';
import './webhooks/ping-webhook-endpoint.ts';
import './webhooks/replay-webhooks.ts';
import './node-query.ts';
import { builder } from './builder.ts';

builder.queryType({ description: 'Look at payments, mandates and batches.' });
builder.mutationType({ description: 'Take payments. Mutations never run over GET.' });
builder.subscriptionType({ description: 'Follow payments, by server-sent events.' });

/** In the order of the definitions: that of the enums is the order of the legacy ordinals. */
export const schema = builder.toSchema({ sortSchema: false });
