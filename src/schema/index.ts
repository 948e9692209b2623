// In the order of use, which the explorers of the schema show: what takes a payment comes first.
import './server/scalars.ts';
import './payments/index.ts';
import './direct-debits/index.ts';
import './bank-statements/index.ts';
import './customers/index.ts';
import './accounting/index.ts';
import './webhooks/index.ts';
import './people/index.ts';
import './audit-log/index.ts';
import './workload/index.ts';
import './search/index.ts';
import './changes/index.ts';
import './gateway/index.ts';
import './node-query.ts';
import { builder } from './builder.ts';

builder.queryType({ description: 'Look at payments, mandates and batches.' });
builder.mutationType({ description: 'Take payments. Mutations never run over GET.' });
builder.subscriptionType({ description: 'Follow payments and lists, by server-sent events.' });

/** In the order of the definitions: that of the enums is the order of the legacy ordinals. */
export const schema = builder.toSchema({ sortSchema: false });
