import { describe, expect, it } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { cardPayment } from '../support/requests.ts';
import { postGraphql } from '../support/schema/ask-graphql.ts';

const gateway = openForGroup(() => startGateway());

/** A known document takes the shorter way, and no caller should see the difference. */
describe('a document that came before', () => {
  const mutation = `mutation Pay($input: InitiatePaymentInput!) {
    initiatePayment(input: $input) { __typename ... on InvalidInputError { path message requestId } }
  }`;
  const page = 'query Page($first: Int) { payments(first: $first) { edges { node { id } } } }';
  const rows =
    'edges { node { attempts { nextAction { __typename } } events(first: $first) { edges { node { id } } } } }';
  const pages = `query Pages($first: Int) { payments(first: $first) { ${rows} } }`;
  const next =
    'query Next($first: Int, $after: String) { payments(first: $first, after: $after) { edges { cursor } } }';
  const byDefault = `query Pages($first: Int = 1) { payments(first: $first) { ${rows} } }`;
  const good = { ...cardPayment, idCommande: 'good' };
  const form = 'application/graphql-response+json';
  it.each([
    ['a payment', { query: mutation, variables: { input: cardPayment } }, {}],
    ['a refusal', { query: mutation, variables: { input: { ...cardPayment, amount: '0' } } }, {}],
    ['a variable of the wrong kind', { query: mutation, variables: { input: { ...cardPayment, amount: true } } }, {}],
    ['the same in the new form', { query: mutation, variables: { input: { idOrigin: 7 } } }, { Accept: form }],
    ['a variable that is null', { query: mutation, variables: { input: null } }, {}],
    ['no variables', { query: mutation }, {}],
    ['variables that are a list', { query: mutation, variables: [] }, {}],
    ['the length of a page', { query: page, variables: { first: 2 } }, {}],
    ['no length of a page', { query: page }, {}],
    ['a page that is too long', { query: page, variables: { first: 1_000_000 } }, {}],
    ['pages that are too much', { query: pages, variables: { first: 100 } }, {}],
    ['the length of a page of the wrong kind', { query: page, variables: { first: 'two' } }, { Accept: form }],
    ['a length that passed, with another fault', { query: next, variables: { first: 1, after: 7 } }, { Accept: form }],
    ['null for a length that has a default', { query: byDefault, variables: { first: null } }, {}],
    ['a length below zero', { query: page, variables: { first: -1 } }, {}],
    ['its name', { query: mutation, variables: { input: cardPayment }, operationName: 'Pay' }, { Accept: form }],
    ['another name', { query: mutation, variables: { input: cardPayment }, operationName: 'Other' }, { Accept: form }],
    ['a name that is none', { query: mutation, operationName: 7 }, {}],
    ['another parameter', { query: mutation, variables: { input: cardPayment }, extra: 1 }, {}],
    ['a payment that is not there', { query: '{ payment(id: "pay_none") { id } }' }, { Accept: `text/html, ${form}` }],
    ['weights', { query: '{ __typename }' }, { Accept: 'application/json;q=0.1, application/graphql-response+json' }],
    ['a form that nobody speaks', { query: '{ __typename }' }, { Accept: 'image/png' }],
    ['a stream', { query: 'subscription { paymentUpdated(id: "pay_none") { id } }' }, { Accept: 'application/json' }],
  ])('is answered like the first time: %s', async (title, body, headers) => {
    const query = `${body.query} # ${title}`;
    const asked = async () => {
      const answer = await postGraphql(gateway, JSON.stringify({ ...body, query }), headers);
      const names = ['content-type', 'content-length', 'allow', 'accept', 'cache-control', 'vary'];
      const shown = names.map((name) => answer.headers.get(name));
      return { status: answer.status, shown, text: answer.text.replaceAll(/req_[0-9a-f]{32}/g, 'req') };
    };
    const fresh = await asked();
    // A document is known from the first time on that its variables could be used.
    const usable = body.query === mutation ? { input: good } : { first: 1 };
    if (/\$(?:input|first)/.test(query)) await postGraphql(gateway, JSON.stringify({ query, variables: usable }));
    expect([await asked(), await asked()]).toEqual([fresh, fresh]);
  });
});
