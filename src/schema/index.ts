import './scalars.ts';
import './bank-exception.ts';
import './bank-file.ts';
import './confirm-bank-file.ts';
import './customer.ts';
import './create-mandate.ts';
import './debit-failure.ts';
import './direct-debit.ts';
import './direct-debit-batches.ts';
import './end-mandate.ts';
import './amend-mandate.ts';
import './bank-notification.ts';
import './initiate-payment.ts';
import './mandate.ts';
import './mandate-queries.ts';
import './journal.ts';
import './webhook-queries.ts';
import './replay-webhooks.ts';
import './ping-webhook-endpoint.ts';
import './payment.ts';
import './payment-progress.ts';
import './payment-queries.ts';
import './payment-updated.ts';
import './refresh-payment.ts';
import './sign-mandate.ts';
import './reverse-journal-entry.ts';
import './trial-balance.ts';
import './replay-notification.ts';
import './operate-payment.ts';
import './decide-by-hand.ts';
import { builder } from './builder.ts';

builder.queryType({ description: 'Look at payments, mandates and batches.' });
builder.mutationType({ description: 'Take payments. Mutations never run over GET.' });
builder.subscriptionType({ description: 'Follow payments, by server-sent events.' });

/** In the order of the definitions: that of the enums is the order of the legacy ordinals. */
export const schema = builder.toSchema({ sortSchema: false });
