/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation StartCheckout($input: InitiatePaymentInput!) {\n  initiatePayment(input: $input) {\n    __typename\n    ... on InitiatePaymentSuccess {\n      payment {\n        id\n        reference\n        status\n        isFinal\n        paymentUrl\n        amount {\n          formatted\n        }\n      }\n    }\n    ... on PaymentError {\n      message\n      path\n      retryAdvice\n    }\n  }\n}\n\nsubscription FollowCheckout($id: ID!, $afterEvent: String) {\n  paymentUpdated(id: $id, afterEvent: $afterEvent) {\n    id\n    status\n    createdAt\n  }\n}": typeof types.StartCheckoutDocument,
};
const documents: Documents = {
    "mutation StartCheckout($input: InitiatePaymentInput!) {\n  initiatePayment(input: $input) {\n    __typename\n    ... on InitiatePaymentSuccess {\n      payment {\n        id\n        reference\n        status\n        isFinal\n        paymentUrl\n        amount {\n          formatted\n        }\n      }\n    }\n    ... on PaymentError {\n      message\n      path\n      retryAdvice\n    }\n  }\n}\n\nsubscription FollowCheckout($id: ID!, $afterEvent: String) {\n  paymentUpdated(id: $id, afterEvent: $afterEvent) {\n    id\n    status\n    createdAt\n  }\n}": types.StartCheckoutDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StartCheckout($input: InitiatePaymentInput!) {\n  initiatePayment(input: $input) {\n    __typename\n    ... on InitiatePaymentSuccess {\n      payment {\n        id\n        reference\n        status\n        isFinal\n        paymentUrl\n        amount {\n          formatted\n        }\n      }\n    }\n    ... on PaymentError {\n      message\n      path\n      retryAdvice\n    }\n  }\n}\n\nsubscription FollowCheckout($id: ID!, $afterEvent: String) {\n  paymentUpdated(id: $id, afterEvent: $afterEvent) {\n    id\n    status\n    createdAt\n  }\n}"): typeof import('./graphql.ts').StartCheckoutDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
