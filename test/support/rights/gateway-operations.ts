import { expect } from 'vitest';
import { type Caller, hasRight } from '../../../src/kernel/caller.ts';
import { always, anyError, ErrorCode, notAllowed, type Operation } from './operation-kinds.ts';

const isOperator = (caller: Caller): boolean =>
  (caller.scopes.has('operations') || hasRight(caller, 'audit')) &&
  [caller.societes, caller.origins, caller.targets].every((limit) => limit === null);

/** `test/schema/gateway.test.ts` looks at what they say. */
export const ofTheGateway: Readonly<Record<string, Operation>> = {
  'Query.explainUrl': {
    field: () => `explainUrl(url: "/nowhere") { __typename ${anyError} ... on UrlExplanation { effect } }`,
    answer: ({ scopes }) =>
      scopes.has('initiate') || scopes.has('operations')
        ? { __typename: 'UrlExplanation', effect: 'NO_OPERATION' }
        : notAllowed(),
  },
  'Query.health': always(() => 'health { isReady }', { isReady: true }),
  'Query.settings': {
    field: () => 'settings { json }',
    answer: (caller) => (isOperator(caller) ? { json: expect.stringContaining('"deployment"') } : null),
  },
  'Query.requestLog': always(() => 'requestLog(route: "/nowhere") { id }', []),
  'Subscription.ledgerVerification': {
    field: () => 'ledgerVerification { __typename }',
    answer: (caller) =>
      (caller.scopes.has('operations') || hasRight(caller, 'audit')) && caller.societes === null
        ? { __typename: 'LedgerVerification' }
        : new ErrorCode('NOT_FOUND'),
  },
};
