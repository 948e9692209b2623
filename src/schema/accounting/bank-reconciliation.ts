import {
  accountToReconcile,
  type ReconciledAccount,
  reconcileAccount,
} from '../../modules/accounting/reconcile-account.ts';
import {
  type ReconciliationLine as LineRecord,
  type ReconciledDay,
  reconciliationLineKind,
} from '../../modules/accounting/reconciliation.ts';
import { maskIban } from '../../modules/direct-debits/mandates/mandate.ts';
import { builder, enumOf } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { Money } from '../server/money.ts';
import { argumentsOfPeriod, booksOf } from './journal.ts';

const ReconciliationLine = builder.objectRef<LineRecord>('ReconciliationLine').implement({
  description: 'What is not booked, or what explains a difference.',
  fields: (t) => ({
    kind: t.expose('kind', { type: enumOf(reconciliationLineKind), description: 'What it says.' }),
    amount: t.expose('amountCents', { type: Money, description: 'Below zero: money that went.' }),
    bankEntry: t.exposeID('bankEntryId', {
      nullable: true,
      description: 'The entry of the bank: `bke_…`.',
    }),
    journalEntry: t.exposeID('journalEntryId', {
      nullable: true,
      description: 'The entry of the journal: `jrn_…`.',
    }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: "The bank's reference, or the journal's piece.",
    }),
    counterparty: t.exposeString('counterparty', {
      nullable: true,
      description: 'The other party, as the bank names it.',
    }),
    text: t.exposeString('text', { nullable: true, description: 'The remittance text.' }),
    rule: t.exposeString('rule', { nullable: true, description: 'The rule of the account.' }),
  }),
});

const ReconciliationDay = builder.objectRef<ReconciledDay>('ReconciliationDay').implement({
  description: 'A day of a bank account: opening + booked + not booked = closing.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    opening: t.expose('openingCents', {
      type: Money,
      nullable: true,
      description: 'Of the statement; null where none covers the day.',
    }),
    booked: t.expose('bookedCents', { type: Money, description: 'On the bank account of the journals.' }),
    notBooked: t.expose('unbookedCents', { type: Money, description: 'Listed, ignored, or waiting for a person.' }),
    ignored: t.expose('ignoredCents', { type: Money, description: 'Of it, what rules ignore: no line has it.' }),
    closing: t.expose('closingCents', {
      type: Money,
      nullable: true,
      description: 'Of the statement; null where none covers the day.',
    }),
    difference: t.expose('differenceCents', {
      type: Money,
      description: '0, or the sum of the lines that explain it.',
    }),
    lines: t.expose('lines', {
      type: [ReconciliationLine],
      description: 'What is not booked, what is in suspense, and what explains the difference.',
    }),
  }),
});

type Reconciliation = { readonly account: ReconciledAccount; readonly days: readonly ReconciledDay[] };

const BankReconciliation = builder.objectRef<Reconciliation>('BankReconciliation').implement({
  description: 'A bank account against the books, day by day.',
  fields: (t) => ({
    maskedIban: t.string({ description: 'The account.', resolve: ({ account }) => maskIban(account.iban) }),
    days: t.expose('days', {
      type: [ReconciliationDay],
      description: 'Those that have a statement, an entry of the bank or an entry in the books.',
    }),
  }),
});

builder.queryField('bankReconciliation', (t) =>
  t.field({
    type: BankReconciliation,
    description:
      'The bank account of a société against the books of those that share it: a year at most. Needs the scope `accounting`.',
    args: argumentsOfPeriod(t),
    // Each day is several reads.
    complexity: 200,
    errors: refusals('The reconciliation, or why there is none.'),
    resolve: async (_root, { from, to, ...books }, { services, caller }) => {
      const account = accountToReconcile(services, caller, booksOf(books));
      const days: ReconciledDay[] = [];
      for await (const day of reconcileAccount(services, account, { from, to })) days.push(day);
      return { account, days };
    },
  }),
);
