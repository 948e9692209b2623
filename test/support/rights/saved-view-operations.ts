import { expect } from 'vitest';
import { anyError, notAllowed, type Operation, unknown } from './operation-kinds.ts';

/** Saved views: people have them, programs none. */

const ofUnknownView = (field: string): Operation => ({
  field: () => `${field} { ${ofView} }`,
  answer: ({ person }) => (person ? unknown : notAllowed()),
});
const ofView = `__typename ... on SavedViewSuccess { view { name } } ${anyError}`;

export const savedViewOperations: Readonly<Record<string, Operation>> = {
  'Query.savedViews': { field: () => 'savedViews { name }', answer: ({ person }) => (person ? expect.any(Array) : []) },
  'Mutation.createSavedView': {
    field: () => `createSavedView(input: { name: "v", page: PAYMENTS, search: "?status=PAID" }) { ${ofView} }`,
    answer: ({ person }) => (person ? { __typename: 'SavedViewSuccess', view: { name: 'v' } } : notAllowed()),
  },
  'Mutation.changeSavedView': ofUnknownView('changeSavedView(input: { id: "sav_0", name: "w" })'),
  'Mutation.removeSavedView': ofUnknownView('removeSavedView(id: "sav_0")'),
};
