import { anyError, type Operation, refusalOfBooks } from './operation-kinds.ts';

/** The books of a société, which are empty here. */
export const booksOperations: Readonly<Record<string, Operation>> = {
  'Query.journalEntries': {
    field: () => `journalEntries(idSociete: "1", runMode: LIVE) {
      __typename ${anyError} ... on JournalEntryConnection { edges { node { id } } }
    }`,
    answer: (caller) => refusalOfBooks(caller) ?? { __typename: 'JournalEntryConnection', edges: [] },
  },
  'Query.trialBalance': {
    field: () => `trialBalance(idSociete: "1", runMode: LIVE, from: "2026-01-01", to: "2026-01-31") {
      __typename ${anyError} ... on TrialBalance { isComplete }
    }`,
    answer: (caller) => refusalOfBooks(caller) ?? { __typename: 'TrialBalance', isComplete: true },
  },
  'Query.accountingExercises': {
    field: () => `accountingExercises(idSociete: "1", runMode: LIVE) {
      __typename ${anyError} ... on AccountingExercises { exercises { __typename } }
    }`,
    // That of today is always there.
    answer: (caller) =>
      refusalOfBooks(caller) ?? {
        ...{ __typename: 'AccountingExercises', exercises: [{ __typename: 'AccountingExercise' }] },
      },
  },
  'Query.suspense': {
    field: () => `suspense(idSociete: "1", runMode: LIVE) {
      __typename ${anyError} ... on Suspense { isMore money { remaining { cents } } }
    }`,
    answer: (caller) => refusalOfBooks(caller) ?? { __typename: 'Suspense', isMore: false, money: [] },
  },
  'Query.bankReconciliation': {
    field: () => `bankReconciliation(idSociete: "1", runMode: LIVE, from: "2026-01-01", to: "2026-01-31") {
      __typename ${anyError} ... on BankReconciliation { maskedIban }
    }`,
    // The IBAN stands in this config for both modes: it belongs to neither.
    answer: (caller) =>
      refusalOfBooks(caller) ?? {
        ...{ __typename: 'InvalidInputError', code: 'INVALID_INPUT', path: ['idSociete'], retryAdvice: 'FIX_INPUT' },
      },
  },
};
