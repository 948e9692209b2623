import { InvalidInputError } from '../../kernel/errors.ts';
import {
  type StatementCalendar as CalendarRecord,
  longestCalendarDays,
  readStatementCalendars,
} from '../../modules/bank-statements/import/read-statement-calendar.ts';
import {
  type StatementDay as DayRecord,
  type FollowedStatement,
  statementDayState,
} from '../../modules/bank-statements/statement-calendar.ts';
import { maskIban } from '../../modules/direct-debits/mandates/mandate.ts';
import { booksOf } from '../accounting/journal.ts';
import { builder, enumOf } from '../builder.ts';
import { PaymentRunMode } from '../server/enums.ts';
import { identifierWanted } from '../server/list-filters.ts';
import { Money } from '../server/money.ts';

const AccountStatement = builder.objectRef<FollowedStatement>('AccountStatement').implement({
  description: 'A statement of an account.',
  fields: (t) => ({
    statementId: t.exposeString('statementId', { description: "The bank's id." }),
    number: t.exposeInt('number', { nullable: true, description: "The bank's number." }),
    firstDay: t.expose('firstDay', { type: 'Date', description: 'It covers from here.' }),
    lastDay: t.expose('lastDay', { type: 'Date', description: 'To here.' }),
    opening: t.expose('openingCents', { type: Money, nullable: true, description: 'Its opening balance.' }),
    closing: t.expose('closingCents', { type: Money, nullable: true, description: 'Its closing balance.' }),
    follows: t.exposeBoolean('follows', {
      nullable: true,
      description:
        'Whether it begins where the one before it ended, by the balances or else the numbers. False: the chain is broken. Null: nothing proves it.',
    }),
  }),
});

const StatementDay = builder.objectRef<DayRecord>('StatementDay').implement({
  description: 'A day of an account.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    state: t.expose('state', {
      type: enumOf(statementDayState),
      description: 'Whether a statement is missing.',
    }),
    statements: t.expose('statements', {
      type: [AccountStatement],
      description: 'Those whose last day it is.',
      complexity: { field: 1, multiplier: 1 },
    }),
  }),
});

const isBroken = ({ state, statements }: DayRecord): boolean =>
  state === 'MISSING' || statements.some(({ follows }) => follows === false);

const StatementCalendar = builder.objectRef<CalendarRecord>('StatementCalendar').implement({
  description: 'Which statements of an account are there.',
  fields: (t) => ({
    maskedIban: t.string({ description: 'The account.', resolve: ({ account }) => maskIban(account.iban) }),
    societes: t.stringList({ description: 'Whose it is.', resolve: ({ account }) => [...account.societes] }),
    isUnbroken: t.boolean({
      description: 'Whether nothing shows that a statement of the period is missing.',
      resolve: ({ days }) => !days.some(isBroken),
    }),
    lastDay: t.expose('lastDay', {
      type: 'Date',
      nullable: true,
      description: 'The last day that a statement covers, also after the period; null: there is none.',
    }),
    days: t.expose('days', {
      type: [StatementDay],
      description: 'Every day of the period.',
      complexity: { field: 1, multiplier: 5 },
    }),
  }),
});

type Answer = { readonly calendars: readonly CalendarRecord[] };

const StatementCalendars = builder.objectRef<Answer>('StatementCalendars').implement({
  description: 'The accounts that you may work for.',
  fields: (t) => ({
    accounts: t.expose('calendars', {
      type: [StatementCalendar],
      description: 'Each with its days.',
      complexity: { field: 1, multiplier: 5 },
    }),
  }),
});

builder.queryField('statementCalendar', (t) =>
  t.field({
    type: StatementCalendars,
    description: `Whether a statement of a bank is missing, day by day: ${longestCalendarDays} days at most. Needs the scope \`bankFiles\`.`,
    args: {
      runMode: t.arg({ type: PaymentRunMode, required: true, description: '`TEST` or `LIVE`.' }),
      idSociete: t.arg.string({ description: 'Of the account of this société alone.' }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day.' }),
    },
    // Of each account three reads. Its days are at hand then.
    complexity: { field: 20, multiplier: 1 },
    errors: {
      types: [InvalidInputError],
      union: { name: 'StatementCalendarResult', description: 'The calendar, or why there is none.' },
    },
    resolve: async (_root, { runMode: given, idSociete, from, to }, { services, caller }) => {
      const { runMode } = booksOf({ idSociete: '', runMode: given });
      const query = { runMode, idSociete: identifierWanted(idSociete), from, to };
      return { calendars: await readStatementCalendars(services, caller, query) };
    },
  }),
);
