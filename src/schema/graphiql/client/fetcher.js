import { parse } from 'graphql';
import { createClient } from 'graphql-sse';
import { fillIn, noteAnswer } from './last-payment.js';
import { root } from './root.js';

const url = `${root}/graphql`;

/** GraphiQL calls it for each operation: a POST, and for a subscription server-sent events. */
export async function fetcher(parameters, { headers = {} } = {}) {
  const operation = operationOf(parameters);
  const request = {
    ...parameters,
    ...(operation?.name && { operationName: operation.name.value }),
    variables: fillIn(parameters.variables),
  };
  if (operation?.operation === 'subscription') {
    return createClient({ url, headers, retryAttempts: 0 }).iterate(request);
  }
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      Accept: 'application/graphql-response+json, application/json',
      'Content-Type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(request),
  });
  const answer = await response.json();
  noteAnswer(answer);
  return answer;
}

/**
 * The operation that stands in the editor. GraphiQL looks for it a moment after a tab was opened, and until then names
 * that of the tab before.
 */
function operationOf({ query, operationName }) {
  const operations = operationsOf(query);
  return (
    operations.find(({ name }) => name?.value === operationName) ?? (operations.length === 1 ? operations[0] : null)
  );
}

/** None of what cannot be read: the gateway says what is wrong with it. */
function operationsOf(query) {
  try {
    return parse(query).definitions.filter(({ kind }) => kind === 'OperationDefinition');
  } catch {
    return [];
  }
}
