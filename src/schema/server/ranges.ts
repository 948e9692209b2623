import type { Refuse } from '../../kernel/given-values.ts';
import { builder } from '../builder.ts';
import { requestError } from './guard/graphql-error.ts';

export const DayRange = builder.inputType('DayRange', {
  description: 'Days in Paris, both ends included; an end that is left out does not restrict.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day.' }),
    to: t.field({ type: 'Date', description: 'The last day.' }),
  }),
});

export const AmountRange = builder.inputType('AmountRange', {
  description: 'Amounts in cents, both ends included; an end that is left out does not restrict.',
  fields: (t) => ({
    from: t.field({ type: 'Cents', description: 'The lowest.' }),
    to: t.field({ type: 'Cents', description: 'The highest.' }),
  }),
});

/** @throws GraphQLError */
export const refuseFilter: Refuse = (field, must) => {
  throw requestError('BAD_USER_INPUT', `filter.${field} must ${must}.`);
};
