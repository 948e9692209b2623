import {
  type HeldMoney as HeldRecord,
  readSuspense,
  type SuspenseSummary,
} from '../../modules/accounting/list-suspense.ts';
import { maySeeException } from '../../modules/bank-statements/import/read-bank-files.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { Money } from '../server/money.ts';
import { argumentsOfBooks, booksOf, JournalEntry } from './journal.ts';

const HeldMoney = builder.objectRef<HeldRecord>('HeldMoney').implement({
  description: 'Money on the suspense account.',
  fields: (t) => ({
    entry: t.expose('entry', { type: JournalEntry, description: 'The entry that put it there.' }),
    remaining: t.expose('remainingCents', {
      type: Money,
      description: 'What is still there. Below zero: the bank took back an entry of its own.',
    }),
    counterparty: t.string({
      nullable: true,
      description: 'The other party, as the bank names it.',
      resolve: ({ exception }) => exception?.details.counterparty ?? null,
    }),
    text: t.string({
      nullable: true,
      description: 'The remittance text.',
      resolve: ({ exception }) => exception?.details.remittance ?? null,
    }),
    bankException: t.id({
      nullable: true,
      description:
        'The exception that waits for a person, or that a person dealt with elsewhere. Null without the scope `decide`.',
      resolve: ({ exception }, _args, { services, caller }) =>
        exception && maySeeException(services, caller, exception) ? exception.id : null,
    }),
  }),
});

const Suspense = builder.objectRef<SuspenseSummary>('Suspense').implement({
  description: 'What stands on the suspense account of a société.',
  fields: (t) => ({
    money: t.expose('money', { type: [HeldMoney], description: 'The oldest two hundred, oldest first.' }),
    total: t.expose('totalCents', { type: Money, description: 'Of all, listed or not.' }),
    others: t.exposeInt('others', { description: 'How many are not listed.' }),
    isMore: t.boolean({ description: 'Whether some are not listed.', resolve: ({ others }) => others > 0 }),
  }),
});

builder.queryField('suspense', (t) =>
  t.field({
    type: Suspense,
    description: 'Money of statements whose owner is not known yet, as of now. Needs the scope `accounting`.',
    args: argumentsOfBooks(t),
    // Each that is listed is several reads.
    complexity: 200,
    errors: refusals('What is in suspense, or why that is not shown.'),
    resolve: (_root, asked, { services, caller }) => readSuspense(services, caller, booksOf(asked)),
  }),
);
