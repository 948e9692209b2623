import { refuseInput } from '../../kernel/errors.ts';
import { rulesOf } from '../../kernel/merchant.ts';
import { type Exercise, knownExercises } from '../../modules/accounting/exercises.ts';
import { checkMayReadBooks } from '../../modules/accounting/read-journal.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { argumentsOfBooks, booksOf } from './journal.ts';

const AccountingExercise = builder.objectRef<Exercise>('AccountingExercise').implement({
  description: 'An exercise of a société.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year in which it ends.' }),
    from: t.expose('first', { type: 'Date', description: 'Its first day.' }),
    to: t.expose('last', { type: 'Date', description: 'Its last day.' }),
  }),
});

const AccountingExercises = builder.objectRef<readonly Exercise[]>('AccountingExercises').implement({
  description: 'The exercises of a société.',
  fields: (t) => ({
    exercises: t.field({
      type: [AccountingExercise],
      description: 'Those in which something is booked, and the one of today. Oldest first.',
      resolve: (exercises) => [...exercises],
    }),
  }),
});

builder.queryField('accountingExercises', (t) =>
  t.field({
    type: AccountingExercises,
    description: "The exercises of a société's books. Needs the scope `accounting`.",
    args: argumentsOfBooks(t),
    errors: refusals('The exercises, or why there are none.'),
    resolve: async (_root, asked, { services, caller }) => {
      const books = booksOf(asked);
      checkMayReadBooks(services, caller, books);
      const rules = rulesOf(services)(books) ?? refuseInput('idSociete', 'idSociete must be a société of the config.');
      return knownExercises(services, books, rules);
    },
  }),
);
