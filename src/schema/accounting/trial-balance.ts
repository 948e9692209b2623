import type { AccountTotal as TotalRecord } from '../../modules/accounting/journal.ts';
import { type TrialBalance as BalanceRecord, readTrialBalance } from '../../modules/accounting/read-journal.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { Money } from '../server/money.ts';
import { argumentsOfPeriod, booksOf } from './journal.ts';

const AccountTotal = builder.objectRef<TotalRecord>('AccountTotal').implement({
  description: 'What an account moved in a period.',
  fields: (t) => ({
    account: t.exposeString('account', { description: 'The account, by its number.' }),
    accountLabel: t.exposeString('accountLabel', { description: 'Its name.' }),
    debit: t.expose('debitCents', { type: Money, description: 'All debits.' }),
    credit: t.expose('creditCents', { type: Money, description: 'All credits.' }),
    balance: t.field({
      type: Money,
      description: 'Debits less credits: below zero where the account is in credit.',
      resolve: ({ debitCents, creditCents }) => debitCents - creditCents,
    }),
  }),
});

const TrialBalance = builder.objectRef<BalanceRecord>('TrialBalance').implement({
  description: 'What every account moved in a period; the debits of all are their credits.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'The first day.' }),
    to: t.expose('to', { type: 'Date', description: 'The last day.' }),
    accounts: t.expose('accounts', {
      type: [AccountTotal],
      description: 'In the order of the accounts.',
    }),
    debit: t.expose('debitCents', { type: Money, description: 'All debits.' }),
    credit: t.expose('creditCents', { type: Money, description: 'All credits: the same.' }),
    isComplete: t.exposeBoolean('isComplete', {
      description:
        'False while entries wait for their number: seconds, or until their day comes. They are not counted yet.',
    }),
  }),
});

builder.queryField('trialBalance', (t) =>
  t.field({
    type: TrialBalance,
    description: "What each account of a société's books moved in a period. Needs the scope `accounting`.",
    args: argumentsOfPeriod(t),
    // A day is a read, and three years have a thousand of them.
    complexity: 200,
    errors: refusals('The balance, or why there is none.'),
    resolve: (_root, { from, to, ...books }, { services, caller }) =>
      readTrialBalance(services, caller, booksOf(books), { from, to }),
  }),
);
