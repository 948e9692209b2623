import { GraphQLError } from 'graphql';
import { InvalidInputError } from '../../kernel/errors.ts';
import type { EffectiveRunMode, PaymentRunMode as RunMode } from '../../kernel/vocabulary.ts';
import {
  findObjects,
  type SearchHit as HitRecord,
  type SearchResult as ResultRecord,
} from '../../modules/search/find-objects.ts';
import { searchField } from '../../modules/search/search-field.ts';
import { JournalEntry } from '../accounting/journal.ts';
import { BankException } from '../bank-statements/bank-exception.ts';
import { builder, enumOf, typenameOf } from '../builder.ts';
import { Customer } from '../customers/customer.ts';
import { DirectDebitBatch } from '../direct-debits/direct-debit.ts';
import { Mandate } from '../direct-debits/mandate.ts';
import { Payment } from '../payments/payment.ts';
import { PaymentRunMode } from '../server/enums.ts';
import { pageSize } from '../server/page.ts';
import { WebhookDelivery } from '../webhooks/webhook.ts';

const SearchNode = builder.unionType('SearchNode', {
  description: 'What a search can find.',
  types: [Payment, Mandate, Customer, BankException, DirectDebitBatch, JournalEntry, WebhookDelivery],
  resolveType: (found) => ('id' in found ? (typenameOf(found.id) ?? 'Customer') : 'Customer'),
});

const SearchHit = builder.objectRef<HitRecord>('SearchHit').implement({
  description: 'A result.',
  fields: (t) => ({
    node: t.field({
      type: SearchNode,
      description: 'What was found, as it is now.',
      resolve: ({ found }) => found.value,
    }),
    matched: t.expose('matched', {
      type: enumOf(searchField),
      description: 'Where the text was found; of several words, the longest.',
    }),
  }),
});

const SearchResult = builder.objectRef<ResultRecord>('SearchResult').implement({
  description: 'The results of a search.',
  fields: (t) => ({
    hits: t.expose('hits', {
      type: [SearchHit],
      description: 'What an id or a reference names comes first, then the newest.',
    }),
    hasMore: t.exposeBoolean('hasMore', { description: 'Whether more match: ask for more, or add a word.' }),
    isComplete: t.exposeBoolean('isComplete', {
      description:
        'False where more may match: the index is still being filled, or the words are too frequent. Then add a word.',
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchResult,
    description:
      'Finds what you may see by any fragment of it: an id, a reference, a RUM, a number of an order or customer, an ' +
      'e-mail address, a name, a phone number, the end of an IBAN, an amount. Case and accents do not count, and each ' +
      'word may be the beginning of one. Words are found some seconds after they were recorded, ids and references at once.',
    args: {
      text: t.arg.string({ required: true, description: '`dupont 12,50`: 200 characters at most.' }),
      first: t.arg.int({ description: 'How many: 1 to 100, 20 by default.' }),
      runModes: t.arg({
        type: [PaymentRunMode],
        description: '`LIVE` where you may see it, else `TEST`, unless you ask for others. Customers have no mode.',
      }),
    },
    resolve: async (_root, { text, first, runModes }, { services, caller }) => {
      const request = { text, first: pageSize(first, 20), runModes: runModes?.map(modeOf) ?? null };
      return findObjects(services, caller, request).catch(asGraphQLError);
    },
  }),
);

/** What was done by `FORCE_LIVE` is `LIVE`. */
const modeOf = (runMode: RunMode): EffectiveRunMode => (runMode === 'TEST' ? 'TEST' : 'LIVE');

function asGraphQLError(error: unknown): never {
  if (!(error instanceof InvalidInputError)) throw error;
  throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } });
}
